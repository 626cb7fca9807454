/**
 * A chart of the library on an element: `<div ${plot}></div>`.
 *
 * The library is loaded when the first chart is drawn; the element carries `data-state` (`loading`, `drawn` or `failed`),
 * and style sheets show which.
 */

import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';
import type { Chart, ChartOption } from './echarts.js';

export abstract class Canvas<P extends { /** Drawn again when it differs. */ key: unknown[] }> extends AsyncDirective {
  #host: HTMLElement | undefined;
  #chart: Chart | undefined;
  #sized: ResizeObserver | undefined;
  #plot: P | undefined;
  /** Counts the drawings, so that one that comes late does not cover a newer one. */
  #turn = 0;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('a chart belongs on an element');
  }

  /** What the library draws; `width` in pixels. */
  protected abstract option(plot: P, width: number): ChartOption | Promise<ChartOption>;

  override render(_plot: P): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [plot]: [P]): typeof noChange {
    this.#host = part.element as HTMLElement;
    const same = this.#plot?.key.length === plot.key.length && plot.key.every((value, i) => value === this.#plot?.key[i]);
    this.#plot = plot;
    if (!same && this.isConnected) void this.#draw();
    return noChange;
  }

  protected override disconnected(): void {
    this.#turn += 1;
    this.#sized?.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  protected override reconnected(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const host = this.#host;
    const plot = this.#plot;
    if (!host || !plot) return;
    const turn = (this.#turn += 1);
    if (!this.#chart) host.dataset['state'] = 'loading';
    try {
      const library = await import('./echarts.js');
      // By now the element is in the page and has its width.
      const option = await this.option(plot, host.clientWidth);
      if (turn !== this.#turn) return;
      if (!this.#chart) {
        const drawn = library.chart(host);
        this.#chart = drawn;
        let width = host.clientWidth;
        this.#sized = new ResizeObserver(() => {
          drawn.resize();
          // Labels that have no room side by side are laid out anew.
          if (host.clientWidth !== width) void this.#draw();
          width = host.clientWidth;
        });
        this.#sized.observe(host);
      }
      this.#chart.setOption(option, { notMerge: true });
      host.dataset['state'] = 'drawn';
    } catch {
      if (turn === this.#turn) host.dataset['state'] = 'failed';
    }
  }
}
