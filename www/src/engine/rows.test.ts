/** Rows of a host become the file that a person would have exported. */

import { expect, it } from 'vitest';

import { fileOf, type Row } from './rows.js';

it('writes each kind of cell, and every column that any row has', async () => {
  const cases: [Row[], string][] = [
    [[], '\r\n'],
    [[{ customer: 'a', amount: 1.5 }], 'customer,amount\r\na,1.5\r\n'],
    [[{ a: 'x,y' }, { b: 'say "no"' }], 'a,b\r\n"x,y",\r\n,"say ""no"""\r\n'],
    [[{ a: null, b: undefined, c: true, d: 12n }], 'a,b,c,d\r\n,,true,12\r\n'],
    [[{ a: new Date('2024-03-05'), b: new Date('2024-03-05T10:20:30Z'), c: new Date('none') }], 'a,b,c\r\n2024-03-05,2024-03-05T10:20:30.000Z,\r\n'],
    [[{ 'two\nlines': '=1+1' }], '"two\nlines"\r\n=1+1\r\n'],
  ];
  for (const [rows, text] of cases) expect(await fileOf(rows).text()).toBe(text);
});

it('keeps many rows in order', async () => {
  const rows = Array.from({ length: 25_001 }, (_, i) => ({ i }));
  expect(await fileOf(rows).text()).toBe(`i\r\n${rows.map(({ i }) => `${i}\r\n`).join('')}`);
});
