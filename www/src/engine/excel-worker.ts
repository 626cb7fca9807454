/**
 * The Worker that opens one workbook and ends: memory that a workbook took goes back with it.
 *
 * It fetches nothing: the compiled module and the bytes come with the only message.
 */

import init, { Book } from './pkg-excel/value_tiers_excel.js';
import { failureOf } from './protocol.js';
import type { BookReply, BookRequest } from './workbook.js';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<BookRequest>) => void) | null;
  postMessage(reply: BookReply): void;
};

async function open({ module, bytes, sheet }: BookRequest): Promise<BookReply> {
  await init({ module_or_path: module });
  const book = new Book(bytes);
  const sheets = book.sheets();
  const wanted = sheets.findIndex(({ name }) => name === sheet);
  const chosen = wanted < 0 ? book.choose() : wanted;
  // The browser may keep a Blob on disk, and what was handed over is no longer in the module's memory.
  const pieces: Blob[] = [];
  book.convert(chosen, (piece) => pieces.push(new Blob([piece as BlobPart])));
  return { sheets, chosen, sure: wanted >= 0 || (sheet === undefined && book.is_sure()), text: new Blob(pieces) };
}

scope.onmessage = ({ data }) => {
  open(data).then(
    (reply) => scope.postMessage(reply),
    (thrown: unknown) => scope.postMessage({ failure: failureOf(thrown) }),
  );
};
