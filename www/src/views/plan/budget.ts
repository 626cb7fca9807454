/** A budget split over the groups under a person's assumptions, beside what each contact must bring to pay. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../../charts/bar.js';
import { icon } from '../../charts/tone.js';
import type { PlanState } from '../../element/plan.js';
import type { ActionId, Budget, BudgetGroup, BudgetSettings, GroupAssumption } from '../../engine/types.js';
import { percent } from '../assumptions.js';
import { behind } from '../back-test.js';
import type { ViewContext } from '../context.js';
import { showList } from '../list.js';
import type { PlanHandlers } from '../plan.js';

/** Round figures to try the form with; nobody measured them. */
const EXAMPLE: BudgetSettings = {
  amount: 500,
  groups: {
    protect: { cost: 5, response: 0.1 },
    grow: { cost: 1, response: 0.05 },
    welcome: { cost: 1, response: 0.05 },
    save: { cost: 5, response: 0.1 },
    rest: { cost: 0.1, response: 0.01 },
  },
};
const FIELDS = ['cost', 'response', 'floor', 'cap'] as const;

/** What the form says; empty fields are not assumed. */
export function budgetOf(data: FormData, groups: readonly ActionId[]): Pick<BudgetSettings, 'amount' | 'groups'> {
  const read = (name: string): number | undefined => {
    const text = String(data.get(name) ?? '').trim();
    return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  const found: Partial<Record<ActionId, GroupAssumption>> = {};
  for (const id of groups) {
    const said = FIELDS.flatMap((field) => {
      const value = read(`${id}-${field}`);
      return value === undefined ? [] : [[field, field === 'response' ? value / 100 : value] as const];
    });
    if (said.length > 0) found[id] = Object.fromEntries(said);
  }
  return { amount: read('amount'), groups: found };
}

function says(group: BudgetGroup, ctx: ViewContext): string {
  const words = ctx.m.plan.budget;
  if (group.cost === undefined) return words.noCost;
  if (group.break_even === undefined || group.break_even > 1) return words.never;
  return words.breakEven(ctx.fmt, { share: group.break_even });
}

function bars(groups: BudgetGroup[], ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.plan.budget;
  const most = Math.max(0.01, ...groups.flatMap(({ spend, kept }) => [Number(spend), Number(kept)]));
  return html`
    <ul class="r-split-groups">
      ${groups.map(
        (group) => html`<li class="r-tone-${group.id}">
          <h4>${icon(group.id)}<span>${ctx.m.terms.action[group.id]}</span></h4>
          <p class="r-figure"><span>${words.spend}</span><b>${fmt.money(group.spend)}</b></p>
          ${bar(Number(group.spend) / most, 'var(--value-tiers-quiet)')}
          <p class="r-figure"><span>${words.kept}</span><b>${fmt.money(group.kept)}</b></p>
          ${bar(Number(group.kept) / most, `var(--value-tiers-${group.id})`)}
          <p class="r-share">${words.group(fmt, group)}. ${says(group, ctx)}.</p>
          ${showList(ctx, group.customers, ctx.m.terms.action[group.id], { action: group.id, sort: 'value_at_risk', descending: true })}
        </li>`,
      )}
    </ul>
  `;
}

function form(budget: Budget, state: PlanState, ctx: ViewContext, on: PlanHandlers): TemplateResult {
  const words = ctx.m.plan.budget;
  const { assumed } = state;
  const ids = budget.groups.map(({ id }) => id);
  const shown = (id: ActionId, field: (typeof FIELDS)[number]): string => {
    const value = assumed.groups?.[id]?.[field];
    return field === 'response' ? percent(value) : String(value ?? '');
  };
  return html`
    <form
      class="r-assume"
      aria-label=${words.form}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        on.assume(budgetOf(new FormData(event.currentTarget as HTMLFormElement), ids));
      }}
    >
      <p class="r-assumed">${state.example ? ctx.m.plan.exampleNote : ctx.m.plan.yours}</p>
      <label class="r-field">
        <span>${words.amount}</span>
        <input name="amount" type="number" min="0" step="any" inputmode="decimal" .value=${String(assumed.amount ?? '')} />
      </label>
      ${budget.groups.map(
        ({ id, customers }) => html`<fieldset ?disabled=${customers === 0}>
          <legend>${ctx.m.terms.action[id]}</legend>
          ${FIELDS.map(
            (field) => html`<label>
              <span>${words[field]}</span>
              <input name=${`${id}-${field}`} type="number" min="0" max=${field === 'response' ? 100 : nothing} step="any" inputmode="decimal"
                .value=${shown(id, field)} />
            </label>`,
          )}
        </fieldset>`,
      )}
      <p class="r-buttons">
        <button type="submit" class="r-button">${words.apply}</button>
        ${assumed.amount === undefined && Object.keys(assumed.groups ?? {}).length === 0
          ? html`<button type="button" class="r-button" @click=${() => on.assume(EXAMPLE, true)}>${ctx.m.plan.example}</button>`
          : html`<button type="button" class="r-button" @click=${(event: Event) => {
              (event.currentTarget as HTMLButtonElement).form?.reset();
              on.assume({ amount: undefined, groups: {} });
            }}>${words.clear}</button>`}
      </p>
    </form>
  `;
}

export function renderBudget(budget: Budget, state: PlanState, ctx: ViewContext, on: PlanHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.plan.budget;
  const { amount, spent, kept, at_stake } = budget;
  const split = amount !== undefined && budget.missing.length === 0;
  const groups = budget.groups.filter(({ customers }) => customers > 0);
  const title = split ? words.title(fmt, { amount, spent, kept, at_stake }) : words.open(fmt, { at_stake });
  const head = words.table;
  const share = (value: number | undefined): string => (value === undefined ? ctx.m.none : fmt.share(value, 2));
  return html`
    <h3 class="r-heading" aria-live="polite">${title}</h3>
    ${budget.missing.map((why) => html`<p class="r-about">${words.missing[why]}</p>`)}
    <p class="r-about">${words.objective} ${ctx.m.risk.money[budget.value_basis]}</p>
    ${budget.margin ? nothing : html`<p class="r-aside">${words.revenue}</p>`}
    ${split && !budget.exact ? html`<p class="r-aside">${words.near}</p>` : nothing}
    ${split ? bars(groups, ctx) : nothing} ${form(budget, state, ctx, on)}
    ${behind(
      words.bars,
      [
        { name: head.group }, { name: head.customers, number: true }, { name: head.atStake, number: true }, { name: head.contacts, number: true },
        { name: head.spend, number: true }, { name: head.reached, number: true }, { name: head.kept, number: true },
        { name: head.even, number: true }, { name: head.contactEven, number: true },
      ],
      groups.map((group) => [
        ctx.m.terms.action[group.id], fmt.count(group.customers), fmt.money(group.at_stake), fmt.count(group.contacts), fmt.money(group.spend),
        fmt.money(group.reached), fmt.money(group.kept), share(group.break_even), share(group.contact_break_even),
      ]),
      ctx,
    )}
  `;
}
