/** What the clusters are made of: everything known of the customers, each to be switched on or off. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Clustering, FeatureState } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import { featureName, valueText } from './cluster-words.js';

/** From here on a distribution leans enough to be worth a word. */
const LEANS = 1;

/** Without a sign before nothing. */
const plain = (skew: number): number => (Math.abs(skew) < 0.05 ? 0 : skew);

/** What was done to a feature before it counted. */
function treated(state: FeatureState, ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.clusters.features;
  if (state.refusal) return words.refused[state.refusal];
  const said: string[] = [];
  if (state.unit === 'words') said.push(words.words(fmt, state));
  if (state.quantiles) {
    const [low, , high] = state.quantiles;
    said.push(words.range(fmt, { low: valueText(state, low, ctx), high: valueText(state, high, ctx) }));
  }
  if (state.log) said.push(words.log(fmt, { before: plain(state.skew), after: plain(state.skew_after ?? state.skew) }));
  else if (Math.abs(state.skew) >= LEANS) said.push(words.skew(fmt, state));
  if (state.missing > 0) {
    const filled = state.filled === undefined ? undefined : valueText(state, state.filled, ctx);
    said.push(words.missing(fmt, { missing: state.missing, filled }));
  }
  if (state.capped > 0) said.push(words.capped(fmt, state));
  return said.join('; ');
}

export function renderFeatures(c: Clustering, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.clusters.features;
  const used = c.features.filter((state) => state.used).length;
  return html`
    <details class="r-details r-rulebook" ?open=${c.structure === 'no_features'}>
      <summary>${words.title(fmt, { used, all: c.features.length })}</summary>
      <p class="r-aside">${words.about}</p>
      <form
        class="r-features"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const chosen = new FormData(event.currentTarget as HTMLFormElement).getAll('feature');
          ctx.recalculate({ features: chosen.map(String) });
        }}
      >
        ${c.features.map(
          (state) => html`<label class="r-feature">
            <input
              type="checkbox"
              name="feature"
              .value=${state.key}
              .checked=${live(state.used)}
              ?disabled=${state.refusal !== undefined}
            />
            <span>${featureName(state, ctx)}<span class="r-share">${treated(state, ctx)}</span></span>
          </label>`,
        )}
        <p>
          <button type="submit" class="r-button">${words.apply}</button>
          ${c.features_by_person
            ? html`<button type="button" class="r-button" @click=${() => ctx.recalculate({ features: undefined })}>${words.auto}</button>`
            : nothing}
        </p>
      </form>
    </details>
  `;
}
