/**
 * What the words of a reposter's sentence are for. A sentence is known by the roles that come together in it (who speaks, to
 * whom, of what, doing what), not by whole phrases: outlets word these sentences in ever new ways, out of few roles.
 * `stem*` takes any ending; an entry without a star is a whole word; `_` joins the words of an entry. Languages in the order en,
 * de, fr, es, it, pt, nl, pl, ru, uk, tr, ar, fa. In the folded form of tokens: small letters, no marks between.
 */
export const ROLE_WORDS = {
  /** Those who read: the addressed audience, not people in the news. */
  reader: `dear_reader* our_reader* readers reader_friends dear_friends dear_visitor* dear_subscriber* dear_user* dear_all our_visitor* our_subscriber* our_followers
    liebe_leser* liebe_freunde liebe_besucher* unsere_leser* unseren_leser* unserer_leser* geehrte_leser* werte_leser* leserinnen
    chers_lecteur* chères_lectrice* chers_ami* chers_visiteur* nos_lecteur* cher_lecteur chers_abonné* lecteurs_et_lectrices nos_abonnés
    estimad*_lector* querid*_lector* apreciad*_lector* amable*_lector* estimad*_amig* querid*_amig* nuestros_lectores nuestras_lectoras estimad*_visitante* estimad*_usuari* nuestros_visitantes
    cari_lettori care_lettrici gentili_lettori nostri_lettori cari_amici gentile_lettore cari_utenti
    caros_leitores prezados_leitores nossos_leitores caro_leitor caros_amigos prezado_leitor queridos_leitores
    beste_lezer* onze_lezers
    drodzy_czytelnicy szanowni_czytelnicy naszych_czytelników drodzy_przyjaciele szanowni_państwo naszym_czytelnikom
    уважаем*_читател* дорог*_читател* уважаем*_посетител* дорог*_друзь* уважаем*_подписчик* наш*_читател* уважаем*_пользовател* уважаем*_друзь* друзья
    шановн*_читач* дорог*_читач* наш*_читач* шановн*_друз* дорог*_друз* шановн*_відвідувач*
    değerli_ok* sayın_ok* sevgili_ok* kıymetli_ok* değerli_ziyaretçi* sayın_ziyaretçi* sevgili_ziyaretçi* okurlarımız* okuyucularımız* ziyaretçilerimiz* takipçilerimiz* değerli_takipçi* sevgili_takipçi* değerli_dostlar
    عزيزي أعزائي عزيزنا القارئ القراء قراءنا قرائنا قراؤنا زوارنا متابعينا متابعونا القارئ_الكريم زوار_موقعنا متابعي لقرائنا لقرائه للقراء
    خوانندگان خواننده_گرامی مخاطبان همراهان دوستان_عزیز کاربران_گرامی`,

  /** The site that speaks of itself. */
  us: `we we're we've us our ours this_site this_website this_page this_blog this_portal this_channel the_editors the_editorial_staff the_editorial_team editor's_note
    wir uns unser* die_redaktion diese_seite diese_website dieser_seite diesem_blog anm_d_red
    nous notre nos la_rédaction ce_site notre_site ce_blog
    nosotros nos nuestr* la_redacción este_sitio esta_página este_portal este_blog nuestra_página
    noi nostr* la_redazione questo_sito
    nós nosso* nossa* a_redação este_site esta_página
    wij ons onze de_redactie
    nasz* redakcja my
    мы нас нам наш* редакци* этот_сайт нашем_сайте
    ми нас нам наш* редакція
    biz bizi bize bizim sitemiz* editörlerimiz* redaksiyon editör_notu sayfamız* kanalımız* portalımız* haber_merkezimiz* gazetemiz*
    نحن موقعنا قناتنا صفحتنا منصتنا بوابتنا تحريرنا شبكتنا مدونتنا هيئة_التحرير فريق_التحرير موقعكم محرري_الموقع فريقنا
    ما سایت_ما وب‌سایت_ما کانال_ما تحریریه صفحه_ما`,

  /** Whom it addresses. */
  you: `you your yours
    sie ihnen ihr ihre* ihrem euch eure* dir dich du
    vous votre vos toi te
    usted ustedes su sus te tu tus les le vuestr* ti
    vi voi vostr* ti tuo
    você vocês seu sua te tu
    u uw jou je
    państw* wam wasz* was ci twoj*
    вас вам вами ваш* тебе тебя
    вас вам вами ваш*
    siz sizi size sizin sizler* sizlere sizinle sizlerle
    لكم إليكم عليكم لك إليك بكم معكم أنتم حضراتكم اهتمامكم متابعتكم قراءتكم زيارتكم وقتكم ثقتكم رأيك رأيكم آرائكم مشاركتكم تعليقاتكم دعمكم
    شما شمارا`,

  /** The text that stands here, or that it was taken from. */
  text: `article* text story report reportage piece post posting material translation version content news_item write-up column essay dispatch transcript commentary excerpt summary analysis item interview entry feature
    artikel* text textes beitrag* meldung bericht übersetzung fassung reportage kommentar interview abschrift zusammenfassung material
    texte billet dépêche traduction contenu reportage tribune publication papier analyse entretien résumé
    artículo* texto nota noticia información reportaje traducción versión contenido publicación pieza columna crónica análisis entrevista resumen
    articol* testo traduzione notizia contenuto versione pezzo riassunto intervista servizio
    artigo* matéria notícia tradução conteúdo reportagem versão resumo postagem
    bericht artikel vertaling stuk
    artykuł* tekst* materiał* tłumaczenie wpis* treść treści publikacj* wywiad*
    стать* материал* текст* публикаци* перевод* заметк* новост* сообщени* обзор* пересказ* интервью репортаж* выдержк*
    статт* матеріал* текст* публікаці* переклад* новин* допис* огляд*
    haber yazı yazıyı yazının yazısı yazısını haberi haberin haberini makale* metin metni metnin metnini içerik içeriğ* çeviri* analiz* derleme* röportaj* özet*
    مقال مقالة خبر نص محتوى تقرير مادة ترجمة تفاصيل موضوع تدوينة ملخص الترجمة مقالا تقريرا نصا
    مقاله متن مطلب خبر گزارش ترجمه یادداشت محتوا`,

  /** Points at the text that stands here. */
  here: `here_is here_are here's here_you below the_following following_article following_text following_report following_piece following_story following_post above as_follows in_full full_text verbatim word_for_word unabridged this_article this_text this_story this_piece this_report this_post this_material this_translation the_article the_story the_text_below read_on next_lines
    nachfolgend* im_folgenden folgend* hier unten untenstehend* im_wortlaut vollständig* ungekürzt* dieser_artikel dieser_text dieser_beitrag diesen_artikel diesen_beitrag diese_meldung dieses_artikels dieses_beitrags obig*
    voici ci-dessous ci-après suivant* intégral* cet_article ce_texte ce_billet cette_traduction cette_tribune cette_dépêche in_extenso l'article cet_entretien ce_contenu ce_reportage
    continuación siguiente* íntegr* este_artículo este_texto esta_nota esta_noticia aquí estas_líneas este_reportaje esta_traducción el_artículo esta_información este_contenido
    di_seguito seguente* integrale qui_sotto questo_articolo ecco questo_testo l'articolo
    a_seguir seguinte* na_íntegra abaixo este_artigo este_texto esta_matéria eis o_artigo
    hieronder onderstaand* dit_artikel
    poniżej poniższ* następując* w_całości ten_artykuł niniejsz* tego_artykułu ten_tekst
    ниже следующ* нижеследующ* полност* полный_текст эта_статья этот_материал этот_текст эту_статью данн*_стать* данн*_материал* вниманию настоящ*_материал* статья_была материал_был
    нижче наступн* повніст* ця_стаття цей_матеріал увазі цю_статтю
    aşağıda* yukarıda* işte tam_metn* tamamını bu_haber bu_yazı bu_makale bu_metin bu_içerik bu_çeviri haberin_detay* haberin_ayrıntı*
    التالي التالية أدناه أعلاه إليكم فيما_يلي النص_الكامل هذا_المقال هذه_المقالة هذا_الخبر هذا_التقرير هذه_المادة هذا_النص الآتي السطور_التالية نص_المقال هذا_المحتوى هذا_الموضوع هذه_الترجمة كاملا بين_أيديكم
    زیر در_ادامه متن_کامل این_مقاله این_متن این_مطلب این_گزارش این_خبر پیش_رو`,

  /** Brings a text before readers: in the first person, or of the text. */
  publish: `publish* republish* re-publish* reproduc* repost* reprint* appeared appears ran posted cross-post* syndicat* translated translates re-print* carried excerpted taken sourced copied adapted abridged shared featured originated machine-translated edited_version pulled comes came
    veröffentlich* erschien* übernommen nachgedruckt publizier* wiedergegeben übersetzt* dokumentier* entnommen abgedruckt stammt gekürzt*
    publié* publions republi* reproduis* reprodui* repris* reprend* relay* paru* traduit* traduis* repost* diffus* issu tiré provient
    public* republic* reproduc* reproduzc* apareci* aparece traduc* traduj* tomad* retom* repost* difund* transcrib* extraíd* recog*
    pubblic* ripubblic* riport* ripropon* ripropost* tradott* traduc* appars* tratto ripres*
    publica* republica* reproduz* apareceu traduz* retirad* repost* extraíd* saiu compartilhad*
    gepubliceerd overgenomen vertaald verscheen
    opublikow* publikuj* przedruk* ukaza* przetłumacz* tłumacz* pochodzi zaczerpn* udostępn*
    опублик* публику* перепечат* перепублик* размещ* разместил* перевод* перевел* перевёл* переведен* переведён* взят* вышел вышла воспроизвод* приводим приводится приводятся заимствован* появил* перепост*
    опублік* публіку* передрук* розміщ* переклад* перекла* взят* вийш* наводимо з'явил* передру*
    yayın* yayım* alıntı* alınmış* alındı* alınan çevri* çevir* tercüme* paylaş* aktar* derle* iktibas* yer_al* kaleme
    نشر* ننشر نشرت ينشر منشور ظهر ظهرت نقل* ننقل منقول ترجم* مترجم* مقتبس* أعيد_نشر* إعادة_نشر* نعيد_نشر* نورد اقتبس* مأخوذ* بنشر* النشر صدر
    منتشر* بازنشر* ترجمه_شده برگرفته نقل_شده`,

  /** Offers, in the first person. */
  present: `bring present offer share introduce recommend invite give deliver pass_on picked selected prepared suggest bringing presenting sharing offering
    präsentier* bieten bringen stell* teilen empfehl* legen vorstell* ans_herz
    présent* propos* offr* partage* livr* invit* soumet*
    present* ofrec* compart* trae* traig* ofrezc* recomend* propon* invit* acerc*
    present* offr* propon* condivid* invit* segnal*
    apresent* oferec* compartilh* traz* propo* recomend* convid*
    przedstaw* prezent* polec* zaprasz* oferuj* proponuj* dzieli*
    предлага* представля* знаком* делимся рекоменд* подготов* собрал* приглаша* выбрал* доводим
    пропону* представля* ділимося рекоменд* підготув* запрош* увазі
    sun* hazırla* paylaşıyoruz takdim ilet* bilgi* getir* dikkat* ilgi* öner* derledi* seçti*
    نقدم* نعرض* نضع نشارك* نوافيكم نستعرض* يسرنا يسعدنا نهدي* اخترنا يقدم* نطلعكم نطرح نقترح ندعوكم يسر يعرض
    تقدیم* ارائه پیشنهاد خدمت دعوت`,

  thank: `thank* thankful grateful gratitude appreciate much_obliged
    dank* bedank*
    merci* remerci* reconnaissan*
    gracias agradec* agradezc* agradecid*
    grazie ringrazi*
    obrigad* agradec* gratos
    bedankt dank*
    dziękuj* podziękow* wdzięczn*
    спасибо благодар* признательн* спасиб*
    дяку* вдячн* спасибі
    teşekkür* sağ_olun minnettar*
    شكرا شكراً نشكر* شكرًا ممتنون الشكر
    سپاس* متشکر* ممنون* تشکر* قدردان*`,

  /** What readers are thanked for or wished. */
  reading: `reading attention interest visiting watching patience_in_reading time_and_attention being_with_us staying_with_us your_time your_trust your_support pleasant_read happy_reading enjoy_reading good_reading enjoy_the_read enjoy_the_article following_us
    lesen lektüre aufmerksamkeit interesse besuch treue gelesen vertrauen
    lecture attention intérêt visite lu lire fidélité suivi
    lectura atención interés visita leer leernos leído preferencia acompañarnos seguirnos
    lettura attenzione interesse visita letto seguirci
    leitura atenção interesse visita ler acompanhar preferência
    lezen aandacht
    lektur* uwag* zainteresowan* przeczyt* odwiedz* lektura czytani* czytacie
    внимани* прочтени* чтени* прочитал* читаете дочитал* интерес* чтения просмотр* посещени*
    уваг* прочит* читанн* інтерес* перегляд*
    okuduğ* okumalar okuma ilginiz* ziyaret* takip_ettiğ* vakit_ayır* zaman_ayır* ilgi*
    قراءة قراءتك* متابعت* اهتمام* زيارت* القراءة المتابعة حسن_متابعت* اطلاع* قراءتكم
    مطالعه خواندن توجه همراهی بازدید`,

  /** First published, with leave, by courtesy. */
  origin: `first originally initially permission courtesy original_source source_of originally_published kind_permission licence license creative_commons under_licence original_version all_rights rights_belong full_version original_article original_text reprinted_from
    zuerst ursprünglich* erstmals genehmigung erlaubnis mit_freundlich* lizenz original* zunächst rechte
    initialement origine d'abord autorisation aimable licence première_fois original* droits en_premier
    originalmente primero origen permiso cortesía autorización licencia original* por_primera_vez inicialmente derechos inicio
    originariamente originale concessione permesso licenza per_la_prima_volta inizialmente diritti
    originalmente primeiro permissão cortesia autorização licença original* pela_primeira_vez inicialmente direitos
    oorspronkelijk toestemming
    pierwotnie po_raz_pierwszy zgod* licencj* oryginaln* oryginał* uprzejmoś* prawa
    впервые первоначально разрешени* оригинал* первоисточник* изначально лицензи* права согласи* любезно* источник*
    вперше спочатку дозвол* оригінал* першоджерел* ліцензі* джерел*
    ilk izniyle izni orijinal* özgün* ilk_kez ilk_olarak aslı kaynağı lisans* kaynak* nezaket* tamamı
    أولا أولاً لأول_مرة أصلا في_الأصل بإذن إذن الأصلي الأصل المصدر ترخيص رخصة حقوق بالاتفاق مصدره بتصرف
    نخستین_بار اولین_بار اصلی مجوز اجازه منبع`,
} as const;
