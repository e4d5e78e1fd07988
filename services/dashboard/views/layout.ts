import type { Place } from '../handler.ts';
import { type Html, html } from './html.ts';

/** The menu: only what is there. */
const MENU: ReadonlyArray<{ place: Place; path: string; words: string }> = [
  { place: 'overview', path: '/', words: 'Overview' },
  { place: 'sources', path: '/sources', words: 'Sources' },
  { place: 'articles', path: '/articles', words: 'Articles' },
  { place: 'copies', path: '/copies', words: 'Copies' },
  { place: 'reading', path: '/marks', words: 'Reading' },
  { place: 'feeds', path: '/feeds', words: 'Feeds' },
  { place: 'outlets', path: '/outlets', words: 'Outlets' },
  { place: 'watches', path: '/watches', words: 'Watches' },
  { place: 'pipeline', path: '/pipeline', words: 'Pipeline' },
  { place: 'quarantine', path: '/quarantine', words: 'Quarantine' },
  { place: 'reprocess', path: '/reprocess', words: 'Reprocess' },
  { place: 'audit', path: '/audit', words: 'Changes' },
];

/** What the frame of a page needs to know. */
export interface Frame {
  title: string;
  place: Place;
  /** Whether there is something to sign out of. */
  signedIn: boolean;
  /** What was just changed. */
  notice?: string | null;
}

/** A whole page. */
export function layout(frame: Frame, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · wirewatch</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<link rel="stylesheet" href="/assets/desk.css">
<script src="/assets/live.js" defer></script>
<script type="module" src="/assets/keys.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/">wirewatch</a>
<nav aria-label="Main">
<ul>${MENU.map(
    ({ place, path, words }) =>
      html`<li><a href="${path}"${place === frame.place ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}</ul>
</nav>
<form method="get" action="/search" class="bare" role="search"><label class="visually-hidden" for="find">Search the articles</label><input id="find" type="search" name="q" placeholder="Search" dir="auto"></form>
${frame.signedIn ? html`<form method="post" action="/logout" class="bare"><button class="quiet">Sign out</button></form>` : ''}
</header>
<main id="main" tabindex="-1">
${frame.notice ? html`<p class="notice" role="status" dir="auto">${frame.notice}</p>` : ''}
${body}
</main>
<footer class="foot"><span id="live-state" class="none" role="status"></span></footer>
</body>
</html>`;
}
