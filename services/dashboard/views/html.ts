import type { HtmlEscapedString } from 'hono/utils/html';

export { html } from 'hono/html';

/** A piece of a page; what was put into it by `html` is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
