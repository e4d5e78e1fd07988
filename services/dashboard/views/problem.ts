import { type Html, html } from './html.ts';

const HEADINGS: Record<number, string> = {
  400: 'That cannot be asked',
  401: 'Sign in',
  403: 'Refused',
  404: 'Not here',
  405: 'Not that way',
  409: 'Not now',
  413: 'Too large',
  429: 'Too often',
  500: 'A fault of ours',
  503: 'Not now',
};

export function problemTitle(status: number): string {
  return HEADINGS[status] ?? 'Problem';
}

/** An error in words, and a way on. */
export function problemView(status: number, message: string): Html {
  return html`<h1>${problemTitle(status)}</h1>
<p class="alarm" dir="auto">${message}</p>
<p><a href="/">To the overview</a></p>`;
}

/** Asks for the token. */
export function signInView(next: string, wrong: boolean): Html {
  return html`<h1>Sign in</h1>
${wrong ? html`<p class="alarm" role="alert">That is not the token.</p>` : ''}
<form method="post" action="/login" class="stack">
<input type="hidden" name="next" value="${next}">
<label for="token">Token <small>WIREWATCH_TOKEN, or one of WIREWATCH_TOKENS</small></label>
<input id="token" name="token" type="password" required autocomplete="current-password" autofocus>
<button>Sign in</button>
</form>`;
}
