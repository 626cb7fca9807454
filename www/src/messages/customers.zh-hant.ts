/** 顧客表的繁體中文。 */

import { shellZhHant } from './shell.zh-hant.js';
import type { CustomersMessages } from './customers.types.js';

export const customersZhHant: CustomersMessages = {
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
          `未來 ${f.count(p.months)} 個月：預期 ${f.money(p.value)}` + (p.orders === undefined ? '。' : `，來自 ${f.number(p.orders, 2)} 筆訂單。`),
        chance: (f, p) =>
          `${f.days(p.days)}內下單的機率：${f.share(p.buy)}` + (p.alive === undefined ? '。' : `；仍活躍（無論多慢）的機率：${f.share(p.alive)}。`),
        notTrusted: '此預測在這份檔案上未通過回測：請勿據此做計畫。',
      },
    },
    noOrders: '無訂單',
  },
};
