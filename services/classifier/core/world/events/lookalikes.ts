/**
 * Everyday words that begin as the stem of an event's word does and tell none: by language, matched against the word and the one behind it,
 * both folded. Found by reading each stem of the lists against the language's commonest words.
 */
const LOOKALIKES: Readonly<Record<string, RegExp>> = {
  // Deputy, emphasised, about, near, positive, formed, shown, opinion, dispute, in accordance with ...
  tr: /^(?:yardimci\p{L}*|vurgu\p{L}*|yak(?:in|las|it|is)\p{L}*|olus\p{L}*|olum(?:lu|suz)\p{L}*|olu(?:r|rsa|yor\p{L}*|nca|p|nan|nacak\p{L}*)|gosteri(?:l(?!er)|r|s|yor)\p{L}*|gorus(?:u|un|unu|unde|une|ler|leri|lerini|lerine)?|anlasil\p{L}*|anlasmazli\p{L}*|uyarinca|uyarla\p{L}*|iste|istifade\p{L}*|bagisik\p{L}*|pusula\p{L}*|havan(?:in|a|ada|adan)|nobetci\p{L}*|cekilis\p{L}*) /u,
  // Annex, explore, freedom, court, business, guest, veteran, "according to", "under way", bloc ...
  es: /^(?:anexos?|explor\p{L}*|explotacion(?:es)?|hosteler\p{L}*|veteran\p{L}*|veterinar\p{L}*|tumbas?|libertad\p{L}*|liberal|liberales|soltero\p{L}*|juzgados?|investigador\p{L}*|interrogantes?|negocios?|intermedi[oa]s?|reunific\p{L}*|vengan?|vengo|disparidad\p{L}*|protestant\p{L}*|bloques?) |^acuerdo (?:con|a) $/u,
  // Annexe, representative, Friday, remarks, deficit, reporter, gap, obviously, raised ...
  fr: /^(?:annexes?|represent\p{L}*|vendredis?|propos|defin\p{L}*|deficit\p{L}*|defis?|reporters?|reportages?|ecarts?|conclusions?|decors?|salut|manifestement|souleve[rs]?|soulevent|liberal|liberale|liberaux|violations?|violon\p{L}*|violet\p{L}*) |^soutien rapide |^rassemblement (?:national|pour|constitutionnel|democratique) /u,
  // Visitors, fighters, without fault, the weather's storms ...
  de: /^(?:besucher\p{L}*|kampfer\p{L}*|tadellos\p{L}*|sturmisch\p{L}*|sturm(?:e|es|s|flut|tief|warnung|boen)\p{L}*|protestant\p{L}*) |^sturm (?!auf )/u,
  // Pupils, rain, treasury, according to, present, visitors, a humanitarian crisis ...
  ru: /^(?:ученик\p{L}*|учениц\p{L}*|осадк\p{L}*|казначе\p{L}*|казн[аыеу]|согласно|настоящ\p{L}*|наступающ\p{L}*|посетител\p{L}*|спасибо) |^гуманитарн\p{L}* (?:кризис|катастроф|ситуаци|вопрос|прав|коридор)\p{L}* |^отключени\p{L}* (?:электр|свет|вод|газ|тепл)\p{L}* /u,
  // There, same, oil, carried out, resulted in, journey, at dawn, a ruler, to achieve, restraint ...
  ar: /^(?:هناك|هنا|هنالك|نف(?:س|ط|ذ|ق|وذ|اذ|اي)\p{L}*|شنغ\p{L}*|اسف(?:ر|ل)\p{L}*|حثيث\p{L}*|رحل(?:ه|ات|ته|تها|تين)|فجرا|صدمه|مظاهر|حاكم|حاكما|ايدي\p{L}*) |^فجر (?:اليوم|امس|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)) |^تحقيق (?:ال)?(?:استقرار|سلام|تنميه|امن|اهداف|هدف|تقدم|نمو|عدال|مصالح|تطلعات|نتائج|مكاسب|توازن)\p{L}* |^ضبط النفس /u,
};

/** "de acuerdo con", "en marcha": the small word before makes it one. Spanish "manifestó" is "said", "se manifestó" is not. */
const WITH_BEFORE: Readonly<Record<string, RegExp>> = {
  es: /^(?:de acuerdo|en marcha|(?!se )\S* (?:manifesto|manifestaron|manifiesta))$/u,
  fr: /^(?:s appelle|a propos)$/u,
};

/** Whether the word at `i`, folded and without joined particles, only looks like one that tells an event. */
export function isLookalike(keys: readonly string[], language: string, i: number): boolean {
  const alike = LOOKALIKES[language];
  if (!alike) return false;
  const key = keys[i] as string;
  if (alike.test(`${key} ${keys[i + 1] ?? ''} `)) return true;
  return WITH_BEFORE[language]?.test(`${keys[i - 1] ?? ''} ${key}`) ?? false;
}
