/**
 * Customers as points on a plane, one colour and one shape for each group.
 *
 * A directive on the element that holds the canvas: `<div ${scatter(plot)}></div>`. On a canvas, because there are thousands and
 * where they lie upon each other has to be seen.
 */

import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';
import { reach } from './scale.js';
import { outlineOf } from './shape.js';
import { tip } from './tip.js';

export interface Group {
  id: number;
  name: string;
  colour: string;
}

export interface Plot {
  /** What the plot depends on: drawn again when it differs. */
  key: unknown[];
  x: number[];
  y: number[];
  /** The group of each point. */
  group: number[];
  groups: Group[];
  /** The grid's colour. */
  line: string;
}

/** Pixels across of a point. */
const SIZE = 7;
/** Pixels left free on each side, so that no point is cut. */
const EDGE = 8;
/** Parts that the grid makes of each side. */
const PARTS = 4;
/** How near the pointer has to be, in pixels. */
const NEAR = 10;

class Scatter extends AsyncDirective {
  #host: HTMLElement | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #sized: ResizeObserver | undefined;
  #plot: Plot | undefined;
  /** Where each point was drawn. */
  #places: { x: number; y: number; group: number }[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('a chart belongs on an element');
  }

  override render(_plot: Plot): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [plot]: [Plot]): typeof noChange {
    this.#host ??= part.element as HTMLElement;
    const same = this.#plot?.key.length === plot.key.length && plot.key.every((value, i) => value === this.#plot?.key[i]);
    this.#plot = plot;
    if (this.isConnected && !this.#sized) this.reconnected();
    else if (!same) this.#draw();
    return noChange;
  }

  protected override reconnected(): void {
    const host = this.#host;
    if (!host) return;
    if (!this.#canvas) {
      this.#canvas = document.createElement('canvas');
      host.append(this.#canvas);
      const point = (event: PointerEvent): void => this.#point(event);
      host.addEventListener('pointermove', point);
      host.addEventListener('pointerdown', point);
      host.addEventListener('pointerleave', () => tip(host, undefined));
    }
    // Called at once, too, when the element has its width.
    this.#sized = new ResizeObserver(() => this.#draw());
    this.#sized.observe(host);
  }

  protected override disconnected(): void {
    this.#sized?.disconnect();
    this.#sized = undefined;
  }

  #draw(): void {
    const [host, canvas, plot] = [this.#host, this.#canvas, this.#plot];
    const { clientWidth: width = 0, clientHeight: height = 0 } = host ?? {};
    const pen = canvas?.getContext('2d');
    if (!host || !canvas || !plot || !pen || width === 0) return;
    // Sharp on paper as well.
    const fine = Math.max(2, globalThis.devicePixelRatio);
    canvas.width = Math.round(width * fine);
    canvas.height = Math.round(height * fine);
    pen.setTransform(fine, 0, 0, fine, 0, 0);
    pen.strokeStyle = plot.line;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.7;
    pen.beginPath();
    for (let part = 0; part <= PARTS; part += 1) {
      // On the middle of a pixel, where a line of one pixel is sharp.
      const along = (whole: number): number => Math.round((part / PARTS) * (whole - 1)) + 0.5;
      pen.moveTo(along(width), 0);
      pen.lineTo(along(width), height);
      pen.moveTo(0, along(height));
      pen.lineTo(width, along(height));
    }
    pen.stroke();
    const across = reach(plot.x);
    const upward = reach(plot.y);
    this.#places = plot.group.map((group, i) => ({
      x: EDGE + across(plot.x[i] ?? 0) * (width - 2 * EDGE),
      y: height - EDGE - upward(plot.y[i] ?? 0) * (height - 2 * EDGE),
      group,
    }));
    const ink = new Map(plot.groups.map(({ id, colour }) => [id, { colour, outline: new Path2D(outlineOf(id)) }]));
    // Outlines are drawn in 16 × 16.
    const scale = (SIZE / 16) * fine;
    pen.globalAlpha = 0.55;
    for (const { x, y, group } of this.#places) {
      const shape = ink.get(group);
      if (!shape) continue;
      pen.fillStyle = shape.colour;
      pen.setTransform(scale, 0, 0, scale, (x - SIZE / 2) * fine, (y - SIZE / 2) * fine);
      pen.fill(shape.outline);
    }
    host.dataset['state'] = 'drawn';
  }

  /** Says the group of the point under the pointer. */
  #point(event: PointerEvent): void {
    const [host, canvas] = [this.#host, this.#canvas];
    if (!host || !canvas) return;
    const box = canvas.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    let found: { x: number; y: number; group: number } | undefined;
    let least = NEAR;
    for (const place of this.#places) {
      const far = Math.hypot(place.x - at.x, place.y - at.y);
      if (far < least) [least, found] = [far, place];
    }
    tip(host, found && this.#plot?.groups.find(({ id }) => id === found.group)?.name, found?.x, found?.y);
  }
}

export const scatter = directive(Scatter);
