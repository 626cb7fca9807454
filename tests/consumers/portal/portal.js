import { connect } from './node_modules/value-tiers/dist/frame.js';

// Where the widget is served says the address of this page: a portal of its own would have it written here.
const frame = document.querySelector('iframe');
const address = new URLSearchParams(location.search).get('frame');
frame.src = address;
window.widget = connect(frame, new URL(address).origin).then((widget) => {
  widget.addEventListener('report', ({ detail }) => { document.title = `${detail.report.totals.customers} customers`; });
  return widget;
});
