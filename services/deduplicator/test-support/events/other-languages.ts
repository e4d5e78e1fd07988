import type { Kind } from './event.ts';

/** Kinds of events as desks of other languages tell them. */
export const OTHER_LANGUAGES: Kind[] = [
  {
    name: 'hochwasser',
    language: 'de',
    script: 'latin',
    wordings: [
      (f) => [
        `Dammbruch bei ${f.p}: ${f.k} Menschen in Sicherheit gebracht`,
        `Nach tagelangem Regen ist am ${f.d} bei ${f.p} ein Damm gebrochen. ${f.k} Bewohner mussten ihre Häuser verlassen, ${f.n} werden vermisst.`,
        `Landrat ${f.a} rief den Katastrophenfall aus. Aus ${f.q} rückten ${f.m} Helfer mit Booten an.`,
      ],
      (f) => [
        `Das Wasser kam um vier: Wie ${f.p} in einer Nacht unterging`,
        `Auf den Dächern standen Familien mit Taschenlampen. Als der Deich nachgab, blieb in ${f.p} kaum Zeit, die Kinder zu wecken, erzählt ${f.b}, die den Gasthof führt.`,
        `Mehr als ${f.k} Leute sind fort, bei Verwandten oder in der Turnhalle von ${f.q}. Nach ${f.n} Vermissten wird gesucht; ${f.m} Freiwillige sind im Einsatz, wie Landrat ${f.a} am ${f.d} mitteilte.`,
      ],
      (f) => [
        `${f.n} Vermisste nach Deichbruch, Bund schickt Hubschrauber`,
        `Die Lage an der Flussschleife von ${f.p} bleibt ernst. Zwei Hubschrauber der Bundeswehr suchen nach ${f.n} Personen, von denen seit ${f.d} jede Spur fehlt.`,
        `Evakuiert wurden rund ${f.k} Einwohner. ${f.a} verteidigte sich gegen den Vorwurf, zu spät gewarnt zu haben; im Nachbarort ${f.q} hatten die Sirenen eine Stunde früher geheult.`,
      ],
    ],
    after: (f) => [
      `Kanzlerin verspricht ${f.p} Soforthilfe`,
      `In Gummistiefeln ging die Regierungschefin durch den Schlamm von ${f.p} und hörte zu. Zehn Millionen sollen noch in dieser Woche fließen.`,
      `Landrat ${f.a} dankte, bat aber um mehr. Versicherer rechnen mit einem Schaden, der erst in Monaten zu beziffern ist.`,
    ],
  },
  {
    name: 'fusion',
    language: 'de',
    script: 'latin',
    wordings: [
      (f) => [
        `${f.f} übernimmt Konkurrenten aus ${f.q}`,
        `Der Konzern ${f.f} mit Sitz in ${f.p} kauft den Wettbewerber aus ${f.q} für ${f.m} Milliarden. Das teilte Vorstandschef ${f.a} am ${f.d} mit.`,
        `Zusammen kommen beide auf ${f.k} Beschäftigte. Die Kartellbehörde prüft, Aktionärin ${f.b} hat ihren Anteil von ${f.n} Prozent schon verkauft.`,
      ],
      (f) => [
        `Elefantenhochzeit in der Branche: ${f.a} am Ziel`,
        `Drei Jahre lang hatte ${f.a} geworben, nun hat er sein Ja: Die Firma aus ${f.q} gehört bald zu ${f.f}. Als Preis stehen ${f.m} Milliarden im Vertrag, der in der Nacht zum ${f.d} unterschrieben wurde.`,
        `Großaktionärin ${f.b} gibt ihre ${f.n} Prozent her. Was aus den ${f.k} Stellen wird, vor allem in ${f.p}, ließ er offen.`,
      ],
    ],
  },
  {
    name: 'huelga',
    language: 'es',
    script: 'latin',
    wordings: [
      (f) => [
        `Los mineros de ${f.p} van a la huelga`,
        `Unos ${f.k} mineros de ${f.p} dejaron de trabajar el ${f.d} para exigir un aumento del ${f.n} por ciento. La mina pertenece a ${f.f}.`,
        `El dirigente sindical ${f.a} dijo que el paro será indefinido. La empresa, por boca de ${f.b}, ofrece la mitad y amenaza con llevar la producción a ${f.q}.`,
      ],
      (f) => [
        `Silencio en los pozos: ${f.f} pierde millones cada día`,
        `Nadie bajó esta mañana. A las puertas del yacimiento arden neumáticos y ${f.a}, con el casco puesto, reparte café entre los suyos: son ${f.k} y piden un ${f.n} por ciento más.`,
        `La dirección calcula pérdidas de ${f.m} millones por jornada. Desde ${f.q}, ${f.b} llama a dialogar; en ${f.p} nadie le cree.`,
      ],
      (f) => [
        `El gobierno media en el conflicto de ${f.p}`,
        `La ministra de Trabajo recibirá a las partes después de que ${f.k} obreros pararan el ${f.d} las excavadoras de ${f.f}.`,
        `${f.a} mantiene la reivindicación, un ${f.n} por ciento, y advierte de que no aceptará menos. La compañía que preside ${f.b} habla de un daño de ${f.m} millones diarios.`,
      ],
    ],
    after: (f) => [
      `Detenidos dos piquetes en ${f.p}`,
      `La policía despejó de madrugada el camino de la mina y se llevó a dos hombres. Hubo piedras y gas.`,
      `${f.a} pide calma y anuncia una marcha hacia la capital. El obispo se ofrece como mediador.`,
    ],
  },
  {
    name: 'авария',
    language: 'ru',
    script: 'cyrillic',
    wordings: [
      (f) => [
        `Взрыв на шахте под городом ${f.p}: погибли ${f.n} горняков`,
        `Метан взорвался на глубине ${f.k} метров в ${f.d}, когда под землёй было ${f.m} человек. Спастись удалось не всем: ${f.n} тел подняты на поверхность.`,
        `Губернатор ${f.a} прервал отпуск. Спасатели из города ${f.q} продолжают разбирать завал.`,
      ],
      (f) => [
        `«Свет погас, и пошёл дым»: рассказ тех, кто выбрался`,
        `${f.b} полз по штреку два часа и вывел троих. За его спиной остались ${f.n} товарищей. Всего в ту смену спустились ${f.m} горняков.`,
        `В посёлке у шахты «${f.p}» приспущены флаги. Семьям обещаны выплаты, сообщил губернатор ${f.a}. Датчики газа на отметке ${f.k} метров, говорят рабочие, молчали.`,
      ],
    ],
    after: (f) => [
      `Директор шахты задержан`,
      `Следователи увезли документы и директора предприятия близ города ${f.p}. Его подозревают в нарушении правил безопасности.`,
      `${f.a} потребовал проверить все шахты области. Профсоюз напоминает, что писал жалобы трижды.`,
    ],
  },
  {
    name: 'انتخابات',
    language: 'ar',
    script: 'arabic',
    wordings: [
      (f) => [
        `${f.a} يفوز برئاسة بلدية ${f.p} بفارق ${f.n} صوتا`,
        `أعلنت لجنة الانتخابات مساء ${f.d} فوز المرشح ${f.a} برئاسة بلدية ${f.p} بعد فرز ${f.k} بطاقة اقتراع، متقدما على منافسه ${f.b} بفارق ${f.n} صوتا فقط.`,
        `وقال الفائز أمام أنصاره إن أول قراراته سيكون إصلاح طريق ${f.q}. وبلغت نسبة المشاركة ${f.m} في المئة.`,
      ],
      (f) => [
        `ليلة طويلة في ${f.p} تنتهي بمفاجأة`,
        `لم يتوقع أحد أن يخسر ${f.b} المنصب الذي شغله عشرين عاما. لكن ${f.n} صوتا حسمت الأمر لصالح ${f.a}، المعلم الذي لم يخض انتخابات من قبل.`,
        `خرج الشبان إلى الساحة يحملون الأعلام، فيما طالب الخاسر بإعادة عد البطاقات وعددها ${f.k}. وكان الناخبون، وهم ${f.m} في المئة من المسجلين، قد اصطفوا منذ الفجر على طريق ${f.q}.`,
      ],
    ],
  },
  {
    name: '矿难',
    language: 'zh',
    script: 'han',
    wordings: [
      (f) => [
        `${f.p}一化工厂爆炸致${f.n}人死亡`,
        `${f.d}凌晨，位于${f.p}的${f.f}一处车间发生爆炸，已造成${f.n}人死亡、${f.m}人受伤。消防部门调集${f.k}名队员赶赴现场，明火已于上午扑灭。`,
        `当地负责人${f.a}表示，附近居民已转移到${f.q}。事故原因正在调查。`,
      ],
      (f) => [
        `一声巨响之后：${f.f}事故中的工人和家属`,
        `住在厂区对面的${f.b}说，玻璃一下子全碎了。爆炸发生时夜班工人正准备交接，${f.n}个人再也没有回家，另有${f.m}人躺在${f.q}的医院里。`,
        `${f.a}在记者会上向遇难者家属鞠躬。据了解，${f.p}去年曾两次要求这家企业整改，参加救援的${f.k}名消防员中有三人受轻伤。`,
      ],
    ],
    after: (f) => [
      `${f.p}全面检查化工企业`,
      `爆炸发生后的第二天，检查组进驻${f.p}的二十多家企业，五家被责令停产。`,
      `${f.a}要求各部门吸取教训。专家建议把工厂迁出居民区，但搬迁费用由谁承担尚无定论。`,
    ],
  },
];
