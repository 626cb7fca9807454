/** Rows that a host has in memory already, as the text of a file: then they are read, checked and explained like one. */

/** A cell. Days are better given as text (`2024-03-05`): a `Date` is a moment, taken in UTC. */
export type Cell = string | number | bigint | boolean | Date | null | undefined;

export type Row = Readonly<Record<string, Cell>>;

/** Rows in one piece of text: a Blob of few large pieces instead of many small ones. */
const ROWS_A_PIECE = 10_000;

/** A CSV file of the rows, with a column for each name that any of them has, in the order of appearance. */
export function fileOf(rows: readonly Row[], name = 'rows.csv'): File {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  const names = [...columns];
  const pieces = [`${names.map(quoted).join(',')}\r\n`];
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    pieces.push(rows.slice(at, at + ROWS_A_PIECE).map((row) => `${names.map((column) => cell(row[column])).join(',')}\r\n`).join(''));
  }
  return new File(pieces, name, { type: 'text/csv' });
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const moment = Number.isNaN(value.getTime()) ? '' : value.toISOString();
    return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

const quoted = (text: string): string => (/[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
