/** The models behind the forecast: what each assumes in two sentences, where it was published, and its parameters. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ModelId, Models, Quality } from '../engine/types.js';
import type { ExplainedId } from '../messages/forecast.types.js';
import { references } from '../messages/references.js';
import type { ViewContext } from './context.js';

const MODELS: readonly ModelId[] = ['bg_nbd', 'mbg_nbd', 'pareto_nbd', 'bg_bb'];

interface Fit {
  id: ExplainedId;
  /** Symbol and estimate, in the order of the standard errors. */
  parameters: [string, number][];
  logLikelihood: number;
  quality: Quality;
}

/** The symbols of the papers: they are the same in every language. */
const SYMBOLS: Record<string, string> = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ' };
const ORDER: Record<ExplainedId, readonly string[]> = {
  bg_nbd: ['r', 'alpha', 'a', 'b'],
  mbg_nbd: ['r', 'alpha', 'a', 'b'],
  pareto_nbd: ['r', 'alpha', 's', 'beta'],
  bg_bb: ['alpha', 'beta', 'gamma', 'delta'],
  gamma_gamma: ['p', 'q', 'v'],
};

function fits(models: Models): Fit[] {
  const ids: ExplainedId[] = [...MODELS].sort((a, b) => Number(b === models.chosen) - Number(a === models.chosen));
  return [...ids, 'gamma_gamma' as const].flatMap((id) => {
    const fit = models[id];
    if (!fit) return [];
    const values = new Map<string, unknown>(Object.entries(fit));
    const parameters = ORDER[id].map((name): [string, number] => [SYMBOLS[name] ?? name, Number(values.get(name))]);
    return [{ id, parameters, logLikelihood: fit.log_likelihood, quality: fit.quality }];
  });
}

function parameters(models: Models, fit: Fit, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.forecast.models;
  const held = models.back_test?.candidates.find((candidate) => candidate.model === fit.id);
  return html`
    <table class="r-plain">
      <caption class="r-caption">${words.explained[fit.id].name}</caption>
      <thead>
        <tr>
          <th scope="col">${words.parameter}</th>
          <th scope="col" class="r-num">${words.estimate}</th>
          <th scope="col" class="r-num">${words.error}</th>
        </tr>
      </thead>
      <tbody>
        ${fit.parameters.map(([symbol, value], i) => {
          const error = fit.quality.standard_errors[i];
          return html`<tr>
            <th scope="row">${symbol}</th>
            <td class="r-num">${fmt.fixed(value, 3)}</td>
            <td class="r-num">${error === undefined ? words.noError : fmt.fixed(error, 3)}</td>
          </tr>`;
        })}
        <tr>
          <th scope="row">${words.logLikelihood}</th>
          <td class="r-num">${fmt.fixed(fit.logLikelihood, 1)}</td>
          <td></td>
        </tr>
      </tbody>
    </table>
    ${held ? html`<p class="r-aside">${words.heldOut(fmt, { value: held.held_out_log_likelihood })}</p>` : nothing}
    ${fit.quality.status === 'regularised' ? html`<p class="r-aside">${words.regularised}</p>` : nothing}
  `;
}

export function renderModels(models: Models, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.forecast.models;
  const all = fits(models);
  if (!models.chosen || all.length === 0) return nothing;
  const used = (id: ExplainedId): boolean =>
    id === models.chosen || (id === 'gamma_gamma' && models.spend === 'gamma-gamma');
  return html`
    <details class="r-details r-models">
      <summary>${words.title}</summary>
      <p>
        <b>${words.chosen(ctx.fmt, { name: words.explained[models.chosen].name })}</b>
        ${models.chosen_by ? words.chosenBy[models.chosen_by] : nothing} ${models.spend === 'mean' ? words.spendMean : nothing}
      </p>
      <dl class="r-explained">
        ${all.map(
          ({ id }) => html`<div data-used=${used(id)}>
            <dt>${words.explained[id].name}${used(id) ? html`<span class="r-used">${words.inUse}</span>` : nothing}</dt>
            <dd>${words.explained[id].says}</dd>
            <dd class="r-aside"><span>${words.reference}</span> <cite lang="en">${references[id]}</cite></dd>
          </div>`,
        )}
      </dl>
      <details class="r-details">
        <summary>${words.parameters}</summary>
        <p class="r-aside">${words.time}</p>
        <div class="r-parameters">${all.map((fit) => html`<div>${parameters(models, fit, ctx)}</div>`)}</div>
      </details>
    </details>
  `;
}
