/** What a reader should know before relying on the numbers. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NoteCode, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** Said elsewhere, next to the number concerned. */
const ELSEWHERE: ReadonlySet<NoteCode> = new Set<NoteCode>(['no_cost', 'too_few_for_clusters']);

export function renderNotes(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.report;
  const notes = report.notes.filter((note) => !ELSEWHERE.has(note.code));
  if (notes.length === 0) return nothing;
  return html`
    <div class="r-notes">
      <b>${words.notesTitle}</b>
      <ul>
        ${notes.map((note) => html`<li>${words.notes[note.code](ctx.fmt, { value: note.value })}</li>`)}
      </ul>
    </div>
  `;
}
