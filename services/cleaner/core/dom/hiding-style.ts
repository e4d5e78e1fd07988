import { Remembered } from '../remembered.ts';

/** What of a style can hide: most styles have nothing of it and are not read further. */
const MAY_HIDE =
  /display|visib|font-size|font\s*:|opacity|left|right|top\s*:|indent|clip|color|height|width|scale|transparent/i;
/** So far outside nothing is seen: em, px and per cent alike. */
const FAR = 900;
/** Boxes of so few pixels hold words for machines. */
const NOTHING = 1;
const MOVES = /transform|transition|animation|will-change/i;
const COMMENT = /\/\*[^*]*\*\//g;
/** A colour itself: `inherit`, `none` and `var(…)` say nothing. */
const COLOUR = /^(?:#[0-9a-f]{3,8}|rgba?\([^)]*\)|white|black)$/;
const WHITE: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** Styles of some forty sites: one page repeats a style for a hundred elements. */
const known = new Remembered<boolean>(4000);
/** The longest that is remembered; a longer one is some element's own. */
const RECURRING = 200;

/**
 * Does a style hide its element's words from who reads the page: not shown, of no size, off the screen, clipped away, or in
 * the colour of their own ground?
 * @param declarations the value of a `style` attribute, or what stands in a rule's braces
 */
export function hidesWords(declarations: string): boolean {
  if (!MAY_HIDE.test(declarations)) return false;
  if (declarations.length > RECURRING) return read(declarations);
  let hides = known.get(declarations);
  if (hides === undefined) {
    hides = read(declarations);
    known.set(declarations, hides);
  }
  return hides;
}

function read(declarations: string): boolean {
  const style = declared(declarations);
  const get = (name: string): string => style.get(name) ?? '';
  if (get('display') === 'none' || /^(?:hidden|collapse)$/.test(get('visibility'))) return true;
  if (isZero(get('font-size')) || /^0(?:px|pt|em|rem|%)?(?:\/|\s)/.test(get('font'))) return true;
  // What moves or fades in is shown in the end.
  if (isZero(get('opacity')) && !MOVES.test(declarations)) return true;
  if (/^scale(?:x|y)?\(\s*0(?:\.0+)?\s*[,)]/.test(get('transform'))) return true;
  if (isFar(get('text-indent')) || /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(get('clip'))) return true;
  if (/^(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(0(?:px|%)?\s0(?:px|%)?,\s*0(?:px|%)?\s0)/.test(get('clip-path')))
    return true;
  const placed = /^(?:absolute|fixed)$/.test(get('position'));
  if (placed && ['left', 'right', 'top', 'margin-left'].some((side) => isFar(get(side)))) return true;
  const narrow = ['width', 'height', 'max-height', 'max-width'].some((side) => isSmall(get(side)));
  if (narrow && /^(?:hidden|clip)/.test(get('overflow'))) return true;
  return isUnseenColour(get('color'), get('background-color') || get('background'));
}

function declared(declarations: string): Map<string, string> {
  const style = new Map<string, string>();
  for (const part of declarations.replace(COMMENT, ' ').slice(0, 2000).split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part.slice(colon + 1).toLowerCase();
    style.set(part.slice(0, colon).trim().toLowerCase(), value.replace(/!\s*important/, '').trim());
  }
  return style;
}

function isZero(value: string): boolean {
  return /^[+-]?0*(?:\.0+)?0?(?:px|pt|em|rem|ex|vw|vh|%)?$/.test(value) && /0/.test(value);
}

function isSmall(value: string): boolean {
  const pixels = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(value)?.[1];
  return isZero(value) || (pixels !== undefined && Number(pixels) <= NOTHING);
}

function isFar(value: string): boolean {
  const size = /^-(\d+)(?:\.\d+)?(px|em|rem|%|vw|pt)?$/.exec(value);
  return size !== null && Number(size[1]) >= (size[2] === '%' || size[2] === 'vw' ? 100 : FAR);
}

function isUnseenColour(colour: string, ground: string): boolean {
  if (colour === 'transparent' || /^rgba\([^)]*,\s*0(?:\.0+)?\s*\)$/.test(colour))
    return !/^(?:url|linear)/.test(ground);
  return COLOUR.test(colour) && exact(colour) === exact(ground);
}

/** A colour in one form: `#fff`, `white` and `rgb(255, 255, 255)` are `#ffffff`. */
function exact(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((c) => c + c)
      .join('')}`;
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+1(?:\.0+)?)?\s*\)$/.exec(colour);
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((n) => Number(n).toString(16).padStart(2, '0'))
      .join('')}`;
  return WHITE[colour] ?? colour;
}
