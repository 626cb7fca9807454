/**
 * The report as one HTML file: what is on the screen, without scripts, controls and customers, for sending and keeping.
 *
 * It is a copy of the drawn report, whose texts the browser escapes as it writes them. Its policy forbids everything but its
 * own styles and the pictures inside it.
 */

/** What a reader can't use, or what names customers. */
const LEFT_OUT = [
  'button:not(.r-cell)', 'select', 'input', 'label.field', 'nav', '.buttons', '.filters', '.pager', '.r-switch', '.r-list', '.r-button',
  '.r-save', '.r-tip', '[data-section="customers"]', '[data-names]', 'script', 'link', 'style',
];

/** The text of the file, in the language and colours of the screen. */
export function standalone(root: ShadowRoot, title: string, lang: string, dark: boolean): string {
  const shown = root.querySelector('.report');
  if (!shown) return '';
  const copy = shown.cloneNode(true) as Element;
  const canvases = [...shown.querySelectorAll('canvas')];
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    const picture = document.createElement('img');
    picture.src = canvases[i]?.toDataURL('image/png') ?? '';
    picture.width = canvases[i]?.clientWidth ?? 0;
    picture.alt = '';
    canvas.replaceWith(picture);
  });
  // The cells of the grid are buttons on the screen.
  for (const cell of copy.querySelectorAll('button.r-cell')) {
    const plain = document.createElement('span');
    plain.className = cell.className;
    if (cell.hasAttribute('style')) plain.setAttribute('style', cell.getAttribute('style') ?? '');
    plain.append(...cell.childNodes);
    cell.replaceWith(plain);
  }
  for (const each of copy.querySelectorAll(LEFT_OUT.join(','))) each.remove();
  for (const each of copy.querySelectorAll('*')) {
    for (const { name } of [...each.attributes]) if (/^on|^href$|^tabindex$/.test(name)) each.removeAttribute(name);
  }
  // A template's comments mark its places, and say nothing.
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const marks: Node[] = [];
  while (comments.nextNode()) marks.push(comments.currentNode);
  for (const mark of marks) mark.parentNode?.removeChild(mark);

  const heading = document.createElement('h1');
  heading.textContent = title;
  const page = document.createElement('title');
  page.textContent = title;
  const styles = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n')
    .replace(/:host\(([^)]*)\)/g, 'body$1').replaceAll(':host', 'body');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.outerHTML}
<style>
${styles}
body { margin: 0 auto; max-width: 1200px; background: var(--value-tiers-surface); }
.report { display: block !important; }
.section { margin-block-end: 48px; }
</style>
</head>
<body theme="${dark ? 'dark' : 'light'}">
<div class="root" lang="${lang}">
${heading.outerHTML}
${copy.outerHTML}
</div>
</body>
</html>
`;
}
