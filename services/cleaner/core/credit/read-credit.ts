import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import { outletKey } from '@wirewatch/shared/outlets/key.ts';
import { knownOutlet, sameOutlet } from '@wirewatch/shared/outlets/known.ts';
import type { Block } from '../blocks/block.ts';
import { Kind } from '../junk/container-kinds.ts';
import { absolute } from '../meta/canonical.ts';
import { isDesk } from '../meta/desks.ts';
import { bareAddress } from './bare-address.ts';
import { CREDIT_FORMS } from './credit-forms.ts';
import { datelinesOf, isSignOff, SIGNATURE } from './datelines.ts';
import { firstPublishedIn } from './first-published.ts';
import { isInstitution } from './institutions.ts';

export interface CreditEvidence {
  /** All blocks of the page, in order; those round the ends of the text are asked. */
  blocks: readonly Block[];
  /** The blocks that look like text, in order: where datelines and signatures stand. */
  text: readonly Block[];
  byline: readonly string[];
  /** The page's headline, which a line at the end may repeat. */
  title: string | null;
  /** What JSON-LD names as the publisher's source. */
  structured: { name: string | null; url: string | null } | null;
  canonicalUrl: string | null;
  pageUrl: string;
  /** Names of the page's own outlet: site name, JSON-LD publisher, host. */
  own: readonly string[];
  /** Is a text the reposter's sentence by its words, and not the article's? */
  isReposters: (text: string) => boolean;
}

export interface CreditReading {
  credit: Credit | null;
  /** Blocks that are nothing but a credit, the page's own included: cut from the text. */
  lines: Set<Block>;
}

/** Blocks round the text's ends that are asked: a label in mid-text names a source of a table or a quote. */
const BEFORE = 6;
const INSIDE = 4;
const AFTER = 8;
/** Blocks right behind the text that may be nothing but a source's name. */
const BEHIND = 2;

/** A form that is so much of its block is a line of its own: "With additional reporting by X". */
const LINE = 0.6;

function nearText(block: Block, text: readonly Block[]): boolean {
  const first = text[0]?.index ?? 0;
  const last = text.at(-1)?.index ?? first;
  const { index } = block;
  return (index >= first - BEFORE && index < first + INSIDE - 1) || (index > last - INSIDE && index <= last + AFTER);
}

/** Stands a block behind the text, or among its last? */
function isBehind(block: Block, text: readonly Block[]): boolean {
  const last = text.at(-1)?.index ?? block.index;
  return block.index > last - INSIDE && block.index > (text[0]?.index ?? -1);
}

/** The label and the name in a line of the article's head in Chinese: "2023-07-09 来源:… 分享 评论 6". Other lines as they are. */
function withoutDate(text: string): string {
  const labelled = /^[\d\s年月日号.:/|·,-]{6,30}(?<credit>\p{sc=Han}{2,4}\s?[:：]\s?\S+)(?:\s|$)/u.exec(text);
  return labelled?.groups?.credit ?? text;
}

/** Whom the page credits for its text, see DESIGN's record; the strongest of all places that say so. */
export function readCredit(evidence: CreditEvidence): CreditReading {
  const lines = new Set<Block>();
  const found: Credit[] = [];
  evidence.blocks.forEach((block) => {
    if (!nearText(block, evidence.text)) return;
    if (
      block.text.length > 400 ||
      block.kinds & (Kind.caption | Kind.figure | Kind.comments | Kind.related | Kind.nav | Kind.hidden)
    )
      return;
    const footer = isBehind(block, evidence.text) ? firstPublishedIn(block.text, evidence.title) : null;
    const first = footer && creditedName(footer, block, evidence.pageUrl);
    if (first) {
      lines.add(block);
      if (isOwn(first, evidence)) return;
      const url = linkOf(block, footer, evidence.pageUrl);
      found.push({ source: first, kind: 'first-published', url, evidence: block.text });
      return;
    }
    if (isBehind(block, evidence.text) && isSignOff(block.text)) lines.add(block);
    const text = withoutDate(block.text);
    for (const form of CREDIT_FORMS) {
      const match = form.pattern.exec(text);
      const raw = match?.groups?.name;
      if (!match || !raw) continue;
      const name = linkedForm(block, raw, evidence.pageUrl) ?? creditedName(raw, block, evidence.pageUrl);
      if (!name) continue;
      const known = knownOutlet(name);
      if (form.onlyKnown && !known) continue;
      if (!known && (isDesk(name) || (form.label && isInstitution(name)))) {
        if (form.label && form.wholeLine) lines.add(block);
        continue;
      }
      const isLine = form.label || match[0].length >= text.length * LINE;
      if (!isLine && !evidence.isReposters(block.text)) continue;
      if (form.wholeLine) lines.add(block);
      if (isOwn(known?.name ?? name, evidence)) continue;
      found.push({
        source: known?.name ?? name,
        kind: form.kind,
        url: linkOf(block, raw, evidence.pageUrl),
        evidence: match[0].trim(),
      });
      break;
    }
  });
  const agency = fromText(evidence, lines);
  if (agency) found.push(agency);
  for (const author of evidence.byline) {
    const known = knownOutlet(author.replace(/^.*[/,]\s*/, ''));
    const name =
      known?.kind === 'agency'
        ? known.name
        : !known && namesAnOutlet(author) && !isDesk(author) && !PERSON.test(author)
          ? author
          : null;
    if (name && !isOwn(name, evidence)) found.push({ source: name, kind: 'whole', url: null, evidence: author });
  }
  if (evidence.structured?.name && !isOwn(evidence.structured.name, evidence)) {
    found.push({
      source: knownOutlet(evidence.structured.name)?.name ?? evidence.structured.name,
      kind: 'whole',
      url: evidence.structured.url,
      evidence: `isBasedOn: ${evidence.structured.name}`,
    });
  }
  const bare =
    found.length > 0 ? null : bareAddress(evidence.blocks, evidence.text, evidence.pageUrl, (n) => isOwn(n, evidence));
  if (bare) {
    lines.add(bare.line);
    found.push(bare.credit);
  }
  const credit =
    found.find((c) => c.kind === 'first-published') ?? found.find((c) => c.kind === 'whole') ?? found[0] ?? null;
  return { credit, lines };
}

function fromText({ blocks, text, own, pageUrl }: CreditEvidence, lines: Set<Block>): Credit | null {
  const mine = (name: string): boolean => isOwn(name, { own, pageUrl });
  for (const block of text.slice(0, 2)) {
    for (const { name, evidence } of datelinesOf(block.text.slice(0, 160))) {
      const known = agencyIn(name);
      if (known && !mine(known)) return { source: known, kind: 'whole', url: null, evidence };
    }
  }
  // A source alone in brackets is often cut from the text as a line round it: those right behind the text are asked as well.
  const last = text.at(-1)?.index ?? blocks.length;
  for (const block of [...text.slice(-2), ...blocks.filter(({ index }) => index > last && index <= last + BEHIND)]) {
    const bare = block.text.length >= 60 ? null : block.text.replace(/^[\s([–—-]+|(?<![\s)\].])[\s)\].]+$/g, '');
    const alone =
      bare === null
        ? null
        : (agencyIn(bare) ?? (bare !== block.text && namesAnOutlet(bare) && !isDesk(bare) ? bare : null));
    if (alone) lines.add(block);
    const match = SIGNATURE.exec(block.text.slice(-90));
    const known = alone ?? agencyIn(match?.groups?.name);
    if (known && !mine(known))
      return { source: known, kind: 'whole', url: null, evidence: alone ? block.text : (match?.[0].trim() ?? known) };
  }
  return null;
}

/** Words that outlets have in their names and people have not. */
const OUTLET_WORD =
  /(?:^|\s)(?:wire|news|newswire|press|presse|agency|agence|agentur|agencia|agenzia|times|post|herald|gazette|monitor|courier|journal|tribune|observer|telegraph|chronicle|zeitung|nachrichten|haber|ajansı|gazetesi|diario|noticias|agência|agencija|агентство|новости|газета|вестник|вести|وكالة|صحيفة|أخبار|通讯社|新闻|通信社|新聞)(?:\s|$)/iu;

/** One word before one that is a surname too: a person as likely as a paper. */
const PERSON = /^(?!The )\p{Lu}[\p{L}'’-]+ (?:Post|Press|Herald|Monitor|Courier|Wire)$/u;

function namesAnOutlet(name: string): boolean {
  return name.split(' ').length <= 5 && /^[\p{Lu}\p{Lo}]/u.test(name) && OUTLET_WORD.test(name);
}

function agencyIn(raw: string | undefined): string | null {
  if (!raw) return null;
  for (const part of [raw, ...raw.split(/(?:(?<!\s)\s+)?[/,+&]\s*|(?<!\s)\s+-\s+/)]) {
    const known = knownOutlet(part.trim());
    if (known && (known.kind === 'agency' || part.trim() === raw.trim())) return known.name;
  }
  return null;
}

/** A name in quotation marks is whole, whatever stands behind it: «Берега и люди», “雪线周刊”，…. */
const QUOTED_NAME = /^\s*["“„«「《]([^"“”„«»「」《》]{2,60})["”“»」》](?=[\s,，;；.。)）]|$)/u;

/** The name in a credit, tidied; null where it is a sentence, a person's photo credit or nothing. */
function creditedName(raw: string, block: Block, pageUrl: string): string | null {
  const bare = raw.replace(/^[\s([]+|(?<![\s)\].,;])[\s)\].,;]+$/g, '').replace(/^["“„'‘«”](.*)["”“'’»]$/, '$1');
  const asWritten = knownOutlet(bare);
  if (asWritten) return asWritten.name;
  let name = (QUOTED_NAME.exec(raw)?.[1] ?? withoutTail(bare))
    .replace(/^(?:the (?:website|site|newspaper|agency) (?:of )?|موقع |صحيفة |وكالة |сайт[а-я]* |издани[а-я]+ )/iu, '')
    .trim();
  const host = /^(?:https?:\/\/)?(?:www\.)?([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)(?:\/\S*)?$/u.exec(name)?.[1];
  if (host) name = knownOutlet(host)?.name ?? host;
  else if (/^https?:/i.test(raw)) return null;
  if (/^(?:here|this link|link|original|source|hier|ici|aquí|qui|здесь|هنا|burada)$/i.test(name)) {
    const link = block.links.find((l) => absolute(l.href, pageUrl));
    name = link ? (absolute(link.href, pageUrl)?.hostname.replace(/^www\./, '') ?? '') : '';
  }
  const known = knownOutlet(name);
  if (known) return known.name;
  const parts = name.split(/(?:(?<!\s)\s+)?[,/]\s*|(?<!\s)\s+(?:-|and|ve|und|и)\s+/iu);
  for (const part of parts.length > 1 ? parts : []) {
    const inPart = knownOutlet(part);
    if (inPart) return inPart.name;
  }
  if (name.length < 2 || name.split(/\s+/).length > 7 || outletKey(name) === '') return null;
  // A name starts with a capital, a digit or a letter of a script without case.
  if (/^\p{Ll}/u.test(name) && !host) return null;
  return name;
}

/** "X, translated by our desk", "X on 14 March", "Spanish by X and appears here": the name alone. */
function withoutTail(name: string): string {
  const known = name.split(/[,;(،؛]|\s\/\s/u).some((part) => knownOutlet(part.trim()));
  return (known ? name : name.replace(/(?:(?<!\s)\s+)?[,;(،؛].*$|(?<!\s)\s+\/\s.*$/u, ''))
    .replace(/\s(?:and|und|et|y|e|и)\s\p{Ll}.*$/u, '')
    .replace(/\s(?:(?:on|am|le|el|em|il|dated)\s*|(?<!\s\s)\s*)\d{1,2}[.\s]\s*\p{L}{3}.*$/u, '')
    .replace(/\s(?:بتاريخ|بتصرف|حول)(?!\p{L}).*$/u, '')
    .replace(/^\p{Lu}\p{L}+ by (?=\p{Lu})/u, '')
    .replace(/^\d{1,2}\.? \p{L}+ \d{4}\S*\s+/u, '');
}

/** Letters in which a name and its inflected form agree. */
const STEM = 5;

/** The name as its link to another site writes it, where the sentence inflects it or goes on: "in den [Ostküsten-Blättern](…)". */
function linkedForm(block: Block, raw: string, pageUrl: string): string | null {
  const key = outletKey(raw).slice(0, STEM);
  if (key.length < STEM) return null;
  const own = hostOf(pageUrl);
  for (const { text, href } of block.links) {
    const url = absolute(href, pageUrl);
    if (url === null || hostOf(url.href) === own || !outletKey(text).startsWith(key)) continue;
    const name = creditedName(text, block, pageUrl);
    if (name !== null) return name;
  }
  return null;
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

function linkOf(block: Block, raw: string, pageUrl: string): string | null {
  const link =
    block.links.find((l) => l.text !== '' && (raw.includes(l.text) || l.text.includes(raw))) ?? block.links[0];
  return link ? (absolute(link.href, pageUrl)?.href ?? null) : null;
}

function isOwn(name: string, { own, pageUrl }: { own: readonly string[]; pageUrl: string }): boolean {
  return isOwnName(name, own, pageUrl);
}

/** Is a name the page's own outlet, by its names or its host? */
export function isOwnName(name: string, own: readonly string[], pageUrl: string): boolean {
  if (own.some((o) => sameOutlet(o, name))) return true;
  const host = hostOf(pageUrl);
  return (
    outletKey(name) !== '' &&
    (outletKey(host) === outletKey(name) ||
      host.split('.').some((label) => label.length > 3 && label === outletKey(name)))
  );
}
