/** EMPTY: one drop zone that is also a button, the sample, and what a person should know before. */

import { html, type TemplateResult } from 'lit';

import type { Messages } from '../messages/types.js';

export interface DropHandlers {
  choose(): void;
  sample(): void;
}

export function renderDrop(m: Messages, ready: boolean, held: boolean, on: DropHandlers): TemplateResult {
  const facts = [m.drop.needs, m.drop.gives, m.drop.privacy];
  return html`
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title" class="headline">${m.drop.title}</h2>
      <button class="zone" part="drop-zone" type="button" data-held=${held} @click=${on.choose}>
        <svg class="zone-mark" viewBox="0 0 48 48" aria-hidden="true">
          <path d="M24 31V8m0 0-8 8m8-8 8 8" />
          <path d="M7 30v8a3 3 0 0 0 3 3h28a3 3 0 0 0 3-3v-8" />
        </svg>
        <span class="zone-lead">${held ? m.drop.release : m.drop.lead}</span>
        <span class="zone-button">${m.drop.choose}</span>
      </button>
      <p class="sample">
        <button type="button" class="link" ?disabled=${!ready} @click=${on.sample}>
          ${ready ? m.drop.sample : m.drop.loading}
        </button>
        <span class="muted">${m.drop.sampleNote}</span>
      </p>
      <ul class="facts">
        ${facts.map((fact) => html`
          <li>
            <h3>${fact.title}</h3>
            <p>${fact.text}</p>
            ${'check' in fact ? html`<p class="muted">${fact.check}</p>` : ''}
          </li>`)}
      </ul>
    </section>
  `;
}
