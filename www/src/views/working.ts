/** WORKING: bytes, rows and customers so far, and a way out. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Formatter } from '../element/format.js';
import type { Draft } from '../element/state.js';
import type { Messages } from '../messages/types.js';

export function renderWorking(m: Messages, f: Formatter, draft: Draft, cancel: () => void): TemplateResult {
  const { progress } = draft;
  const text = progress === undefined ? (draft.book === 'opening' ? m.working.unpacking : m.working.opening)
    : progress.stage === 'reading' ? m.working.reading(f, progress)
    : m.working.valuing(f, progress);
  // Without a value the browser shows that something goes on, and not how far.
  const share = progress?.stage === 'reading' ? progress.bytes / Math.max(1, progress.size) : undefined;
  return html`
    <section class="working" aria-labelledby="working-title">
      <h2 id="working-title" tabindex="-1">${m.working.title(f, { file: draft.name })}</h2>
      <progress max="1" value=${share ?? nothing} aria-labelledby="working-title"></progress>
      <p class="counts">${text}</p>
      <button type="button" class="button" @click=${cancel}>${m.working.cancel}</button>
    </section>
  `;
}
