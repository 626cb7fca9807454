/** 简体中文：客户下一步买什么。 */

import type { NextMessages } from './next.types.js';

export const nextZhHans: NextMessages = {
  next: {
    working: '正在统计谁买了什么……',
    noOrders: '要知道下一步买什么，需要订单。此文件每位客户只有一行。',
    noItems: '要知道下一步买什么，需要商品或品类一列。请在核对页面指定。订单之间的先后不需要它。',
    tag: (_, p) =>
      [p.next === undefined ? '' : `下一步：${p.next}`, p.bought === undefined ? '' : `买过 ${p.bought}`, p.notBought === undefined ? '' : `还没买 ${p.notBought}`]
        .filter((text) => text !== '').join('，'),

    rules: {
      title: (f, p) => `买 ${p.from} 的客户买 ${p.to} 的比例，是全部客户的 ${f.times(p.lift)}`,
      none: (f, p) => `没有一对商品既有 ${f.count(p.least)} 位客户支持，又比偶然更常一起购买`,
      about: (f, p) =>
        `买过前者（不论何时）又买过后者的客户。共 ${f.count(p.customers)} 位客户有已知商品；每条规则至少有 ${f.count(p.min_customers)} 位客户支持。达到这个数的 ${f.count(p.pairs)} 对中，${f.count(p.rules_found)} 对成立：比例区间的下端高于全部客户的比例。${p.items_left > 0 ? `另有 ${f.count(p.items_left)} 种较少见的商品未计入。` : ''}`,
      caution: '买得多的人什么都买得多，每个提升度都有一部分来自于此。这是规律，并不证明一次购买带来另一次。发送时留出对照组，才能知道。',
      rule: '买过 → 也买',
      support: '支持度',
      confidence: '置信度：买过前者的客户中的比例',
      base: '全部客户中的比例',
      interval: '95% 区间',
      lift: '提升度',
      n: 'n：两者都买过',
      later: '在之后的日子',
      open: '只买过前者',
    },

    offer: {
      title: (f, p) => `${f.count(p.customers)} 位客户的下一步是 ${p.item}（共 ${f.count(p.all)} 位有下一步）`,
      segments: '各分群的下一步',
      segment: '分群',
      next: '多数人的下一步',
      own: '仅按本分群客户的最佳规则',
      figures: (f, p) => `置信度 ${f.share(p.confidence)}，提升度 ${f.fixed(p.lift, 2)}，n ${f.count(p.n)}`,
      tooFew: (f, p) => `没有规则达到 ${f.count(p.least)} 位客户`,
    },

    journey: {
      title: (f, p) =>
        `${f.count(p.first)} 位客户中有 ${f.count(p.second)} 位下了第二单${p.days === undefined ? '' : `，其中一半在 ${f.days(p.days)} 内`}`,
      step: (_, p) => ['第一单', '第二单', '第三单'][p.order - 1] ?? '',
      days: (f, p) => `相隔 ${f.count(p.middle)} 天（中间一半：${f.count(p.low)} 至 ${f.count(p.high)} 天）`,
      ofBefore: (f, p) => `上一步的 ${f.share(p.share)}`,
      waiting: (f, p) => `其余的人并非都已离开：等待第二单的 ${f.count(p.second)} 位、等待第三单的 ${f.count(p.third)} 位还没有超过通常间隔。`,
      flow: '从第一单到第三单，按每单金额最多的商品',
      flowOf: (f, p) => `${p.from} → ${p.to}\n${f.count(p.customers)} 位客户`,
      other: '其他',
      stop: '没有下一单',
      order: '订单',
      from: '商品',
      to: '下一单的商品',
      starts: (f, p) => `第一单带来什么：全部客户中 ${f.share(p.share)} 再次下单`,
      began: (f, p) => f.count(p.customers),
      began1: '第一单',
      cameBack: '再次下单',
      all: '全部客户',
      medianDays: '到第二单的天数（中位数）',
    },

    settings: {
      title: '最低人数与不计入的商品',
      by: '统计单位',
      kinds: { category: '品类', product: '商品' },
      least: '每条规则至少的客户数',
      leastAuto: '留空：有已知商品客户的 1%，至少 10 位。',
      without: '不是商品的项目，例如邮费：每行一个',
    },
  },
};
