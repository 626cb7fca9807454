/** 简体中文：客户流转用语。 */

import type { Formatter } from '../element/format.js';
import type { Step } from '../engine/types.js';
import type { MovesMessages } from './moves.types.js';

const STEP: Record<Step, string> = { month: '个月', quarter: '个季度', year: '年' };
const basket = (f: Formatter, ratio: number | undefined): string => (ratio === undefined ? '' : `（此前的 ${f.times(ratio)}）`);
const PART = { customers: '客户数', orders: '人均订单数', basket: '客单价', refunds: '退款' } as const;

export const movesZhHans: MovesMessages = {
  moves: {
    working: '正在比较两个日期……',
    noDates: '分析流转需要每笔订单的日期。此文件每位客户一条记录。',
    tooShort: '此文件中没有两个可以比较的日期。',
    from: '对比日期',
    compared: (f, p) => `${f.day(p.from)}与${f.day(p.to)}（上方的统计截止日）对比。`,
    held: (f, p) => `两个日期都按${f.day(p.to)}的门槛衡量：谁移动，是因为自己的变化，而不是因为别人变了。`,
    views: { tiers: '价值分层', actions: '行动组', segments: '客户分群' },
    fresh: '尚无订单',
    gone: '全部退款',

    migration: {
      switch: '在哪些组之间流转',
      title: (f, p) => `自${f.day(p.from)}以来，${f.count(p.risers)} 位客户升到更高价值层，${f.count(p.fallers)} 位降到更低价值层`,
      flow: (f, p) => `${p.from} → ${p.to}\n${f.count(p.customers)} 位客户，期间带来 ${f.moneyShort(p.net)}`,
      node: (f, p) => `${p.name}，${f.day(p.day)}\n${f.count(p.customers)} 位客户`,
      table: '迁移矩阵：客户数及其期间贡献',
      corner: (f, p) => `${f.day(p.from)} ↓  ${f.day(p.to)} →`,
      all: '合计',
      legend: '左侧为较早日期，右侧为较晚日期；带宽表示客户数。',
      empty: (f, p) => `两个日期都没有客户的组：${f.list(p.groups)}。`,
    },

    movers: {
      switch: '上升或下降',
      up: '上升客户',
      down: '下降客户',
      titleUp: (f, p) => `自${f.day(p.from)}以来，${f.count(p.customers)} 位客户上升，带来 ${f.moneyShort(p.net)}`,
      titleDown: (f, p) => `自${f.day(p.from)}以来，${f.count(p.customers)} 位客户下降，带来 ${f.moneyShort(p.net)}`,
      titleCell: (f, p) => `${f.count(p.customers)} 位客户：${p.from} → ${p.to}`,
      back: '返回上升与下降客户',
      nobody: '没有客户。',
      customer: '客户',
      tier: '价值分层',
      index: '价值指数',
      why: '原因',
      net: '期间贡献',
      reason: {
        first_order: (f, p) => `首次下单；期间 ${f.count(p.orders)} 笔订单`,
        refund: (f, p) => `退款 ${f.money(p.refunds)}：退回多于收入`,
        ordered_again: (f, p) => `再次下单：${f.count(p.orders)} 笔`,
        larger_basket: (f, p) => `客单价提高${basket(f, p.basket_ratio)}，${f.count(p.orders)} 笔订单`,
        smaller_basket: (f, p) => `客单价降低${basket(f, p.basket_ratio)}，${f.count(p.orders)} 笔订单`,
        no_order: (f, p) => (p.recency_days === undefined ? '已无有效订单' : `${f.days(p.recency_days)}没有下单`),
        longer_customer: () => '客户关系时长增加，没有新订单',
      },
    },

    high: {
      title: (f, p) =>
        `${f.day(p.from)}的 ${f.count(p.customers)} 位高价值客户中，${f.share(p.bought_share ?? 0)} 此后再次购买，${f.share(p.still_high_share ?? 0)} 仍为高价值`,
      money: (f, p) => `他们在期间带来 ${f.money(p.since)}，此前等长时期为 ${f.money(p.before)}。`,
      nobody: (f, p) => `${f.day(p.from)}没有高价值客户。`,
    },

    mix: {
      title: (f, p) => `高价值客户：${f.day(p.from)}有 ${f.count(p.first)} 位，${f.day(p.to)}有 ${f.count(p.last)} 位`,
      about: (f, p) => `每个时期期末各层的客户数，按${f.day(p.to)}的门槛划分。`,
      day: '日期',
      of: (f, p) => `${f.count(p.customers)}（${f.share(p.share)}）`,
    },

    cohorts: {
      switch: '留存或价值',
      views: { retention: '留存率', value: '累计价值' },
      step: '同期群按',
      steps: { month: '月', quarter: '季度', year: '年' },
      period: (_, p) => {
        const [year = '', month = '1'] = p.start.split('-');
        return p.step === 'year' ? `${year} 年`
          : p.step === 'quarter' ? `${year} 年第 ${Math.ceil(Number(month) / 3)} 季度`
          : `${year} 年 ${Number(month)} 月`;
      },
      titleRetention: (f, p) => `新客户首次下单后的第 1 ${STEP[p.step]}，有 ${f.share(p.share)} 再次下单`,
      titleValue: (f, p) => `${p.period}首次下单的客户，${f.count(p.after)} ${STEP[p.step]}后人均带来 ${f.money(p.value)}`,
      titleNone: '还没有同期群满一个完整时期',
      first: '首次下单',
      customers: '客户数',
      after: (f, p) => (p.after === 0 ? '当期' : `+${f.count(p.after)}`),
      average: '全部',
      running: '最后一个时期尚未结束：带“…”的数字还会增长。',
      older: (f, p) => `更早的同期群共 ${f.count(p.customers)} 位客户，未显示。`,
      left: '第一个同期群可能包含早于文件起点的老客户。',
      about: {
        retention: '各同期群在首次下单之后各时期内有订单的客户占比。',
        value: '各同期群至今的净销售额，按客户人均。',
      },
    },

    indicators: {
      title: (f, p) =>
        p.of === 0 ? '客户太少，无法区分指标变化与偶然波动'
        : p.clear.length === 0 ? `${f.count(p.of)} 项指标的变化都没有超出偶然波动`
        : `${f.count(p.of)} 项指标中有 ${f.count(p.clear.length)} 项的变化超出偶然波动：${f.list(p.clear)}`,
      about: (f, p) =>
        `${f.day(p.after.first)}至${f.day(p.after.last)}，与等长的${f.day(p.before.first)}至${f.day(p.before.last)}对比。`,
      key: '圆点：相对前一时期的变化；线段：95 % 区间；实心圆点表示变化超出偶然波动。n 为计入的客户数。',
      how: '以客户为抽样单位，两期都有的客户只算一次（线性化差值，±1.96 个标准误）；每期至少需要 30 位客户。没有变化的指标中也会有约二十分之一看似有变化。标记只说明有变化，不说明原因。',
      indicator: '指标',
      difference: '差异',
      verdict: '超出偶然波动？',
      clear: '是',
      chance: '否：可能是偶然',
      few: '客户太少，无法判断',
      points: (_, p) => `${p.points} 个百分点`,
      range: (_, p) => `95 %：${p.low} 至 ${p.high}`,
      days: (_, p) => `${p.days} 天`,
      names: {
        revenue: '净销售额',
        active_customers: '活跃客户数',
        new_share: '新客户占比',
        net_per_customer: '人均净销售额',
        orders_per_customer: '人均订单数',
        basket: '客单价',
        repeat_rate: '复购率',
        second_order30: '30 天内第二单',
        second_order90: '90 天内第二单',
        churn_rate: '流失率',
        refund_rate: '退款率',
        gap: '购买间隔',
        discount_share: '折扣行占比',
      },
      formula: {
        revenue: '收入 − 退款',
        active_customers: '期间下单的客户',
        new_share: '文件中首单在该时期的客户 ÷ 下单客户数',
        net_per_customer: '净销售额 ÷ 下单客户数',
        orders_per_customer: '订单数 ÷ 下单客户数',
        basket: '收入 ÷ 订单数',
        repeat_rate: '期间有两笔及以上订单的客户 ÷ 下单客户数',
        second_order30: '仅计首单距期末至少 30 天的客户',
        second_order90: '仅计首单距期末至少 90 天的客户',
        churn_rate: '期末当天：超过 3 个惯常间隔未下单的复购客户 ÷ 复购客户',
        refund_rate: '退款 ÷ 收入',
        gap: '在该时期结束的购买间隔天数的平均值',
        discount_share: '有折扣的行 ÷ 有收入的行',
      },
    },

    shifts: {
      title: (f, p) =>
        p.of === 0 ? '各分群内部：客户太少，无法区分变化与偶然波动'
        : p.larger === 0 ? `各分群内部：${f.count(p.of)} 项对比都没有超出偶然波动`
        : `各分群内部：${f.count(p.of)} 项对比中有 ${f.count(p.larger)} 项超出偶然波动：${f.list(p.found)}${p.larger > p.found.length ? '……' : ''}`,
      finding: (_, p) => `${p.name}的${p.word} ${p.by}`,
      about: (f, p) => `同样的两个时期，按两期之前的${f.day(p.day)}所在分群划分：若按更晚的日期划分，分群本身就取决于这两期的表现。`,
      short: '按分群看变化，需要在两期之前还有一个时期用来划分分群：请选择更晚的对比日期。',
      how: '着色：已计入表中全部对比后仍超出偶然波动（95 %，Bonferroni 校正；以客户为单位）。灰色：某一期不足 30 位客户。小字：前后数值；将指针移到单元格上可看区间。',
      segment: '原分群',
      customers: '客户',
      all: '全部客户',
      notYet: '当时还不是客户',
      habits: '购买习惯：前一时期到后一时期的变化',
      categories: '品类：占收入比例的变化',
      clear: '（超出偶然波动）',
    },

    change: {
      title: (f, p) =>
        `净销售额从 ${f.moneyShort(p.change.before.net)} ${Number(p.change.net) < 0 ? '降至' : '升至'} ${f.moneyShort(p.change.after.net)}，影响最大的是${PART[p.part]}`,
      none: '无法拆分销售额变化：较早日期之前的等长时期超出了文件起点。请选择更晚的对比日期。',
      about: '这是算术拆分，不是因果：客户数 × 人均订单数 × 客单价 − 退款。每一部分是各因素按所有先后顺序变化的平均（沙普利值），合计精确到分。',
      kept: (f, p) => `前一时期有 ${f.count(p.before)} 位客户下单，后一时期 ${f.count(p.after)} 位，其中 ${f.count(p.kept)} 位两期都有下单。`,
      before: '前一时期',
      after: '后一时期',
      customers: '客户数',
      orders: '人均订单数',
      basket: '客单价',
      refunds: '退款',
      difference: '差额',
      period: (f, p) => `${f.day(p.first)}至${f.day(p.last)}`,
      table: { part: '部分', before: '之前', after: '之后', effect: '影响', ordersEach: '人均订单数', net: '净销售额' },
    },
  },
};
