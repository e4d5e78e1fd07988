/**
 * What the lines round an article's text say, by kind and in many languages. Every pattern names a *kind* of line and is
 * tried on short blocks only; structure (links, position, container) has been asked before.
 * Inside a repeated group no text may be read in two ways (two alternatives, or a split run of digits): a line that fails
 * at its end would cost two to the power of its words.
 */
export interface LineKind {
  kind: string;
  /** The longest line, in characters, that can be of this kind. */
  max: number;
  pattern: RegExp;
}

function words(kind: string, max: number, source: string, flags = 'iu'): LineKind {
  return { kind, max, pattern: new RegExp(source, flags) };
}

export const LINE_KINDS: readonly LineKind[] = [
  words(
    'share bar',
    90,
    String.raw`^(?:\d[\d.,k]*\s*)?(?:share|shares|teilen|partager|partagez|compartir|comparte|compartilhar|condividi|delen|udostępnij|paylaş\w*|поделиться|поделитесь|поширити|مشاركة|شارك|شاركها|اشتراک|שתף|partilhar|dela|del|jaa|sdílet|zdieľať|megosztás|distribuie|сподели|podijeli|deli|κοινοποίηση|bagikan|chia sẻ|แชร์|分享|シェア|공유\w*)(?:\s+(?:on|auf|sur|en|no|su|op|via|this|article|bu|haber\w*|story|with|mit|в|на|على|in|the|it|via)\b.*|\s*[:!]?\s*(?:\d[\d.,k]*)?|\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|print|link|copy)(?:[,\s]*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|print|link|copy))*[,\s]*)$`,
  ),
  words(
    'share bar',
    120,
    String.raw`^(?:(?:share(?: this)?|tweet(?: this)?|e-?mail(?: this)?|a[+-]|pin|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|print|viber|messenger|vkontakte|vk|instagram|youtube|tumblr|flipboard|link|copy|save|rss|threads|bluesky|line|xing|mail|drucken|imprimer|imprimir|yazdır|طباعة|печать|comments?|like|\d+(?!\d))[\s,|/•·]*){2,}$|^\d{2,}[\s,|/•·]*$`,
  ),
  words(
    'follow bar',
    220,
    String.raw`^(?:follow|folgen sie|suivez|síguenos|sigue|siga|seguici|volg|bizi|takip et|подписывайтесь|подпишитесь|присоединяйтесь|підписуйтесь|подписаться|читайте нас|تابعونا|تابعنا|تابع|ما را|join our|join us|like us|find us|abonniere|śledź|obserwuj|følg|följ|seuraa|urmăriți|sledujte|пратете|следвайте|ακολουθήστε|ikuti|theo dõi|关注).{0,160}(?:facebook|twitter|instagram|telegram|whatsapp|youtube|google|x\b|tiktok|linkedin|channel|kanal|канал|قناة|группу|social|網|微信|us\b|takip|discord|t\.me|вконтакте|дзен|viber|dzen|news)`,
  ),
  words(
    'newsletter box',
    260,
    String.raw`(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletter|e-?mail|inbox|updates|alerts|briefing|digest|daily|notifications)|newsletter.{0,60}(?:anmelden|abonnieren|bestellen|inscri|suscr|iscri|abone|kayıt)|(?:abonnez|inscrivez)-vous|suscríbete|suscríbase|iscriviti|inscreva-se|assine (?:a|nossa)|bültenimize|подпи(?:шитесь|саться) на (?:рассылку|наш)|اشترك في|النشرة البريدية|get .{0,50}\b(?:in your|to your) inbox|delivered to your inbox|melden sie sich .{0,40}newsletter|zapisz się|nieuwsbrief`,
  ),
  words(
    'consent notice',
    700,
    String.raw`\b(?:we|this (?:site|website)|our (?:site|website)|diese (?:seite|website)|wir|ce site|nous|este sitio|esta web|questo sito|deze (?:site|website)|sitemiz\w*|sitede|этот сайт|наш сайт|мы|ten serwis|tento web|este site|utilizamos|usamos|o site)\b.{0,100}(?:cookies?|çerez\w*|файл\w* cookie|куки)|cookies?.{0,60}(?:policy|richtlinie|politique|política|accept|akzept|zustimm)|(?:accept|reject|manage) (?:all )?(?:cookies|preferences)|çerez\w* (?:politika|kullan)|ملفات تعريف الارتباط|(?:using|continuing to use|browse) (?:this|our) (?:site|website)|gdpr|dsgvo.{0,40}einwillig|agree to (?:our|the) (?:terms|privacy|use of)`,
  ),
  words(
    'read more',
    260,
    String.raw`^(?:[»>›→*•\-–—\[(]*\s*)(?:read (?:more|also|next|the full|full|on|it here|this)|also read|see also|also see|(?:lesen|sehen) sie (?:auch|hier|mehr|dazu)|(?:mehr|weiter)\s?lesen|lesen sie|mehr (?:zum thema|dazu|infos|aus|von|über)|lire (?:aussi|la suite|également|plus)|à lire|voir aussi|(?:sur|dans) le même sujet|lea (?:también|más)|leer (?:también|más)|le puede interesar|te puede interesar|vea también|ver también|más información|leia (?:também|mais)|veja também|saiba mais|leggi (?:anche|tutto|di più)|lees (?:ook|meer|verder)|bekijk ook|(?:ayrıca|bunu da) oku|devamını oku|ilgili haber|daha fazla|haberin devamı|çitaj|подробнее|подробности|детальніше|(?:haberin )?ayrıntıları|detaylar|más detalles|plus de détails|weitere informationen|التفاصيل|لمزيد من التفاصيل|читайте (?:также|по теме|ещё|еще|далее|в|подробнее)|(?:см|смотрите)\.? также|читати (?:також|далі)|по теме|читайте|اقرأ (?:أيضا|ايضا|أيضًا|المزيد)|اقرأ|طالع|شاهد أيضا|المزيد|للمزيد|قد يهمك|بیشتر بخوانید|همچنین بخوانید|خبرهای مرتبط|قرا ?أيضا|czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|przeczytaj|čtěte také|přečtěte|citește și|citiți și|vezi și|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|olvasd|διαβάστε|baca (?:juga|selengkapnya)|lihat juga|simak|đọc (?:thêm|tiếp)|xem thêm|อ่าน(?:เพิ่มเติม|ต่อ)|相关(?:阅读|新闻|报道)|延伸閱讀|更多|関連記事|あわせて読みたい|관련\s?기사|और पढ़ें|यह भी पढ़ें|এছাড়াও|vidi još|pročitajte|прочитајте|прочетете|виж още|more (?:on|from|about|stories|news|in|coverage|videos?)\b|related (?:article|stor|news|content|topic|coverage|link|post|video)|you (?:may|might) (?:also )?(?:like|be interested)|recommended|don['’]t miss|click here|watch (?:also|more|the|now|live|:)|listen (?:to|now|:)|learn more|find out more|keep reading|continue reading|story continues|article continues|(?:scroll|story) (?:down|below)|most (?:read|popular)|top stories|trending|in case you missed|must[- ]read|up next|editor['’]?s['’]? (?:pick|choice)|popular (?:now|stories|posts)|what to read next|also on|explore more|next article|previous article|see more|view (?:more|all)|all news|back to)`,
  ),
  words(
    'related heading',
    60,
    String.raw`^(?:related(?: (?:news|articles?|stories|posts?|content|topics?|videos?|links?))?|similar (?:news|articles|stories|posts)|other (?:news|stories|articles)|latest (?:news|stories|articles|posts)|recent (?:news|stories|articles|posts)|you (?:may|might) (?:also )?like|top (?:news|stories)|ähnliche (?:artikel|beiträge|themen|nachrichten)|verwandte (?:artikel|themen|beiträge)|weitere (?:artikel|beiträge|nachrichten|meldungen|themen)|das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)|mehr zum thema|meistgelesen|articles? (?:similaires?|liés?|connexes?)|sur le même (?:sujet|thème)|à lire (?:aussi|également)|dans la même rubrique|(?:noticias|artículos|notas|temas) relacionad[oa]s|más (?:noticias|leídas?)|otras noticias|(?:notícias|artigos|matérias) relacionad[oa]s|(?:articoli|notizie) correlat[ie]|potrebbe(?:ro)? interessart[ie]|gerelateerd(?:e (?:artikelen|berichten))?|(?:ilgili|benzer|diğer|son|son dakika) (?:haber|yazı|içerik|konu)(?:ler|lar)?|bunlar da ilginizi çekebilir|(?:похожие|другие|последние|свежие) (?:новости|статьи|материалы|записи|публикации)|(?:материалы|новости|статьи) по теме|по теме|вас может заинтересовать|(?:схожі|інші|останні) (?:новини|статті)|(?:أخبار|اخبار|مقالات|مواضيع|مواد) (?:ذات صلة|مشابهة|متعلقة|أخرى|مرتبطة)|(?:موضوعات|الأخبار) (?:متعلقة|ذات صلة|المتعلقة)|ذات صلة|قد يعجبك(?: أيضا| أيضاً)?|مطالب مرتبط|اخبار مرتبط|powiązane(?: artykuły)?|zobacz również|související(?: články)?|povezan[ei] (?:vijesti|članci)|слични вести|relaterade? (?:artiklar|nyheter|artikler)|aiheeseen liittyvää|kapcsolódó (?:cikkek|hírek)|articole similare|σχετικά άρθρα|berita terkait|artikel terkait|tin liên quan|bài viết liên quan|ข่าวที่เกี่ยวข้อง|相关(?:新闻|文章|阅读|报道)|相關(?:新聞|文章)|関連(?:記事|ニュース)|관련\s?(?:기사|뉴스)|संबंधित (?:खबरें|समाचार)|সম্পর্কিত (?:খবর|সংবাদ))\s*[:：»>]*$`,
  ),
  words(
    'previous/next link',
    200,
    String.raw`^(?:prev(?:ious)?|next|zurück|weiter|précédent|suivant|anterior|siguiente|próximo|önceki|sonraki|предыдущ\S*|следующ\S*|السابق|التالي|poprzedni|następny|vorige|volgende|avanti|indietro|[«»‹›←→]+)(?:\s*(?:post|article|story|page|beitrag|artikel|haber\S*|yazı|новость|статья|запись|المقال|الخبر|image|slide|:|»|›|>>)|\s*$|(?=\s*[«»‹›←→]))`,
  ),
  // A line that opens with day and hour is a page's stamp, whatever stands behind it.
  words(
    'published line',
    120,
    String.raw`^(?:\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}日?|\d{1,2}[./-]\d{1,2}[./-]\d{4})[\s,|–—-]+\d{1,2}:\d{2}.{0,90}[^.!?。！？؟।]$`,
  ),
  words(
    'published line',
    160,
    String.raw`^(?:(?:first|originally)?\s*(?:publish\w*|posted|updated|last (?:updated|modified)|modified|created|veröffentlicht|aktualisiert|erstellt|stand|publié\w*|mis à jour|mise à jour|publicad\w+|actualizad\w+|atualizad\w+|pubblicat\w+|aggiornat\w+|gepubliceerd|geplaatst|bijgewerkt|yayın\w*|güncelle\w*|oluşturulma|giriş|eklenme|son güncelleme|опубликован\w*|обновлен\w*|дата публикации|оновлен\w*|опубліков\w*|نشر|تاريخ النشر|آخر تحديث|نُشر|تم النشر|تحديث|تاریخ انتشار|opublikowan\w*|aktualizacja|publikacja|publikován\w*|zveřejněn\w*|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|julkaistu|päivitetty|megjelent|frissítve|publicat|actualizat|δημοσίευση|ενημέρωση|objavljeno|dipublikasikan|diterbitkan|发布时间|發布|更新|入力|등록|수정))[\s:：]*.{0,12}(?=.*\d).{0,110}$`,
  ),
  words(
    'reading time',
    80,
    String.raw`^(?:(?:estimated |average )?(?:reading|read) time.*|(?:about )?\d+\s*[-–]?\s*(?:min(?:ute)?s?|dk\.?|dakika|мин\S*|хв\S*|دقيقة|دقائق|分|분)\.?\s*(?:read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|okuma\S*|чтения|читання|قراءة|lesetid|läsning|czytania|left|ago)?|(?:lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|okuma süresi|время чтения|مدة القراءة|czas czytania)\b.*)$`,
  ),
  words(
    'photo credit',
    220,
    String.raw`^[\[(]?(?:photo(?:graph(?:y|er)?|s)?|image|picture|pic|foto(?:ğraf|s|grafie|graf)?|bild(?:er|quelle|nachweis|rechte)?|crédit(?:s)?(?: photo)?|credit|fuente de la imagen|imagen|imagem|immagine|фото(?:графия)?|изображение|صورة|الصورة|عکس|zdjęcie|fot\.|kuva|valokuva|foto|fotó|εικόνα|φωτο\S*|getty images|illustration|illustrationsfoto|symbolbild|archivbild|file (?:photo|picture|image)|archivo|symbolfoto|图片来源|資料圖片|写真|사진|rtr|image source|image caption|media caption|photo by|photo credit)(?:\s*[:：/©|(]|\s+[–—-])+.{0,190}$`,
  ),
  words(
    'photo credit',
    160,
    String.raw`(?:\((?:photo|foto|image|bild|фото|ap photo|afp photo|reuters photo|file)[^)]{0,90}\)|/\s*(?:getty images?|afp|reuters|ap photo|ap|epa|shutterstock|istock|dpa|picture alliance|imago|ritzau|ntb|tt|anp)\s*\)?|(?:via|©|\(c\))\s*(?:getty images?|afp|reuters|ap|epa|shutterstock|imago|picture alliance)|getty images|shutterstock|picture[- ]alliance|wikimedia commons|(?:ap|afp|reuters|epa) photo(?:/.*)?)\s*[\])]?$`,
  ),
  words('photo credit', 120, String.raw`^(?:©|\(c\)|ⓒ|copyright)\s*.{0,100}$`),
  words(
    'photo credit',
    260,
    String.raw`(?:^|[.!?)»"”]?\s)(?:picture|photo(?:graph)?|image|pic|foto(?:ğraf)?|bild|фото|صورة|crédit photo|photo credit|illustration)\s*[:：]\s*[^:]{2,50}$`,
  ),
  // What is left of an agency's caption after a bad import: "ARCHIV- Lkw-Schlange //// Ort", "A and B / FOTO ARCHIVE-/-".
  words(
    'photo credit',
    140,
    String.raw`^(?=.*(?:^|[^\p{L}])(?:foto|photo|archiv\p{L}*|arşiv|архив|أرشيف|image|bild|picture|file)(?:$|[^\p{L}]))(?=.*(?:\/\/|\/-|-\/|\/ ?(?:foto|photo|archiv\p{L}*)|archiv\p{L}*\s?-\s))[^.!?]{3,140}$`,
  ),
  words(
    'published line',
    170,
    String.raw`^.{0,70}(?:[|•·–—]|\s-)\s*(?:published|posted|updated|last updated|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|yayın\w*|güncelle\w*|опубликован\p{L}*|обновлен\p{L}*|نشر|تاريخ النشر|تحديث)[^\d]{0,20}\d.{0,100}$`,
  ),
  words(
    'comment prompt',
    200,
    String.raw`^(?:(?:\d+\s+)?comments?(?: \(\d+\))?$|leave a (?:reply|comment)|post a comment|add (?:a )?comment|join the (?:conversation|discussion)|view comments|show comments|(?:be the )?first to comment|(?:\d+\s+)?kommentare?$|kommentar (?:schreiben|hinterlassen)|laisser un commentaire|commenter|deja (?:un|tu) comentario|comentarios?$|comentar|lascia un commento|commenti$|yorum (?:yap|yaz|ekle)|yorumlar|комментари[ий]\S*(?: \(\d+\))?$|оставить комментарий|добавить комментарий|اترك تعليق|أضف تعليق|التعليقات|reacties$|komentarze$|dodaj komentarz|log ?in to (?:comment|post)|your email address will not be published|what do you think\??|have your say|write a comment|notify me of)`,
  ),
  words(
    'video or script notice',
    260,
    String.raw`(?:enable|activate|turn on|aktivier\w+|activar?|activez|включите|etkinleştir\w*|تفعيل) .{0,40}javascript|javascript .{0,60}(?:disabled|required|deaktiviert|désactivé|desactivado|enabled|notwendig|erforderlich)|browser (?:does not|doesn['’]t) support|your browser|unsupported browser|dein browser|ihr browser|votre navigateur|su navegador|tarayıcınız|ваш браузер|متصفحك|video (?:player )?(?:is )?(?:loading|unavailable)|this (?:video|content) (?:is|can|could|cannot|isn)|playback (?:isn['’]t|is not)|^(?:play|pause|mute|unmute|fullscreen|close|loading\.*|advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|reklam\w*|реклама|إعلان|اعلان|sponsored(?: content)?|ad|skip ad|annonse|annons|advertentie|annonce|mainos|hirdetés|publicidade|diaporama|slideshow|gallery|video|watch|listen|audio|0?\d:\d\d)$|(?:content|inhalt\w*|contenu) .{0,60}(?:consent|einwilligung|zustimmung|externe)|externe[rn]? inhalt`,
  ),
  words(
    'button',
    40,
    String.raw`^(?:x|×|✕|✖|ok|okay|close|schließen|fermer|cerrar|chiudi|sluiten|kapat|закрыть|закрити|إغلاق|أغلق|بستن|accept|accept all|akzeptieren|alle akzeptieren|accepter|aceptar|accetta|accetto|kabul et|kabul ediyorum|tamam|принять|согласен|حسنا|موافق|قبول|i agree|agree|got it|continue|menu|menü|search|suche|buscar|rechercher|ara|поиск|بحث|log ?in|sign in|sign up|subscribe|anmelden|abone ol|giriş|войти|home|startseite|accueil|inicio|ana sayfa|главная|الرئيسية|print|drucken|imprimer|imprimir|yazdır|печать|طباعة|download|back|next|previous|more|mehr|plus|más|daha|ещё|المزيد|top|nach oben|yukarı|toggle|skip|save|copy link|copied|submit|send|yes|no|ja|nein|evet|hayır|show more|show less|load more|expand|collapse|read more|weiterlesen|a[+-]|aa?|text size|font size|\+|-|\||•|»|«|>|<|\*+|_+|=+|-{2,}|#+|\.{2,})$`,
  ),
  words(
    'tags',
    300,
    String.raw`^(?:tags?|tagged(?: (?:as|with|in|under))?|topics?|keywords?|labels?|categories|category|filed under|posted in|themen|schlagworte?|schlagwörter|stichworte?|mots[- ]clés|thèmes|etiquetas|temas|palabras clave|tag|argomenti|etiketler|etiket|теги|метки|тэги|ключевые слова|الوسوم|وسوم|كلمات دلالية|الكلمات الدلالية|كلمات مفتاحية|برچسب\S*|tagi|słowa kluczowe|štítky|címkék|ετικέτες|ознаки|tunnisteet|emner|ämnen|标签|關鍵字|タグ|태그)\s*[:：|].{0,280}$`,
  ),
  words(
    'author biography',
    420,
    String.raw`^(?:about the authors?|über (?:den|die) autor\S*|à propos de l['’]auteur|sobre el autor|l['’]autore|yazar hakkında|об авторе)|(?:is|was) (?:a|an|the) (?:\w+[\s-]){0,6}(?:reporter|correspondent|journalist|editor|columnist|writer|contributor|producer)\b.{0,200}\b(?:at|for|with|based|covers?|covering|who|of)\b.{0,120}(?:follow (?:him|her|them)|reach (?:him|her|them)|email|@|contributes|twitter|joined)|(?:follow|reach|contact|email) (?:him|her|them|the (?:author|reporter|writer)) (?:on|at|@)|(?:contact|reach) (?:the )?(?:reporter|author|writer)`,
  ),
  words(
    'contact prompt',
    260,
    String.raw`^(?:(?:do you|have you|got) (?:have )?(?:a )?(?:story|tip|news|question|something).{0,160}(?:e-?mail|contact|us|whatsapp|send)|(?:e-?mail|contact|write to|send) (?:us|the|your|tips|him|her)\b.{0,120}(?:@|at\b)|if you (?:have|would like|want).{0,120}(?:e-?mail|contact us|get in touch)|get in touch)`,
  ),
  words(
    'copyright notice',
    300,
    String.raw`^(?:©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|tüm hakları|все права|جميع الحقوق|حقوق النشر)|(?:may not be (?:published|reproduced)|all rights reserved|rewritten or redistributed|tüm hakları saklıdır|все права защищены|جميع الحقوق محفوظة|alle rechte vorbehalten|tous droits réservés)`,
  ),
  words(
    'support prompt',
    400,
    `^(?:support (?:our|us|independent|quality)|donate|please (?:consider|donate|support|help)|spenden|unterstützen sie|soutenez|apóyanos|become a (?:member|subscriber|supporter)|werden sie|поддержите|поддержать|ادعم|bağış)|(?:your|a) (?:donation|contribution|support) .{0,60}(?:helps?|makes?|keeps?)|rely on (?:readers|your support)|make a (?:gift|donation|contribution)`,
  ),
  words(
    'app prompt',
    200,
    String.raw`(?:download|get|install|laden sie|téléchargez|descarga|scarica|indir|скачайте|скачать|حمل|تحميل) .{0,60}\b(?:app|application|uygulama\S*|приложени\S*|تطبيق)\b|(?:app store|google play|play store)`,
  ),
  words(
    'print or edition note',
    200,
    String.raw`^(?:a version of this (?:article|story)|this (?:article|story|piece|post) (?:was|has been) (?:updated|amended|corrected)|correction\s*[:：]|clarification\s*[:：]|korrektur\s*[:：]|editor['’]s note\s*[:：]|diesen artikel|dieser (?:artikel|text|beitrag) (?:erschien|ist|stammt|wurde))`,
  ),
  words(
    'machine value',
    300,
    String.raw`^(?:https?:\/\/\S+|\d{4}-\d\d-\d\dT\d\d:\d\d\S*|[\w./-]+\.(?:jpe?g|png|gif|webp|svg|mp4)|\[?(?:object Object|null|undefined|NaN)\]?)$`,
  ),
  words(
    'counter',
    60,
    String.raw`^(?:[\d.,]+\s*[km]?\s*(?:views?|shares?|likes?|comments?|reads?|aufrufe|vues|visitas|görüntülenme|okunma|просмотр\S*|переглядів|مشاهدة|مشاهدات|قراءة|بازدید|wyświetleń|kommentare|reaktionen|yorum)|(?:views?|okunma|просмотров|المشاهدات|visits?|hits?)\s*[:：]?\s*[\d.,]+|\d{1,6})$`,
  ),
];
