/**
 * A chart as a picture: what the browser has laid out, drawn again as SVG with texts, boxes, lines and shapes that any
 * drawing program takes, or as PNG of it. Works for charts of HTML, of SVG and on a canvas alike; nothing is loaded.
 */

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
/** Room for the finding above the chart. */
const TITLE = 40;
/** Pixels of the PNG for each of the page. */
const SCALE = 2;
const SHAPE_STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin',
  'opacity', 'vector-effect',
];

type Attributes = Readonly<Record<string, string | number>>;

function make(name: string, attributes: Attributes, parent: Element): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  parent.append(made);
  return made;
}

/** The chart as the text of an SVG file, with its finding above. */
export function pictureOf(chart: Element, finding: string): string {
  const frame = chart.getBoundingClientRect();
  const width = frame.width + 2 * MARGIN;
  const height = frame.height + 2 * MARGIN + TITLE;
  const root = document.createElementNS(SVG, 'svg');
  const style = getComputedStyle(chart);
  const token = (name: string): string => resolved(chart, style.getPropertyValue(`--value-tiers-${name}`).trim());
  const { fontFamily } = style;
  make('rect', { width, height, fill: token('surface') }, root);
  root.setAttribute('xmlns', SVG);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const title = make('text', { x: MARGIN, y: MARGIN + 16, fill: token('text'), 'font-family': fontFamily, 'font-size': 16, 'font-weight': 600 }, root);
  title.textContent = finding;
  if (finding.length * 9 > frame.width) {
    title.setAttribute('textLength', String(frame.width));
    title.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  draw(chart, make('g', { transform: `translate(${MARGIN - frame.left} ${MARGIN + TITLE - frame.top})` }, root));
  return new XMLSerializer().serializeToString(root);
}

/** The same as a PNG, two pixels for each of the page. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A colour as the browser computes it: light and dark are told apart here. */
function resolved(near: Element, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  near.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

const seen = (colour: string): boolean => colour !== 'transparent' && !/^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);

function draw(element: Element, into: Element): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // What is only there for screen readers is a pixel, cut away.
  if (style.display === 'none' || style.visibility === 'hidden' || (style.clipPath === 'inset(50%)' && box.width <= 1)) return;
  if (element.matches('button:not(.r-cell), select, input')) return;
  if (element instanceof SVGSVGElement) return drawing(element, box, into);
  if (element instanceof HTMLCanvasElement) {
    make('image', { x: box.left, y: box.top, width: box.width, height: box.height, href: element.toDataURL('image/png') }, into);
    return;
  }
  const group = style.opacity === '1' ? into : make('g', { opacity: style.opacity }, into);
  if (seen(style.backgroundColor) && box.width > 0 && box.height > 0) {
    const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const rx = style.borderTopLeftRadius.endsWith('%') ? (box.width * round) / 100 : Math.min(round, box.width / 2, box.height / 2);
    make('rect', { x: box.left, y: box.top, width: box.width, height: box.height, rx, fill: style.backgroundColor }, group);
  }
  const even = style.borderTopWidth === style.borderLeftWidth && style.borderTopColor === style.borderLeftColor;
  if (even && style.borderTopStyle === 'solid' && style.borderTopLeftRadius !== '0px') {
    const thick = Number.parseFloat(style.borderTopWidth) || 0;
    const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const rx = Math.min(style.borderTopLeftRadius.endsWith('%') ? box.width : round, box.width / 2);
    make('rect', {
      x: box.left + thick / 2, y: box.top + thick / 2, width: Math.max(0, box.width - thick), height: Math.max(0, box.height - thick), rx,
      fill: 'none', stroke: style.borderTopColor, 'stroke-width': thick,
    }, group);
    return inside(element, style, group);
  }
  const side = (width: string, line: string, colour: string, x1: number, y1: number, x2: number, y2: number): void => {
    const thick = Number.parseFloat(width);
    if (!(thick > 0) || line === 'none' || !seen(colour)) return;
    make('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': thick, ...(line === 'dashed' ? { 'stroke-dasharray': '4 4' } : {}) }, group);
  };
  side(style.borderTopWidth, style.borderTopStyle, style.borderTopColor, box.left, box.top, box.right, box.top);
  side(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor, box.left, box.bottom, box.right, box.bottom);
  side(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, box.left, box.top, box.left, box.bottom);
  side(style.borderRightWidth, style.borderRightStyle, style.borderRightColor, box.right, box.top, box.right, box.bottom);
  inside(element, style, group);
}

function inside(element: Element, style: CSSStyleDeclaration, into: Element): void {
  for (const child of element.childNodes) {
    if (child instanceof Text) lettering(child, style, into);
    else if (child instanceof Element) draw(child, into);
  }
}

/** A drawing of ours, with the styles that a style sheet gave it written on each shape. */
function drawing(svg: SVGSVGElement, box: DOMRect, into: Element): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const shapes = [...svg.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((shape, i) => {
    const original = shapes[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of SHAPE_STYLES) shape.setAttribute(name, style.getPropertyValue(name));
    shape.removeAttribute('class');
    shape.removeAttribute('style');
  });
  for (const { name } of [...copy.attributes]) if (!/^(viewBox|preserveAspectRatio)$/.test(name)) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height })) copy.setAttribute(name, String(value));
  copy.setAttribute('overflow', 'visible');
  into.append(copy);
}

let measure: CanvasRenderingContext2D | null = null;

/** A text, one piece for each line it was broken into. */
function lettering(text: Text, style: CSSStyleDeclaration, into: Element): void {
  if (!text.data.trim()) return;
  const range = document.createRange();
  const lines: { box: DOMRect; words: string }[] = [];
  for (const { index, 0: word } of text.data.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    const gap = /\s/.test(text.data[index - 1] ?? '') ? ' ' : '';
    if (last && Math.abs(last.box.top - box.top) < 2) last.words += gap + word;
    else lines.push({ box, words: word });
  }
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return;
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  for (const { box, words } of lines) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText(words);
    make('text', {
      x: box.left, y: box.top + (box.height * up) / (up + down), fill: style.color,
      'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight,
    }, into).textContent = words;
  }
}
