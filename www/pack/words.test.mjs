/** Views hold no words: every text a person sees comes from the catalogues. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const src = new URL('../src/', import.meta.url);
/** The product's name is the same in every language. */
const NAMES = new Set(['Value Tiers']);

/** What a template shows as it stands: text between tags, and attributes that are read out. */
function wordsIn(source) {
  const found = [];
  for (const template of templates(source)) {
    const text = template.replace(/<!--[^]*?-->/g, ' ').replace(/\b(?:aria-label|title|alt|placeholder|label)="([^"]*)"/g, (_, value) => {
      found.push(value);
      return '';
    });
    found.push(...text.replace(/<\/?[a-zA-Z][^<>]*>/g, '\n').split('\n'));
  }
  return found.map((text) => text.replaceAll('\0', ' ').trim()).filter((text) => /\p{L}{2,}/u.test(text) && !NAMES.has(text));
}

/** The templates of a module, with a NUL for each expression; those inside expressions come as templates of their own. */
function templates(source) {
  const all = [];
  const read = (at) => {
    let text = '';
    while (at < source.length && source[at] !== '`') {
      if (source[at] === '\\') {
        at += 2;
      } else if (source.startsWith('${', at)) {
        at = skip(at + 2);
        text += '\0';
      } else {
        text += source[at] ?? '';
        at += 1;
      }
    }
    all.push(text);
    return at + 1;
  };
  /** Goes to the end of an expression. */
  const skip = (at) => {
    for (let depth = 1; at < source.length; ) {
      const letter = source[at] ?? '';
      if (letter === '{') depth += 1;
      if (letter === '}' && --depth === 0) return at + 1;
      if (letter === "'" || letter === '"') at = source.indexOf(letter, at + 1) + 1 || source.length;
      else if (/^(?:html|svg)`/.test(source.slice(at, at + 5))) at = read(source.indexOf('`', at) + 1);
      else if (letter === '`') at = plain(at + 1);
      else at += 1;
    }
    return at;
  };
  /** Goes to the end of a text that is no template of ours. */
  const plain = (at) => {
    while (at < source.length && source[at] !== '`') at = source[at] === '\\' ? at + 2 : source.startsWith('${', at) ? skip(at + 2) : at + 1;
    return at + 1;
  };
  for (const { index, 0: tag } of source.matchAll(/\b(?:html|svg)`/g)) read(index + tag.length);
  return all;
}

it('finds a word in a text, an attribute, and inside an expression', () => {
  expect(wordsIn('html`<p>${m.x}: customers</p>`')).toEqual([': customers']);
  expect(wordsIn('html`<p aria-label="Close">${a ? html`<b>Yes</b>` : nothing}</p>`')).toEqual(expect.arrayContaining(['Close', 'Yes']));
  expect(wordsIn('html`<p class="one two" data-x=${f(`a ${b} c`)}>${m.one} · ${m.two} × 3</p>`')).toEqual([]);
});

it('no view, chart or part of the element holds a word', () => {
  const files = ['views', 'charts', 'element'].flatMap((folder) => readdirSync(new URL(folder, src), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('gallery')).map((name) => `${folder}/${name}`));
  expect(files.length).toBeGreaterThan(30);
  const words = files.flatMap((file) => wordsIn(readFileSync(new URL(file, src), 'utf8')).map((text) => `${file}: ${text}`));
  expect(words).toEqual([]);
});
