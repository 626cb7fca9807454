/**
 * The six action groups as two bars of equal length, customers above and revenue below, with a band from each group's
 * share of customers to its share of revenue: a band that widens is a group worth more than its number.
 */

import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ActionId } from '../engine/types.js';
import { icon, toneOf } from './tone.js';
import { vars } from './vars.js';

export interface FlowPart {
  id: ActionId;
  name: string;
  /** Shares from 0 to 1; a negative one takes no room. */
  above: number;
  below: number;
  aboveText: string;
  belowText: string;
}

export interface FlowWords {
  /** The finding, for those who don't see the bars. */
  label: string;
  above: string;
  below: string;
}

interface Span {
  from: number;
  to: number;
}

/** Where each part begins and ends, in hundredths of the length. */
function spans(shares: number[]): Span[] {
  const positive = shares.map((share) => Math.max(share, 0));
  const whole = positive.reduce((sum, share) => sum + share, 0) || 1;
  let end = 0;
  return positive.map((share) => {
    const from = end;
    end += (share / whole) * 100;
    return { from, to: end };
  });
}

const CLOSED: Span = { from: 0, to: 0 };

export function flow(parts: FlowPart[], words: FlowWords): TemplateResult {
  const above = spans(parts.map((part) => part.above));
  const below = spans(parts.map((part) => part.below));
  const bar = (side: Span[], text: (part: FlowPart) => string, named: boolean): TemplateResult => html`
    <div class="r-flow-bar ${named ? 'r-flow-above' : 'r-flow-below'}">
      ${parts.map((part, i) => {
        const { from, to } = side[i] ?? CLOSED;
        if (to <= from) return nothing;
        return html`<div class="r-flow-part" ${vars({ span: to - from, tone: toneOf(part.id) })}>
          <span class="r-flow-text">
            ${named ? icon(part.id) : nothing}
            <b>${text(part)}</b>
            ${named ? html`<span class="r-flow-name">${part.name}</span>` : nothing}
          </span>
          <span class="r-flow-mark"></span>
        </div>`;
      })}
    </div>
  `;
  return html`
    <div class="r-flow" role="img" aria-label=${words.label}>
      <div class="r-flow-side r-flow-first">${words.above}</div>
      ${bar(above, (part) => part.aboveText, true)}
      <svg class="r-flow-bands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${parts.map((part, i) => {
          const a = above[i] ?? CLOSED;
          const b = below[i] ?? CLOSED;
          return svg`<path
            class="r-flow-band"
            ${vars({ tone: toneOf(part.id) })}
            d=${`M${a.from} 0 C${a.from} 50 ${b.from} 50 ${b.from} 100 L${b.to} 100 C${b.to} 50 ${a.to} 50 ${a.to} 0 Z`}
          />`;
        })}
      </svg>
      ${bar(below, (part) => part.belowText, false)}
      <div class="r-flow-side r-flow-last">${words.below}</div>
    </div>
  `;
}
