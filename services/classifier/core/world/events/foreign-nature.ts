/** Quakes, floods and storms, in the languages of events besides English; folded beginnings of words. */
const NATURE =
  /^(?:terremoto|sismo|inundaci|huracan|erdbeben|uberschwemm|hochwasser|unwetter|seisme|inondation|ouragan|cyclone|землетряс|наводнен|ураган|زلزال|الزلزال|فيضان|الفيضان|اعصار|الاعصار|deprem|kasirga)/u;
/** Dead and hurt, which tell no deed of anybody. */
const HURT = /^(?:tot|todes|verletz|muer|heri|mort|bless|tue|погиб|ранен|قتل|مقتل|اصيب|اصاب|oldu|yaralan|hayatini)/u;

/** Whether the dead and hurt of a sentence are those of a quake, a flood or a storm that it names. */
export function isByNature(keys: readonly string[], from: number, start: number, stop: number): boolean {
  return HURT.test(keys[from] as string) && keys.slice(start, stop).some((key) => NATURE.test(key));
}
