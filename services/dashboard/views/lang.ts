import { type Html, html } from './html.ts';

/** The language of a title or text for screen readers and fonts; `und` is none. */
export function langOf(language: string | null): Html {
  return language === null || language === 'und' ? html`` : html` lang="${language}"`;
}
