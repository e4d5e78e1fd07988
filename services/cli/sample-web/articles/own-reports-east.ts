import { article, paragraphs } from '../article.ts';

/** Reports that nobody copied, in Turkish, Arabic, Russian and Chinese. */
export const ownReportsEast = [
  article({
    outlet: 'bogaz',
    path: '/dunya/azerbaycan-gurcistan-sinir-pazari-18177',
    language: 'tr',
    title: 'Azerbaycan ve Gürcistan sınır pazarını yeniden açıyor',
    byline: 'Kerem Altuntaş',
    published: '2026-10-09T09:15:00+03:00',
    plan: { relation: 'unique' },
    photo: { caption: 'Kırmızı Köprü yakınındaki eski pazar yeri.', credit: 'FOTOĞRAF: K. ALTUNTAŞ // -/' },
    readMore: { label: 'İLGİNİZİ ÇEKEBİLİR', headline: 'Nahçıvan treni altı yıl sonra ilk kez…' },
    related: ['Tiflis’te kira artışına sınır'],
    paragraphs: paragraphs(`
Azerbaycan ile Gürcistan, altı yıldır kapalı olan Kırmızı Köprü sınır pazarını gelecek ay yeniden açma kararı aldı. Karar, iki ülkenin ekonomi bakanlarının perşembe günü Gence’de yaptığı görüşmeden çıktı.

Azerbaycan Ekonomi Bakanı Elçin Rüstemzade, pazara günde en fazla iki bin kişinin pasaportsuz, yalnızca kimlikle girebileceğini söyledi. Gürcü meslektaşı Nana Kapanadze ise satılacak malların değerine kişi başına üç yüz dolarlık bir sınır getirildiğini belirtti.

Köylüler haberi temkinli karşıladı. Pazarın kapandığı yıl tezgâhını söküp odun diye yakan Hasan dayı, “Bu kez tezgâhı vidayla kuracağım, sökmesi kolay olsun” diyor.

Bölgedeki belediyeler, açılıştan önce otopark ve sağlık ocağı yapılmasını istiyor. Bakanlar, masrafların nasıl paylaşılacağını ay sonuna kadar yazılı hale getirecek.

Pazar kurulduğunda haftada iki gün, salı ve cumartesi açık kalacak. Gümrük memurları, sabahın erken saatlerinde sıra oluşmaması için iki ayrı kapı istiyor; köprünün yaşı yüz elliyi geçtiği için ağır araçların girişine izin verilmeyecek.

Gence’deki görüşmede ortak bir sağlık denetimi de konuşuldu. Peynir ve et satacak olanlardan her iki ülkenin tanıdığı tek bir belge istenecek.`),
  }),
  article({
    outlet: 'sada',
    path: '/news/2026/10/16/31940',
    language: 'ar',
    title: 'مسقط تستضيف جولة جديدة من المحادثات بين الفصائل اليمنية',
    byline: 'ناصر الكثيري',
    published: '2026-10-16T19:30:00+03:00',
    plan: { relation: 'unique' },
    photo: { caption: 'مدخل الفندق الذي تعقد فيه الجلسات.', credit: 'تصوير: ن. الكثيري' },
    related: ['ميناء صلالة يوسع أرصفته'],
    paragraphs: paragraphs(`
بدأت في العاصمة العمانية مسقط، الجمعة، جولة جديدة من المحادثات بين ثلاثة فصائل يمنية، وذلك للمرة الأولى منذ ربيع العام الماضي. ولم يسمح للصحفيين بدخول القاعة، غير أن أحد المشاركين قال إن الجلسة الأولى خصصت لترتيب المقاعد.

ويبحث المجتمعون ملف الرواتب المتأخرة في القطاع الصحي، وفتح الطريق بين تعز وعدن أمام الشاحنات ليلا، وإعادة جثامين قتلى المعارك التي دارت في الصيف. وقال الوسيط العماني حمود البوسعيدي إن الملف الثالث "هو الأصعب على القلب والأسهل على الورق".

وأفاد مندوب من عدن بأن وفده لن يوقع على شيء قبل أن يرى جدولا زمنيا واضحا. أما وفد صنعاء فاكتفى بالقول إنه جاء ليستمع.

ومن المنتظر أن تستمر الجولة خمسة أيام.

وفي الشارع المقابل للفندق تجمع عدد من اليمنيين المقيمين في مسقط، وحمل بعضهم صور أقارب مفقودين. وقالت أم عبد الرحمن، وهي معلمة من إب، إنها لا تنتظر من المجتمعين سوى اسم واحد: "أريد أن أعرف في أي جهة من الطريق يرقد ابني".

وكانت الجولة السابقة قد انتهت من دون بيان ختامي، بعدما اختلف المشاركون على صيغة التاريخ الذي سيكتب في أعلى الورقة.`),
  }),
  article({
    outlet: 'primor',
    path: '/ekonomika/2026/10/12/mongoliya-ugol.html',
    language: 'ru',
    title: 'Монголия просит ещё два поезда в сутки',
    byline: 'Глеб Рудаковский',
    published: '2026-10-12T08:40:00+03:00',
    updated: '2026-10-12T10:15:00+03:00',
    plan: { relation: 'unique' },
    readMore: { label: 'Читайте также:', headline: 'Станция, на которой не объявляют остан…' },
    related: ['Вагонов хватит не всем'],
    paragraphs: paragraphs(`
Улан-Батор попросил пропускать через станцию Наушки на два угольных состава в сутки больше. Просьбу передала министр транспорта Монголии Оюунгэрэл Батсайхан, которая в понедельник закончила трёхдневную поездку по портам Приморья.

Монгольские шахты прошлой зимой работали на склад: китайские покупатели снизили закупки, а путь к морю занят чужими грузами. Теперь часть угля хотят везти в Находку, где для него достраивают отдельный причал.

В управлении дороги говорят осторожно. Лишний поезд в сутки найти можно, второй — только если перенести ремонт тоннеля. «Тоннель старше нас всех и подождать не согласен», — заметил начальник смены.

Стороны вернутся к вопросу в декабре, когда станет ясно, сколько вагонов освободится после вывоза урожая.

В Находке готовятся заранее. Порт заказал два погрузчика и ищет для монгольской конторы комнаты с видом на рейд: гостья призналась, что до этой поездки видела море дважды и оба раза из самолёта.

Цену перевозки пока не называют. По оценке экспедиторов, уголь дойдёт до причала на треть дороже, чем до китайской границы, зато покупателей у моря больше одного.`),
  }),
  article({
    outlet: 'haidong',
    path: '/guoji/2026-10/12/content_76984.html',
    language: 'zh',
    title: '蒙古国邀请邻国共商草原防火',
    published: '2026-10-12T15:10:00+08:00',
    plan: { relation: 'unique' },
    photo: { caption: '东方省一处瞭望塔。', credit: '(资料图片)' },
    related: ['秋季草原火险等级下调'],
    paragraphs: paragraphs(`
蒙古国紧急情况部门12日在乔巴山召开会议,邀请中国和俄罗斯边境地区的消防负责人一起讨论春季草原火灾的联合预防办法。

今年四月的一场大火越过边境线,烧毁草场约九万公顷,当时三国的消防队各自扑救,彼此之间只能通过长途电话联系。会议主持人策仁道尔吉说,火不办签证,消防员也不应该在界碑前面等待。

会议提出在边境两侧各留出五十米宽的防火带,并允许消防车在火情紧急时先过境、后补办手续。与会代表认为这一做法可行,但过境的距离和时间还需要进一步商定。

牧民代表则希望防火带不要占用水井附近的草场。会议决定由三方技术人员在下雪之前共同勘察一次。`),
  }),
  article({
    outlet: 'haidong',
    path: '/caijing/2026-10/21/content_77201.html',
    language: 'zh',
    title: '秘鲁鲜果专列首次抵达内陆市场',
    published: '2026-10-21T09:00:00+08:00',
    plan: { relation: 'unique' },
    related: ['冷链物流迎来旺季', '港口夜班延长两小时'],
    paragraphs: paragraphs(`
一列满载秘鲁蓝莓和牛油果的冷藏列车21日清晨抵达西安,这是南美鲜果第一次在到港之后全程由铁路运往内陆。

秘鲁驻华商务参赞门多萨在站台上说,果子离开钱凯港时还带着露水,二十四天以后仍然可以直接摆上货架。他表示,今年的出口量有望比去年增加三成。

当地批发商对价格比较谨慎。一位经营水果二十多年的摊主说,新鲜是新鲜,关键要看第二批能不能准时。

铁路部门介绍,如果货源稳定,下个月起专列将固定为每周一班。`),
  }),
];
