import { nameKey } from './name-key.ts';

/** ISO 639-1, and the languages without such a code that news is written in. */
const CODES =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu und ckb kmr zgh tzm'.split(
    ' ',
  );

/** A language by its code. */
export interface Language {
  code: string;
  name: string;
}

let made: { list: Language[]; byName: Map<string, string> } | null = null;

function languages() {
  if (made) return made;
  const byName = new Map<string, string>();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const list = CODES.map((code) => {
    const name = code === 'und' ? 'unknown' : (english.of(code) ?? code);
    const own =
      Intl.DisplayNames.supportedLocalesOf([code]).length > 0
        ? new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code)
        : undefined;
    for (const each of [code, name, ...(own === undefined ? [] : [own])]) byName.set(nameKey(each), code);
    return { code, name };
  }).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  made = { list, byName };
  return made;
}

/** Every language by its English name. */
export function allLanguages(): readonly Language[] {
  return languages().list;
}

/** The code of a language by its code, its English or its own name; null where it is none. */
export function languageCode(text: string): string | null {
  return languages().byName.get(nameKey(text)) ?? null;
}
