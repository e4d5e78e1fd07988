import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Loaded {
  JSDOM: typeof import('jsdom').JSDOM;
  VirtualConsole: typeof import('jsdom').VirtualConsole;
  Readability: typeof import('@mozilla/readability').Readability;
}

let loaded: Loaded | null = null;

function load(): Loaded {
  if (loaded) return loaded;
  const { JSDOM, VirtualConsole } = require('jsdom') as typeof import('jsdom');
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  loaded = { JSDOM, VirtualConsole, Readability };
  return loaded;
}

/** Readability's own guard: beyond this it freezes on odd pages (seen for minutes). */
const MAX_ELEMENTS = 60_000;

/**
 * The reference extractor, Readability on jsdom: page source to the article's HTML, or null where it finds none.
 * Loads jsdom on its first call (some 150 MB), so that a process that never doubts never pays for it.
 */
export function reference(html: string, url: string): string | null {
  const { JSDOM, VirtualConsole, Readability } = load();
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
