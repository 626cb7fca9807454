/** 繁體中文：顧客流動用語。 */

import type { Formatter } from '../element/format.js';
import type { Step } from '../engine/types.js';
import type { MovesMessages } from './moves.types.js';

const STEP: Record<Step, string> = { month: '個月', quarter: '季', year: '年' };
const basket = (f: Formatter, ratio: number | undefined): string => (ratio === undefined ? '' : `（此前的 ${f.times(ratio)}）`);
const PART = { customers: '顧客數', orders: '每人訂單數', basket: '平均客單價', refunds: '退款' } as const;

export const movesZhHant: MovesMessages = {
  moves: {
    working: '正在比較兩個日期……',
    noDates: '分析流動需要每筆訂單的日期。這個檔案每位顧客一列。',
    tooShort: '這個檔案裡沒有兩個可以比較的日期。',
    from: '對比日期',
    compared: (f, p) => `${f.day(p.from)}與${f.day(p.to)}（上方的統計截止日）對比。`,
    held: (f, p) => `兩個日期都以${f.day(p.to)}的門檻衡量：誰移動，是因為自己的變化，而不是因為別人變了。`,
    views: { tiers: '價值分級', actions: '行動組別', segments: '顧客分群' },
    fresh: '尚無訂單',
    gone: '全部退款',

    migration: {
      switch: '在哪些組別之間流動',
      title: (f, p) => `自${f.day(p.from)}以來，${f.count(p.risers)} 位顧客升到更高價值等級，${f.count(p.fallers)} 位降到更低價值等級`,
      flow: (f, p) => `${p.from} → ${p.to}\n${f.count(p.customers)} 位顧客，期間帶來 ${f.moneyShort(p.net)}`,
      node: (f, p) => `${p.name}，${f.day(p.day)}\n${f.count(p.customers)} 位顧客`,
      table: '遷移矩陣：顧客數及其期間貢獻',
      corner: (f, p) => `${f.day(p.from)} ↓  ${f.day(p.to)} →`,
      all: '合計',
      legend: '左側為較早日期，右側為較晚日期；帶寬表示顧客數。',
      empty: (f, p) => `兩個日期都沒有顧客的組別：${f.list(p.groups)}。`,
    },

    movers: {
      switch: '上升或下降',
      up: '上升顧客',
      down: '下降顧客',
      titleUp: (f, p) => `自${f.day(p.from)}以來，${f.count(p.customers)} 位顧客上升，帶來 ${f.moneyShort(p.net)}`,
      titleDown: (f, p) => `自${f.day(p.from)}以來，${f.count(p.customers)} 位顧客下降，帶來 ${f.moneyShort(p.net)}`,
      titleCell: (f, p) => `${f.count(p.customers)} 位顧客：${p.from} → ${p.to}`,
      back: '返回上升與下降顧客',
      nobody: '沒有顧客。',
      customer: '顧客',
      tier: '價值分級',
      index: '價值指數',
      why: '原因',
      net: '期間貢獻',
      reason: {
        first_order: (f, p) => `首次下單；期間 ${f.count(p.orders)} 筆訂單`,
        refund: (f, p) => `退款 ${f.money(p.refunds)}：退回多於收入`,
        ordered_again: (f, p) => `再次下單：${f.count(p.orders)} 筆`,
        larger_basket: (f, p) => `客單價提高${basket(f, p.basket_ratio)}，${f.count(p.orders)} 筆訂單`,
        smaller_basket: (f, p) => `客單價降低${basket(f, p.basket_ratio)}，${f.count(p.orders)} 筆訂單`,
        no_order: (f, p) => (p.recency_days === undefined ? '已無有效訂單' : `${f.days(p.recency_days)}沒有下單`),
        longer_customer: () => '往來年資增加，沒有新訂單',
      },
    },

    high: {
      title: (f, p) =>
        `${f.day(p.from)}的 ${f.count(p.customers)} 位高價值顧客中，${f.share(p.bought_share ?? 0)} 之後再次購買，${f.share(p.still_high_share ?? 0)} 仍為高價值`,
      money: (f, p) => `他們在期間帶來 ${f.money(p.since)}，此前等長期間為 ${f.money(p.before)}。`,
      nobody: (f, p) => `${f.day(p.from)}沒有高價值顧客。`,
    },

    mix: {
      title: (f, p) => `高價值顧客：${f.day(p.from)}有 ${f.count(p.first)} 位，${f.day(p.to)}有 ${f.count(p.last)} 位`,
      about: (f, p) => `每個期間期末各級的顧客數，以${f.day(p.to)}的門檻劃分。`,
      day: '日期',
      of: (f, p) => `${f.count(p.customers)}（${f.share(p.share)}）`,
    },

    cohorts: {
      switch: '留存或價值',
      views: { retention: '顧客留存率', value: '累計價值' },
      step: '同類群組按',
      steps: { month: '月', quarter: '季', year: '年' },
      period: (_, p) => {
        const [year = '', month = '1'] = p.start.split('-');
        return p.step === 'year' ? `${year} 年`
          : p.step === 'quarter' ? `${year} 年第 ${Math.ceil(Number(month) / 3)} 季`
          : `${year} 年 ${Number(month)} 月`;
      },
      titleRetention: (f, p) => `新顧客首次下單後的第 1 ${STEP[p.step]}，有 ${f.share(p.share)} 再次下單`,
      titleValue: (f, p) => `${p.period}首次下單的顧客，${f.count(p.after)} ${STEP[p.step]}後每人帶來 ${f.money(p.value)}`,
      titleNone: '還沒有同類群組滿一個完整期間',
      first: '首次下單',
      customers: '顧客數',
      after: (f, p) => (p.after === 0 ? '當期' : `+${f.count(p.after)}`),
      average: '全部',
      running: '最後一個期間尚未結束：帶「…」的數字還會增加。',
      older: (f, p) => `更早的同類群組共 ${f.count(p.customers)} 位顧客，未顯示。`,
      left: '第一個同類群組可能包含早於檔案起點的舊顧客。',
      about: {
        retention: '各同類群組在首次下單之後各期間內有訂單的顧客占比。',
        value: '各同類群組至今的淨銷售額，按每位顧客平均。',
      },
    },

    indicators: {
      title: (f, p) =>
        p.of === 0 ? '顧客太少，無法區分指標變化與偶然波動'
        : p.clear.length === 0 ? `${f.count(p.of)} 項指標的變化都沒有超出偶然波動`
        : `${f.count(p.of)} 項指標中有 ${f.count(p.clear.length)} 項的變化超出偶然波動：${f.list(p.clear)}`,
      about: (f, p) =>
        `${f.day(p.after.first)}至${f.day(p.after.last)}，與等長的${f.day(p.before.first)}至${f.day(p.before.last)}對比。`,
      key: '圓點：相對前一期間的變化；線段：95 % 區間；實心圓點表示變化超出偶然波動。n 為計入的顧客數。',
      how: '以顧客為抽樣單位，兩期都有的顧客只算一次（線性化差值，±1.96 個標準誤）；每期至少需要 30 位顧客。沒有變化的指標中也會有約二十分之一看似有變化。標記只說明有變化，不說明原因。',
      indicator: '指標',
      difference: '差異',
      verdict: '超出偶然波動？',
      clear: '是',
      chance: '否：可能是偶然',
      few: '顧客太少，無法判斷',
      points: (_, p) => `${p.points} 個百分點`,
      range: (_, p) => `95 %：${p.low} 至 ${p.high}`,
      days: (_, p) => `${p.days} 天`,
      names: {
        revenue: '淨銷售額',
        active_customers: '活躍顧客數',
        new_share: '新顧客占比',
        net_per_customer: '每人淨銷售額',
        orders_per_customer: '每人訂單數',
        basket: '平均客單價',
        repeat_rate: '回購率',
        second_order30: '30 天內第二單',
        second_order90: '90 天內第二單',
        churn_rate: '流失率',
        refund_rate: '退款率',
        gap: '購買間隔',
        discount_share: '折扣列占比',
      },
      formula: {
        revenue: '收入 − 退款',
        active_customers: '期間下單的顧客',
        new_share: '檔案中首單在該期間的顧客 ÷ 下單顧客數',
        net_per_customer: '淨銷售額 ÷ 下單顧客數',
        orders_per_customer: '訂單數 ÷ 下單顧客數',
        basket: '收入 ÷ 訂單數',
        repeat_rate: '期間有兩筆以上訂單的顧客 ÷ 下單顧客數',
        second_order30: '僅計首單距期末至少 30 天的顧客',
        second_order90: '僅計首單距期末至少 90 天的顧客',
        churn_rate: '期末當天：超過 3 個慣常間隔未下單的回購顧客 ÷ 回購顧客',
        refund_rate: '退款 ÷ 收入',
        gap: '在該時期結束的購買間隔天數的平均值',
        discount_share: '有折扣的列 ÷ 有收入的列',
      },
    },

    shifts: {
      title: (f, p) =>
        p.of === 0 ? '各分群內部：顧客太少，無法區分變化與偶然波動'
        : p.larger === 0 ? `各分群內部：${f.count(p.of)} 項對比都沒有超出偶然波動`
        : `各分群內部：${f.count(p.of)} 項對比中有 ${f.count(p.larger)} 項超出偶然波動：${f.list(p.found)}${p.larger > p.found.length ? '……' : ''}`,
      finding: (_, p) => `${p.name}的${p.word} ${p.by}`,
      about: (f, p) => `同樣的兩個時期，按兩期之前的${f.day(p.day)}所在分群劃分：若按更晚的日期劃分，分群本身就取決於這兩期的表現。`,
      short: '按分群看變化，需要在兩期之前還有一個時期用來劃分分群：請選擇更晚的對比日期。',
      how: '著色：已計入表中全部對比後仍超出偶然波動（95 %，Bonferroni 校正；以顧客為單位）。灰色：某一期不足 30 位顧客。小字：前後數值；將指標移到儲存格上可看區間。',
      segment: '原分群',
      customers: '顧客',
      all: '全部顧客',
      notYet: '當時還不是顧客',
      habits: '購買習慣：前一時期到後一時期的變化',
      categories: '品類：占收入比例的變化',
      clear: '（超出偶然波動）',
    },

    change: {
      title: (f, p) =>
        `淨銷售額從 ${f.moneyShort(p.change.before.net)} ${Number(p.change.net) < 0 ? '降至' : '升至'} ${f.moneyShort(p.change.after.net)}，影響最大的是${PART[p.part]}`,
      none: '無法拆分銷售額變化：較早日期之前的等長期間超出了檔案起點。請選擇更晚的對比日期。',
      about: '這是算術拆分，不是因果：顧客數 × 每人訂單數 × 平均客單價 − 退款。每一部分是各因素按所有先後順序變化的平均（夏普利值），合計精確到分。',
      kept: (f, p) => `前一期間有 ${f.count(p.before)} 位顧客下單，後一期間 ${f.count(p.after)} 位，其中 ${f.count(p.kept)} 位兩期都有下單。`,
      before: '前一期間',
      after: '後一期間',
      customers: '顧客數',
      orders: '每人訂單數',
      basket: '平均客單價',
      refunds: '退款',
      difference: '差額',
      period: (f, p) => `${f.day(p.first)}至${f.day(p.last)}`,
      table: { part: '部分', before: '之前', after: '之後', effect: '影響', ordersEach: '每人訂單數', net: '淨銷售額' },
    },
  },
};
