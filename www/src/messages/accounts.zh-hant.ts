/** 單一顧客的用語：誰帶來最多，誰的成本高於收益。 */

import type { AccountsMessages } from './accounts.types.js';

export const accountsZhHant: AccountsMessages = {
  accounts: {
    title: (f, p) =>
      p.accounts === 1 ? `一位顧客帶來 ${f.share(p.share, 1)} 的淨銷售額` : `最大的 ${f.count(p.accounts)} 位顧客帶來 ${f.share(p.share, 1)} 的淨銷售額`,
    none: '沒有可供分攤的淨銷售額。',
    without: (f, p) =>
      `若沒有最大的顧客，檔案中的淨銷售額會低 ${f.share(p.largest, 1)}${p.largestThree === undefined ? '。' : `；若沒有最大的三位，低 ${f.share(p.largestThree, 1)}。`}`,
    rule: (f, p) =>
      `重點顧客：${f.count(p.buyers)} 位購買者中淨銷售額最高的顧客，最多 ${f.count(p.most)} 位。波動：該顧客購買日間隔天數的標準差 ÷ 平均值（n：間隔數，至少 ${f.count(p.gaps)} 個）；低於 1 表示比隨機下單更穩定。`,
    trendOf: (f, p) => `趨勢：${f.day(p.after.from)}至${f.day(p.after.to)}的淨銷售額，對比${f.day(p.before.from)}至${f.day(p.before.to)}。`,
    noTrend: '沒有趨勢：檔案中沒有兩個有日期的期間。',
    working: '正在查看單一顧客…',
    off: '無法查看單一顧客。',
    tag: '重點顧客',
    key: { share: '占淨銷售額', trend: '趨勢' },
    fresh: '此前沒有',
    columns: {
      customer: '顧客', net: '淨銷售額', share: '占比', tenure: '成為顧客的天數', gap: '間隔中位數（天）', spread: '波動', n: 'n',
      before: '之前', after: '之後', trend: '趨勢', segment: '分群', stage: '階段', tier: '層級', risk: '風險',
    },
    breadth: { category: '品類數', product: '商品數' },

    referrals: {
      title: (f, p) =>
        `${f.count(p.referred)} 位顧客由推薦而來，帶來 ${f.moneyShort(p.net)}${p.share === undefined ? '' : `，占淨銷售額的 ${f.share(p.share, 1)}`}`,
      about: (f, p) =>
        `推薦者共 ${f.count(p.referrers)} 位。${p.unknown > 0 ? `另有 ${f.count(p.unknown)} 位的推薦人不在檔案中，或姓名互相循環：不計入任何人。` : ''}`,
      rule: '長條：顧客所推薦的人、這些人再推薦的人等全部帶來的淨銷售額。同一筆銷售額會計入上面每一層推薦者，因此各列不能相加。它只說明誰由誰帶來，不說明沒有推薦就不會來。',
      customer: '推薦者',
      own: '本人淨銷售額',
      direct: '直接推薦',
      descendants: '含後續推薦',
      depth: '層數',
      brought: '被推薦者淨銷售額',
    },

    losses: {
      title: (f, p) => `${f.count(p.of)} 位顧客中有 ${f.count(p.customers)} 位的成本高於其帶來的收入：合計 ${f.money(p.margin)}`,
      none: (f, p) => `${f.count(p.of)} 位顧客中沒有成本高於收入的`,
      about: (f, p) => `扣除成本前，他們帶來 ${f.money(p.net)}。全部顧客的毛利為 ${f.money(p.all)}。`,
      rule: '毛利低於零：淨銷售額減去檔案中的成本，或直接取毛利欄。檔案中沒有的成本不計入。',
      customers: '顧客數',
      net: '淨銷售額',
      margin: '毛利',
      losing: '成本高於收入',
      others: '其他顧客',
      tag: '成本高於收入',
    },
  },
};
