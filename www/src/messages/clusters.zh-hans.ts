/** 聚类的简体中文用语。 */

import type { Measure } from '../engine/types.js';
import type { ClustersMessages } from './clusters.types.js';

const OF: Record<Measure, (column: string) => string> = {
  as_is: (column) => column,
  latest: (column) => `最近的 ${column}`,
  main: (column) => `最常见的 ${column}`,
  distinct: (column) => `${column} 的种类数`,
  share: (column) => `${column} 占比`,
  sum: (column) => `${column} 合计`,
  mean: (column) => `${column} 平均`,
};

export const clustersZhHans: ClustersMessages = {
  clusters: {
    working: '正在分组……',
    title: {
      clear: (f, p) => `${f.count(p.k)} 组界限清楚。最有价值的“${p.name}”占客户的 ${f.share(p.share)}，占净销售额的 ${f.share(p.shareNet)}`,
      weak: (f, p) => `${f.count(p.k)} 组彼此相连，界限不明显。最有价值的“${p.name}”占客户的 ${f.share(p.share)}，占净销售额的 ${f.share(p.shareNet)}`,
      absent: (f, p) => `没有自然的分组：客户之间只有程度差别。下面的 ${f.count(p.k)} 组只是切片，并非不同类型`,
      too_few: () => '没有分组：不同的客户太少',
      no_features: () => '没有分组：启用的特征无法区分客户',
    },
    about: (f, p) =>
      `不设规则，由计算（k-means 聚类）从 ${f.count(p.c.customers)} 位客户中找出`
      + (p.c.fitted_n < p.c.customers ? `：中心由均匀抽取的 ${f.count(p.c.fitted_n)} 位客户算出，其余客户归入最近的中心` : '')
      + (p.oneTime > 0 ? `。只有一笔订单的 ${f.count(p.oneTime)} 位客户按规则自成一组。` : '。'),
    feature: (_, p) => {
      switch (p.id) {
        case 'recency': return '距最近一次消费天数';
        case 'frequency': return '订单数';
        case 'monetary': return '净销售额';
        case 'tenure': return '距首次消费天数';
        case 'since': return '成为客户的日期';
        case 'gap': return '通常购买间隔';
        case 'regularity': return '间隔的不规律程度';
        case 'basket': return '客单价';
        case 'margin': return '毛利';
        case 'attribute': return OF[p.measure ?? 'as_is'](p.column ?? '');
      }
    },
    high: {
      recency: '久未消费', frequency: '消费频繁', monetary: '消费额高', tenure: '老客户', since: '新近加入',
      gap: '间隔长', regularity: '不规律', basket: '客单价高', margin: '毛利高',
    },
    low: {
      recency: '近期消费', frequency: '消费次数少', monetary: '消费额低', tenure: '新客户', since: '老客户',
      gap: '间隔短', regularity: '规律', basket: '客单价低', margin: '毛利低',
    },
    more: (_, p) => (p.date ? `${p.feature} 较晚` : `${p.feature} 较高`),
    less: (_, p) => (p.date ? `${p.feature} 较早` : `${p.feature} 较低`),
    with: (_, p) => `${p.feature}：${p.word}`,
    without: (_, p) => `${p.feature} 不是 ${p.word}`,
    name: (_, p) => p.parts.join('、'),
    middle: '居中',
    oneTime: '一次性客户',
    blank: '（空）',

    card: {
      id: (f, p) => `第 ${f.count(p.id)} 组`,
      share: (f, p) => `占客户的 ${f.share(p.share)}，占净销售额的 ${f.share(p.shareNet)}`,
      traits: '与其他组的区别',
      trait: (_, p) => `${p.feature}：${p.value}，其他组 ${p.others}`,
      effect: (f, p) => `（效应量 ${f.fixed(Math.abs(p.effect), 1)}）`,
      beside: '未用于分组，但同样不同',
      rule: (_, p) => `大致是：${p.conditions.join('，并且 ')}`,
      fits: (f, p) => `符合该组的 ${f.share(p.recall)}；符合此规则的 ${f.count(p.customers)} 位客户中，${f.share(p.precision)} 属于该组。`,
      oneTime: '只有一笔订单：这是规则，不是计算。',
      again: (f, p) => `重新抽取客户后 Jaccard 为 ${f.fixed(p.jaccard, 2)}：${p.jaccard >= 0.75 ? '稳定' : p.jaccard >= 0.6 ? '较稳定' : '不可信'}`,
    },
    condition: {
      over: (_, p) => `${p.feature} 超过 ${p.value}`,
      upTo: (_, p) => `${p.feature} 不超过 ${p.value}`,
      between: (_, p) => `${p.feature} 超过 ${p.from} 且不超过 ${p.to}`,
      is: (_, p) => `${p.feature} 是 ${p.word}`,
      isNot: (_, p) => `${p.feature} 不是 ${p.words.join(' 或 ')}`,
    },
    tree: (f, p) =>
      `下面的规则来自最多三个问题的决策树。它为 ${f.share(p.accuracy)} 的客户找到正确的组；总猜最大的一组只能对 ${f.share(p.largest)}。效应量为 Cohen’s d，占比为 h：0.2 为小，0.5 为中，0.8 为大。`,

    map: {
      title: (f, p) => `在一张图上：两条轴包含客户差异的 ${f.share(p.explained)}`,
      axis: (_, p) => p.parts.map((part) => `${part.feature}${part.more === undefined ? '' : part.more ? ' ↑' : ' ↓'}`).join('   '),
      about: '相似的客户靠得近（主成分分析）。沿轴的方向，标 ↑ 的特征升高，标 ↓ 的降低。',
      table: { cluster: '组', customers: '客户数', share: '占比', net: '净销售额', shareNet: '占比', jaccard: '稳定度（Jaccard）' },
    },

    profile: {
      title: (_, p) => `各组差别最大的是“${p.feature}”：最高为“${p.high}”，最低为“${p.low}”`,
      about: '每组的中位数；文字取最常见的一个。颜色越深，低于它的客户越多。',
      feature: '特征',
    },

    count: {
      title: (f, p) =>
        `${p.person ? '您选择了' : '最合适的是'} ${f.count(p.k)} 组：轮廓系数 ${f.fixed(p.silhouette, 2)}，没有分组的数据会得到 ${f.fixed(p.reference, 2)}`,
      about: (f, p) =>
        `圆点离圆环越远，分组越真实；竖条表示在 20 次自助抽样中各组再现的程度。由 ${f.count(p.n)} 位客户算出。选法：在每一组再现程度都不低于 0.6 的组数中取轮廓系数最高者；若没有，则取轮廓系数 × 稳定度最高者。`,
      switch: '分成几组？',
      auto: '自动',
      groups: (f, p) => `${f.count(p.k)} 组`,
      silhouette: '轮廓系数',
      reference: '没有分组时的轮廓系数',
      jaccard: '稳定度（平均 Jaccard）',
      jaccardLeast: '最不稳定的一组',
      agreement: '不同起点的一致程度',
      quality: (f, p) =>
        `稳定度 ${f.fixed(p.jaccard, 2)}，最不稳定的一组 ${f.fixed(p.least, 2)}；不同起点的一致程度 ${f.fixed(p.agreement, 2)}（调整兰德指数）。`,
    },

    features: {
      title: (f, p) => `按什么分组：${f.count(p.all)} 个特征中的 ${f.count(p.used)} 个`,
      about: '所有数值同等重要：各除以自己的标准差。文字按每个词取 1 或 0，加权后一列文字与一列数值同等重要。',
      log: (f, p) => `已取对数：偏度 ${f.fixed(p.before, 1)} → ${f.fixed(p.after, 1)}`,
      skew: (f, p) => `偏度 ${f.fixed(p.skew, 1)}`,
      missing: (f, p) => `${f.count(p.missing)} 个缺失${p.filled === undefined ? '' : `，按 ${p.filled} 计`}`,
      capped: (f, p) => `${f.count(p.capped)} 个限制在 4 个标准差`,
      words: (f, p) => `${f.count(p.words)} 个词`,
      range: (_, p) => `${p.low} 至 ${p.high}`,
      refused: {
        constant: '所有客户都相同',
        mostly_missing: '超过一半的客户缺失',
        too_many_words: '不同的词太多',
        personal: '能识别个人身份',
        label: '标明谁已流失：用于比较各组，不用于分组',
      },
      apply: '按所选特征分组',
      auto: '自动选择',
    },
  },
};
