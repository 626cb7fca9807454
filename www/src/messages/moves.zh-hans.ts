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
    compared: (f, p) => `${f.day(p.from)} 与 ${f.day(p.to)}（上方的统计截止日）对比。`,
    held: (f, p) => `两个日期都按 ${f.day(p.to)} 的门槛衡量：谁移动，是因为自己的变化，而不是因为别人变了。`,
    views: { tiers: '价值分层', actions: '行动组', segments: '客户分群' },
    fresh: '尚无订单',
    gone: '全部退款',

    migration: {
      switch: '在哪些组之间流转',
      title: (f, p) => `自 ${f.day(p.from)} 以来，${f.count(p.risers)} 位客户升到更高价值层，${f.count(p.fallers)} 位降到更低价值层`,
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
      titleUp: (f, p) => `自 ${f.day(p.from)} 以来，${f.count(p.customers)} 位客户上升，带来 ${f.moneyShort(p.net)}`,
      titleDown: (f, p) => `自 ${f.day(p.from)} 以来，${f.count(p.customers)} 位客户下降，带来 ${f.moneyShort(p.net)}`,
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
        `${f.day(p.from)} 的 ${f.count(p.customers)} 位高价值客户中，${f.share(p.bought_share ?? 0)} 此后再次购买，${f.share(p.still_high_share ?? 0)} 仍为高价值`,
      money: (f, p) => `他们在期间带来 ${f.money(p.since)}，此前等长时期为 ${f.money(p.before)}。`,
      nobody: (f, p) => `${f.day(p.from)} 没有高价值客户。`,
    },

    mix: {
      title: (f, p) => `高价值客户：${f.day(p.from)} 有 ${f.count(p.first)} 位，${f.day(p.to)} 有 ${f.count(p.last)} 位`,
      about: (f, p) => `每个时期期末各层的客户数，按 ${f.day(p.to)} 的门槛划分。`,
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

    shares: {
      title: (f, p) => `${p.name}：从 ${f.share(p.before, 1)} 变为 ${f.share(p.after, 1)}，超出偶然波动`,
      same: '各项指标的变化都未超出偶然波动',
      about: '两个时期并列。“超出偶然波动”指差值的 95% 区间不含零，计算时视两期客户互不相干（Newcombe 1998）。若文件在两期之前没有等长的一期，则无从判断新客户，不列出。',
      names: { repeat: '多次下单', new: '新客户', refunds: '退款', top: '前五分之一客户占比' },
      rules: {
        repeat: (f, p) => `期内下单两次及以上的客户，占下单客户（${f.count(p.before)} 位与 ${f.count(p.after)} 位）`,
        new: (f, p) => `文件中首单落在该期的客户，占下单客户（${f.count(p.before)} 位与 ${f.count(p.after)} 位）`,
        refunds: () => '退款占收款',
        top: () => '收款最多的五分之一客户，占收款',
      },
      clear: '超出偶然波动',
      chance: '可能是偶然',
      table: { indicator: '指标', rule: '规则', points: '百分点', interval: '95% 区间', verdict: '判断' },
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
      period: (f, p) => `${f.day(p.first)} 至 ${f.day(p.last)}`,
      table: { part: '部分', before: '之前', after: '之后', effect: '影响', ordersEach: '人均订单数', net: '净销售额' },
    },
  },
};
