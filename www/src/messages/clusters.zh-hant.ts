/** 集群分析的繁體中文用語。 */

import type { Measure } from '../engine/types.js';
import type { ClustersMessages } from './clusters.types.js';

const OF: Record<Measure, (column: string) => string> = {
  as_is: (column) => column,
  latest: (column) => `最近的 ${column}`,
  main: (column) => `最常見的 ${column}`,
  distinct: (column) => `${column} 的種類數`,
  share: (column) => `${column} 占比`,
  sum: (column) => `${column} 合計`,
  mean: (column) => `${column} 平均`,
};

export const clustersZhHant: ClustersMessages = {
  clusters: {
    working: '正在分群……',
    title: {
      clear: (f, p) => `${f.count(p.k)} 群界線清楚。最有價值的「${p.name}」占顧客的 ${f.share(p.share)}，占淨營收的 ${f.share(p.shareNet)}`,
      weak: (f, p) => `${f.count(p.k)} 群彼此相連，界線不明顯。最有價值的「${p.name}」占顧客的 ${f.share(p.share)}，占淨營收的 ${f.share(p.shareNet)}`,
      absent: (f, p) => `沒有自然的群：顧客之間只有程度差別。下面的 ${f.count(p.k)} 群只是切片，並非不同類型`,
      too_few: () => '沒有分群：不同的顧客太少',
      no_features: () => '沒有分群：啟用的特徵無法區分顧客',
    },
    about: (f, p) =>
      `不設規則，由計算（k-means 集群分析）從 ${f.count(p.c.customers)} 位顧客中找出`
      + (p.c.fitted_n < p.c.customers ? `：中心由均勻抽取的 ${f.count(p.c.fitted_n)} 位顧客算出，其餘顧客歸入最近的中心` : '')
      + (p.oneTime > 0 ? `。只有一筆訂單的 ${f.count(p.oneTime)} 位顧客依規則自成一群。` : '。'),
    feature: (_, p) => {
      switch (p.id) {
        case 'recency': return '距最近一次消費天數';
        case 'frequency': return '訂單數';
        case 'monetary': return '淨營收';
        case 'tenure': return '距首次消費天數';
        case 'since': return '成為顧客的日期';
        case 'gap': return '平常購買間隔';
        case 'regularity': return '間隔的不規律程度';
        case 'basket': return '客單價';
        case 'margin': return '毛利';
        case 'attribute': return OF[p.measure ?? 'as_is'](p.column ?? '');
      }
    },
    high: {
      recency: '久未消費', frequency: '消費頻繁', monetary: '消費額高', tenure: '老顧客', since: '新近加入',
      gap: '間隔長', regularity: '不規律', basket: '客單價高', margin: '毛利高',
    },
    low: {
      recency: '近期消費', frequency: '消費次數少', monetary: '消費額低', tenure: '新顧客', since: '老顧客',
      gap: '間隔短', regularity: '規律', basket: '客單價低', margin: '毛利低',
    },
    more: (_, p) => (p.date ? `${p.feature} 較晚` : `${p.feature} 較高`),
    less: (_, p) => (p.date ? `${p.feature} 較早` : `${p.feature} 較低`),
    with: (_, p) => `${p.feature}：${p.word}`,
    without: (_, p) => `${p.feature} 不是 ${p.word}`,
    name: (_, p) => p.parts.join('、'),
    middle: '居中',
    oneTime: '一次性顧客',
    blank: '（空白）',

    card: {
      id: (f, p) => `第 ${f.count(p.id)} 群`,
      share: (f, p) => `占顧客的 ${f.share(p.share)}，占淨營收的 ${f.share(p.shareNet)}`,
      traits: '與其他群的區別',
      trait: (_, p) => `${p.feature}：${p.value}，其他群 ${p.others}`,
      effect: (f, p) => `（效果量 ${f.fixed(Math.abs(p.effect), 1)}）`,
      beside: '未用於分群，但同樣不同',
      rule: (_, p) => `大致是：${p.conditions.join('，並且 ')}`,
      fits: (f, p) => `符合該群的 ${f.share(p.recall)}；符合此規則的 ${f.count(p.customers)} 位顧客中，${f.share(p.precision)} 屬於該群。`,
      oneTime: '只有一筆訂單：這是規則，不是計算。',
      again: (f, p) => `重新抽取顧客後 Jaccard 為 ${f.fixed(p.jaccard, 2)}：${p.jaccard >= 0.75 ? '穩定' : p.jaccard >= 0.6 ? '較穩定' : '不可信'}`,
    },
    condition: {
      over: (_, p) => `${p.feature} 超過 ${p.value}`,
      upTo: (_, p) => `${p.feature} 不超過 ${p.value}`,
      between: (_, p) => `${p.feature} 超過 ${p.from} 且不超過 ${p.to}`,
      is: (_, p) => `${p.feature} 是 ${p.word}`,
      isNot: (_, p) => `${p.feature} 不是 ${p.words.join(' 或 ')}`,
    },
    tree: (f, p) =>
      `下面的規則來自最多三個問題的決策樹。它為 ${f.share(p.accuracy)} 的顧客找到正確的群；總猜最大的一群只能對 ${f.share(p.largest)}。效果量為 Cohen’s d，占比為 h：0.2 為小，0.5 為中，0.8 為大。`,

    map: {
      title: (f, p) => `在一張圖上：兩條軸包含顧客差異的 ${f.share(p.explained)}`,
      axis: (_, p) => p.parts.map((part) => `${part.feature}${part.more === undefined ? '' : part.more ? ' ↑' : ' ↓'}`).join('   '),
      about: '相似的顧客靠得近（主成分分析）。沿軸的方向，標 ↑ 的特徵升高，標 ↓ 的降低。',
      table: { cluster: '群', customers: '顧客數', share: '占比', net: '淨營收', shareNet: '占比', jaccard: '穩定度（Jaccard）' },
    },

    profile: {
      title: (_, p) => `各群差別最大的是「${p.feature}」：最高為「${p.high}」，最低為「${p.low}」`,
      about: '每群的中位數；文字取最常見的一個。顏色越深，低於它的顧客越多。',
      feature: '特徵',
    },

    count: {
      title: (f, p) =>
        `${p.person ? '您選擇了' : '最合適的是'} ${f.count(p.k)} 群：輪廓係數 ${f.fixed(p.silhouette, 2)}，沒有群的資料會得到 ${f.fixed(p.reference, 2)}`,
      about: (f, p) =>
        `圓點離圓環越遠，分群越真實；直條表示在 20 次拔靴抽樣中各群再現的程度。由 ${f.count(p.n)} 位顧客算出。選法：在每一群再現程度都不低於 0.6 的群數中取輪廓係數最高者；若沒有，則取輪廓係數 × 穩定度最高者。`,
      switch: '分成幾群？',
      auto: '自動',
      groups: (f, p) => `${f.count(p.k)} 群`,
      silhouette: '輪廓係數',
      reference: '沒有群時的輪廓係數',
      jaccard: '穩定度（平均 Jaccard）',
      jaccardLeast: '最不穩定的一群',
      agreement: '不同起點的一致程度',
      quality: (f, p) =>
        `穩定度 ${f.fixed(p.jaccard, 2)}，最不穩定的一群 ${f.fixed(p.least, 2)}；不同起點的一致程度 ${f.fixed(p.agreement, 2)}（調整蘭德指數）。`,
    },

    features: {
      title: (f, p) => `依什麼分群：${f.count(p.all)} 個特徵中的 ${f.count(p.used)} 個`,
      about: '所有數值同等重要：各除以自己的標準差。文字依每個詞取 1 或 0，加權後一欄文字與一欄數值同等重要。',
      log: (f, p) => `已取對數：偏度 ${f.fixed(p.before, 1)} → ${f.fixed(p.after, 1)}`,
      skew: (f, p) => `偏度 ${f.fixed(p.skew, 1)}`,
      missing: (f, p) => `${f.count(p.missing)} 個缺漏${p.filled === undefined ? '' : `，以 ${p.filled} 計`}`,
      capped: (f, p) => `${f.count(p.capped)} 個限制在 4 個標準差`,
      words: (f, p) => `${f.count(p.words)} 個詞`,
      range: (_, p) => `${p.low} 至 ${p.high}`,
      refused: {
        constant: '所有顧客都相同',
        mostly_missing: '超過一半的顧客缺漏',
        too_many_words: '不同的詞太多',
        personal: '能識別個人身分',
        label: '標明誰已流失：用於比較各群，不用於分群',
      },
      apply: '依所選特徵分群',
      auto: '自動選擇',
    },
  },
};
