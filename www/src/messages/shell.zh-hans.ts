/** 简体中文:外壳用语。 */

import type { ShellMessages } from './types.js';

export const shellZhHans: ShellMessages = {
  terms: {
    segment: {
      champions: '冠军客户',
      loyal: '忠诚客户',
      potential_loyalist: '潜在忠诚客户',
      new: '新客户',
      promising: '有潜力的客户',
      need_attention: '需关注客户',
      about_to_sleep: '即将沉睡客户',
      at_risk: '流失风险客户',
      cannot_lose_them: '重点挽留客户',
      hibernating: '沉睡客户',
      lost: '流失客户',
    },
    action: { protect: '守护', grow: '培育', welcome: '迎新', save: '挽留', rest: '低成本维护', convert: '转化' },
    stage: {
      prospect: '潜在客户',
      new: '新客期',
      developing: '成长期',
      mature: '成熟期',
      returned: '回流客户',
      slowing: '衰退期（预警）',
      dormant: '休眠期',
      lost: '流失期',
    },
    nes: { n: '新客户（N）', e0: '主力客户（E0）', s1: '瞌睡客户（S1）', s2: '半睡客户（S2）', s3: '沉睡客户（S3）' },
    valueTier: { high: '高价值', medium: '中等价值', low: '低价值' },
    potentialTier: { gold: '黄金客户', potential: '潜力客户', general: '一般客户' },
    axis: { recency: '最近一次消费', frequency: '消费频率', monetary: '消费金额' },
    reason: {
      no_customer: '缺少客户',
      no_date: '缺少日期',
      unreadable_date: '日期无法识别',
      impossible_date: '日期不存在',
      no_amount: '缺少金额',
      unreadable_amount: '金额无法识别',
      amount_too_large: '金额过大',
      short_row: '单元格不足',
      total_row: '合计行',
      unpaid: '未付款',
      cancelled: '已取消',
      after_as_of: '晚于统计截止日',
      other_currency: '其他货币',
      far_date: '日期远离其他行',
      duplicate: '与另一行重复',
    },
    cluster: (f, p) => `第 ${f.count(p.id)} 组`,
  },

  sections: {
    answer: '结论',
    who: '客户是谁',
    worth: '客户值多少',
    risk: '风险',
    moves: '客户流转',
    actions: '下一步动作',
    customers: '客户名单',
    data: '数据说明',
  },
  contents: '目录',
  dismiss: '关闭',
  sectionFailed: '此部分未能显示。其他部分、名单和导出内容均完整。',
  none: '–',

  drop: {
    title: '哪些客户最重要，下一步做什么',
    lead: '把订单文件拖到这里',
    choose: '选择文件',
    release: '松开鼠标即可读取',
    sample: '用示例数据试试',
    sampleNote: '一家虚构的店铺，数据在您的电脑上生成。',
    needs: {
      title: '需要什么',
      text: '一份订单导出文件（CSV、Excel 或其他表格），其中有字段说明谁买的、何时买的、付了多少。其他字段有更好，没有也行。',
    },
    gives: {
      title: '得到什么',
      text: '每位客户的价值与分群，每一群该做什么、为什么，以及可下载的名单。',
    },
    privacy: {
      title: '数据不离开此页面',
      text: '文件仅在您的浏览器内读取和计算，没有任何服务器接收它。',
      check: '自己验证：先断开网络，再拖入文件，一样能用。',
    },
    loading: '正在准备……',
  },

  check: {
    title: '各字段的含义对吗？',
    lead: (_, p) => `${p.file}：请改正不对的地方。各字段下的说明只看文件开头部分，末尾的记录数统计整个文件。`,
    beside: '同时打开的文件',
    besideAppend: (_, p) => `${p.file}：更多订单，与第一个文件合并读取。`,
    besideJoin: (f, p) => `${p.file}：同一批客户的更多信息，${f.count(p.columns)} 列。`,
    besideKey: (_, p) => `${p.file} 中标识客户的列`,
    besideAuto: '按匹配结果自动选择',
    sheet: '工作表',
    sheetOption: (f, p) => {
      const size = p.rows === 0 ? '空' : `${p.more ? '超过 ' : ''}${f.count(p.rows)} 行，${f.count(p.columns)} 列`;
      return `${p.name}（${p.hidden ? '已隐藏；' : ''}${size}）`;
    },
    sheetWhy: {
      guess: '不止一个工作表含有带日期的记录；一次只读取一个。订单在这个工作表里吗？',
      dated: '建议选它：带日期的记录比其他工作表多。',
      rows: '建议选它：带数字的记录比其他工作表多。',
    },
    sheetOpening: '正在读取工作表……',
    sheetUnfit: '这个工作表里没有包含客户、日期和金额的表格。请选择其他工作表。',
    roles: {
      customer: '客户',
      date: '下单日期',
      amount: '实付金额',
      order_id: '订单编号',
      quantity: '数量',
      unit_price: '单价',
      currency: '币种',
      status: '订单状态',
      refund: '退款',
      discount: '优惠',
      cost: '商品成本',
      margin: '毛利',
      product: '商品',
      category: '品类',
      channel: '渠道',
      region: '地区',
      email: '邮箱',
      phone: '电话',
      birthday: '生日',
      since: '入会日期',
      satisfaction: '满意度（CSAT）',
      nps: '推荐意愿（NPS）',
      churned: '是否已流失',
      recency: '距上次下单天数',
      frequency: '订单数',
      monetary: '累计消费金额',
      tenure: '客户关系时长',
      first_order: '首次下单',
      last_order: '最近下单',
    },
    roleHints: {
      customer: '同一客户始终相同的内容：编号、邮箱或姓名',
      amount: '或改选数量和单价',
      order_id: '编号相同的记录算作一笔订单',
    },
    required: '必选',
    optional: (f, p) => `更多字段，均为可选（已识别 ${f.count(p.set)} 个）`,
    notInFile: '文件中没有',
    columnOption: (_, p) => (p.samples.length ? `${p.name}（${p.samples.join('、')}……）` : p.name),
    evidence: (f, p) => `${f.share(p.filled)} 有内容，${f.count(p.distinct)} 个不同的值`,
    reasons: {
      'header-known': () => '字段名吻合',
      'header-contains': () => '字段名相近',
      'values-are-dates': (f, p) => `${f.share(p.share)} 是日期`,
      'values-are-numbers': (f, p) => `${f.share(p.share)} 是数字`,
      'values-are-whole': (f, p) => `${f.share(p.share)} 是整数`,
      'values-are-states': (f, p) => `${f.share(p.share)} 是订单状态`,
      'values-are-emails': (f, p) => `${f.share(p.share)} 是邮箱`,
      'values-are-phones': (f, p) => `${f.share(p.share)} 是电话号码`,
      'values-repeat': () => '值会重复出现，像回头客',
      'unique-per-row': () => '每条记录的值都不同',
      'row-number': () => '像是序号',
      'few-distinct': () => '不同的值很少',
      constant: () => '所有记录的值相同',
      'negative-seen': () => '含负数',
      'partly-empty': (f, p) => `只有 ${f.share(p.share)} 有内容`,
      'values-do-not-fit': () => '内容看起来不像',
    },
    preview: '前几条记录',
    previewCaption: (f, p) => `文件的前 ${f.count(p.rows)} 条记录`,
    reading: '文件读取方式',
    encoding: '编码',
    delimiter: '分隔符',
    delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' },
    header: '首行',
    headerYes: '是字段名',
    headerNo: '是数据',
    dateOrder: '日期',
    dateOrders: { year_month_day: '年、月、日', day_month_year: '日、月、年', month_day_year: '月、日、年' },
    decimalMark: '小数',
    decimalMarks: { point: '1,234.50', comma: '1.234,50' },
    shape: '每条记录是',
    shapes: { orders: '一笔订单或订单明细', customers: '一位客户' },
    auto: (p) => (p.found ? `自动：${p.found}` : '自动'),
    damaged: '部分字符在导出时已损坏，此处无法恢复。',
    questions: '请确认',
    question: {
      'date-order-ambiguous': (_, p) => `${p.column ? `“${p.column}”中的` : ''}日期有两种读法，哪一种正确？`,
      'decimal-mark-ambiguous': (_, p) =>
        `${p.column ? `“${p.column}”中，` : ''}三位数字前的符号可能是千分位，也可能是小数点。哪一种正确？`,
      'which-customer': () => '哪个字段说明是谁买的？',
      'which-date': () => '哪个字段说明何时购买？',
      'which-amount': () => '哪个字段说明付了多少？',
      'several-currencies': (f, p) =>
        `文件中有多种货币（${f.list(p.samples)}）。不同货币不会相加：要汇总哪一种？其他货币的行不计入。`,
      'sum-of-columns': () =>
        '没有一列说明每位客户的消费总额，但有几列看起来是它的组成部分。要相加吗？',
      'far-dates': (f, p) =>
        `有些日期与其他日期相距很远（${f.list(p.samples)}）。是真实日期还是录入错误？其中任何一个都会改变统计截止日。`,
      'encoding-unsure': (f, p) =>
        `无法确定文件编码${p.samples.length ? `（${f.list(p.samples)}）` : ''}。如预览乱码请更换编码。`,
    },
    readAs: (_, p) => `${p.sample} 是 ${p.as}`,
    keepReading: '这样读取正确',
    sums: { add: '相加', dont: '不相加' },
    farDates: { keep: '日期无误', setAside: '不使用这些行' },
    duplicates: {
      says: (f, p) => `有 ${f.count(p.rows)} 行与另一行在所有读取的列上完全相同。可能是同一天的两笔相同购买，也可能是重复粘贴的导出。`,
      keep: '全部计入', setAside: '每行只计一次',
    },
    alike: {
      says: (f, p) => `有 ${f.count(p.customers)} 位客户的写法与另一位几乎相同，例如${p.examples.join('；')}。他们是同一个人吗？`,
      keep: '不同客户', merge: '同一人：合并',
    },
    missing: (f, p) => `还需要：${f.list(p.roles)}。`,
    counting: (f, p) => `正在统计：${f.count(p.rows)} 条记录，已读 ${f.share(p.share)}……`,
    usable: (f, p) => {
      const aside = p.aside.map((a) => `${shellZhHans.terms.reason[a.reason]} ${f.count(a.rows)} 条`).join('，');
      const head = `${f.count(p.read)} 条记录中 ${f.count(p.used)} 条可用，来自 ${f.count(p.customers)} 位客户`;
      return aside ? `${head}。已剔除：${aside}。` : `${head}。`;
    },
    make: '生成报告',
    back: '返回',
  },

  working: {
    title: (_, p) => `正在读取 ${p.file}`,
    opening: '正在查看前几条记录',
    unpacking: '正在打开工作簿',
    reading: (f, p) =>
      `已读 ${f.bytes(p.bytes)}，共 ${f.bytes(p.size)}：目前 ${f.count(p.rows)} 条记录，${f.count(p.customers)} 位客户`,
    valuing: (f, p) => `${f.count(p.rows)} 条记录已全部读取，正在为 ${f.count(p.customers)} 位客户估值和分群`,
    cancel: '取消',
    cancelled: '已取消。',
  },

  topbar: {
    label: '本报告',
    file: (f, p) => `${p.name}：${f.count(p.customers)} 位客户，${f.count(p.rows)} 条记录`,
    asOf: '统计截止日',
    asOfSlider: '移动统计截止日',
    asOfReset: '文件中的最后日期',
    change: '更改字段',
    another: '换一个文件',
    export: '导出',
    exports: {
      customers: '全部客户（CSV）',
      setAside: '已剔除记录（CSV）',
      settings: '设置（JSON）',
      report: '报告，不含客户（JSON）',
      page: '报告网页，不含客户（HTML）',
      print: '打印或存为 PDF',
    },
    wipe: '清除',
    mask: '隐藏客户身份',
    language: '语言',
    theme: '配色',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色' },
    updating: '正在计算……',
  },

  customers: {
    lead: (f, p) => `此名单共 ${f.count(p.total)} 位客户`,
    search: '搜索客户',
    filters: { segment: '客户分群', action: '行动组', valueTier: '价值分层', potentialTier: '潜力分层', stage: '生命周期阶段' },
    all: '全部',
    clear: '显示全部客户',
    cell: (f, p) =>
      f.list([
        ...(p.r === undefined ? [] : [`最近一次消费 ${f.count(p.r)} 分`]),
        ...(p.f === undefined ? [] : [`消费频率 ${f.count(p.f)} 分`]),
      ]),
    columns: {
      customer: '客户',
      segment: '分群',
      tier: '分层',
      lastOrder: '最近下单',
      orders: '订单数',
      net: '净消费额',
      valueIndex: '价值指数',
      potential: '潜在价值',
      overdue: '逾期倍数',
      expected: '预期价值',
      risk: '风险',
      atRisk: '风险金额',
    },
    caption: (f, p) => `第 ${f.count(p.from)} 至 ${f.count(p.to)} 位客户，共 ${f.count(p.total)} 位`,
    sortedBy: (_, p) => `按${p.column}${p.descending ? '从大到小' : '从小到大'}排列`,
    empty: '没有符合条件的客户。请更改搜索或筛选条件。',
    perPage: '每页',
    previous: '上一页',
    next: '下一页',
    page: (f, p) => `第 ${f.count(p.page)} 页，共 ${f.count(p.pages)} 页`,
    download: '下载此名单（CSV）',
    daysAgo: (f, p) => `${f.count(p.days)} 天前`,
    card: {
      open: (_, p) => `${p.customer} 为什么在这里？`,
      why: (f, { row, levels }) => {
        const score = (name: string, value: number | undefined): string =>
          value === undefined || levels === undefined ? '' : `（${name} ${f.count(value)} 分，满分 ${f.count(levels)}）`;
        const facts = [
          ...(row.recency_days === undefined ? [] : [`最近一次下单在 ${f.count(row.recency_days)} 天前${score('R', row.r)}`]),
          `共 ${f.count(row.orders)} 笔订单${score('F', row.f)}`,
          `净消费 ${f.money(row.net)}${score('M', row.m)}`,
        ].join('，');
        if (row.rfm_segment === undefined) {
          return row.orders === 0 ? `${facts}。没有有效订单，因此不属于任何分群。` : `${facts}。客户数过少，不计分。`;
        }
        const segment = shellZhHans.terms.segment[row.rfm_segment];
        if (row.moved_from === undefined) return `${facts}，因此属于${segment}。`;
        const times = row.overdue === undefined ? '远超常规购买间隔' : `距上次下单已是常规间隔的 ${f.number(row.overdue)} 倍`;
        return `${facts}。仅看得分属于${shellZhHans.terms.segment[row.moved_from]}，但${times}，因此归入${segment}。`;
      },
      next: '下一步动作',
      facts: {
        firstOrder: '首次下单',
        lastOrder: '最近下单',
        orders: '订单数',
        gross: '成交总额',
        refunds: '退款',
        net: '净消费额',
        usualGap: '常规购买间隔',
        overdue: '逾期倍数（距上次下单 ÷ 常规间隔）',
        scores: 'R、F、M 得分',
        stage: '生命周期阶段',
        valueTier: '价值分层',
        potentialTier: '潜力分层',
        potential: '潜在价值',
        valueIndex: '价值指数（0 至 100）',
        cluster: '聚类分组（k-means）',
      },
      ahead: {
        value: (f, p) =>
          `未来 ${f.count(p.months)} 个月：预期 ${f.money(p.value)}` + (p.orders === undefined ? '。' : `，来自 ${f.number(p.orders)} 笔订单。`),
        chance: (f, p) =>
          `${f.days(p.days)}内下单的概率：${f.share(p.buy)}` + (p.alive === undefined ? '。' : `；仍活跃（无论多慢）的概率：${f.share(p.alive)}。`),
        notTrusted: '该预测在此文件上未通过回测：请勿据此做计划。',
      },
    },
    noOrders: '无订单',
  },

  data: {
    rows: '记录',
    rowsFinding: (f, p) =>
      p.aside === 0
        ? `${f.count(p.read)} 条记录全部采用。`
        : `${f.count(p.read)} 条记录中采用 ${f.count(p.used)} 条，剔除 ${f.count(p.aside)} 条。`,
    rowsRead: '读取记录',
    rowsUsed: '采用记录',
    reason: '原因',
    count: '条数',
    money: '金额',
    moneyFinding: (f, p) => `收入 ${f.money(p.gross)}，退款 ${f.money(p.refunds)}，净额 ${f.money(p.net)}。`,
    gross: '成交总额',
    refunds: '退款',
    net: '净销售额 = 成交总额 − 退款',
    orders: '有效订单',
    customers: '客户',
    buyers: '有有效订单的客户',
    asideTitle: '已剔除记录',
    asideCaption: (f, p) => `已剔除记录第 ${f.count(p.from)} 至 ${f.count(p.to)} 条，共 ${f.count(p.total)} 条`,
    line: '行号',
    cells: '原始内容',
    showAside: '查看',
    notKept: '此类记录过多，未保留内容',
    downloadAside: '下载已剔除记录（CSV）',
    masked: '隐藏客户身份时不显示。',
    how: '文件读取方式',
    currency: '货币',
    currencyText: (f, p) =>
      p.others.length
        ? `${p.currency}；文件中另有 ${f.list(p.others.map(({ currency, rows }) => `${currency}（${f.count(rows)} 行）`))}`
        : p.currency,
    joined: '关联',
    joinedText: (f, p) =>
      p.key === undefined
        ? `${p.file.name}：没有一列能对应订单中的客户，因此未使用。请在“更改”中选择列。`
        : `${p.file.name}，按 ${p.key} 关联：${f.count(p.rows)} 行中有 ${f.count(p.rows - p.rows_unmatched - p.rows_without_key)} 行属于 ${f.count(p.customers_matched)} 位客户，${f.count(p.rows_unmatched)} 行在订单中找不到客户${p.rows_without_key ? `，${f.count(p.rows_without_key)} 行没有客户标识` : ''}；另有 ${f.count(p.customers_unmatched)} 位客户在其中没有记录。`,
    file: '文件',
    sheet: '工作表',
    readAs: '读取方式',
    mapping: '字段',
    period: '统计周期',
    periodText: (f, p) => `${f.day(p.from)}至${f.day(p.to)}`,
    engine: '生成工具',
    engineText: (f, p) => `Value Tiers ${p.engine}，报告版本 ${f.count(p.report)}`,
    settings: '设置',
    settingsText: '包括字段、格式、日期、权重和门槛，不含任何客户。下个月换新文件时恢复设置，报告口径保持一致。',
    saveSettings: '保存设置',
    restoreSettings: '恢复设置',
    restored: '设置已恢复。',
  },

  privacy: (f, p) => `仅在此页面处理。打开文件后网络请求：${f.count(p.requests)} 次。`,
  privacyIdle: '仅在您的浏览器内处理：没有服务器，不上传，不保存。',
  privacyCheck: {
    title: '如何自己验证',
    steps: [
      '打开本页面后断开网络，再拖入文件：一切照常，包括图表和 Excel。',
      '按 F12 打开“网络”面板，再拖入文件：列表中不会新增任何请求。',
      '在本站页面和离线文件的源代码中搜索“Content-Security-Policy”：浏览器会直接拒绝连接其他网站；离线文件则拒绝一切连接。',
      '按 F12 打开“应用”或“存储”面板：没有 Cookie，也没有任何已存数据。关闭页面或点“清除”，文件即被遗忘。',
    ],
    masked: '“隐藏客户身份”会在屏幕和导出文件中用代号代替每位客户。清除或关闭页面之前代号不变；生成代号的密钥不保存在任何地方。',
  },
  saveChart: { png: '图表存为 PNG', svg: '图表存为 SVG' },
  offlineCopy: '把本页存为一个无需网络的文件',

  notices: {
    wiped: '已清除。页面中不再保留文件的任何内容。',
  },

  failureTitle: '未能完成。',
  failureOf: (_, p) => `${p.file}：${p.text}`,
  failures: {
    'empty-file': () => '文件是空的。请重新导出，至少包含一笔订单。',
    'header-only': () => '文件只有字段名，没有记录。请重新导出订单。',
    'one-column': () => '只识别出一个字段。客户、日期和金额需要各占一个字段：请导出为 CSV，或更换分隔符。',
    'not-text': (_, p) =>
      ['zip', '7z', 'rar', 'gzip'].includes(p.value ?? '')
        ? '这是一个压缩包。请先解压，再拖入其中的订单文件。'
        : `这不是文本格式的表格${p.value && p.value !== 'unknown' ? `（看起来是 ${p.value}）` : ''}。请将订单导出为 CSV 后再拖入。`,
    'no-customer-column': () => '没有字段说明是谁买的。请选择客户字段。',
    'no-date-column': () => '没有字段说明何时购买。请选择下单日期字段。',
    'no-amount-column': () => '没有字段说明付了多少。请选择实付金额字段，或选择数量和单价。',
    'unknown-column': (_, p) => `文件中没有名为“${p.value ?? '?'}”的字段。请选择替代它的字段。`,
    'unknown-role': (_, p) => `“${p.value ?? '?'}”不是可用的字段含义。请在设置中改正。`,
    'no-usable-row': (_, p) =>
      `没有可用的记录${p.value && p.value in shellZhHans.terms.reason ? `，最常见的原因：${shellZhHans.terms.reason[p.value as keyof typeof shellZhHans.terms.reason]}` : ''}。请检查字段是否选对。`,
    'as-of-too-early': (f, p) => `统计截止日${p.value ? ` ${f.day(p.value)} ` : ''}早于文件中的第一笔订单。请选择更晚的日期。`,
    'bad-setting': (_, p) => `设置“${p.value ?? '?'}”超出范围。请重新设置。`,
    'settings-too-new': () => '这些设置由更新版本的 Value Tiers 保存。请在新版本中打开，或在此重新设置。',
    'unknown-encoding': (_, p) => `无法识别编码“${p.value ?? '?'}”。请选择其他编码。`,
    'too-large': () => '文件的记录或客户超出浏览器内存。请导出更短的时间段，或关闭其他标签页后重试。',
    'out-of-order': () => '计算过程出现错位。请重新拖入文件。',
    'engine-unavailable': () => '计算引擎未能加载。请刷新页面；若仍不行，请使用新版 Chrome、Edge、Firefox 或 Safari。',
    'wasm-blocked': () =>
      '本站的安全策略禁止 WebAssembly。请网站管理者在 Content-Security-Policy 的 script-src 中加入 \'wasm-unsafe-eval\'。',
    crashed: (_, p) => `计算意外中断，已重新启动${p.value ? `（${p.value}）` : ''}。请重新拖入文件；若再次中断，请缩短时间段。`,
    'unreadable-file': () => '浏览器无法读取该文件。它可能已被移动、修改或被其他程序占用：请关闭后重新拖入。',
    'workbook-encrypted': () => '这个工作簿有密码保护。请用 Excel 打开，另存为“CSV UTF-8”，再拖入该文件。',
    'workbook-damaged': () => '这个工作簿打不开，可能已损坏。请用 Excel 打开，另存为“CSV UTF-8”，再拖入该文件。',
    'workbook-too-large': (f, p) =>
      `这个工作簿解压后超出浏览器的处理能力${p.value ? `（${f.bytes(Number(p.value))}）` : ''}。请在 Excel 中另存为“CSV UTF-8”，再拖入该文件：文本文件大小不限。`,
    'workbook-empty': () => '没有任何有内容的单元格。请选择其他工作表，或重新保存含有订单的工作簿。',
    'not-a-workbook': () => '这不是表格。请将订单导出为 CSV，再拖入该文件。',
    directory: () => '这是一个文件夹。请打开它，拖入其中的订单文件。',
    'unreadable-settings': () => '这不是 Value Tiers 的设置文件。请选择在此保存的设置文件。',
  },
};
