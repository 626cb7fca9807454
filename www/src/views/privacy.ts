/** The foot of every screen: what was asked of the network, how to check it oneself, and the same page as one file. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Formatter } from '../element/format.js';
import type { Messages } from '../messages/types.js';

/** `requests`: those since the file was opened; none where no file is. */
export function renderPrivacy(
  m: Messages, f: Formatter, requests: number | undefined, offlineCopy: string | null,
): TemplateResult {
  return html`
    <footer class="foot" part="footer">
      <p>${requests === undefined ? m.privacyIdle : m.privacy(f, { requests })}</p>
      <details>
        <summary>${m.privacyCheck.title}</summary>
        <ol>${m.privacyCheck.steps.map((step) => html`<li>${step}</li>`)}</ol>
        <p>${m.privacyCheck.masked}</p>
      </details>
      ${offlineCopy ? html`<p><a class="offline" href=${offlineCopy} download>${m.offlineCopy}</a></p>` : nothing}
    </footer>
  `;
}
