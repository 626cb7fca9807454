/** 繁體中文（台灣用語）：外殼用語。 */

import type { ShellMessages } from './types.js';

export const shellZhHant: ShellMessages = {
  terms: {
    segment: {
      champions: '冠軍顧客',
      loyal: '忠誠顧客',
      potential_loyalist: '潛力忠誠顧客',
      new: '新顧客',
      promising: '有潛力的顧客',
      need_attention: '需關注顧客',
      about_to_sleep: '即將沉睡顧客',
      at_risk: '流失風險顧客',
      cannot_lose_them: '必須挽回顧客',
      hibernating: '沉睡顧客',
      lost: '流失顧客',
    },
    action: { protect: '守護', grow: '培育', welcome: '迎新', save: '挽留', rest: '低成本維繫', convert: '轉換' },
    stage: {
      prospect: '潛在客戶',
      new: '新客期',
      developing: '成長期',
      mature: '成熟期',
      returned: '回流顧客',
      slowing: '趨緩期（預警）',
      dormant: '沉睡期',
      lost: '流失期',
    },
    nes: { n: '新顧客（N）', e0: '主力顧客（E0）', s1: '瞌睡顧客（S1）', s2: '半睡顧客（S2）', s3: '沉睡顧客（S3）' },
    valueTier: { high: '高價值', medium: '中等價值', low: '低價值' },
    potentialTier: { gold: '黃金客戶', potential: '潛力客戶', general: '一般客戶' },
    axis: { recency: '最近一次消費', frequency: '消費頻率', monetary: '消費金額' },
    reason: {
      no_customer: '缺少顧客',
      no_date: '缺少日期',
      unreadable_date: '日期無法辨識',
      impossible_date: '日期不存在',
      no_amount: '缺少金額',
      unreadable_amount: '金額無法辨識',
      amount_too_large: '金額過大',
      short_row: '儲存格不足',
      total_row: '總計資料',
      unpaid: '未付款',
      cancelled: '已取消',
      after_as_of: '晚於統計截止日',
      other_currency: '其他幣別',
      far_date: '日期遠離其他列',
      duplicate: '與另一列重複',
    },
    cluster: (f, p) => `第 ${f.count(p.id)} 群`,
  },

  sections: {
    answer: '結論',
    who: '顧客是誰',
    worth: '顧客值多少',
    risk: '風險',
    moves: '顧客流動',
    actions: '下一步行動',
    customers: '顧客名單',
    data: '資料說明',
  },
  contents: '目錄',
  dismiss: '關閉',
  sectionFailed: '此部分未能顯示。其他部分、名單與匯出內容均完整。',
  none: '–',

  drop: {
    title: '哪些顧客最重要，下一步做什麼',
    lead: '把訂單檔案拖曳到這裡',
    choose: '選擇檔案',
    release: '放開即可讀取',
    sample: '用範例資料試試',
    sampleNote: '一家虛構的商店，資料在您的電腦上產生。',
    needs: {
      title: '需要什麼',
      text: '一份訂單匯出檔（CSV、Excel 或其他表格），其中有欄位說明誰買的、何時買的、付了多少。其他欄位有更好，沒有也可以。',
    },
    gives: {
      title: '得到什麼',
      text: '每位顧客的價值與分群，每一群該做什麼、為什麼，以及可下載的名單。',
    },
    privacy: {
      title: '資料不離開這個分頁',
      text: '檔案僅在您的瀏覽器內讀取與計算，沒有任何伺服器會收到它。',
      check: '自行驗證：先中斷網路連線，再拖入檔案，一樣能用。',
    },
    loading: '準備中……',
  },

  check: {
    title: '各欄位的意義正確嗎？',
    lead: (_, p) => `${p.file}：請改正不對的地方。各欄位下的說明只看檔案開頭部分，最後的筆數統計整個檔案。`,
    beside: '同時開啟的檔案',
    besideAppend: (_, p) => `${p.file}：更多訂單，與第一個檔案合併讀取。`,
    besideJoin: (f, p) => `${p.file}：同一批顧客的更多資訊，${f.count(p.columns)} 欄。`,
    besideKey: (_, p) => `${p.file} 中識別顧客的欄位`,
    besideAuto: '依比對結果自動選擇',
    sheet: '工作表',
    sheetOption: (f, p) => {
      const size = p.rows === 0 ? '空白' : `${p.more ? '超過 ' : ''}${f.count(p.rows)} 列，${f.count(p.columns)} 欄`;
      return `${p.name}（${p.hidden ? '已隱藏；' : ''}${size}）`;
    },
    sheetWhy: {
      guess: '不只一個工作表有帶日期的資料；一次只讀取一個。訂單在這個工作表裡嗎？',
      dated: '建議選它：帶日期的資料比其他工作表多。',
      rows: '建議選它：帶數字的資料比其他工作表多。',
    },
    sheetOpening: '正在讀取工作表……',
    sheetUnfit: '這個工作表裡沒有包含顧客、日期與金額的表格。請選擇其他工作表。',
    roles: {
      customer: '顧客',
      date: '訂單日期',
      amount: '實付金額',
      order_id: '訂單編號',
      quantity: '數量',
      unit_price: '單價',
      currency: '幣別',
      status: '訂單狀態',
      refund: '退款',
      discount: '折扣',
      cost: '商品成本',
      margin: '毛利',
      product: '商品',
      category: '品類',
      channel: '通路',
      region: '地區',
      email: '電子郵件',
      phone: '電話',
      birthday: '生日',
      since: '入會日',
      satisfaction: '滿意度（CSAT）',
      nps: '推薦意願（NPS）',
      churned: '是否已流失',
      recency: '距上次訂購天數',
      frequency: '訂單數',
      monetary: '累計消費金額',
      tenure: '往來年資',
      first_order: '首次訂購',
      last_order: '最近訂購',
    },
    roleHints: {
      customer: '同一位顧客始終相同的內容：編號、電子郵件或姓名',
      amount: '或改選數量與單價',
      order_id: '編號相同的資料算作一筆訂單',
    },
    required: '必選',
    optional: (f, p) => `更多欄位，皆為選填（已辨識 ${f.count(p.set)} 個）`,
    notInFile: '檔案中沒有',
    columnOption: (_, p) => (p.samples.length ? `${p.name}（${p.samples.join('、')}……）` : p.name),
    evidence: (f, p) => `${f.share(p.filled)} 有內容，${f.count(p.distinct)} 個不同的值`,
    reasons: {
      'header-known': () => '欄位名稱吻合',
      'header-contains': () => '欄位名稱相近',
      'values-are-dates': (f, p) => `${f.share(p.share)} 是日期`,
      'values-are-numbers': (f, p) => `${f.share(p.share)} 是數字`,
      'values-are-whole': (f, p) => `${f.share(p.share)} 是整數`,
      'values-are-states': (f, p) => `${f.share(p.share)} 是訂單狀態`,
      'values-are-emails': (f, p) => `${f.share(p.share)} 是電子郵件`,
      'values-are-phones': (f, p) => `${f.share(p.share)} 是電話號碼`,
      'values-repeat': () => '值會重複出現，像回頭客',
      'unique-per-row': () => '每筆資料的值都不同',
      'row-number': () => '像是序號',
      'few-distinct': () => '不同的值很少',
      constant: () => '所有資料的值相同',
      'negative-seen': () => '含負數',
      'partly-empty': (f, p) => `只有 ${f.share(p.share)} 有內容`,
      'values-do-not-fit': () => '內容看起來不像',
    },
    preview: '前幾筆資料',
    previewCaption: (f, p) => `檔案的前 ${f.count(p.rows)} 筆資料`,
    reading: '檔案讀取方式',
    encoding: '編碼',
    delimiter: '分隔符號',
    delimiters: { ',': '逗號', ';': '分號', '\t': '定位字元', '|': '直線' },
    header: '第一筆',
    headerYes: '是欄位名稱',
    headerNo: '是資料',
    dateOrder: '日期',
    dateOrders: { year_month_day: '年、月、日', day_month_year: '日、月、年', month_day_year: '月、日、年' },
    decimalMark: '小數',
    decimalMarks: { point: '1,234.50', comma: '1.234,50' },
    shape: '每筆資料是',
    shapes: { orders: '一筆訂單或訂單明細', customers: '一位顧客' },
    auto: (p) => (p.found ? `自動：${p.found}` : '自動'),
    damaged: '部分字元在匯出時已損壞，這裡無法復原。',
    questions: '請確認',
    question: {
      'date-order-ambiguous': (_, p) => `${p.column ? `「${p.column}」中的` : ''}日期有兩種讀法，哪一種正確？`,
      'decimal-mark-ambiguous': (_, p) =>
        `${p.column ? `「${p.column}」中，` : ''}三位數字前的符號可能是千分位，也可能是小數點。哪一種正確？`,
      'which-customer': () => '哪個欄位說明是誰買的？',
      'which-date': () => '哪個欄位說明何時購買？',
      'which-amount': () => '哪個欄位說明付了多少？',
      'several-currencies': (f, p) =>
        `檔案中有多種幣別（${f.list(p.samples)}）。不同幣別不會相加：要加總哪一種？其他幣別的列不計入。`,
      'sum-of-columns': () =>
        '沒有一欄說明每位顧客的消費總額，但有幾欄看起來是它的組成部分。要相加嗎？',
      'far-dates': (f, p) =>
        `有些日期與其他日期相距很遠（${f.list(p.samples)}）。是真實日期還是輸入錯誤？其中任何一個都會改變統計截止日。`,
      'encoding-unsure': (f, p) =>
        `無法確定檔案編碼${p.samples.length ? `（${f.list(p.samples)}）` : ''}。若預覽為亂碼請更換編碼。`,
    },
    readAs: (_, p) => `${p.sample} 是 ${p.as}`,
    keepReading: '這樣讀取正確',
    sums: { add: '相加', dont: '不相加' },
    farDates: { keep: '日期無誤', setAside: '不使用這些列' },
    duplicates: {
      says: (f, p) => `有 ${f.count(p.rows)} 列與另一列在所有讀取的欄位上完全相同。可能是同一天的兩筆相同購買，也可能是重複貼上的匯出。`,
      keep: '全部計入', setAside: '每列只計一次',
    },
    alike: {
      says: (f, p) => `有 ${f.count(p.customers)} 位顧客的寫法與另一位幾乎相同，例如${p.examples.join('；')}。他們是同一個人嗎？`,
      keep: '不同顧客', merge: '同一人：合併',
    },
    missing: (f, p) => `還需要：${f.list(p.roles)}。`,
    counting: (f, p) => `計算中：${f.count(p.rows)} 筆資料，已讀 ${f.share(p.share)}……`,
    usable: (f, p) => {
      const aside = p.aside.map((a) => `${shellZhHant.terms.reason[a.reason]} ${f.count(a.rows)} 筆`).join('，');
      const head = `${f.count(p.read)} 筆資料中有 ${f.count(p.used)} 筆可用，來自 ${f.count(p.customers)} 位顧客`;
      return aside ? `${head}。已排除：${aside}。` : `${head}。`;
    },
    make: '產生報告',
    back: '返回',
  },

  working: {
    title: (_, p) => `正在讀取 ${p.file}`,
    opening: '正在查看前幾筆資料',
    unpacking: '正在開啟活頁簿',
    reading: (f, p) =>
      `已讀 ${f.bytes(p.bytes)}，共 ${f.bytes(p.size)}：目前 ${f.count(p.rows)} 筆資料，${f.count(p.customers)} 位顧客`,
    valuing: (f, p) => `${f.count(p.rows)} 筆資料已全部讀取，正在為 ${f.count(p.customers)} 位顧客估值與分群`,
    cancel: '取消',
    cancelled: '已取消。',
  },

  topbar: {
    label: '這份報告',
    file: (f, p) => `${p.name}：${f.count(p.customers)} 位顧客，${f.count(p.rows)} 筆資料`,
    asOf: '統計截止日',
    asOfSlider: '移動統計截止日',
    asOfReset: '檔案中的最後日期',
    change: '變更欄位',
    another: '換一個檔案',
    export: '匯出',
    exports: {
      customers: '全部顧客（CSV）',
      setAside: '已排除資料（CSV）',
      settings: '設定（JSON）',
      report: '報告，不含顧客（JSON）',
      page: '報告網頁，不含顧客（HTML）',
      print: '列印或存成 PDF',
    },
    wipe: '清除',
    mask: '隱藏顧客身分',
    language: '語言',
    theme: '配色',
    themes: { auto: '依系統設定', light: '淺色', dark: '深色' },
    updating: '計算中……',
  },

  customers: {
    lead: (f, p) => `這份名單共 ${f.count(p.total)} 位顧客`,
    search: '搜尋顧客',
    filters: { segment: '顧客分群', action: '行動組別', valueTier: '價值分級', potentialTier: '潛力分級', stage: '生命週期階段' },
    all: '全部',
    clear: '顯示全部顧客',
    cell: (f, p) =>
      f.list([
        ...(p.r === undefined ? [] : [`最近一次消費 ${f.count(p.r)} 分`]),
        ...(p.f === undefined ? [] : [`消費頻率 ${f.count(p.f)} 分`]),
      ]),
    columns: {
      customer: '顧客',
      segment: '分群',
      tier: '分級',
      lastOrder: '最近訂購',
      orders: '訂單數',
      net: '淨消費額',
      valueIndex: '價值指數',
      potential: '潛在價值',
      overdue: '逾期倍數',
      expected: '預期價值',
      risk: '風險',
      atRisk: '風險金額',
    },
    caption: (f, p) => `第 ${f.count(p.from)} 至 ${f.count(p.to)} 位顧客，共 ${f.count(p.total)} 位`,
    sortedBy: (_, p) => `依${p.column}${p.descending ? '由大到小' : '由小到大'}排序`,
    empty: '沒有符合條件的顧客。請變更搜尋或篩選條件。',
    perPage: '每頁',
    previous: '上一頁',
    next: '下一頁',
    page: (f, p) => `第 ${f.count(p.page)} 頁，共 ${f.count(p.pages)} 頁`,
    download: '下載這份名單（CSV）',
    daysAgo: (f, p) => `${f.count(p.days)} 天前`,
    card: {
      open: (_, p) => `${p.customer} 為什麼在這裡？`,
      why: (f, { row, levels }) => {
        const score = (name: string, value: number | undefined): string =>
          value === undefined || levels === undefined ? '' : `（${name} ${f.count(value)} 分，滿分 ${f.count(levels)}）`;
        const facts = [
          ...(row.recency_days === undefined ? [] : [`最近一次訂購在 ${f.count(row.recency_days)} 天前${score('R', row.r)}`]),
          `共 ${f.count(row.orders)} 筆訂單${score('F', row.f)}`,
          `淨消費 ${f.money(row.net)}${score('M', row.m)}`,
        ].join('，');
        if (row.rfm_segment === undefined) {
          return row.orders === 0 ? `${facts}。沒有有效訂單，因此不屬於任何分群。` : `${facts}。顧客數過少，不計分。`;
        }
        const segment = shellZhHant.terms.segment[row.rfm_segment];
        if (row.moved_from === undefined) return `${facts}，因此屬於${segment}。`;
        const times = row.overdue === undefined ? '遠超過平常的購買間隔' : `距上次訂購已是平常間隔的 ${f.number(row.overdue)} 倍`;
        return `${facts}。只看分數屬於${shellZhHant.terms.segment[row.moved_from]}，但${times}，因此歸為${segment}。`;
      },
      next: '下一步行動',
      facts: {
        firstOrder: '首次訂購',
        lastOrder: '最近訂購',
        orders: '訂單數',
        gross: '總消費額',
        refunds: '退款',
        net: '淨消費額',
        usualGap: '平常購買間隔',
        overdue: '逾期倍數（距上次訂購 ÷ 平常間隔）',
        scores: 'R、F、M 分數',
        stage: '生命週期階段',
        valueTier: '價值分級',
        potentialTier: '潛力分級',
        potential: '潛在價值',
        valueIndex: '價值指數（0 至 100）',
        cluster: '集群分析組別（k-means）',
      },
      ahead: {
        value: (f, p) =>
          `未來 ${f.count(p.months)} 個月：預期 ${f.money(p.value)}` + (p.orders === undefined ? '。' : `，來自 ${f.number(p.orders)} 筆訂單。`),
        chance: (f, p) =>
          `${f.days(p.days)}內下單的機率：${f.share(p.buy)}` + (p.alive === undefined ? '。' : `；仍活躍（無論多慢）的機率：${f.share(p.alive)}。`),
        notTrusted: '此預測在這份檔案上未通過回測：請勿據此做計畫。',
      },
    },
    noOrders: '無訂單',
  },

  data: {
    rows: '資料筆數',
    rowsFinding: (f, p) =>
      p.aside === 0
        ? `${f.count(p.read)} 筆資料全部採用。`
        : `${f.count(p.read)} 筆資料中採用 ${f.count(p.used)} 筆，排除 ${f.count(p.aside)} 筆。`,
    rowsRead: '讀取筆數',
    rowsUsed: '採用筆數',
    reason: '原因',
    count: '筆數',
    money: '金額',
    moneyFinding: (f, p) => `收入 ${f.money(p.gross)}，退款 ${f.money(p.refunds)}，淨額 ${f.money(p.net)}。`,
    gross: '總銷售額',
    refunds: '退款',
    net: '淨銷售額 = 總銷售額 − 退款',
    orders: '有效訂單',
    customers: '顧客',
    buyers: '有有效訂單的顧客',
    asideTitle: '已排除資料',
    asideCaption: (f, p) => `已排除資料第 ${f.count(p.from)} 至 ${f.count(p.to)} 筆，共 ${f.count(p.total)} 筆`,
    line: '行號',
    cells: '原始內容',
    showAside: '查看',
    notKept: '此類資料過多，未保留內容',
    downloadAside: '下載已排除資料（CSV）',
    masked: '隱藏顧客身分時不顯示。',
    how: '檔案讀取方式',
    currency: '幣別',
    currencyText: (f, p) =>
      p.others.length
        ? `${p.currency}；檔案中另有 ${f.list(p.others.map(({ currency, rows }) => `${currency}（${f.count(rows)} 列）`))}`
        : p.currency,
    joined: '關聯',
    joinedText: (f, p) =>
      p.key === undefined
        ? `${p.file.name}：沒有一欄能對應訂單中的顧客，因此未使用。請在「變更」中選擇欄位。`
        : `${p.file.name}，依 ${p.key} 關聯：${f.count(p.rows)} 列中有 ${f.count(p.rows - p.rows_unmatched - p.rows_without_key)} 列屬於 ${f.count(p.customers_matched)} 位顧客，${f.count(p.rows_unmatched)} 列在訂單中找不到顧客${p.rows_without_key ? `，${f.count(p.rows_without_key)} 列沒有顧客識別碼` : ''}；另有 ${f.count(p.customers_unmatched)} 位顧客在其中沒有紀錄。`,
    file: '檔案',
    sheet: '工作表',
    readAs: '讀取方式',
    mapping: '欄位',
    period: '統計期間',
    periodText: (f, p) => `${f.day(p.from)}至${f.day(p.to)}`,
    engine: '產生工具',
    engineText: (f, p) => `Value Tiers ${p.engine}，報告版本 ${f.count(p.report)}`,
    settings: '設定',
    settingsText: '包含欄位、格式、日期、權重與門檻，不含任何顧客。下個月換新檔案時還原設定，報告口徑維持一致。',
    saveSettings: '儲存設定',
    restoreSettings: '還原設定',
    restored: '設定已還原。',
  },

  privacy: (f, p) => `僅在此頁面處理。開啟檔案後網路請求：${f.count(p.requests)} 次。`,
  privacyIdle: '僅在您的瀏覽器內處理：沒有伺服器，不上傳，不儲存。',
  privacyCheck: {
    title: '如何自行驗證',
    steps: [
      '開啟本頁後中斷網路，再拖入檔案：一切照常，包括圖表與 Excel。',
      '按 F12 開啟「網路」面板，再拖入檔案：清單中不會新增任何請求。',
      '在本站頁面與離線檔案的原始碼中搜尋「Content-Security-Policy」：瀏覽器會直接拒絕連線到其他網站；離線檔案則拒絕一切連線。',
      '按 F12 開啟「應用程式」或「儲存空間」面板：沒有 Cookie，也沒有任何已存資料。關閉分頁或按「清除」，檔案即被遺忘。',
    ],
    masked: '「隱藏顧客身分」會在畫面與匯出檔案中以代號取代每位顧客。清除或關閉頁面之前代號不變；產生代號的金鑰不存放在任何地方。',
  },
  saveChart: { png: '圖表存成 PNG', svg: '圖表存成 SVG' },
  offlineCopy: '將本頁存成一個不需網路的檔案',

  notices: {
    wiped: '已清除。頁面中不再保留檔案的任何內容。',
  },

  failureTitle: '未能完成。',
  failureOf: (_, p) => `${p.file}：${p.text}`,
  failures: {
    'empty-file': () => '檔案是空的。請重新匯出，至少包含一筆訂單。',
    'header-only': () => '檔案只有欄位名稱，沒有資料。請重新匯出訂單。',
    'one-column': () => '只找到一個欄位。顧客、日期與金額需要各占一個欄位：請匯出為 CSV，或更換分隔符號。',
    'not-text': (_, p) =>
      ['zip', '7z', 'rar', 'gzip'].includes(p.value ?? '')
        ? '這是一個壓縮檔。請先解壓縮，再拖入其中的訂單檔案。'
        : `這不是文字格式的表格${p.value && p.value !== 'unknown' ? `（看起來是 ${p.value}）` : ''}。請將訂單匯出為 CSV 後再拖入。`,
    'no-customer-column': () => '沒有欄位說明是誰買的。請選擇顧客欄位。',
    'no-date-column': () => '沒有欄位說明何時購買。請選擇訂單日期欄位。',
    'no-amount-column': () => '沒有欄位說明付了多少。請選擇實付金額欄位，或選擇數量與單價。',
    'unknown-column': (_, p) => `檔案中沒有名為「${p.value ?? '?'}」的欄位。請選擇取代它的欄位。`,
    'unknown-role': (_, p) => `「${p.value ?? '?'}」不是可用的欄位意義。請在設定中改正。`,
    'no-usable-row': (_, p) =>
      `沒有可用的資料${p.value && p.value in shellZhHant.terms.reason ? `，最常見的原因：${shellZhHant.terms.reason[p.value as keyof typeof shellZhHant.terms.reason]}` : ''}。請檢查欄位是否選對。`,
    'as-of-too-early': (f, p) => `統計截止日${p.value ? ` ${f.day(p.value)} ` : ''}早於檔案中的第一筆訂單。請選擇較晚的日期。`,
    'bad-setting': (_, p) => `設定「${p.value ?? '?'}」超出範圍。請重新設定。`,
    'settings-too-new': () => '這些設定由較新版本的 Value Tiers 儲存。請在新版本中開啟，或在此重新設定。',
    'unknown-encoding': (_, p) => `無法辨識編碼「${p.value ?? '?'}」。請選擇其他編碼。`,
    'too-large': () => '檔案的資料筆數或顧客數超出瀏覽器記憶體。請匯出較短的期間，或關閉其他分頁後重試。',
    'out-of-order': () => '計算過程發生錯位。請重新拖入檔案。',
    'engine-unavailable': () => '計算引擎未能載入。請重新整理頁面；若仍不行，請使用新版 Chrome、Edge、Firefox 或 Safari。',
    'wasm-blocked': () =>
      '本站的安全政策禁止 WebAssembly。請網站管理者在 Content-Security-Policy 的 script-src 中加入 \'wasm-unsafe-eval\'。',
    crashed: (_, p) => `計算意外中斷，已重新啟動${p.value ? `（${p.value}）` : ''}。請重新拖入檔案；若再次中斷，請縮短期間。`,
    'unreadable-file': () => '瀏覽器無法讀取這個檔案。它可能已被移動、變更或由其他程式開啟：請關閉後重新拖入。',
    'workbook-encrypted': () => '這個活頁簿有密碼保護。請用 Excel 開啟，另存為「CSV UTF-8」，再拖入該檔案。',
    'workbook-damaged': () => '這個活頁簿無法開啟，可能已損毀。請用 Excel 開啟，另存為「CSV UTF-8」，再拖入該檔案。',
    'workbook-too-large': (f, p) =>
      `這個活頁簿解壓縮後超出瀏覽器的處理能力${p.value ? `（${f.bytes(Number(p.value))}）` : ''}。請在 Excel 中另存為「CSV UTF-8」，再拖入該檔案：文字檔大小不限。`,
    'workbook-empty': () => '沒有任何有內容的儲存格。請選擇其他工作表，或重新儲存含有訂單的活頁簿。',
    'not-a-workbook': () => '這不是表格。請將訂單匯出為 CSV，再拖入該檔案。',
    directory: () => '這是一個資料夾。請開啟它，拖入其中的訂單檔案。',
    'unreadable-settings': () => '這不是 Value Tiers 的設定檔。請選擇在此儲存的設定檔。',
  },
};
