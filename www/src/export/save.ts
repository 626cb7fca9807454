/** Gives a person a file: a download that the browser makes from memory, without any server. */

/** How long a browser may take to begin a download before its address is given back. */
const KEEP_MILLISECONDS = 10_000;

/** Saves bytes or text under a name. */
export function save(name: string, content: Uint8Array | string, type: string): void {
  const blob = new Blob([content as BlobPart], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MILLISECONDS);
}

/** A name for a file made from another: `orders.csv` and `customers` give `orders-customers.csv`. */
export function nameFor(source: string, what: string, extension: string): string {
  const stem = source.replace(/\.[^.]{1,5}$/, '').replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-') || 'value-tiers';
  return `${stem}-${what}.${extension}`;
}
