/**
 * The reposter's own opening and closing sentences, known by what they do, in several languages: thank the reader, announce
 * the text, name where it was first published, disclaim, invite to follow. Tried on the first and last blocks of a text only.
 */
const DOES: readonly { what: string; max: number; pattern: RegExp }[] = [
  {
    what: 'thanks the reader',
    max: 300,
    pattern:
      /(?:thank(?:s| you)(?: very much)? for (?:reading|visiting|watching|your (?:attention|interest|visit))|danke,? (?:fürs lesen|dass sie|für (?:ihr|das))|merci (?:de|d['’]avoir|pour) (?:votre|lu|nous)|gracias por (?:leer|su|tu|visitar)|obrigado por (?:ler|sua)|grazie per (?:aver|la)|okuduğunuz için teşekkür|(?:bizi )?(?:okuduğunuz|ziyaret ettiğiniz|takip ettiğiniz) için|спасибо,? что (?:прочитали|читаете|дочитали)|благодарим (?:вас )?за (?:внимание|прочтение|интерес)|شكرا (?:لك|لكم|على|لقراءة|لمتابعت)|شكرًا|نشكركم|با تشکر از|dziękujemy za|bedankt voor het lezen|tack för att)/iu,
  },
  {
    what: 'announces the text',
    max: 400,
    pattern:
      /(?:^(?:here (?:is|are|'s)|below (?:is|are|you)|we (?:present|bring|publish|share|offer)|read (?:below|on for)|in (?:today['’]s|this) (?:article|news|post)|the (?:following|full) (?:article|text|story|report|details)|(?:full )?details (?:are )?(?:below|follow)|nachfolgend|im folgenden|hier (?:ist|sind|lesen)|voici|ci-dessous|a continuación|a seguir|di seguito|ecco|işte|aşağıda|sizlere|предлагаем вашему вниманию|ниже (?:приводим|приводится|публикуем)|вашему вниманию|представляем|نقدم لكم|نعرض (?:لكم|عليكم)|إليكم|اليكم|فيما يلي|نستعرض|ننشر لكم|تعرف على|در ادامه)|(?:we (?:present|offer|show) (?:to )?you|sizlerle paylaş|sizler için|على موقعنا|عبر موقعنا|على موقع(?:كم)? ))/iu,
  },
  {
    what: 'says where it was first published',
    max: 400,
    pattern:
      /(?:(?:first|originally) (?:appeared|published|posted|seen)|appeared first (?:on|in|at)|(?:was|is|has been) (?:re-?published|reproduced|reprinted|syndicated|copied|quoted|transmitted|taken|sourced)\b.{0,60}\b(?:from|by|with|under)|erschien zuerst|zuerst (?:erschienen|veröffentlicht)|ursprünglich (?:veröffentlicht|erschienen)|est (?:apparu|paru) en premier|publié (?:à l['’]origine|initialement|pour la première fois)|(?:apareció|publicad[oa]) (?:primero|originalmente|por primera vez)|publicado originalmente|è stato pubblicato (?:per la prima volta|originariamente)|ilk (?:olarak|kez) .{0,60}(?:yayın|yayım)|sitesinden alın|впервые (?:опубликован|появил)|первоначально опубликован|оригинал (?:статьи|публикации|материала)|نشر (?:لأول مرة|أولا|أولاً|أول مرة)|ظهر(?:ت)? أولا|ظهر أولاً|تم نقل|نقلا عن المصدر|كانت هذه تفاصيل|لقراءة الخبر من|pierwotnie opublikowan|eerst verschenen|publicerades först)/iu,
  },
  {
    what: 'disclaims',
    max: 700,
    pattern:
      /(?:\bdisclaimer\b|(?:views|opinions)(?: and opinions)? expressed|(?:has not|hasn['’]t|not) been (?:edited|verified|created|reviewed) by|auto-?(?:generated|published) from|is (?:not|in no way) responsible|(?:does|do) not (?:necessarily )?(?:reflect|represent|endorse)|haftungsausschluss|keine (?:gewähr|haftung)|décline toute responsabilité|no (?:se hace responsable|reflejan?)|non (?:si assume|riflett)|sorumlu(?:luk|lu)? .{0,40}(?:kabul|değil|tutulamaz|aittir)|не несет ответственност|не несёт ответственност|может не совпадать с|мнение (?:автора|редакции)|إخلاء مسؤولية|لا (?:يتحمل|نتحمل|تتحمل) .{0,40}مسؤولية|لا يعبر|لا تعبر|مسئولية|machine[- ]translated|translated (?:automatically|by google)|automatisch übersetzt|traduit automatiquement|otomatik (?:olarak )?çevr|автоматическ\S+ перевод)/iu,
  },
  {
    what: 'invites to follow',
    max: 400,
    pattern:
      /(?:(?:follow|like|join|subscribe to) (?:us|our)\b|(?:folgen|abonnieren) sie (?:uns|unseren)|folgt? uns|(?:suivez|rejoignez|abonnez)[- ](?:nous|vous)|síguenos|siga-nos|seguiteci|bizi takip|takip edin|kanalımıza|подпис(?:ывайтесь|ывайся|аться|шитесь)|присоединяйтесь|наш(?:ем|его)? (?:telegram|телеграм|канал)|تابعونا|تابعنا|اشترك|للمزيد من الأخبار|انضم|ما را .{0,20}دنبال|for (?:more|all the) (?:latest )?(?:news|updates|stories|details|information)\b.{0,80}(?:visit|follow|click|stay|join|read)|stay (?:tuned|connected|updated|up to date)|visit (?:our|the) (?:website|site|homepage|page)|keep visiting|don['’]t forget to)/iu,
  },
];

/** Names the publisher whose text it was: group `name`. */
const TAKEN_FROM: readonly RegExp[] = [
  /(?:report|story|article|text|news|piece) (?:by|of|from) (?:the )?(?<name>[^.,]{3,50}?) (?:was|has been|is) (?:carried|published|printed|reported|run)/iu,
  /(?:full|complete|original) (?:report|story|article|text|version) (?:was|is|can be|has been) (?:published|found|read|carried|printed) (?:by|in|on|at) (?:the )?(?<name>[^.,]{3,50})/iu,
  /(?:vollständige|ganze|ursprüngliche|komplette) (?:bericht|text|artikel|meldung|beitrag) (?:wurde|ist|steht|erschien) (?:\p{L}+ )?(?:von|bei|in|auf)(?: der| dem)? (?<name>[^.,]{3,50}?)(?: (?:veröffentlicht|erschienen|gebracht))?[.]?$/iu,
  /(?:article|texte|information|dépêche|version)s? (?:complète?|intégrale?|original\p{L}*) (?:a été|est|fut) publiée? (?:par|dans|sur) (?<name>[^.]{3,50})/iu,
  /(?:información|noticia|artículo|texto|nota|versión|reportaje) (?:complet[oa]|íntegr[oa]|original) (?:fue|ha sido|está|es) publicad[oa] (?:por|en) (?<name>[^.]{3,50})/iu,
  /(?:informação|notícia|artigo|texto|matéria) (?:complet[oa]|original|na íntegra) foi publicad[oa] (?:por|pel[oa]|n[oa]|em) (?<name>[^.]{3,50})/iu,
  /(?:haberin|yazının|metnin|makalenin) (?:tamamı|aslı|orijinali|devamı|tam metni) (?<name>[^.]{3,50}?) (?:tarafından|gazetesinde|sitesinde)/iu,
  /(?:полный текст|полная версия|оригинал|материал полностью|весь материал)(?: статьи| материала| новости)? (?:опубликован\p{L}*|вышел|размещ[её]н\p{L}*|напечатан\p{L}*) (?:в |на |изданием |агентством |газетой )?(?<name>[^.]{3,50})/iu,
  /(?:نشرت|نشر)(?:ت)? (?<name>[^.]{3,50}?) (?:النص|الخبر|التقرير|المقال) (?:الكامل|كاملا|كاملاً|بالكامل)/iu,
  /(?:النص|الخبر|التقرير|المقال) (?:الكامل|كاملا) (?:نشره|نشرته|منشور (?:في|لدى|على)) (?<name>[^.]{3,50})/iu,
];
/** Says that another's report follows. */
const REPORTS_FOLLOWING =
  /(?:reports?|reported|writes|wrote|informs?|tells) (?:us )?(?:the following|as follows)|(?:meldet|berichtet|schreibt) (?:folgendes|wie folgt)|(?:rapporte|écrit) ce qui suit|informó lo siguiente|(?:bildirdiğine|aktardığına|haberine) göre (?:gelişme|haber|olay|ayrıntılar|detaylar)|(?:сообщает|пишет) следующее|(?:ما يلي|التالي)\s*:\s*$/iu;
const OPENING = 2;
const CLOSING = 5;

/** What a sentence of the reposter's frame does, or null for a sentence of the article. */
function reposterSentence(text: string): string | null {
  for (const { what, max, pattern } of DOES) if (text.length <= max && pattern.test(text)) return what;
  return null;
}

/**
 * Which of a text's blocks are the reposter's frame, and what each does. Only the first two and the last five are asked.
 * @param own the names of the page's own outlet
 */
export function reposterFrame(texts: readonly string[], own: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  const publishers: string[] = [];
  const ends = [...texts.keys()].filter((i) => i < OPENING || i >= texts.length - CLOSING);
  for (const i of ends.toReversed()) {
    const text = texts[i] as string;
    if (text.length > 400) continue;
    const name = TAKEN_FROM.map((p) => p.exec(text)?.groups?.name).find((n) => n !== undefined);
    if (name && i >= OPENING) {
      publishers.push(
        name
          .trim()
          .toLowerCase()
          .replace(/^(?:the|der|die|das|el|la|le|il) /, ''),
      );
      found.set(i, 'names the publisher of the text');
      continue;
    }
    const does = reposterSentence(text);
    if (does) found.set(i, does);
    else if (i < OPENING && REPORTS_FOLLOWING.test(text)) found.set(i, 'announces the text');
    else if (i < OPENING && own.some((o) => opensWith(text, o))) found.set(i, "the reposter's own dateline");
    else if (i < OPENING && text.length < 220 && publishers.some((p) => text.toLowerCase().includes(p)))
      found.set(i, 'names the publisher of the text');
  }
  // Where the outlet set its own name before the text, its name before the last sentence is frame as well.
  const last = texts.length - 1;
  const framed = [...found.values()].some((v) => v === "the reposter's own dateline");
  if (
    framed &&
    last >= OPENING &&
    !found.has(last) &&
    own.some((o) => (texts[last] as string).startsWith(o) && (texts[last] as string).length < 200)
  ) {
    found.set(last, "the reposter's own closing");
  }
  return found;
}

/** `World Brief Hub, Monday 12 October: …`: the outlet's own name, then a comma, colon or dash. */
function opensWith(text: string, name: string): boolean {
  return name.length > 3 && text.startsWith(name) && /^\s*(?:[,:–—(]|-\s)/.test(text.slice(name.length));
}
