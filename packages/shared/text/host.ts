/** The host of an address without `www.`, lower case; the address itself where it has none. Names the outlet. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return url;
  return new URL(url).hostname.replace(/^www\d*\./, '').replace(/\.$/, '');
}
