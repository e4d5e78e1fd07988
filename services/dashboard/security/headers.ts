/** For every answer: nothing is loaded from another host, nothing inline is run, and no other page may frame ours. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** For bull-board's page, which sets its base address to its own folder and adds one constant style sheet by script. */
export const BULL_BOARD_POLICY = `${CONTENT_POLICY.replace("base-uri 'none'", "base-uri 'self'")}; style-src 'self' 'sha256-r2N1TB/gHbBtBZFKg7ejmq1acVSREzucTAEw6ga4hoU='`;

/** For the page as a publisher sent it: an origin of its own, no scripts, nothing loaded; its inline styles and images show. */
export const RAW_PAGE_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  // Not no-referrer: browsers then say "Origin: null" also of our own forms.
  'referrer-policy': 'same-origin',
  // An outlet must not see in its name server that somebody looks at its articles.
  'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
