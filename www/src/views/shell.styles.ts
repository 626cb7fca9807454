/** The style of everything around the report: controls, the drop zone, the check, the tables. Tokens only. */

import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: block;
    container: value-tiers / inline-size;
    color: var(--value-tiers-text);
    font-family: var(--value-tiers-font);
    font-size: var(--value-tiers-size-2);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  .root:lang(zh-Hant) { font-family: var(--value-tiers-font-zh-hant); }
  .root { padding: calc(var(--value-tiers-space) * 2); max-inline-size: 1440px; margin-inline: auto; position: relative; }
  .root[data-held='true'] { outline: 3px solid var(--value-tiers-accent); outline-offset: -3px; border-radius: 12px; }
  h2, h3, p, dl, dd, ul { margin: 0; }
  ul { padding: 0; list-style: none; }
  h2 { font-size: var(--value-tiers-size-4); line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
  h3 { font-size: var(--value-tiers-size-2); line-height: 1.4; font-weight: 650; }
  h2:focus { outline: none; }
  p { max-inline-size: 70ch; }
  .muted, .hint { color: var(--value-tiers-muted); }
  .hint { font-size: var(--value-tiers-size-1); }
  .hidden {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .number, td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
  /* A date's parts have the focus, not the date. */
  :focus-visible, input[type='date']:focus-within { outline: 2px solid var(--value-tiers-accent); outline-offset: 2px; border-radius: 4px; }

  /* Controls. */
  button, select, input { font: inherit; color: inherit; }
  .button, select, input {
    min-block-size: 36px; padding: 4px 12px; border: 1px solid var(--value-tiers-control); border-radius: 6px;
    background: var(--value-tiers-surface); max-inline-size: 100%;
  }
  select { padding-inline-end: 8px; text-overflow: ellipsis; }
  .button { cursor: pointer; display: inline-flex; align-items: center; gap: 8px; justify-content: center; font-weight: 550; }
  .button:hover:not(:disabled) { background: var(--value-tiers-raised); border-color: var(--value-tiers-text); }
  .button:disabled, select:disabled, input:disabled { opacity: 0.55; cursor: default; }
  .button.primary {
    background: var(--value-tiers-accent); border-color: var(--value-tiers-accent); color: var(--value-tiers-on-accent);
  }
  .button.primary:hover:not(:disabled) { background: var(--value-tiers-value-5); border-color: var(--value-tiers-value-5); }
  .button.danger { color: var(--value-tiers-risk); border-color: var(--value-tiers-risk); }
  .button.danger:hover:not(:disabled) { background: var(--value-tiers-risk-soft); border-color: var(--value-tiers-risk); }
  .button[aria-pressed='true'] { background: var(--value-tiers-accent-soft); border-color: var(--value-tiers-accent); color: var(--value-tiers-accent); }
  .link {
    border: 0; padding: 2px 0; min-block-size: 24px; background: none; color: var(--value-tiers-accent); cursor: pointer;
    text-decoration: underline; text-underline-offset: 2px; text-align: start; font-weight: 550;
  }
  .link:disabled { color: var(--value-tiers-muted); text-decoration: none; cursor: default; }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--value-tiers-space); align-items: center; }
  .field { display: flex; flex-direction: column; gap: 2px; min-inline-size: 0; }
  .field > span { font-size: var(--value-tiers-size-1); color: var(--value-tiers-muted); }
  .field.inline { flex-direction: row; align-items: center; gap: var(--value-tiers-space); }
  .field.inline > span { white-space: nowrap; }
  summary { cursor: pointer; min-block-size: 24px; }
  details > summary:not(.button) { color: var(--value-tiers-accent); font-weight: 550; padding-block: 4px; }

  /* Header, notices, foot. */
  .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-block-end: calc(var(--value-tiers-space) * 3); }
  .head .brand { font-weight: 700; font-size: var(--value-tiers-size-3); margin-inline-end: auto; letter-spacing: -0.01em; }
  :host([no-header]) .head { display: none; }
  .failure, .notice {
    display: flex; gap: 16px; align-items: start; justify-content: space-between;
    padding: 12px 16px; border-radius: var(--value-tiers-radius); margin-block-end: calc(var(--value-tiers-space) * 2);
    border: 1px solid var(--value-tiers-line); background: var(--value-tiers-raised);
  }
  .failure { background: var(--value-tiers-risk-soft); border-color: var(--value-tiers-risk); }
  .failure p, .notice p { max-inline-size: 100ch; }
  .failure .button, .notice .button { flex: none; }
  .foot {
    margin-block-start: calc(var(--value-tiers-space) * 5); padding-block-start: var(--value-tiers-space);
    border-block-start: 1px solid var(--value-tiers-line); font-size: var(--value-tiers-size-1); color: var(--value-tiers-muted);
    font-variant-numeric: tabular-nums; display: grid; gap: var(--value-tiers-space);
  }
  .foot summary { cursor: pointer; inline-size: fit-content; min-block-size: 24px; }
  .foot ol { list-style: decimal; padding-inline-start: 24px; margin-block: 8px; display: grid; gap: 4px; max-inline-size: 75ch; }
  .foot details > p { max-inline-size: 75ch; }
  .foot .offline { color: var(--value-tiers-accent); display: inline-block; min-block-size: 24px; }

  /* EMPTY */
  .empty { display: grid; gap: calc(var(--value-tiers-space) * 3); max-inline-size: 960px; margin-inline: auto; padding-block: calc(var(--value-tiers-space) * 2); }
  .headline { font-size: var(--value-tiers-size-4); }
  .zone {
    display: grid; justify-items: center; gap: 12px; padding: calc(var(--value-tiers-space) * 5) 16px; cursor: pointer;
    border: 2px dashed var(--value-tiers-control); border-radius: 12px; background: var(--value-tiers-raised);
  }
  .zone:hover, .zone[data-held='true'] { border-color: var(--value-tiers-accent); background: var(--value-tiers-accent-soft); }
  .zone-mark { inline-size: 48px; block-size: 48px; fill: none; stroke: var(--value-tiers-accent); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
  .zone-lead { font-size: var(--value-tiers-size-3); font-weight: 600; }
  .zone-button {
    background: var(--value-tiers-accent); color: var(--value-tiers-on-accent); border-radius: 6px; padding: 6px 16px; font-weight: 550;
  }
  .sample { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
  .facts { display: grid; gap: calc(var(--value-tiers-space) * 3); }
  .facts h3 { margin-block-end: 4px; }
  .facts p + p { margin-block-start: 8px; }

  /* WORKING */
  .working { display: grid; gap: calc(var(--value-tiers-space) * 2); max-inline-size: 640px; margin: 8vh auto; }
  .working h2 { overflow-wrap: anywhere; }
  .working .button { justify-self: start; }
  progress { inline-size: 100%; block-size: 12px; accent-color: var(--value-tiers-accent); }
  .counts { font-variant-numeric: tabular-nums; min-block-size: 3em; }

  /* CHECK */
  .check { display: grid; gap: calc(var(--value-tiers-space) * 2); }
  .check-columns { display: grid; gap: calc(var(--value-tiers-space) * 4); }
  .check-columns > *, .check-columns > * > * { min-inline-size: 0; }
  .check-columns > * { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(var(--value-tiers-space) * 2); align-content: start; }
  .role { border-inline-start: 3px solid var(--value-tiers-line); padding-inline-start: 12px; margin-block-end: 12px; }
  .role[data-missing='true'] { border-color: var(--value-tiers-warn); }
  .role label { display: grid; gap: 4px; }
  .role-name { font-weight: 600; }
  .role-name .mark {
    font-weight: 500; font-size: var(--value-tiers-size-1); color: var(--value-tiers-muted); margin-inline-start: 4px;
  }
  .role select { inline-size: 100%; }
  .role .hint { margin-block-start: 4px; }
  .role.sheet { max-inline-size: 70ch; margin-block-end: 0; }
  .roles details > .role:first-of-type { margin-block-start: 12px; }
  .questions {
    background: var(--value-tiers-warn-soft); border: 1px solid var(--value-tiers-warn); border-radius: var(--value-tiers-radius);
    padding: 16px; display: grid; gap: 12px;
  }
  .question { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 8px; min-inline-size: 0; }
  .question legend { padding: 0; margin-block-end: 8px; }
  .question label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; inline-size: 100%; }
  .chips { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 12px; margin-block-start: 8px; }
  .chip select { inline-size: 100%; }
  .consequence {
    position: sticky; inset-block-end: 0; background: var(--value-tiers-surface); border-block-start: 1px solid var(--value-tiers-line);
    padding-block: 12px; display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; justify-content: space-between;
    font-variant-numeric: tabular-nums; z-index: 2;
  }
  .consequence p { flex: 1 1 320px; font-weight: 550; }

  /* REPORT */
  .bar { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; margin-block-end: calc(var(--value-tiers-space) * 3); }
  .bar .file { font-weight: 600; flex: 1 1 240px; overflow-wrap: anywhere; }
  .as-of { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
  .slider { inline-size: min(220px, 100%); padding: 0; border: 0; background: none; accent-color: var(--value-tiers-accent); min-block-size: 24px; margin: 0; }
  .section[aria-busy='true'] { opacity: 0.5; }
  .menu { position: relative; }
  .menu > summary { list-style: none; }
  .menu > summary::-webkit-details-marker { display: none; }
  .menu > summary::after { content: '▾' / ''; }
  .menu ul {
    position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 4px); z-index: 5; min-inline-size: 220px; padding: 4px;
    background: var(--value-tiers-surface); border: 1px solid var(--value-tiers-control); border-radius: var(--value-tiers-radius);
    box-shadow: 0 8px 24px light-dark(rgb(0 0 0 / 0.14), rgb(0 0 0 / 0.5));
  }
  .menu li button { inline-size: 100%; min-block-size: 36px; padding: 4px 12px; border: 0; background: none; text-align: start; border-radius: 4px; cursor: pointer; }
  .menu li button:hover { background: var(--value-tiers-raised); }
  .report { display: grid; gap: calc(var(--value-tiers-space) * 4); }
  .contents ul { display: none; }
  .contents .field { max-inline-size: 320px; }
  .sections { display: grid; gap: calc(var(--value-tiers-space) * 7); min-inline-size: 0; }
  .section { display: grid; gap: calc(var(--value-tiers-space) * 2); min-inline-size: 0; scroll-margin-block-start: 16px; }
  .section > * { min-inline-size: 0; }
  .section[data-section='data'] { gap: calc(var(--value-tiers-space) * 4); }
  .section[data-section='data'] h3 { margin-block-end: 8px; }

  /* Tables. */
  .scroll { overflow-x: auto; max-inline-size: 100%; }
  table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
  caption { text-align: start; color: var(--value-tiers-muted); font-size: var(--value-tiers-size-1); padding-block: 4px; }
  th, td { text-align: start; padding: 6px 10px; border-block-end: 1px solid var(--value-tiers-line); vertical-align: top; font-weight: 400; }
  thead th { font-size: var(--value-tiers-size-1); font-weight: 600; color: var(--value-tiers-muted); vertical-align: bottom; }
  .plain { font-size: var(--value-tiers-size-1); }
  .plain th, .plain td { white-space: nowrap; max-inline-size: 240px; overflow: hidden; text-overflow: ellipsis; }
  .ledger tr.sum > * { font-weight: 650; border-block-start: 2px solid var(--value-tiers-text); }
  .ledgers { display: grid; gap: calc(var(--value-tiers-space) * 4); }
  .ledgers > * { min-inline-size: 0; }
  .cell { display: inline-block; padding-inline: 6px; margin: 0 4px 4px 0; background: var(--value-tiers-raised); border-radius: 4px; overflow-wrap: anywhere; white-space: normal; }
  .customers th, .customers td { vertical-align: baseline; }
  .customers .wide, .customers .middle { display: none; }
  .customers .number { white-space: nowrap; }
  .group { display: inline-flex; align-items: baseline; }
  .customers th[scope='row'] { min-inline-size: 96px; max-inline-size: 280px; overflow-wrap: anywhere; }
  .customers tbody tr:hover { background: var(--value-tiers-raised); }
  .sort { border: 0; background: none; padding: 2px 0; min-block-size: 24px; font: inherit; color: inherit; cursor: pointer; text-align: inherit; }
  .customers thead .number { white-space: normal; }
  .sort .arrow { margin-inline-start: 4px; }
  .sort:hover { color: var(--value-tiers-text); }
  [aria-sort='ascending'], [aria-sort='descending'] { color: var(--value-tiers-text); }
  .dot { flex: none; display: inline-block; inline-size: 10px; block-size: 10px; border-radius: 50%; margin-inline-end: 6px; background: var(--value-tiers-quiet); }
  .dot[data-action='protect'] { background: var(--value-tiers-protect); }
  .dot[data-action='grow'] { background: var(--value-tiers-grow); }
  .dot[data-action='welcome'] { background: var(--value-tiers-welcome); }
  .dot[data-action='save'] { background: var(--value-tiers-save); }
  .dot[data-action='convert'] { background: var(--value-tiers-convert); }
  .why { font-size: var(--value-tiers-size-3); line-height: 1.45; }
  .facts-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 12px 24px; }
  .facts-list dt { font-size: var(--value-tiers-size-1); color: var(--value-tiers-muted); }
  .facts-list dd { overflow-wrap: anywhere; }
  .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }
  .filters select, .filters input { inline-size: 100%; }
  .narrowed { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
  .tag { background: var(--value-tiers-accent-soft); border-radius: 4px; padding: 2px 8px; }
  .pager { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; margin-block-start: 8px; }
  .nothing { padding: 24px; background: var(--value-tiers-raised); border-radius: var(--value-tiers-radius); max-inline-size: none; }

  @container value-tiers (max-width: 479px) {
    .head { gap: 6px; }
    .menu ul { inset-inline: 0 auto; }
    .head .field > span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .head select { padding-inline: 6px 2px; font-size: var(--value-tiers-size-1); }
  }
  @container value-tiers (min-width: 640px) {
    .root:lang(zh-Hant) { font-family: var(--value-tiers-font-zh-hant); }
  .root { padding: calc(var(--value-tiers-space) * 3); }
    .customers .middle { display: table-cell; }
    .facts { grid-template-columns: repeat(3, 1fr); }
    .headline { font-size: var(--value-tiers-size-5); }
    .zone { padding-block: calc(var(--value-tiers-space) * 8); }
  }
  @container value-tiers (min-width: 900px) {
    .customers .wide { display: table-cell; }
    .check-columns { grid-template-columns: minmax(320px, 5fr) minmax(0, 7fr); }
    .ledgers { grid-template-columns: 1fr 1fr; }
  }
  @container value-tiers (min-width: 1100px) {
    .report { grid-template-columns: 168px minmax(0, 1fr); }
    .contents { position: sticky; inset-block-start: 16px; align-self: start; }
    .contents ul { display: grid; gap: 2px; }
    .contents .field { display: none; }
    .contents button {
      inline-size: 100%; border: 0; background: none; text-align: start; padding: 6px 12px; cursor: pointer; color: var(--value-tiers-muted);
      border-inline-start: 3px solid var(--value-tiers-line); min-block-size: 32px;
    }
    .contents button:hover { color: var(--value-tiers-text); }
    .contents button[aria-current='true'] { color: var(--value-tiers-accent); border-color: var(--value-tiers-accent); font-weight: 600; }
  }
  @media (forced-colors: active) {
    .dot { forced-color-adjust: none; }
    .button.primary, .zone-button { border: 1px solid ButtonText; }
    .button[aria-pressed='true'], .contents button[aria-current='true'] { outline: 2px solid Highlight; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .zone, .button { transition: background-color 120ms, border-color 120ms; }
  }
  @media print {
    .head, .bar .buttons, .as-of button, .slider, .contents, .filters, .pager, .told, .foot details, .foot .offline, .section[data-section='customers'] { display: none; }
    .report { display: block; }
    .section { break-inside: avoid-page; margin-block-end: 24px; }
    thead { display: table-header-group; }
  }
`;
