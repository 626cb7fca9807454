// The package's manifest says what the sources say: whoever adds an attribute, an event, a part or a token adds it there.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const www = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, www), 'utf8');
const [{ declarations: [element] }] = JSON.parse(read('package/custom-elements.json')).modules;
const names = (list) => list.map(({ name }) => name).sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

it('names every attribute', () => {
  const [, properties] = /static override properties = \{([^]*?)\n  \};/.exec(read('src/element/element.ts'));
  const open = properties.split('\n').filter((line) => line.includes('type:'));
  expect(names(element.attributes)).toEqual(open.map((line) => /attribute: '([^']+)'/.exec(line)?.[1] ?? /(\w+):/.exec(line)[1]).sort());
});

it('names every event', () => {
  expect(names(element.events)).toEqual(found(read('src/element/events.ts'), /'(value-tiers-[a-z]+)':/g));
});

it('names every token', () => {
  expect(names(element.cssProperties)).toEqual(found(read('src/element/tokens.ts'), /^ {4}(--value-tiers-[a-z0-9-]+):/gm));
});

it('names every part', () => {
  const views = readdirSync(new URL('src/views/', www), { recursive: true }).filter((name) => name.endsWith('.ts'));
  const text = [...views.map((name) => `src/views/${name}`), 'src/element/element.ts'].map(read).join('\n');
  expect(names(element.cssParts)).toEqual(found(text, /\bpart="([a-z-]+)"/g));
});
