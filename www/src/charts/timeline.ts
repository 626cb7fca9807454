/**
 * Orders along time: a dot each, its area the money; a line for the day the report is of; a ring for the order that is due.
 * Words stand in HTML beside the drawing, so that they keep their size at any width.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface TimelineDot {
  /** Place in time, 0 to 1. */
  at: number;
  /** Share of the largest order, 0 to 1. */
  size: number;
  /** Given back, so that it counts for nothing. */
  off: boolean;
}

export interface TimelineWords {
  /** The finding, for those who don't see the dots. */
  label: string;
  from: string;
  to: string;
}

/** A day that has a name. */
export interface TimelineMark {
  at: number;
  name: string;
}

export function timeline(dots: TimelineDot[], asOf: TimelineMark, next: TimelineMark | undefined, words: TimelineWords): TemplateResult {
  return html`
    <div class="r-timeline" role="img" aria-label=${words.label}>
      <span class="r-timeline-name" ${vars({ at: asOf.at })}>${asOf.name}</span>
      <div class="r-timeline-plot">
        <span class="r-timeline-line" ${vars({ at: asOf.at })}></span>
        ${dots.map(({ at, size, off }) => html`<span class=${off ? 'r-timeline-dot r-timeline-off' : 'r-timeline-dot'} ${vars({ at, size: Math.sqrt(size) })}></span>`)}
        ${next === undefined ? nothing : html`<span class="r-timeline-dot r-timeline-next" ${vars({ at: next.at, size: 0.6 })}></span>`}
      </div>
      <span class="r-timeline-axis"><span>${words.from}</span><span>${words.to}</span></span>
      ${next === undefined ? nothing : html`<span class="r-timeline-name" ${vars({ at: next.at })}>${next.name}</span>`}
    </div>
  `;
}
