/** Frequent small words of languages that the n-gram model lacks or takes for a neighbour; own lists. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  sw: 'ya wa na kwa katika ni za la cha vya kuwa hiyo yake baada huku pia hii ambao alisema',
  so: 'oo iyo ku ka ah in ay waxaa uu waa soo la ayaa ee wuxuu isaga',
  ha: 'da ya ta na cikin su wannan shi ne domin kuma wata ba sun yi za',
  ku: 'û li ji bi di de re ye xwe jî ew ku wê vê ser bû',
  uz: 'va bilan uchun bu ham deb edi haqida qilish bo‘lgan o‘z esa keyin uning',
  id: 'yang dan di itu dengan untuk tidak karena bahwa dari pada akan mereka uang kota senin selasa rabu jumat indonesia jakarta',
  ms: 'yang dan di itu dengan untuk tidak kerana bahawa daripada pada akan mereka wang bandar isnin khamis jumaat malaysia kuala',
  af: "die 'n en nie het van wat vir hulle sy is om met aan te word sê ook",
  nl: 'de het een en van niet dat zijn voor met op te in is die worden zegt ook',
};
const LISTS = new Map(Object.entries(SMALL_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]));

/** What the model says where another of the list may be meant. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = { ms: ['id', 'ms'], nl: ['nl', 'af'] };
/** Running text of these languages has a quarter to a third of such words; half of that tells them. */
const LEAST_SHARE = 0.15;

/** The language that its small words give away: among the model's guess's neighbours, or of all lists where the model is not sure. */
export function languageByWords(text: string, guess: string, reliable: boolean): string | null {
  const candidates = NEIGHBOURS[guess] ?? (reliable ? [] : [...LISTS.keys()]);
  if (candidates.length === 0) return null;
  const words = text.toLowerCase().match(/[\p{L}\p{M}'‘’]+/gu) ?? [];
  let best: string | null = null;
  let most = words.length * (guess in NEIGHBOURS ? 0 : LEAST_SHARE);
  for (const language of candidates) {
    const list = LISTS.get(language)!;
    let count = 0;
    for (const word of words) if (list.has(word)) count += 1;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
