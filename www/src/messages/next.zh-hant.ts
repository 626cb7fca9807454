/** 繁體中文：顧客下一步買什麼。 */

import type { NextMessages } from './next.types.js';

export const nextZhHant: NextMessages = {
  next: {
    working: '正在統計誰買了什麼……',
    noOrders: '要知道下一步買什麼，需要訂單。這個檔案每位顧客只有一列。',
    noItems: '要知道下一步買什麼，需要商品或品類一欄。請在核對頁面指定。訂單之間的先後不需要它。',
    tag: (_, p) =>
      [p.next === undefined ? '' : `下一步：${p.next}`, p.bought === undefined ? '' : `買過 ${p.bought}`, p.notBought === undefined ? '' : `還沒買 ${p.notBought}`]
        .filter((text) => text !== '').join('，'),

    rules: {
      title: (f, p) => `買 ${p.from} 的顧客買 ${p.to} 的比例，是全部顧客的 ${f.times(p.lift)}`,
      none: (f, p) => `沒有一對商品既有 ${f.count(p.least)} 位顧客支持，又比偶然更常一起購買`,
      about: (f, p) =>
        `買過前者（不論何時）又買過後者的顧客。共 ${f.count(p.customers)} 位顧客有已知商品；每條規則至少有 ${f.count(p.min_customers)} 位顧客支持。達到這個數的 ${f.count(p.pairs)} 對中，${f.count(p.rules_found)} 對成立：比例區間的下端高於全部顧客的比例。${p.items_left > 0 ? `另有 ${f.count(p.items_left)} 種較少見的商品未計入。` : ''}`,
      caution: '買得多的人什麼都買得多，每個提升度都有一部分來自於此。這是規律，並不證明一次購買帶來另一次。發送時留出對照組，才能知道。',
      rule: '買過 → 也買',
      support: '支持度',
      confidence: '信賴度：買過前者的顧客中的比例',
      base: '全部顧客中的比例',
      interval: '95% 區間',
      lift: '提升度',
      n: 'n：兩者都買過',
      later: '在之後的日子',
      open: '只買過前者',
    },

    offer: {
      title: (f, p) => `${f.count(p.customers)} 位顧客的下一步是 ${p.item}（共 ${f.count(p.all)} 位有下一步）`,
      segments: '各分群的下一步',
      segment: '分群',
      next: '多數人的下一步',
      own: '僅按本分群顧客的最佳規則',
      figures: (f, p) => `信賴度 ${f.share(p.confidence)}，提升度 ${f.fixed(p.lift, 2)}，n ${f.count(p.n)}`,
      tooFew: (f, p) => `沒有規則達到 ${f.count(p.least)} 位顧客`,
    },

    journey: {
      title: (f, p) =>
        `${f.count(p.first)} 位顧客中有 ${f.count(p.second)} 位下了第二張訂單${p.days === undefined ? '' : `，其中一半在 ${f.days(p.days)} 內`}`,
      step: (_, p) => ['第一張訂單', '第二張訂單', '第三張訂單'][p.order - 1] ?? '',
      days: (f, p) => `相隔 ${f.count(p.middle)} 天（中間一半：${f.count(p.low)} 至 ${f.count(p.high)} 天）`,
      ofBefore: (f, p) => `上一步的 ${f.share(p.share)}`,
      waiting: (f, p) => `其餘的人並非都已離開：等待第二張訂單的 ${f.count(p.second)} 位、等待第三張的 ${f.count(p.third)} 位還沒有超過平常間隔。`,
      flow: '從第一張訂單到第三張，按每張金額最多的商品',
      flowOf: (f, p) => `${p.from} → ${p.to}\n${f.count(p.customers)} 位顧客`,
      other: '其他',
      stop: '沒有下一張訂單',
      order: '訂單',
      from: '商品',
      to: '下一張訂單的商品',
      starts: (f, p) => `第一張訂單帶來什麼：全部顧客中 ${f.share(p.share)} 再次下單`,
      began: (f, p) => f.count(p.customers),
      began1: '第一張訂單',
      cameBack: '再次下單',
      all: '全部顧客',
      medianDays: '到第二張訂單的天數（中位數）',
    },

    settings: {
      title: '最低人數與不計入的商品',
      by: '統計單位',
      kinds: { category: '品類', product: '商品' },
      least: '每條規則至少的顧客數',
      leastAuto: '留空：有已知商品顧客的 1%，至少 10 位。',
      without: '不是商品的項目，例如郵資：每列一個',
    },
  },
};
