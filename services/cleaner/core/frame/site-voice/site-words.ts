/**
 * What sites speak of when they speak for themselves, by kind, and what they do to whom. A sentence is theirs by what comes together in it
 * (an act, its object, whom it addresses), whatever the language: the pairs are learnt from all languages at once. `stem*` takes any
 * ending, `_` joins the words of an entry. Languages in the order en, de, fr, es, it, pt, pl, ru, uk, tr, ar, fa.
 */
export const SITE_WORDS = {
  newsletter: `newsletter* digest* briefing* mailing_list weekly_letter inbox mailbox
    newsletter* rundbrief* postfach wochenbrief* überblick newsletter* infolettre* lettre boîte_mail boletín* newsletter* buzón bandeja_de_entrada newsletter* bollettin* casella
    newsletter* boletim boletins caixa_de_entrada newsletter* biuletyn* skrzyn* рассылк* дайджест* почтов*_ящик* розсилк* дайджест* скриньк* bülten* e-bülten* posta_kutu*
    النشرة نشرة نشرتنا النشرات بريدك البريد_الإلكتروني خبرنامه* ایمیل* رایانامه*`,

  network: `facebook twitter telegram whatsapp instagram youtube tiktok bluesky mastodon threads linkedin viber signal spotify podcast* pinterest reddit rss google google_news
    фейсбук* телеграм* телеграмм* ютуб* инстаграм* вконтакте дзен* вайбер* подкаст* одноклассник* фейсбуці телеграм-канал* інстаграм* ютубі вайбері
    تلغرام تيليجرام تليجرام فيسبوك واتساب يوتيوب إنستغرام انستغرام تويتر بودكاست تلگرام فیسبوک واتساپ یوتیوب اینستاگرام توییتر پادکست ایتا`,

  app: `app apps application download* install*
    app apps anwendung herunterlad* laden_sie installier* appli application télécharg* install* aplicación aplicaciones app descarg* instal* app applicazione scaric* install*
    aplicativo aplicação app descarreg* baix* instal* aplikacj* pobierz ściągnij zainstal* приложени* скача* установ* застосун* додаток додатк* завантаж* встанов* uygulama* indir* yükle*
    تطبيق تطبيقنا حمل حملوا نزل نزلوا ثبت تحميل برنامه_ما اپلیکیشن* نصب دانلود`,

  alert: `alert* notification* breaking_news push
    eilmeldung* benachrichtigung* mitteilung* push-nachricht* alerte* notification* alerta* notificacion* aviso* avisos notific* avvis* alerta* notificaç* aviso* powiadomie* alert* уведомлени* оповещени*
    сповіщенн* bildirim* uyarı* الإشعارات التنبيهات إشعارات تنبيهات التنبيه اعلان* هشدار*`,

  subscribe: `subscribe subscription* sign_up signing_up sign-up register* join joining become_a_member membership unsubscribe cancel subscriber*
    abonnier* abo abos anmeld* registrier* mitglied* abbestell* kündbar abonnent* abonne* abonnez-vous inscri* désinscri* rejoign* adhér* résili* suscri* suscrí* únete inscri* regístr* hazte socio* baja
    abbon* iscriv* registr* unisciti disdici assin* subscre* inscrev* regist* junte-se cadastr* subskryb* prenumer* zapisz_się dołącz* zarejestr* zrezygn* подпис* присоедин* зарегистр* отписа*
    підпис* приєдну* зареєстр* передпла* відписа* abone* kaydol* katıl* üye_ol* üyelik اشترك اشتركوا اشتراك اشتراكك سجل انضم انضموا الاشتراك تشترك مشترک* عضو* بپیوندید ثبت_نام اشتراک*`,

  follow: `follow like find_us visit_us look_for_us stay_tuned keep_up watch listen tune_in
    folg* finden_sie_uns finden_sie hören_sie schauen_sie besuchen_sie gefällt suiv* suivez-nous retrouvez* rejoignez écoutez regardez sígue* sigue* síguenos síganos encuéntr* escuch* visita
    segui* seguici trovi trovat* ascolta* siga* segue* encontre* ouça visite obserwuj* śledź znajdziesz polub* posłucha* следите подписывайтесь ищите_нас слушайте смотрите заходите читайте
    слідкуйте стежте шукайте слухайте дивіться заходьте читайте takip_edin takip_et izleyin dinleyin bulabilirsin* ziyaret_edin تابعونا تابعنا تابع تابعوا زورونا استمعوا شاهدوا تجدوننا
    دنبال* ببینید گوش سر_بزنید`,

  share: `share send forward pass recommend tell_your show_it tell_others
    teilen_sie teilen leiten_sie schicken_sie empfehlen_sie weitersagen weiterleit* zeigen_sie partag* envoy* transmett* recommand* faites_lire parlez-en compart* envía* reenví* recomiend* enséñ* manda
    condivid* invia* inoltra* consiglia* manda* partilh* compartilh* envi* recomend* mostre* mande udostępn* wyślij prześlij poleć pokaż podziel*
    поделит* делитесь отправьте перешлите порекомендуйте покажите расскажите поділіться надішліть перешліть порадьте покажіть розкажіть paylaş* gönder* ilet* öner* gösterin anlatın
    شارك شاركوا أرسل أرسلوا انشر مشاركة شاركها بفرستید به_اشتراک همرسانی نشان_دهید معرفی_کنید`,

  comment: `comment* discussion discuss debate forum opinion thoughts
    kommentar* diskussion diskutier* debatte forum meinung commentaire* commentez débat* discussion réagissez avis comentario* coment* debat* opina opinión foro comment* dibattit* discut* opinione forum
    comentári* coment* debat* discut* opinião fórum komentarz* komentuj* skomentuj dyskusj* opini* forum комментари* обсужд* обсуд* мнени* форум* коментар* обговор* думк* форум* yorum* tartış* görüş* forum*
    تعليق تعليقك التعليقات تعليقات رأيك النقاش علق ناقش آراء دیدگاه* نظر نظرات نظرتان گفتگو تالار`,

  civility: `polite civil abusive offensive insult* moderat* anonymous off-topic rules house_rules respect* reviewed_before
    höflich sachlich beleidigend* moderier* anonym* freigabe freigeschaltet regeln netiquette themenfremd* courtois* injurieu* modér* anonyme* charte règles hors_sujet respect*
    respeto respetuos* ofensiv* moderad* moderación anónim* normas educat* cortes* offensiv* moderat* anonim* regole rispett* respeito educad* ofensiv* moderad* moderação anónim* anônim* regras
    kultur* uprzejm* obraźliw* moderow* moderator* anonim* zasad regulamin* вежлив* оскорбительн* модер* анонимн* правил* уважа* ввічлив* образлив* модер* анонімн* правил поважа*
    nazik saygılı hakaret* denetle* imzasız kural* مسيئة الإساءة مهذب القواعد المراجعة تخضع الالتزام المجهولة ادب توهین* قوانین بازبینی بی‌نام`,

  error: `typo* mistake* error* inaccura* correction* corrections wrong
    tippfehler* fehler* ungenauigkeit* korrektur* korrigier* coquille* erreur* faute* inexactitude* corrig* correct* errata* error* falta imprecisión inexactitud correg* corrig*
    refus* errore errori imprecision* corregg* gralha* erro erros falha imprecis* corrig* literówk* błąd błędu błędy nieścisłoś* popraw* опечатк* ошибк* неточност* исправ* помилк* одрук* неточніст* виправ*
    yazım_hata* hata* yanlış* eksik* düzelt* خطأ خطأ_إملائي خطأ_مطبعي أخطاء أخطاءنا نصحح تصحيح اشتباه* غلط* نادرست* خطا`,

  press: `highlight select mark press click tap ctrl enter button
    markier* drück* klick* strg eingabetaste eingabe schaltfläche sélectionn* appuy* cliqu* ctrl entrée bouton surlign* seleccion* puls* clic ctrl intro botón marca selezion* premi clic* ctrl invio pulsante
    selecion* prima clique carregue ctrl enter botão zaznacz naciśnij kliknij wciśnij ctrl enter przycisk выделите нажмите кликните нажатием ctrl кнопк* виділіть натисніть клікніть натиском ctrl кнопк*
    seçip seçin basın tıklayın tıkla ctrl düğme* ظلل ظلله حدد حدده اضغط انقر إنتر كنترول برگزینید انتخاب بزنید کلیک ctrl دکمه`,

  contact: `let_us_know tell_us write_to_us contact_us get_in_touch reach_us report_it drop_us send_us e-mail_us contact newsdesk tip tips whistle*
    schreiben_sie melden_sie geben_sie_uns sagen_sie_uns kontaktier* erreichen_sie hinweis* bescheid écrivez-nous écrivez dites-le-nous signalez* contactez* prévenez-nous joignez
    escríbe* díno* avísa* contác* contact* cuénta* señál* scrivi* segnala* diccelo contatt* raccont* fatecelo escreva* diga-nos avise* contact* conte-nos fale_com
    napisz* daj_nam_znać zgłoś* skontaktuj* przyślij opowiedz напишите сообщите свяжитесь пришлите дайте_нам_знать расскажите_нам напишіть повідомте зв'яжіться надішліть_нам дайте_нам_знати
    bildirin bize_bildir* yazın bize_yazın ulaşın haber_verin أخبرنا أخبرونا راسلنا راسلونا تواصل تواصلوا اتصل أبلغنا اكتب بنویسید خبر_دهید بگویید تماس گزارش_دهید`,

  donate: `donat* support* chip_in contribut* patron* fund stand_by_us independent gift
    spend* unterstütz* förder* beitrag_leisten helfen_sie unabhängig* don dons donat* souten* aide* indépendant* don* donativo apóya* apoy* colabor* independiente* dona* donazion* sosten* aiut* indipendent*
    doa* donativ* apoi* ajud* independent* wpła* darowizn* wesprzyj wspier* wsparci* pomóż niezależn* пожертв* поддерж* помогите помочь независим* підтрим* пожертв* допомож* внесок незалежн*
    bağış* destek* katkı* bağımsız* تبرع تبرعك ادعمنا ادعم دعمك ساندنا ساعدنا المستقلة مستقلا بتبرع کمک* حمایت* پشتیبان* یاری مستقل`,

  price: `free free_of_charge costs_nothing a_month per_month first_month trial
    kostenlos* kostenfrei gratis im_monat monatlich* probezeit gratuit* par_mois offert essai gratis gratuit* al_mes prueba gratis gratuit* al_mese prova grátis gratuit* por_mês bezpłatn* za_darmo miesięcznie
    бесплатн* в_месяц безплатн* безкоштовн* на_місяць ücretsiz* bedava ayda مجانا مجانية المجاني مجاني شهريا كل_شهر رایگان ماهی هر_ماه`,

  privacy: `cookie* privacy personal_data your_data consent browser device settings tailor* ad_blocker
    cookie* datenschutz* ihre_daten einwilligung browser gerät endgerät werbeblocker cookie* vos_données confidentialité consent* navigateur appareil bloqueur
    cookie* privacidad tus_datos consent* navegador dispositivo bloqueador cookie* privacy i_tuoi_dati consens* browser dispositivo cookie* privacidade seus_dados consent* navegador dispositivo bloqueador
    cookie* ciastecz* prywatnoś* twoje_dane zgodę przeglądar* urządzeni* cookie куки персональн* конфиденциальн* ваши_данные соглас* браузер* устройств* блокировщик*
    кукі приватн* ваші_дані згод* браузер* пристро* çerez* gizlilik verileriniz onay* tarayıcı* cihaz* engelleyici* الكوكيز ملفات_الارتباط تعريف_الارتباط الخصوصية بياناتك موافقتك متصفحك جهازك مانع
    کوکی* حریم داده‌های_شما رضایت مرورگر* دستگاه*`,

  advertising: `ads advert* sponsor* affiliate commission partner_content paid_content
    anzeige anzeigen werbung gesponsert* provision affiliate-link* inserier* bezahlt*_inhalt publicit* annonce* sponsoris* affili* commission anuncio* publicid* patrocinad* afiliad* comisión
    pubblicit* annunc* sponsorizz* affiliat* commission* anúncio* publicid* patrocinad* afiliad* comissão reklam* ogłosze* sponsorow* afiliac* prowizj* реклам* объявлени* спонсор* партнёрск* партнерск* комисси*
    реклам* оголошенн* спонсор* партнерськ* комісі* reklam* ilan* sponsor* ortaklık komisyon إعلان الإعلانات إعلانات إعلانك مدفوع عمولة شريك آگهی* تبلیغ* رپورتاژ کارمزد`,

  rights: `reproduc* republi* reprint* copyright* copied copying quot* redistribut* reuse all_rights licen* reposting
    nachdruck vervielfältig* übernahme abdruck urheberrecht* weiterverbreit* zitat* lizenz* reproduction* reprise* rediffus* droits copie citation* licence reproduc* copia derechos difusión cita licencia
    riproduzion* copia diritti diffusione citazion* licenza reproduç* cópia direitos difusão citaç* licença transcriç* przedruk* kopiowan* powielan* rozpowszechn* prawa_autorsk* cytowan* licencj*
    перепечатк* копирован* воспроизведен* распространен* авторск*_прав* цитирован* лицензи* передрук* копіюван* відтворенн* поширенн* авторськ*_прав* цитуван* ліцензі*
    çoğalt* kopyalan* telif* alıntı* izinsiz lisans* إعادة_النشر إعادة_نشر النسخ نسخ نقل حقوق الاقتباس الاقتباس ترخيص بازنشر* رونوشت* کپی* حقوق نقل مجوز*`,

  permission: `permission consent permitted allowed forbidden prohibited only_with written without_permission must may_not may_be
    genehmigung erlaubnis zustimmung gestattet untersagt verboten schriftlich* bedarf autorisation accord permis* interdit* écrit* sans_autorisation
    permiso autorización permitid* prohibid* escrit* consentimiento permesso autorizzazione consenso consentit* vietat* scritt* autorização permissão permitid* proibid* escrit* licença
    zgod* zezwol* dozwolon* zabronion* pisemn* wymaga разрешени* согласи* разрешен* запрещен* письменн* допускается дозвол* згод* дозволен* заборонен* письмов* дозволяється
    izin izni izinle izinsiz yasak* serbest* yazılı إذن بإذن موافقة بموافقة يمنع يحظر يجوز يسمح خطية مكتوب اجازه* مجوز مجاز ممنوع کتبی رضایت`,

  opinion: `views opinions_of expressed necessarily reflect* columnist* guest authors own_views
    meinung* ansicht* wieder_geben zwingend gastbeitr* gastkommentar* verfasser* opinion* engagent reflèt* reflèt* tribune* auteurs point_de_vue opinion* reflej* columnas necesariamente autores
    opinion* rispecchi* rifletton* interventi autori opini* reflet* colunas necessariamente autores pogląd* felieton* wyraża* odzwierciedl* autorów мнени* колон* отража* совпада* взгляд* авторов
    думк* колон* відобража* збіга* погляд* авторів görüş* köşe_yazı* yansıt* bağlar yazarlar* آراء رأي تعبر يعبر بالضرورة الكتاب كتابها دیدگاه* نظر* بازتاب* الزاما لزوما نویسند*`,

  liability: `liab* responsib* guarantee* warrant* advice substitute
    haft* gewähr verantwort* beratung ersetz* responsab* garanti* conseil* constitu* remplac* responsab* garant* asesor* consejo sustitu* responsab* garan* consulen* sostituisc*
    responsab* garant* aconselh* conselho substitu* odpowiedzialn* gwaranc* porad* zastępuj* odpowiada ответственн* гарант* рекомендац* консультац* заменя* відповідальн* гарант* рекомендац* консультац* заміня*
    sorumlu* garanti tavsiye* yerine_geç* مسؤولية المسؤولية نصيحة استشارة يتحمل مسئولیت* مسوولیت* توصیه مشاوره`,

  machine: `machine automatic* artificial ai translated translation
    maschinell* automatisch* ki künstlich* übersetz* automatique* artificielle ia traduction traduit* automátic* artificial ia traducción traducid* automatic* artificiale ia traduzion* tradott*
    automátic* artificial ia tradução traduzid* automatyczn* maszynow* sztuczn* ai tłumacz* машинн* автоматическ* искусственн* ии перевод* машинн* автоматичн* штучн* ші переклад* makine otomatik yapay çeviri*
    آلية آلي الاصطناعي ترجمة آلة ماشینی خودکار مصنوعی ترجمه`,

  rate: `rate helpful useful stars vote poll survey quiz
    bewert* hilfreich nützlich sterne stimmen_sie umfrage quiz notez utile étoiles votez sondage quiz valor* útil estrellas vota encuesta valut* utile stelle vota sondaggio quiz
    avali* útil estrelas vote inquérito enquete oceń przydatn* gwiazd* zagłosuj sonda sondzie ankie* оцените полезн* звёзд звезд* проголосуй* опрос* оцініть корисн* зірок зірк* проголосуй* опитуванн*
    oyla* yararlı puan* yıldız* anket* قيم قيمه مفيدا نجوم صوت استطلاع* أفادك امتیاز سودمند ستاره* رای نظرسنجی`,

  more: `read_more more_stories more_news front_page home_page our_page find_more see_also read_on
    mehr_zum weitere_beiträge startseite lesen_sie_auch weiterlesen mehr_dazu lire_aussi à_lire page_d'accueil d'autres_articles en_savoir_plus lee_también más_noticias portada leer_más otros_reportajes
    leggi_anche altre_notizie prima_pagina leia_também mais_notícias página_principal leia_mais czytaj_też czytaj_także więcej_wiadomości stronie_głównej zobacz_też
    читайте_также больше_новостей главной_странице смотрите_также читайте_також більше_новин головній_сторінці ayrıca_okuyun ana_sayfa* daha_fazla اقرأ_أيضا المزيد_من الصفحة_الرئيسية مزيد_من
    بیشتر_بخوانید صفحه_نخست خبرهای_بیشتر`,

  here: `this_page this_site this_website this_article this_story this_piece this_text our_site our_pages below here
    diese_seite dieser_seite dieser_artikel diesen_artikel dieser_text diesen_text dieser_beitrag diesen_beitrag unsere_seite hier unten cette_page ce_site cet_article ce_texte notre_site ci-dessous ici
    esta_página este_sitio este_artículo este_texto esta_noticia esta_nota nuestro_sitio aquí questa_pagina questo_sito questo_articolo questo_testo nostro_sito qui
    esta_página este_site este_sítio este_artigo este_texto esta_matéria nosso_site aqui ta_strona tej_stronie ten_artykuł ten_tekst tego_tekstu nasz_serwis tutaj poniżej
    эта_страница этой_странице этот_сайт эту_статью этот_текст наш_сайт здесь ниже ця_сторінка цій_сторінці цей_сайт цю_статтю цей_текст наш_сайт тут нижче
    bu_sayfa bu_sayfada bu_site bu_haberi bu_yazıyı bu_yazı sitemiz burada aşağıda هذه_الصفحة هذا_الموقع هذا_المقال هذا_النص موقعنا هنا أدناه این_صفحه این_سایت این_مطلب این_خبر این_متن سایت_ما اینجا زیر`,

  us: `we us our ours the_editors our_editors our_newsroom our_reporters newsroom
    wir uns unser* redaktion nous notre nos la_rédaction nos nosotros nuestr* la_redacción -nos ci noi nostr* la_redazione nós nosso* nossa* a_redação connosco nas nam nasz* redakcj* мы нас нам наш* редакци*
    ми нас нам наш* редакці* biz bize bizi bizim redaksiyon* ekibimiz* لنا نحن موقعنا هيئة_التحرير فريقنا قناتنا ما تحریریه`,

  you: `you your yours
    sie ihnen ihr ihre* du dir dich dein* vous votre vos tu ton ta tú te tu tus usted ustedes su ti tu tuo tua tuoi vi voi vostr* você lhe seu sua seus ci cię ciebie twoj* twój państwa wam вы вас вам ваш*
    ви вас вам ваш* siz size sizi sizin sizce لك لكم إليك إليكم عليك بريدك رأيك شما شمارا`,

  told: `said says told wrote announced warned ruled had was were he she his her they their court police minister mayor
    sagte erklärte schrieb teilte hatte wurde wurden war er seine gericht polizei bürgermeister minister dit déclaré écrit annoncé avait était il elle juge police maire ministre selon
    dijo contó escribió anunció había era él ella juez policía alcalde ministro según disse scrisse annunciò aveva era lui lei giudice polizia sindaco ministro secondo
    disse contou escreveu anunciou tinha era ele ela juiz polícia autarca ministro segundo powiedział* napisał* ogłosił* był była było on ona jego jej sąd policja burmistrz minister
    сказал* написал* сообщил* заявил* был была было он она его её суд полиция мэр министр сказав сказала написав повідомив* заявив* був була було він вона його її суд поліція мер міністр
    dedi söyledi yazdı açıkladı idi onun mahkeme polis başkan bakan belediye قال قالت كتب أعلن كان كانت هو هي المحكمة الشرطة الوزير رئيس_البلدية گفت نوشت اعلام بود بودند او وی دادگاه پلیس وزیر شهردار`,
  origin: `first_appeared first_published originally_appeared originally_published reprinted_from courtesy_of reproduced_from republished_from syndicated source_text
    zuerst_erschienen erschien_zuerst ursprünglich_erschienen ursprünglich freundlicher_genehmigung entnommen übernommen_von initialement paru_dans d'abord_paru aimable_autorisation tiré_de repris_de publié_à_l'origine
    publicado_originalmente originalmente apareció_primero por_cortesía tomado_de reproducido_de cortesía pubblicato_originariamente originariamente apparso_su per_gentile_concessione tratto_da ripreso_da
    publicado_originalmente originalmente saiu_primeiro por_cortesia retirado_de cortesia ukazał_się pierwotnie dzięki_uprzejmości przedruk* za_zgodą впервые_опубликован* первоначально с_любезного с_разрешения перепечат* материал_взят
    вперше_опублікован* спочатку з_люб'язного з_дозволу передрук* ilk_olarak izniyle alınmıştır kaynağından نشر_أولا نشر_أصلا بإذن نقلا_عن مأخوذ نخستین_بار نخست_در با_اجازه برگرفته به_نقل_از`,

  media: `video player audio listen listening playback photo photograph gallery caption livestream picture
    video* player* wiedergabe audio* anhören hören foto* bild bilder* bildstrecke livestream vidéo* lecteur_vidéo audio écoutez écouter photo* galerie diaporama vídeo* reproductor audio escuch* foto* imagen galería
    video riproduttore audio ascolta* foto* galleria immagine vídeo* leitor_de áudio ouça ouvir foto* imagem galeria wideo* film odtwarzacz* posłuchaj odsłuchaj zdjęci* fot galeri*
    видео* плеер* аудио* слушайте прослуша* послуша* фото* снимок галере* відео* плеєр* аудіо* слухайте прослуха* фото* світлин* galeri* video* oynatıcı* ses sesli dinle* fotoğraf* görsel*
    فيديو الفيديو مقطع المشغل صوت استمع استمعوا صورة الصور تصوير ویدیو* ویدئو* پخش صوت* بشنوید عکس* تصویر*`,

  stamp: `updated published posted modified reading_time min_read minutes_read last_updated
    aktualisiert veröffentlicht stand lesezeit lesedauer geändert zuletzt mis_à_jour publié_le mise_à_jour temps_de_lecture modifié_le actualizado actualización publicado_el tiempo_de_lectura minutos_de_lectura modificado
    aggiornato pubblicato_il aggiornamento tempo_di_lettura minuti_di_lettura atualizado publicado_em tempo_de_leitura minutos_de_leitura zaktualizowano aktualizacja opublikowano czas_czytania
    обновлено опубликовано обновлён время_чтения минут_чтения изменено оновлено опубліковано час_читання güncelleme güncellendi yayınlanma yayın_tarihi okuma_süresi son_güncelleme
    آخر_تحديث تحديث نشر_في تاريخ_النشر مدة_القراءة دقائق_قراءة به_روز بروزرسانی تاریخ_انتشار زمان_مطالعه زمان_خواندن`,
} as const;
