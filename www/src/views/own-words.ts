/** A play in a person's own words: instead of the playbook's, kept in the settings. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** Characters that the engine takes of one. */
const LONGEST = 1000;

/** The words of a play: the person's, or those given. */
export function wordsOf(report: Report, key: string, playbook: string): string {
  return report.settings.plays?.[key] ?? playbook;
}

/** What changes them; `name` is the play's. */
export function ownWords(report: Report, key: string, name: string, playbook: string, ctx: ViewContext): TemplateResult {
  const words = ctx.m.agenda.own;
  const { plays = {} } = report.settings;
  const own = plays[key];
  const keep = (text: string | undefined): void => {
    const { [key]: _, ...others } = plays;
    ctx.keep({ plays: text === undefined ? others : { ...others, [key]: text } });
  };
  return html`
    <details class="r-own-words">
      <summary aria-label=${words.edit(ctx.fmt, { name })}>${own === undefined ? words.change : `${words.yours} · ${words.change}`}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const form = event.currentTarget as HTMLFormElement;
          const text = String(new FormData(form).get('words') ?? '').trim();
          keep(text === '' || text === playbook ? undefined : text);
          form.closest('details')?.removeAttribute('open');
        }}
      >
        <textarea name="words" rows="3" maxlength=${LONGEST} aria-label=${words.label(ctx.fmt, { name })} .value=${own ?? playbook}></textarea>
        <p class="r-aside">${words.about}</p>
        <button type="submit" class="r-button">${words.keep}</button>
        <button type="button" class="r-button" ?disabled=${own === undefined} @click=${() => keep(undefined)}>${words.drop}</button>
      </form>
    </details>
  `;
}
