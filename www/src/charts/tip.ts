/** A few words beside the pointer: what a mark on a chart is. Whoever has no pointer finds the same in the table behind. */

const tips = new WeakMap<HTMLElement, HTMLElement>();

/** Shows `text` at a point of the chart, in pixels from its corner; no text hides it. The chart is positioned. */
export function tip(chart: HTMLElement, text: string | undefined, x = 0, y = 0): void {
  let shown = tips.get(chart);
  if (text === undefined || text === '') {
    shown?.remove();
    tips.delete(chart);
    return;
  }
  if (!shown) {
    shown = document.createElement('span');
    shown.className = 'r-tip';
    shown.setAttribute('aria-hidden', 'true');
    chart.append(shown);
    tips.set(chart, shown);
  }
  shown.textContent = text;
  // Away from the nearer edge.
  shown.dataset['side'] = x > chart.clientWidth / 2 ? 'left' : 'right';
  shown.style.setProperty('--x', `${x}px`);
  shown.style.setProperty('--y', `${y}px`);
}
