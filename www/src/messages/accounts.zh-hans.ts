/** 单个客户的用语：谁带来最多，谁的成本高于收益。 */

import type { AccountsMessages } from './accounts.types.js';

export const accountsZhHans: AccountsMessages = {
  accounts: {
    title: (f, p) =>
      p.accounts === 1 ? `一位客户带来 ${f.share(p.share, 1)} 的净销售额` : `最大的 ${f.count(p.accounts)} 位客户带来 ${f.share(p.share, 1)} 的净销售额`,
    none: '没有可供分摊的净销售额。',
    without: (f, p) =>
      `若没有最大的客户，文件中的净销售额会低 ${f.share(p.largest, 1)}${p.largestThree === undefined ? '。' : `；若没有最大的三位，低 ${f.share(p.largestThree, 1)}。`}`,
    rule: (f, p) =>
      `重点客户：${f.count(p.buyers)} 位购买者中净销售额最高的客户，最多 ${f.count(p.most)} 位。波动：该客户购买日间隔天数的标准差 ÷ 均值（n：间隔数，至少 ${f.count(p.gaps)} 个）；低于 1 表示比随机下单更稳定。`,
    trendOf: (f, p) => `趋势：${f.day(p.after.from)}至${f.day(p.after.to)}的净销售额，对比${f.day(p.before.from)}至${f.day(p.before.to)}。`,
    noTrend: '没有趋势：文件中没有两个带日期的时期。',
    working: '正在查看单个客户…',
    off: '无法查看单个客户。',
    tag: '重点客户',
    key: { share: '占净销售额', trend: '趋势' },
    fresh: '此前没有',
    columns: {
      customer: '客户', net: '净销售额', share: '占比', tenure: '成为客户的天数', gap: '间隔中位数（天）', spread: '波动', n: 'n',
      before: '之前', after: '之后', trend: '趋势', segment: '分群', stage: '阶段', tier: '层级', risk: '风险',
    },
    breadth: { category: '品类数', product: '商品数' },

    referrals: {
      title: (f, p) =>
        `${f.count(p.referred)} 位客户由推荐而来，带来 ${f.moneyShort(p.net)}${p.share === undefined ? '' : `，占净销售额的 ${f.share(p.share, 1)}`}`,
      about: (f, p) =>
        `推荐者共 ${f.count(p.referrers)} 位。${p.unknown > 0 ? `另有 ${f.count(p.unknown)} 位的推荐人不在文件中，或姓名互相循环：不计入任何人。` : ''}`,
      rule: '条形：客户所推荐的人、这些人再推荐的人等全部带来的净销售额。同一笔销售额会计入上面每一层推荐者，因此各行不能相加。它只说明谁由谁带来，不说明没有推荐就不会来。',
      customer: '推荐者',
      own: '本人净销售额',
      direct: '直接推荐',
      descendants: '含后续推荐',
      depth: '层数',
      brought: '被推荐者净销售额',
    },

    losses: {
      title: (f, p) => `${f.count(p.of)} 位客户中有 ${f.count(p.customers)} 位的成本高于其带来的收入：合计 ${f.money(p.margin)}`,
      none: (f, p) => `${f.count(p.of)} 位客户中没有成本高于收入的`,
      about: (f, p) => `扣除成本前，他们带来 ${f.money(p.net)}。全部客户的毛利为 ${f.money(p.all)}。`,
      rule: '毛利低于零：净销售额减去文件中的成本，或直接取毛利列。文件中没有的成本不计入。',
      customers: '客户数',
      net: '净销售额',
      margin: '毛利',
      losing: '成本高于收入',
      others: '其他客户',
      tag: '成本高于收入',
    },
  },
};
