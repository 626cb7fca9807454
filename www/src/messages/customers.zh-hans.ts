/** 客户表的简体中文。 */

import { shellZhHans } from './shell.zh-hans.js';
import type { CustomersMessages } from './customers.types.js';

export const customersZhHans: CustomersMessages = {
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
          `未来 ${f.count(p.months)} 个月：预期 ${f.money(p.value)}` + (p.orders === undefined ? '。' : `，来自 ${f.number(p.orders, 2)} 笔订单。`),
        chance: (f, p) =>
          `${f.days(p.days)}内下单的概率：${f.share(p.buy)}` + (p.alive === undefined ? '。' : `；仍活跃（无论多慢）的概率：${f.share(p.alive)}。`),
        notTrusted: '该预测在此文件上未通过回测：请勿据此做计划。',
      },
    },
    noOrders: '无订单',
  },
};
