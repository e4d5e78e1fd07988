import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

/** Readability's own guard: beyond this it freezes on odd pages (seen for minutes). */
const MAX_ELEMENTS = 60_000;

/** What anybody would take first, Readability on jsdom: page source to the article's HTML, or null where it finds none. */
export function readabilityOnJsdom(html: string, url: string): string | null {
  // jsdom throws on some pages' CSS; the styles say nothing to Readability.
  const dom = new JSDOM(html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, ''), {
    url: /^https?:/i.test(url) ? url : 'https://page.invalid/',
    virtualConsole: new VirtualConsole(),
  });
  try {
    return (
      new Readability(dom.window.document, { maxElemsToParse: MAX_ELEMENTS, charThreshold: 200 }).parse()?.content ??
      null
    );
  } catch {
    return null;
  } finally {
    dom.window.close();
  }
}
