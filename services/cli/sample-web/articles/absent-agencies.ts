import { article, paragraphs } from '../article.ts';

/** Pieces credited to outlets that the sample web does not hold: copies that only their credit line betrays. */
export const absentAgencies = [
  article({
    outlet: 'hub',
    path: '/world/caspian-cable-h4388.html',
    language: 'en',
    title: 'Baku and Aktau to be joined by power cable under the Caspian',
    published: '2026-10-10T09:25:00+03:00',
    plan: { relation: 'copy', ofOutlet: 'Caspian Press Agency', kind: 'credit-alone' },
    credit: { line: 'Source: Caspian Press Agency' },
    readMore: { label: 'Read more:', headline: 'Almaty exchange opens higher after three days o...' },
    related: ['Hazar’da yeni kablo hattı', 'كابل كهرباء تحت بحر قزوين'],
    previous: 'Turkmen gas for Bulgaria: a pipe dream revisited',
    paragraphs: paragraphs(`
The governments of Azerbaijan and Kazakhstan have chosen a route for a power cable under the Caspian Sea, the energy ministers of both countries said after a meeting in Baku on Friday.

The line, 365 kilometres long, is to carry wind power from the Mangystau steppe to the grid of the southern Caucasus and from there to Europe. Work is to begin in the summer of 2028 and to cost about 1.7 billion dollars.

"The wind blows on one shore and the buyers live beyond the other," said Rashad Alakbarli, the Azerbaijani minister. "Until now we have had a sea between a seller and a customer."

His Kazakh colleague, Dana Seitkali, said that a consortium had been asked to survey the bed, parts of which are shaken by small earthquakes each year. She added that the cable would avoid the grounds where sturgeon spawn.

Iran, which was not at the meeting, has asked to see the plans. A note sent to the five coastal states last month said that any structure on the sea floor needed the consent of all.`),
  }),
  article({
    outlet: 'rheinblick',
    path: '/ausland/2026-10/moldau-grenzposten-rumaenien',
    language: 'de',
    title: 'Moldau und Rumänien legen drei Grenzposten zusammen',
    published: '2026-10-13T12:50:00+02:00',
    plan: { relation: 'copy', ofOutlet: 'Nordlicht Pressedienst', kind: 'credit-alone' },
    credit: { line: 'Quelle: Nordlicht Pressedienst' },
    related: ['Warten an der Brücke von Leuşeni'],
    paragraphs: paragraphs(`
Moldau und Rumänien wollen vom kommenden Frühjahr an drei ihrer Grenzübergänge gemeinsam betreiben. Das vereinbarten die Innenminister beider Länder am Dienstag in Jassy. Reisende sollen dann nur noch einmal anhalten müssen, und zwar auf der Seite, auf der sie ausreisen.

Die moldauische Ministerin Doina Cebotarescu sprach von einer Ersparnis von durchschnittlich fünfzig Minuten je Fahrzeug. Sie räumte ein, dass die Rechner der beiden Behörden bislang nicht miteinander sprächen. Eine gemeinsame Datenbank solle bis Februar fertig sein.

Ihr rumänischer Kollege Sorin Brătescu sagte, die Beamten würden in gemischten Schichten arbeiten und dieselbe Weste tragen. Kosten von neun Millionen Euro teilen sich beide Seiten je zur Hälfte.

Spediteure begrüßten das Vorhaben, verlangten aber eine eigene Spur für Kühlwagen. In den Sommermonaten hatten Lastwagen an der Brücke von Leuşeni zeitweise elf Stunden gewartet.

In den Dörfern am Pruth hofft man vor allem auf den kleinen Übergang bei Sculeni. Wer dort Verwandte am anderen Ufer hat, fährt heute einen Umweg von sechzig Kilometern. Der Bürgermeister ließ vorsorglich schon die Straßenlaternen reparieren.`),
  }),
  article({
    outlet: 'primor',
    path: '/more/2026/10/15/paromy-kaliningrad.html',
    language: 'ru',
    title: 'Балтийские паромы переведут на сжиженный газ',
    published: '2026-10-15T10:05:00+03:00',
    plan: { relation: 'copy', ofOutlet: 'Агентство «Северный створ»', kind: 'credit-alone' },
    credit: { line: 'Источник: Агентство «Северный створ»' },
    related: ['Ледокол вернулся из дока', 'Порт закупит четыре крана'],
    paragraphs: paragraphs(`
Три парома, которые ходят между Балтийском и Усть-Лугой, до конца следующего года переведут на сжиженный природный газ. Об этом сообщил в четверг руководитель дирекции паромного сообщения Аркадий Лопухинский.

По его словам, переоборудование одного судна займёт около четырёх месяцев, поэтому зимой на линии останется два парома. Стоимость работ оценивается в 3,8 миллиарда рублей, половину этой суммы даст федеральный бюджет.

Перевозчики просят не поднимать тарифы на время ремонта. В прошлом году паромы доставили более двух миллионов тонн грузов, и каждая третья фура, по подсчётам дирекции, ждала погрузки больше суток.

Заправлять суда будут с плавучего терминала, который уже стоит у причала. Жители соседнего посёлка жаловались на шум его насосов; дирекция обещает поставить экран.

Экипажи пройдут переподготовку в Калининграде. По плану первый обновлённый паром вернётся на линию в мае, второй в сентябре, третий ближе к ледоставу. Если сроки сорвутся, предупреждают перевозчики, часть грузов уйдёт на железную дорогу через соседние страны, а вернуть их оттуда будет непросто.`),
  }),
  article({
    outlet: 'poniente',
    path: '/nota?id=4406&sec=int',
    language: 'es',
    title: 'Bolivia & Chile: vuelve el tren a Arica',
    published: '2026-10-11T17:30:00+02:00',
    plan: { relation: 'copy', ofOutlet: 'Agencia Andina Libre', kind: 'credit-alone' },
    credit: { line: 'Fuente: Agencia Andina Libre' },
    related: ['Quinua & litio: la otra balanza'],
    previous: 'Perú amplía el puerto de Ilo',
    next: 'Huelga de camioneros en Mendoza',
    paragraphs: paragraphs(`
Los gobiernos de Bolivia y Chile reabrirán en marzo la línea férrea entre La Paz y el puerto de Arica, cerrada a los trenes de carga desde hace casi dos décadas, según anunciaron este domingo los ministros de Transportes de ambos países.

El primer convoy llevará soja y regresará con trigo. La ministra boliviana, Wara Choquehuayta, aseguró que el viaje durará treinta horas, la mitad de lo que tarda hoy un camión cuando la carretera está abierta.

Su colega chileno, Cristóbal Undurraga Leighton, precisó que quedan por reparar catorce puentes y que el ferrocarril no tendrá preferencia en el muelle. "Harán cola como todos", dijo.

Los camioneros de Oruro amenazan con bloquear los pasos a nivel si no se les garantiza una parte de la carga. El Gobierno los ha convocado a una reunión el viernes.

Las obras costarán 96 millones de dólares, que adelantará un banco regional. Si el calendario se cumple, en octubre del año próximo circularán cuatro trenes por semana, y Bolivia podrá embarcar por Arica la mitad de su cosecha oriental.`),
  }),
];
