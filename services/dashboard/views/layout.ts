import type { Place } from '../ask.ts';
import { type Html, html } from './html.ts';

/** The menu: only what is there. */
const MENU: ReadonlyArray<{ place: Place; path: string; words: string }> = [
  { place: 'overview', path: '/', words: 'Overview' },
  { place: 'articles', path: '/articles', words: 'Articles' },
  { place: 'copies', path: '/copies', words: 'Copies' },
];

/** What the frame of a page needs to know. */
export interface Frame {
  title: string;
  place: Place;
  /** What was searched for, to stand in the search field. */
  searched?: string;
  /** Whether there is something to sign out of. */
  signedIn: boolean;
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
<script src="/assets/live.js" defer></script>
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
${frame.signedIn ? html`<form method="post" action="/logout" class="bare"><button class="quiet">Sign out</button></form>` : ''}
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="foot"><span id="live-state" class="none" role="status"></span></footer>
</body>
</html>`;
}
