/** Features, their values and the names of clusters in words: what the engine's codes and numbers are called. */

import { dayAfter } from '../../element/format.js';
import type { Cluster, Clustering, Condition, FeatureState, Trait } from '../../engine/types.js';
import type { ViewContext } from '../context.js';

/** Parts of a name, as far as they tell the clusters apart. */
const PARTS = 2;

export const featureName = (feature: FeatureState, ctx: ViewContext): string => ctx.m.clusters.feature(ctx.fmt, feature);

/** A number of a feature, in its unit. */
export function valueText(feature: FeatureState, value: number | undefined, ctx: ViewContext): string {
  const { fmt } = ctx;
  if (value === undefined) return ctx.m.none;
  switch (feature.unit) {
    case 'days': return fmt.days(value);
    case 'money': return fmt.moneyShort(value);
    case 'share': return fmt.share(value);
    case 'date': return fmt.day(dayAfter('1970-01-01', Math.round(value)));
    case 'count': return fmt.number(value, 1);
    case 'number': return fmt.number(value, 2);
    case 'words': return ctx.m.none;
  }
}

export const wordText = (word: string, ctx: ViewContext): string => (word === '' ? ctx.m.clusters.blank : word);

function part(one: Trait, c: Clustering, ctx: ViewContext): string[] {
  const { fmt } = ctx;
  const words = ctx.m.clusters;
  const feature = c.features[one.feature];
  if (!feature) return [];
  if (one.word !== undefined) {
    return [(one.high ? words.with : words.without)(fmt, { feature: featureName(feature, ctx), word: wordText(one.word, ctx) })];
  }
  // A column of the length of the relationship is called what the engine's own is.
  const id = feature.id === 'attribute' && feature.role === 'tenure' ? 'tenure' : feature.id;
  if (id === 'attribute') {
    return [(one.high ? words.more : words.less)(fmt, { feature: featureName(feature, ctx), date: feature.unit === 'date' })];
  }
  return [(one.high ? words.high : words.low)[id]];
}

function named(one: Cluster, parts: number, c: Clustering, ctx: ViewContext): string {
  const words = ctx.m.clusters;
  if (one.one_time) return words.oneTime;
  const said = one.name.slice(0, parts).flatMap((each) => part(each, c, ctx));
  return said.length === 0 ? words.middle : words.name(ctx.fmt, { parts: said });
}

/** A cluster by what sets it apart most; by more of it where another cluster is called the same. */
export function nameOf(one: Cluster, c: Clustering, ctx: ViewContext): string {
  const short = named(one, PARTS, c, ctx);
  const alone = c.members.every((other) => other.id === one.id || named(other, PARTS, c, ctx) !== short);
  return alone ? short : named(one, one.name.length, c, ctx);
}

/** A condition of a rule. */
export function conditionText(condition: Condition, c: Clustering, ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.clusters.condition;
  const state = c.features[condition.feature];
  if (!state) return '';
  const feature = featureName(state, ctx);
  const { over, up_to: upTo, is, is_not: isNot } = condition;
  if (is !== undefined) return words.is(fmt, { feature, word: wordText(is, ctx) });
  if (isNot && isNot.length > 0) return words.isNot(fmt, { feature, words: isNot.map((word) => wordText(word, ctx)) });
  const from = valueText(state, over, ctx);
  const to = valueText(state, upTo, ctx);
  if (over !== undefined && upTo !== undefined) return words.between(fmt, { feature, from, to });
  return over === undefined ? words.upTo(fmt, { feature, value: to }) : words.over(fmt, { feature, value: from });
}
