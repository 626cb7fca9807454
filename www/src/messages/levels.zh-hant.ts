/** Traditional Chinese words about levels and thresholds. */

import type { Formatter } from '../element/format.js';
import type { LevelsMessages } from './levels.types.js';

const gaps = (f: Formatter, from: number, days?: number): string =>
  days === undefined ? `${f.number(from)} 個週期` : f.days(Math.round(from * days));

export const levelsZhHant: LevelsMessages = {
  levels: {
    title: (f, p) => `${f.count(p.customers)} 位顧客再下一單即可進入${p.name}；這些訂單可帶來 ${f.moneyShort(p.money)}`,
    none: '沒有顧客再下一單就能升等',
    about: '再下一單：今天、依該顧客平常的訂單金額，其他顧客不變。',
    working: '正在計算等級…',
    off: '無法計算等級。',
    ruler: '各等級的門檻',
    by: '劃分依據',
    cutBy: { customers: '顧客占比', revenue: '銷售額占比', money: '淨消費金額' },
    from: (f, p) => (p.by === 'money' ? `${f.money(p.from)} 起` : `指數 ${f.number(p.from, 1)} 起`),
    keptFrom: (f, p) => `保級線 ${p.by === 'money' ? f.money(p.from) : f.number(p.from, 1)}`,
    keeping: (f, p) => `保留 ${f.day(p.since)} 的等級，直到低於保級線：否則有 ${f.count(p.kept)} 位顧客會降等。`,
    notKeeping: (f, p) => `未設定評定日，因此不知道先前的等級，無人保級。設定後，達到門檻的 ${f.share(p.keep)} 即可保級。`,
    oneOrder: (f, p) => `${f.count(p.customers)} 位顧客差一單（${f.moneyShort(p.money)}）`,
    onTheLine: (f, p) => `${f.count(p.customers)} 位顧客在線上：高於保級線、低於門檻`,
    kept: (f, p) => `${f.count(p.customers)} 位顧客自評定日起保級`,
    oneOrderOf: (_, p) => `差一單進入${p.name}`,
    onTheLineOf: (_, p) => `在${p.name}的線上`,
    balance: {
      title: (f, p) => `${p.name}帶來 ${f.share(p.net)} 的淨銷售額，獲得 ${f.share(p.hours)} 的服務時間`,
      even: (f, p) => `${p.name}占顧客的 ${f.share(p.customers)}，帶來 ${f.share(p.net)} 的淨銷售額：若人人服務相同，所得份額偏小`,
      customers: '顧客',
      net: '淨銷售額',
      points: '點數成本',
      hours: '服務時間',
      hoursEven: '服務，人人相同',
      level: '等級',
      spent: '期間消費',
      cost: '點數成本',
      byValue: '依銷售額占比的小時數',
      oneOrder: '差一單',
      onTheLine: '在線上',
      money: '這些訂單',
    },
    points: (f, p) =>
      (p.from === undefined || p.to === undefined ? '' : `${f.day(p.from)}至${f.day(p.to)}，`) +
      `以消費金額 ${f.share(p.points, 1)} 計的點數成本為 ${f.moneyShort(p.cost)}。`,
    assumption: '此比率由您設定，並非預測。',
    tenure: {
      title: (f, p) => `${p.name}:${f.count(p.customers)} 位顧客中 ${f.share(p.high)} 為${p.level}`,
      one: (_, p) => `所有顧客的往來年資屬於同一級：${p.name}`,
      grade: (f, p) =>
        p.from === 0 ? `不滿 ${f.number(p.to ?? 0)} 年`
        : p.to === undefined ? `${f.number(p.from)} 年以上`
        : `${f.number(p.from)}–${f.number(p.to)} 年`,
      head: '首單以來的年數',
    },
    form: {
      title: '點數、服務時間與年資分級',
      points: '點數：消費金額的 %',
      hours: '每月服務小時數',
      hoursAuto: '留空：每位顧客相同。',
      tenure: '各級起始年數',
      apply: '重新計算',
    },
    rule: {
      by: '分級依據',
      high: { customers: '高價值：前 …% 的顧客', revenue: '高價值：合計帶來 …% 銷售額的最佳顧客' },
      medium: { customers: '中等價值：接下來的 …%', revenue: '中等價值：接下來合計帶來 …% 的顧客' },
      moneyHigh: '高價值：淨消費金額起點',
      moneyMedium: '中等價值：淨消費金額起點',
      keep: '達到門檻的 …% 即可保級',
      since: '評定日（保留當日的等級）',
      sinceAbout: '留空：只依門檻分級。',
      over: '高價值與中等價值合計超過 100%：部分顧客會同時屬於兩級。',
      crossed: '中等價值的起點高於高價值：部分顧客會同時屬於兩級。',
      number: '有數字缺漏或超出範圍。',
      moneyAlone: '分級只看淨消費金額；權重只影響價值指數。',
    },
  },
  thresholds: {
    title: '調整門檻',
    templates: '產業範本',
    templatesAbout: '範本只是起點，所設內容都顯示在此處，可以修改。',
    template: {
      ecommerce: { name: '電商', sets: '依顧客五分位評分，以各自的節奏衡量；分級 20% / 30% / 其餘。' },
      bank: { name: '銀行', sets: '金額為餘額。所有人的週期為 30 天，往來年資與最近一次消費權重相同，依金額占比分級（80% / 15% / 其餘）。' },
      manufacturing: { name: '製造業與 B2B', sets: '客戶少：以天數、訂單數、平均訂單金額的固定門檻評分，先看 ABC，計入往來年資，依銷售額占比分級（80% / 15% / 其餘）。' },
    },
    take: '使用',
    taken: '使用中',
    gate: {
      no_dates: () => '檔案沒有消費時間，評分、階段與節奏都無從談起。ABC 只需要金額。',
      no_order_counts: () => '檔案沒有訂單次數，評分沒有意義。ABC 只需要金額。',
      few_customers: (f, p) => `只有 ${f.count(p.value ?? 0)} 位下過單的顧客：人數太少，五分位意義不大，改用 ABC 與固定門檻。`,
      few_days: (f, p) => `檔案只有 ${f.days(p.value ?? 0)}的訂單：不足以看出節奏，先顯示 ABC。`,
      no_repeat: () => '還沒有顧客回購，沒有平常的購買間隔：階段與 NES 為空，改為顯示分群。',
    },
    axis: { recency: '距最近一次消費天數', frequency: '訂單數', monetary: '淨消費金額' },
    score: (f, p) => `${f.count(p.score)} 分`,
    upTo: (f, p) => `至 ${p.axis === 'monetary' ? f.money(p.to) : p.axis === 'recency' ? f.days(p.to) : f.number(p.to, 1)}`,
    over: (f, p) => `超過 ${p.axis === 'monetary' ? f.money(p.from) : p.axis === 'recency' ? f.days(p.from) : f.number(p.from, 1)}`,
    rulers: (_, p) => `依${p.axis === 'recency' ? '距最近一次消費天數' : p.axis === 'frequency' ? '訂單數' : '淨消費金額'}評分`,
    field: (f, p) => `${f.count(p.score)} 分的上限`,
    fromData: '取自資料',
    fixed: '固定：30、90、180、365 天',
    fault: (f, p) => `${f.number(p.above)} 排在 ${f.number(p.below)} 之前：顧客會同時屬於兩組，或不屬於任何一組。門檻須依次遞增。`,
    missing: '有門檻缺漏或不是數字。',
    sound: '每位顧客恰好屬於一組。',
    cycle: '所有人的週期（天）',
    cycleAuto: '留空：各顧客自己平常的購買間隔。',
    cycleFixed: (f, p) => `所有人的週期均為 ${f.days(p.days)}。`,
    nes: {
      n: (f, p) => `1 筆訂單，${gaps(f, p.active, p.days)}以內`,
      e0: (f, p) => `回購，${gaps(f, p.active, p.days)}以內`,
      s1: (f, p) => `距最近一次消費至多 ${gaps(f, p.drowsy, p.days)}`,
      s2: (f, p) => `至多 ${gaps(f, p.half, p.days)}`,
      s3: (f, p) => `超過 ${gaps(f, p.half, p.days)}`,
    },
    nesField: ['活躍：至多 … 個週期', '瞌睡（S1）：至多', '半睡（S2）：至多'],
    stages: {
      prospect: () => '在檔案中，沒有訂單',
      new: () => '1 筆訂單，1 個週期以內',
      developing: (f, p) => `2–3 筆訂單，${gaps(f, p.slowing)}以內`,
      mature: (f, p) => `4 筆訂單以上，${gaps(f, p.slowing)}以內`,
      returned: () => '沉睡後再次下單，1 個週期以內',
      slowing: (f, p) => `超過 ${gaps(f, p.slowing)}，或最近間隔與等待對該顧客而言都偏長；僅 1 筆訂單時超過 1 個週期`,
      dormant: (f, p) => `超過 ${gaps(f, p.dormant)}；僅 1 筆訂單時超過 ${f.number(p.dormant_one)}`,
      lost: (f, p) => `超過 ${gaps(f, p.dormant * p.lost)}；僅 1 筆訂單時超過 ${f.number(p.dormant_one * p.lost)}`,
    },
    stageField: { slowing: '趨緩：超過 … 個週期', dormant: '沉睡：超過', dormant_one: '沉睡（僅 1 筆訂單）：超過', lost: '流失：沉睡的 … 倍' },
    eight: {
      by: '高低的分界',
      from: { median: '中位數', mean: '平均值', given: '自訂數值' },
      about: (f, p) =>
        `最近一次消費、頻率、金額各自高於（↑）或低於（↓）${p.by === 'median' ? '中位數' : p.by === 'mean' ? '平均值' : '您給的數值'}：` +
        `R↑ 距最近一次消費少於 ${f.days(p.recency)}，F↑ 多於 ${f.number(p.frequency, 2)} 筆訂單，M↑ 高於 ${f.money(p.monetary)}。`,
      skewed: (f, p) => `少數大客戶把${p.axes}的平均值拉離中間：${f.count(p.buyers)} 位顧客中只有 ${f.count(p.high)} 位消費更多。中位數可均分顧客。`,
    },
    abc: {
      name: { a: 'A 類', b: 'B 類', c: 'C 類' },
      about: (f, p) => `A：合計帶來 ${f.share(p.a)} 淨銷售額的最大顧客。B：接下來直到 ${f.share(p.b)}。C：其餘。`,
      finding: (f, p) => `${f.count(p.buyers)} 位顧客中 ${f.count(p.customers)} 位為 A 類，帶來 ${f.share(p.share_net)} 的淨銷售額`,
      from: (f, p) => `${f.money(p.from)} 起`,
      a: 'A 類帶來 …% 的銷售額',
      b: 'A 與 B 類帶來 …%',
    },
    apply: '重新計算',
  },
};
