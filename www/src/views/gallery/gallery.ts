/**
 * The report's sections without an engine, for development only: `?data=cdnow|retail|telco&lang=zh-Hans&theme=dark&who=clusters`.
 *
 * The documents are what the engine said about the CDNOW log, a slice of UCI Online Retail and IBM's fictional telephone
 * customers (a table without dates), rounded, with 2,000 customers for the scatter: good to look at, not to test against.
 */

import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { formatter } from '../../element/format.js';
import { tokens } from '../../element/tokens.js';
import type { Report } from '../../engine/types.js';
import { addWords, languageOf, messages } from '../../messages/index.js';
import { sectionWords } from '../../messages/sections.js';
import { renderActions } from '../actions.js';
import { renderAnswer } from '../answer.js';
import type { ViewChoices, ViewContext, WhoView } from '../context.js';
import { reportStyles } from '../report.styles.js';
import { renderWho } from '../who.js';
import { renderWorth } from '../worth.js';
import cdnow from './cdnow.json';
import retail from './retail.json';
import telco from './telco.json';

interface Sample {
  report: Report;
}

addWords(sectionWords);
const query = new URLSearchParams(location.search);
const language = languageOf(query.get('lang') ?? 'en') ?? 'en';
const samples: Record<string, unknown> = { cdnow, retail, telco };
const data = (samples[query.get('data') ?? 'cdnow'] ?? cdnow) as Sample;
document.documentElement.lang = language;
document.documentElement.style.colorScheme = query.get('theme') ?? '';

class Gallery extends LitElement {
  static override properties = { choices: { state: true } };
  static override styles = [
    tokens,
    ...reportStyles,
    css`
      :host {
        display: block;
        font-family: var(--value-tiers-font);
        color: var(--value-tiers-text);
        background: var(--value-tiers-surface);
      }
      section {
        padding-block: 24px;
      }
      h2 {
        font-size: var(--value-tiers-size-1);
        color: var(--value-tiers-muted);
        font-weight: 600;
        margin: 0 0 8px;
      }
    `,
  ];

  choices: ViewChoices = {
    who: (query.get('who') as WhoView | null) ?? 'grid',
    worth: query.get('worth') === 'potential' ? 'potential' : 'value',
    values: 'value', moves: 'tiers', cohorts: 'retention',
  };

  override connectedCallback(): void {
    super.connectedCallback();
    const theme = query.get('theme');
    if (theme) this.setAttribute('theme', theme);
  }

  protected override render(): TemplateResult {
    const m = messages(language);
    const dark = query.get('theme') === 'dark' || (!query.has('theme') && matchMedia('(prefers-color-scheme: dark)').matches);
    const ctx: ViewContext = {
      m,
      fmt: formatter(language),
      choices: this.choices,
      choose: (choice) => {
        this.choices = { ...this.choices, ...choice };
      },
      open: (asked) => console.info('open', asked),
      recalculate: (settings) => console.info('recalculate', settings),
      follow: (settings) => console.info('follow', settings),
      settle: (settings) => console.info('settle', settings),
      picture: (_, name, kind) => console.info('picture', name, kind),
      clusters: { asking: true },
      compare: { state: { asking: true }, ask: () => undefined },
      keep: () => undefined,
      brief: () => undefined,
      colour: (name) => {
        const probe = document.createElement('span');
        probe.style.color = `var(--value-tiers-${name})`;
        this.renderRoot.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      },
      theme: dark ? 'dark' : 'light',
    };
    const { report } = data;
    return html`
      <section><h2>${m.sections.answer}</h2>${renderAnswer(report, ctx)}</section>
      <section><h2>${m.sections.who}</h2>${renderWho(report, ctx)}</section>
      <section><h2>${m.sections.worth}</h2>${renderWorth(report, { asking: false }, { asking: false }, ctx, { explain: (number) => console.info('explain', number) })}</section>
      <section><h2>${m.sections.actions}</h2>${renderActions(report, ctx)}</section>
    `;
  }
}

customElements.define('value-tiers-gallery', Gallery);
