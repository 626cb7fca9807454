/** 可能流失的顧客:繁體中文(台灣用語)。 */

import type { RiskMessages } from './risk.types.js';

export const riskZhHant: RiskMessages = {
  risk: {
    band: { red: '高風險', amber: '留意', green: '正常' },
    seen: { seen: '已出現', not_seen: '未出現', no_data: '無資料' },
    cause: {
      overdue: {
        name: '超出回購週期',
        means: '未下單的時間超過該顧客平常的間隔。',
        needs: '至少兩筆訂單',
        act: '先寄提醒，再由專人聯繫。',
        unless: '訂單少於三筆：此時以全體顧客的間隔衡量',
      },
      slowing: {
        name: '購買頻率下降',
        means: '最近三次間隔逐次拉長，或訂單比前一年減少 30%。',
        needs: '至少四筆訂單',
        act: '找出流失的購買時機；提供訂閱或自動補貨。',
        unless: '季節可以解釋',
      },
      basket: {
        name: '客單價下降',
        means: '最近兩筆訂單低於自身中位數的 70%。',
        needs: '至少四筆訂單',
        act: '提供組合，或滿額贈品。',
        unless: '是我方主動降價',
      },
      category: {
        name: '品類流失',
        means: '常買品類已缺席兩個自身週期，期間仍購買其他品類。',
        needs: '品類欄位',
        act: '詢問原因；推薦替代品並協助比較。',
        unless: '該商品已停售',
      },
      balance: {
        name: '餘額下降',
        means: '餘額低於上期餘額的 70%。',
        needs: '上期餘額欄位',
        act: '致電了解資金用途，介紹合適的產品。',
        unless: '資金只是轉到本行的其他帳戶',
      },
      service: {
        name: '服務問題',
        means: '滿意度偏低，或客服件數多於五分之四的買家。',
        needs: '滿意度或客服件數欄位',
        act: '致歉、解決、指定負責人。',
        unless: '只是一次詢問',
      },
      product: {
        name: '產品問題',
        means: '退款占比高於 80% 的顧客。',
        needs: '檔案中的退款紀錄',
        act: '換貨、說明品質、介紹更合適的型號。',
        unless: '只是換尺寸或顏色',
      },
      price: {
        name: '價格敏感',
        means: '至少 60% 的購買使用了折扣。',
        needs: '折扣欄位',
        act: '說明價值；先小範圍測試大包裝或會員價。',
        unless: '一開始就只在促銷時購買',
      },
      one_and_done: {
        name: '一次性購買',
        means: '只有一筆訂單，且已超過一個平常間隔。',
        needs: '有回購顧客才知道平常間隔',
        act: '規劃二次購買活動；確認是否為送禮。',
        unless: '首筆是節慶禮品',
      },
      unreachable: {
        name: '無法觸及',
        means: '既無電子郵件也無電話。',
        needs: '電子郵件或電話欄位',
        act: '下次接觸時收集聯絡方式；使用廣告受眾。',
        unless: '其他名單中有聯絡方式',
      },
      seasonal: {
        name: '季節性停頓',
        means: '一年前有過同樣的停頓。',
        needs: '超過一年的訂單',
        act: '等待；旺季前寄一次訊息。',
        unless: '以前在淡季也購買',
      },
    },

    title: (f, p) =>
      p.red > 0
        ? `${f.count(p.red)} 位顧客處於高風險，${f.count(p.amber)} 位需留意：風險金額 ${f.moneyShort(p.money)}`
        : `${f.count(p.scored)} 位顧客中無人處於高風險；${f.count(p.amber)} 位需留意`,
    off: '現有內容不足以判斷誰可能流失',
    about: {
      model: (f, p) =>
        `風險指未來 ${f.days(p.days ?? 0)}內不再購買的機率：由模型算出，並按此前 ${f.days(p.days ?? 0)}的實際情況校準。`,
      table: (f, p) =>
        `風險指未來 ${f.days(p.days ?? 0)}內不再購買的機率：依訂單筆數與沉默時間相同的顧客在此前 ${f.days(p.days ?? 0)}的表現。沒有可信的模型可用。`,
      label: () => '風險指檔案自帶流失標記的機率，只針對尚未流失的顧客；不說明何時流失。',
    },
    money: {
      expected: '風險金額：風險 × 每位顧客的預期價值。不是金融上的風險值。',
      yearly: '風險金額：風險 × 每位顧客至今的年平均消費。不是金融上的風險值。',
      so_far: '風險金額：風險 × 每位顧客的累計消費；檔案未說明歷時多久。不是金融上的風險值。',
    },
    why: {
      no_dates: '檔案沒有訂單日期，也沒有流失標記。',
      no_repeat: '還沒有人回購，因此沒有可比的平常間隔。',
      history_too_short: '檔案涵蓋的天數太少，無法回看一個平常間隔。',
      too_few_left: '顧客過少，或幾乎所有人的表現相同：無從區分。',
      not_tested: '歷史太短，無法用過去檢驗這項預警。',
      no_better_than_recency: '這項預警並不優於只看最近一次消費：按距上次下單的天數排序同樣有效。',
      nearly_all_red: '天數這麼短，幾乎沒有人會購買，所以幾乎人人都是高風險：可在下方設更多天數，或從風險金額最大的名單頂端開始。',
    },
    customers: '顧客數',
    atStake: '風險金額',
    from: (f, p) => (p.to === undefined ? `風險 ${f.number(p.from)} 以上` : p.from === 0 ? `風險低於 ${f.number(p.to)}` : `風險 ${f.number(p.from)} 到未滿 ${f.number(p.to)}`),
    bars: '各風險等級的顧客數與金額',

    hit: {
      title: (f, p) =>
        `若在 ${f.days(p.days)}前提出同樣的預警，高風險顧客有 ${f.count(p.red)} 位，其中 ${f.count(p.left)} 位之後沒有再購買`,
      none: (f, p) => `若在 ${f.days(p.days)}前提出同樣的預警，沒有顧客處於高風險`,
      about: (f, p) =>
        `以${p.dayText}為準，只用當時已有的紀錄：${f.count(p.customers)} 位顧客，其中 ${f.count(p.left)} 位在之後 ${f.days(p.days)}內沒有購買。` +
        (p.precision === undefined ? '' : `精確率 ${f.share(p.precision, 1)}。`),
      recall: (f, p) => `沒有再購買的 ${f.count(p.left)} 位中，${f.share(p.recall)} 事先被列為高風險（召回率）。`,
      lift: (f, p) => `是全體比例的 ${f.times(p.lift)}；全體中 ${f.share(p.share)} 沒有再購買（提升度）。`,
      ranking: (f, p) =>
        p.better
          ? `排序優於只看距上次下單的天數（AUC ${f.fixed(p.auc, 2)} 對 ${f.fixed(p.recency, 2)}）。`
          : `排序並不優於只看距上次下單的天數（AUC ${f.fixed(p.auc, 2)} 對 ${f.fixed(p.recency, 2)}）。`,
      calibration: (f, p) => `平均風險 ${f.number(100 * p.predicted)} 的顧客中，${f.share(p.actual)} 流失`,
      x: '算出的風險',
      y: '實際流失占比',
      even: '與算出的一致',
      tenth: '風險起點',
    },

    causes: {
      title: (f, p) => `風險金額最多的跡象：${p.name}，見於 ${f.count(p.customers)} 位顧客，共 ${f.moneyShort(p.money)}`,
      none: '有風險的顧客身上沒有出現任何跡象',
      about: '這是資料中的跡象，並非原因的證明。高風險與留意合併計算；同一位顧客可有多種跡象。',
      cause: '跡象',
      split: (f, p) => `已出現 ${f.count(p.seen)}，未出現 ${f.count(p.notSeen)}，無資料 ${f.count(p.noData)}`,
      missing: '檔案中沒有相關內容',
      unless: '以下情況不算',
      do: '做法',
      owner: '負責人',
      channel: '管道',
      offer: '優惠',
      kpi: '觀察指標',
      noDiscount: '不必打折：折扣解決的不是這個問題。',
      discountTested: '折扣只用於有對照組的測試。',
      owners: { marketing: '行銷', account_manager: '客戶經理', service: '客服', product: '產品' },
      kpis: {
        reorder_in_one_gap: '一個平常間隔內再次下單',
        gap_back_to_median: '間隔回到中位數',
        average_order_value: '平均客單價',
        category_return: '重新購買該品類',
        balance_return: '餘額回升',
        satisfaction_and_repeat: '滿意度、客訴後的回購',
        refunds_and_repeat: '退款、退款後的回購',
        margin_per_customer: '每位顧客的毛利',
        second_order: '二次購買率',
        reachable_share: '可觸及率',
        return_in_season: '旺季回流',
      },
    },

    season: (f, p) => {
      if (!p.known) return '季節：檔案的時間不夠長，無法與去年同期比較。';
      const quiet =
        p.base === undefined
          ? ''
          : p.base < 0.8
            ? `去年同期的回購也偏少（是前後同等時段的 ${f.share(p.base)}），因此沉默的意義較弱。`
            : `去年同期的回購沒有明顯偏少（是前後同等時段的 ${f.share(p.base)}）。`;
      const factor =
        p.factor === undefined ? '；人數太少，無法衡量影響，風險維持不變' : `；按過去的實際情況，風險乘以 ${f.fixed(p.factor, 2)}`;
      return `季節：${f.count(p.customers)} 位顧客去年有過同樣的停頓${p.customers > 0 ? factor : ''}。${quiet}`;
    },

    label: {
      title: (f, p) => `從欄位「${p.column}」學得：區分是否流失的 AUC 是 ${f.fixed(p.auc, 2)}`,
      about: (f, p) =>
        `對 ${f.count(p.customers)} 位顧客做邏輯迴歸，其中 ${f.count(p.left)} 位已流失；分 ${f.count(p.folds)} 份交叉驗證（種子 ${p.seed}），每位顧客的風險都來自沒有見過該顧客的模型。`,
      red: (f, p) => `列入高風險的顧客中 ${f.share(p.precision)} 流失，占全部流失顧客的 ${f.share(p.recall)}。`,
      drivers: (_, p) => `「${p.column}」對風險的影響最大`,
      driver: (f, p) =>
        `${p.word === undefined ? `${p.column} ${p.above ? '高於' : '不超過'} ${f.number(p.cut ?? 0)}` : `${p.column}:${p.word}`}，其中 ${f.share(p.share)} 流失，其他顧客 ${f.share(p.others)}`,
      suspect: (f, p) =>
        `只憑「${p.column}」排序，AUC 已達 ${f.fixed(p.auc, 2)}。請確認它在顧客流失之前就已知；否則請從檔案中刪去。`,
      share: '流失占比',
      others: '其他顧客流失占比',
      column: '欄位',
      effect: '對對數勝算的影響',
      refusedTitle: (f, p) => `拒絕使用 ${f.count(p.count)} 個欄位`,
      refused: {
        names_the_answer: '從名稱看，顧客流失之後才會知道',
        gives_the_answer: '只憑它就幾乎能準確說出誰已流失',
        too_many_words: '不同的值太多，無從學習',
        constant: '所有顧客都相同',
      },
    },

    table: {
      risk: '風險',
      band: '風險等級',
      cause: '跡象',
      atRisk: '風險金額',
      says: (f, p) =>
        `風險 ${f.number(p.risk, 0)}（滿分 100，${p.level}）` +
        (p.days === undefined ? '' : `：未來 ${f.days(p.days)}內不再購買`) +
        (p.money === undefined ? '。' : `；風險金額 ${f.money(p.money)}。`),
      evidence: '資料中的跡象',
    },
    settings: {
      title: '預警天數與等級',
      days: '預警天數',
      daysAuto: '留空：一個平常間隔。',
      red: '高風險起點',
      amber: '留意起點',
      apply: '重新計算',
    },
  },
};
