import type { Marked } from '@wirewatch/shared/store/search/passages.ts';
import { type Html, html } from './html.ts';

/** A piece of text with what matched marked. */
export function markedPiece({ text, spans }: Marked): Html {
  let at = 0;
  const parts: Html[] = [];
  for (const { start, end } of spans) {
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${parts}${text.slice(at)}`;
}
