/** What went wrong, or is worth knowing, as a sentence above everything else. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Formatter } from '../element/format.js';
import type { Notice } from '../element/state.js';
import type { Failure } from '../engine/protocol.js';
import type { Messages } from '../messages/types.js';

/** The sentence for a failure. A code that this page does not know (of a newer engine) is shown as it is. */
export function failureText(m: Messages, f: Formatter, failure: Failure): string {
  const sentence = m.failures[failure.code] as Messages['failures']['crashed'] | undefined;
  const text = sentence ? sentence(f, failure) : m.failures.crashed(f, { code: 'crashed', value: failure.code });
  return failure.file ? m.failureOf(f, { file: failure.file, text }) : text;
}

function noticeText(m: Messages, notice: Notice): string {
  switch (notice.kind) {
    case 'wiped': return m.notices.wiped;
    case 'cancelled': return m.working.cancelled;
    case 'restored': return m.data.restored;
  }
}

/** Both regions are always there, so that a screen reader hears what is put into them. */
export function renderTold(
  m: Messages, f: Formatter, failure: Failure | undefined, notice: Notice | undefined, dismiss: () => void,
): TemplateResult {
  const close = html`<button type="button" class="button quiet" @click=${dismiss}>${m.dismiss}</button>`;
  return html`
    <div role="alert" class="told">
      ${failure ? html`
        <div class="failure" part="error">
          <p><strong>${m.failureTitle}</strong> ${failureText(m, f, failure)}</p>
          ${close}
        </div>` : nothing}
    </div>
    <div role="status" class="told">
      ${notice ? html`<div class="notice"><p>${noticeText(m, notice)}</p>${close}</div>` : nothing}
    </div>
  `;
}
