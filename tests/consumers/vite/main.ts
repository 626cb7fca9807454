import 'value-tiers';
import { analyse, type Report } from 'value-tiers/engine';
import 'value-tiers/themes/high-contrast.css';

const element: HTMLElementTagNameMap['value-tiers'] | null = document.querySelector('value-tiers');
element?.addEventListener('value-tiers-report', ({ detail }) => {
  const report: Report = detail.report;
  document.title = `${report.totals.customers} customers`;
});
// The engine alone, for the test to call.
Object.assign(window, { analyse });
