import { fold } from '../text/tokens.ts';

/**
 * A key under which the names of one outlet meet: "The National", "thenational.ae" and "National" differ on pages, but
 * credit lines and publisher fields must join. Case, accents, a leading article, a domain ending and punctuation go.
 */
export function outletKey(name: string): string {
  const folded = fold(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\.(?:com|org|net|info|news|co\.uk|co|[a-z]{2})(?:\/.*)?$/, '');
  return folded.replace(/^(?:the|el|la|le|les|der|die|das|al|il)[\s-]+/, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
