/** English words of clusters. */

import type { Measure } from '../engine/types.js';
import type { ClustersMessages } from './clusters.types.js';
import type { Formatter } from '../element/format.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const OF: Record<Measure, string> = {
  as_is: '', latest: 'last ', main: 'main ', distinct: 'number of different ', share: 'share of ', sum: 'sum of ', mean: 'mean ',
};

export const clustersEn: ClustersMessages = {
  clusters: {
    working: 'Grouping the customers …',
    title: {
      clear: (f, p) => `${f.count(p.k)} groups stand apart. The best, “${p.name}”, is ${f.share(p.share)} of customers and ${f.share(p.shareNet)} of net revenue`,
      weak: (f, p) => `${f.count(p.k)} groups that flow into each other. The best, “${p.name}”, is ${f.share(p.share)} of customers and ${f.share(p.shareNet)} of net revenue`,
      absent: (f, p) => `No clusters: these customers differ by degrees. The ${f.count(p.k)} groups below are slices, not kinds`,
      too_few: () => 'No clusters: too few different customers',
      no_features: () => 'No clusters: nothing is switched on that tells customers apart',
    },
    about: (f, p) =>
      `Found by computation (k-means), without any rule given, among ${customers(f, p.c.customers)}`
      + (p.c.fitted_n < p.c.customers ? `: centres fitted on an even sample of ${f.count(p.c.fitted_n)}, everybody given to the nearest` : '')
      + (p.oneTime > 0 ? `. ${customers(f, p.oneTime)} with exactly one order are a group of their own, by rule.` : '.'),
    feature: (_, p) => {
      switch (p.id) {
        case 'recency': return 'Days since last order';
        case 'frequency': return 'Orders';
        case 'monetary': return 'Net revenue';
        case 'tenure': return 'Days since first order';
        case 'since': return 'Customer since';
        case 'gap': return 'Usual gap between orders';
        case 'regularity': return 'Irregularity of the gaps';
        case 'basket': return 'Basket';
        case 'margin': return 'Margin';
        case 'attribute': {
          const said = `${OF[p.measure ?? 'as_is']}${p.column ?? ''}`;
          return said.charAt(0).toUpperCase() + said.slice(1);
        }
      }
    },
    high: {
      recency: 'not seen for long', frequency: 'frequent', monetary: 'high-spending', tenure: 'long-standing', since: 'joined lately',
      gap: 'long gaps', regularity: 'irregular', basket: 'large baskets', margin: 'high margin',
    },
    low: {
      recency: 'seen lately', frequency: 'seldom', monetary: 'low-spending', tenure: 'new', since: 'long-standing',
      gap: 'short gaps', regularity: 'regular', basket: 'small baskets', margin: 'low margin',
    },
    more: (_, p) => (p.date ? `later ${p.feature}` : `higher ${p.feature}`),
    less: (_, p) => (p.date ? `earlier ${p.feature}` : `lower ${p.feature}`),
    with: (_, p) => `${p.feature}: ${p.word}`,
    without: (_, p) => `${p.feature} not ${p.word}`,
    name: (_, p) => {
      const said = p.parts.join(', ');
      return said.charAt(0).toUpperCase() + said.slice(1);
    },
    middle: 'In the middle',
    oneTime: 'One-time buyers',
    blank: '(empty)',

    card: {
      id: (f, p) => `Group ${f.count(p.id)}`,
      share: (f, p) => `${f.share(p.share)} of customers, ${f.share(p.shareNet)} of net revenue`,
      traits: 'What sets it apart',
      trait: (_, p) => `${p.feature}: ${p.value}, the others ${p.others}`,
      effect: (f, p) => `(effect ${f.fixed(Math.abs(p.effect), 1)})`,
      beside: 'Also different, though not grouped by it',
      rule: (f, p) => `Mostly: ${f.list(p.conditions)}`,
      fits: (f, p) => `True of ${f.share(p.recall)} of the group; of the ${customers(f, p.customers)} it is true of, ${f.share(p.precision)} are in the group.`,
      oneTime: 'Exactly one order: a rule, no computation.',
      again: (f, p) => `Jaccard ${f.fixed(p.jaccard, 2)} when customers are drawn anew: ${p.jaccard >= 0.75 ? 'stable' : p.jaccard >= 0.6 ? 'fairly stable' : 'not to be trusted'}`,
    },
    condition: {
      over: (_, p) => `${p.feature} over ${p.value}`,
      upTo: (_, p) => `${p.feature} up to ${p.value}`,
      between: (_, p) => `${p.feature} over ${p.from}, up to ${p.to}`,
      is: (_, p) => `${p.feature} is ${p.word}`,
      isNot: (_, p) => `${p.feature} is not ${p.words.join(' or ')}`,
    },
    tree: (f, p) =>
      `The rules below are the ways through a decision tree of at most three questions. It finds the right group of ${f.share(p.accuracy)} of customers; always naming the largest group would find ${f.share(p.largest)}. Effects are Cohen’s d, or h for shares: 0.2 is small, 0.5 medium, 0.8 large.`,

    map: {
      title: (f, p) => `On a map: two axes hold ${f.share(p.explained)} of what tells these customers apart`,
      axis: (_, p) => p.parts.map((part) => `${part.feature}${part.more === undefined ? '' : part.more ? ' ↑' : ' ↓'}`).join('   '),
      about: 'Customers that are alike lie close together (principal components). An axis grows with what is marked ↑ and falls with what is marked ↓.',
      table: { cluster: 'Group', customers: 'Customers', share: 'Share', net: 'Net revenue', shareNet: 'Share', jaccard: 'Stability (Jaccard)' },
    },

    profile: {
      title: (_, p) => `The groups differ most in “${p.feature}”: highest in “${p.high}”, lowest in “${p.low}”`,
      about: 'Median of each group, of words the commonest one. The darker, the more customers are below it.',
      feature: 'Feature',
    },

    count: {
      title: (f, p) =>
        `${p.person ? 'You chose' : 'Best in'} ${f.count(p.k)} groups: silhouette ${f.fixed(p.silhouette, 2)}, where customers without any groups would give ${f.fixed(p.reference, 2)}`,
      about: (f, p) =>
        `The further the dot is from the ring, the more real the groups; the bar says how well they come again in 20 bootstrap draws. Computed on ${customers(f, p.n)}. Chosen: the highest silhouette among the counts whose every group comes again with 0.6 or more; without such a count, the highest silhouette × stability.`,
      switch: 'How many groups?',
      auto: 'Automatic',
      groups: (f, p) => `${f.count(p.k)} groups`,
      silhouette: 'Silhouette',
      reference: 'Silhouette without any groups',
      jaccard: 'Stability (mean Jaccard)',
      jaccardLeast: 'Least stable group',
      agreement: 'Agreement of starts',
      quality: (f, p) =>
        `Stability ${f.fixed(p.jaccard, 2)}, of the least stable group ${f.fixed(p.least, 2)}; different starts agree by ${f.fixed(p.agreement, 2)} (adjusted Rand index).`,
    },

    features: {
      title: (f, p) => `What customers are grouped by: ${f.count(p.used)} of ${f.count(p.all)} features`,
      about: 'All numbers count alike: each is divided by its standard deviation. Words count by 1 and 0 for each word, weighted so that a column of words counts as much as one of numbers.',
      log: (f, p) => `logarithm taken: skewness ${f.fixed(p.before, 1)} → ${f.fixed(p.after, 1)}`,
      skew: (f, p) => `skewness ${f.fixed(p.skew, 1)}`,
      missing: (f, p) => `${f.count(p.missing)} missing${p.filled === undefined ? '' : `, taken as ${p.filled}`}`,
      capped: (f, p) => `${f.count(p.capped)} capped at 4 standard deviations`,
      words: (f, p) => `${f.count(p.words)} ${f.plural(p.words, { one: 'word', other: 'words' })}`,
      range: (_, p) => `${p.low} to ${p.high}`,
      refused: {
        constant: 'the same for everybody',
        mostly_missing: 'missing for more than half of the customers',
        too_many_words: 'too many different words',
        personal: 'says who a person is',
        label: 'says who left: groups are compared by it, not made of it',
      },
      apply: 'Group by these',
      auto: 'Choose automatically',
    },
  },
};
