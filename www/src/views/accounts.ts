/** ACCOUNTS: the customers who bring most, one by one, those who cost more than they bring, and who brought whom. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { split } from '../charts/split.js';
import { vars } from '../charts/vars.js';
import type { DemandState } from '../element/demand.js';
import type { Account, Accounts } from '../engine/types.js';
import { behind } from './back-test.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';

export interface AccountsHandlers {
  /** Opens the card of a customer. */
  explain(number: number): void;
}

const LOSING = 'var(--value-tiers-risk)';
const OTHERS = 'var(--value-tiers-quiet-soft)';

/** The change, with its sign; what came from nothing has none. */
function trend(account: Account, ctx: ViewContext): string {
  const { after, trend: by } = account;
  if (after === undefined) return ctx.m.none;
  if (by === undefined) return Number(after) > 0 ? ctx.m.accounts.fresh : ctx.m.none;
  return `${by > 0 ? '+' : ''}${ctx.fmt.share(by)}`;
}

export function renderAccounts({ document, failure }: DemandState<Accounts>, ctx: ViewContext, on: AccountsHandlers): TemplateResult {
  const { fmt, m } = ctx;
  const words = m.accounts;
  if (!document) {
    return html`<div class="r-accounts"><p class="r-off" role=${failure ? 'alert' : 'status'}>${failure ? words.off : words.working}</p></div>`;
  }
  const { accounts, share, largest, largest_three: largestThree, before, after, by } = document;
  if (share === undefined || largest === undefined) return html`<div class="r-accounts"><p class="r-off">${words.none}</p></div>`;
  const title = words.title(fmt, { accounts: accounts.length, share });
  const { columns } = words;
  const text = <T>(value: T | undefined, say: (value: T) => string): string => (value === undefined ? m.none : say(value));
  return html`
    <div class="r-accounts">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.without(fmt, { largest, largestThree })}</p>
      <div class="r-account-rows">
        <p class="r-account-head" aria-hidden="true"><span>${columns.share}</span><span>${columns.trend}</span></p>
        <ol>${accounts.map((account) => html`<li>
          <button type="button" class="r-link" title=${m.customers.card.open(fmt, { customer: account.customer })}
            @click=${() => on.explain(account.number)}>${account.customer}</button>
          ${bar((account.share ?? 0) / largest, 'var(--value-tiers-value-5)')}
          <span class="r-account-figure"><span class="r-hidden">${words.key.share}: </span><b>${text(account.share, (value) => fmt.share(value, 1))}</b></span>
          <span class="r-account-figure r-share"><span class="r-hidden">${words.key.trend}: </span>${trend(account, ctx)}</span>
        </li>`)}</ol>
      </div>
      ${showList(ctx, accounts.length, words.tag, { key_account: true, sort: 'net', descending: true })}
      <p class="r-aside">
        ${words.rule(fmt, { most: document.most, buyers: document.buyers, gaps: document.gaps })}
        ${before && after ? words.trendOf(fmt, { before, after }) : words.noTrend}
      </p>
      ${behind(
        title,
        [
          { name: columns.customer },
          ...[
            columns.net, columns.share, columns.tenure, columns.gap, columns.spread, columns.n, ...(by ? [words.breadth[by]] : []),
            ...(after ? [columns.before, columns.after, columns.trend] : []), columns.segment, columns.stage, columns.tier, columns.risk,
          ].map((name) => ({ name, number: true })),
        ],
        accounts.map((account) => [
          account.customer,
          fmt.money(account.net),
          text(account.share, (value) => fmt.share(value, 1)),
          text(account.tenure_days, (days) => fmt.count(days)),
          text(account.median_gap, (days) => fmt.number(days, 1)),
          text(account.variation, (spread) => fmt.fixed(spread, 2)),
          fmt.count(account.gaps),
          ...(by ? [text(account.breadth, (things) => fmt.count(things))] : []),
          ...(after ? [text(account.before, (money) => fmt.money(money)), text(account.after, (money) => fmt.money(money)), trend(account, ctx)] : []),
          text(account.segment, (id) => m.terms.segment[id]),
          text(account.stage, (id) => m.terms.stage[id]),
          text(account.value_tier, (id) => m.terms.valueTier[id]),
          text(account.risk_band, (id) => m.risk.band[id]),
        ]),
        ctx,
      )}
    </div>
  `;
}

/** Those who cost more than they bring, where the file says a cost. */
export function renderLosses({ document }: DemandState<Accounts>, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.accounts.losses;
  const losses = document?.losses;
  if (!document || !losses) return nothing;
  const { customers, of, net, margin, margin_all: all } = losses;
  if (customers === 0) return html`<div class="r-losses"><h3 class="r-heading">${words.none(fmt, { of })}</h3><p class="r-aside">${words.rule}</p></div>`;
  const title = words.title(fmt, { customers, of, margin });
  const parts = (share: number): { tone: string; share: number }[] => {
    const within = Math.min(Math.max(share, 0), 1);
    return [{ tone: LOSING, share: within }, { tone: OTHERS, share: 1 - within }];
  };
  const shareOfNet = Number(document.net) > 0 ? Number(net) / Number(document.net) : 0;
  return html`
    <div class="r-losses">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about(fmt, { net, all })}</p>
      <ul class="r-key">
        ${[[LOSING, words.losing], [OTHERS, words.others]].map(([tone = '', name]) => html`<li><span class="r-key-mark" aria-hidden="true" ${vars({ tone })}></span>${name}</li>`)}
      </ul>
      ${split([{ name: words.customers, parts: parts(customers / of) }, { name: words.net, parts: parts(shareOfNet) }], title)}
      ${showList(ctx, customers, words.tag, { at_a_loss: true, sort: 'margin', descending: false })}
      <p class="r-aside">${words.rule}</p>
      ${behind(
        title,
        [{ name: '' }, { name: words.customers, number: true }, { name: words.net, number: true }, { name: words.margin, number: true }],
        [
          [words.losing, fmt.count(customers), fmt.money(net), fmt.money(margin)],
          [ctx.m.customers.all, fmt.count(of), fmt.money(document.net), fmt.money(all)],
        ],
        ctx,
      )}
    </div>
  `;
}

/** Who brought whom, where a column says so. */
export function renderReferrals({ document }: DemandState<Accounts>, ctx: ViewContext, on: AccountsHandlers): TemplateResult | typeof nothing {
  const { fmt, m } = ctx;
  const words = m.accounts.referrals;
  const found = document?.referrals;
  if (!found) return nothing;
  const title = words.title(fmt, { referred: found.referred, net: found.net, share: found.share });
  const most = Math.max(...found.list.map(({ net_descendants: net }) => Number(net)), 1);
  return html`
    <div class="r-referrals">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about(fmt, { referrers: found.referrers, unknown: found.unknown })}</p>
      <div class="r-account-rows">
        <p class="r-account-head" aria-hidden="true"><span>${words.brought}</span><span>${words.descendants}</span></p>
        <ol>${found.list.map((one) => html`<li>
          <button type="button" class="r-link" title=${m.customers.card.open(fmt, { customer: one.customer })}
            @click=${() => on.explain(one.number)}>${one.customer}</button>
          ${bar(Math.max(0, Number(one.net_descendants)) / most, 'var(--value-tiers-value-5)')}
          <span class="r-account-figure"><span class="r-hidden">${words.brought}: </span><b>${fmt.moneyShort(one.net_descendants)}</b></span>
          <span class="r-account-figure r-share"><span class="r-hidden">${words.descendants}: </span>${fmt.count(one.descendants)}</span>
        </li>`)}</ol>
      </div>
      <p class="r-aside">${words.rule}</p>
      ${behind(
        title,
        [{ name: words.customer }, ...[words.own, words.direct, words.descendants, words.depth, words.brought].map((name) => ({ name, number: true }))],
        found.list.map((one) => [
          one.customer, fmt.money(one.net), fmt.count(one.referred), fmt.count(one.descendants), fmt.count(one.depth), fmt.money(one.net_descendants),
        ]),
        ctx,
      )}
    </div>
  `;
}
