import type { Bulletin } from './bulletins.ts';
import { pick } from './press.ts';

const between = (random: () => number, low: number, high: number) => Math.floor(low + random() * (high - low));
const cents = (random: () => number, low: number, high: number) => (low + random() * (high - low)).toFixed(2);
const list = (text: string) => text.split(',');
const PORTS = list('Kelmar,Ostrava Quay,Brinholm,Tessaly,Nordvik,Halmen,Corvo,Pellworth,Santa Brisa,Lundgate');
const TEAMS = list('Atlético Rivera,Unión Serrana,Real Dorada,Deportivo Llano,Sporting Vega,Club Marina,Racing Olmo');
const PEOPLE = list('Aldo Fermi,Berta Nolde,Carlo Visser,Dina Okafor,Emil Strand,Fatou Ndiaye,Goran Petrik,Hilda Rask');
const DE_ORTE = list('Grünwalde,Hohenried,Altmark,Seebruck,Niederau,Burgstein,Lindental,Kaltenbach');
const AR_TOWNS = list('الرملة,النخيل,الوادي,المرسى,الساحل,الجبل,الواحة');
const UK_TOWNS = list('Вербівка,Калинове,Озерне,Степове,Лугове,Криниця,Заріччя');
const ZH_TOWNS = list('青石,云湾,江口,松岭,海宁镇,龙泉,金沙');
const SIGNS = list('Bélier,Taureau,Gémeaux,Cancer,Lion,Vierge,Balance,Scorpion');
const MOODS = list('une bonne surprise,un retard,une dispute,une visite,une lettre,un petit gain,une longue attente');
const WHENS = list('au réveil,vers midi,en soirée,au travail,en famille,sur la route,chez un voisin');

/**
 * Standing forms in other words and languages than those on which the guards were looked at: to measure by, never to tune on one of
 * them alone.
 */
export const HELD_OUT_BULLETINS: Record<string, Bulletin> = {
  gold: (r, d) =>
    `Gold closed at ${cents(r, 1800, 2600)} dollars an ounce on the ${d}th, silver at ${cents(r, 20, 35)} and platinum at ${cents(r, 850, 1100)}. Volume reached ${between(r, 100, 900)} thousand lots.\n\nPrices are those of the afternoon fixing and do not include taxes or the dealer's margin. Past performance is no guide to what lies ahead, and this page is no invitation to buy. Quotations are refreshed on every trading day shortly after the close.`,
  tides: (r) =>
    `High water at ${pick(r, PORTS)}: ${between(r, 1, 12)}.${between(r, 10, 59)} and ${between(r, 13, 23)}.${between(r, 10, 59)}, height ${cents(r, 2, 7)} metres. Low water: ${between(r, 1, 12)}.${between(r, 10, 59)}.\n\nMasters of vessels drawing more than the depth given on the chart must take a pilot. Small craft are reminded that the bar breaks heavily in onshore winds. The harbour office answers on the working channel by day and night.`,
  auctions: (r, d) =>
    `At sale number ${d + 70} in ${pick(r, PORTS)} ${between(r, 40, 900)} head of cattle came under the hammer. Steers made up to ${between(r, 180, 390)} cents a kilo, heifers up to ${between(r, 150, 360)} and cows ${between(r, 90, 240)}.\n\nBuyers from the north were again the most active on the rails. All stock is sold as seen and must be moved from the yards by the following evening. The agents thank vendors for their support through the season.`,
  dengue: (r, d) =>
    `El ministerio informó este día ${d} de ${between(r, 20, 900)} nuevos casos de fiebre, con lo que el total de la temporada llega a ${between(r, 2000, 90000)}. Hay ${between(r, 10, 400)} pacientes internados y ${between(r, 0, 30)} fallecidos en ${pick(r, PORTS)}.\n\nLas autoridades recuerdan que se debe vaciar todo recipiente con agua, tapar los tanques y acudir al centro de salud ante los primeros síntomas. No se recomienda tomar medicinas sin receta. El parte se difunde todos los días por la tarde.`,
  liga: (r, d) =>
    `Fecha ${d}: ${pick(r, TEAMS)} ${between(r, 0, 6)}, ${pick(r, TEAMS)} ${between(r, 0, 6)}. Goles de ${pick(r, PEOPLE)} a los ${between(r, 1, 45)} minutos y de ${pick(r, PEOPLE)} a los ${between(r, 46, 90)}. Asistieron ${between(r, 900, 30000)} personas.\n\nEl árbitro añadió unos minutos en cada mitad y no hubo expulsados. La tabla completa y el calendario de lo que resta del torneo se pueden consultar en nuestra página de deportes, donde también se publican las estadísticas de cada jugador.`,
  horoscope: (r) =>
    `${pick(r, SIGNS)} : ${pick(r, MOODS)} vous attend ${pick(r, WHENS)}. ${pick(r, SIGNS)} : ${pick(r, MOODS)} ${pick(r, WHENS)}, mais gardez votre calme. ${pick(r, SIGNS)} : ${pick(r, MOODS)} ${pick(r, WHENS)}. Chiffres du jour : ${between(r, 1, 49)}, ${between(r, 1, 49)} et ${between(r, 1, 49)}.\n\nNos prévisions sont établies chaque matin par notre astrologue et n'engagent que ceux qui y croient. Pour un thème personnel, écrivez à la rédaction en indiquant votre lieu et votre heure de naissance. Retrouvez demain les conseils des étoiles.`,
  sholat: (r, d) =>
    `Jadwal salat untuk ${pick(r, PORTS)} pada tanggal ${d}: subuh ${between(r, 4, 5)}.${between(r, 10, 59)}, zuhur ${between(r, 11, 12)}.${between(r, 10, 59)}, asar ${between(r, 15, 16)}.${between(r, 10, 59)}, magrib ${between(r, 17, 18)}.${between(r, 10, 59)}.\n\nWaktu di atas berlaku untuk wilayah kota dan sekitarnya. Warga yang tinggal di luar kota diminta menambah atau mengurangi beberapa menit sesuai letak daerah masing-masing. Jadwal lengkap selama sebulan dapat diunduh dari situs kantor agama setempat.`,
  sarf: (r, d) =>
    `سجل الدولار في تعاملات يوم ${d} نحو ${cents(r, 40, 60)} للشراء و${cents(r, 60, 65)} للبيع، وبلغ اليورو ${cents(r, 45, 70)}، فيما وصل غرام الذهب في ${pick(r, AR_TOWNS)} إلى ${between(r, 2000, 4000)}.\n\nوتختلف الأسعار من مكتب صرافة إلى آخر بحسب حجم العملية ووقتها، وينصح الخبراء بالتأكد من السعر قبل إتمام أي معاملة. وتنشر هذه النشرة مرتين في اليوم اعتمادا على متوسط ما تعلنه مكاتب الصرافة المرخصة.`,
  stau: (r) =>
    `Verkehr: Zwischen ${pick(r, DE_ORTE)} und ${pick(r, DE_ORTE)} ${between(r, 2, 25)} Kilometer Stau, Verzögerung ${between(r, 10, 90)} Minuten. Vor dem Dreieck ${pick(r, DE_ORTE)} ist nach einem Unfall mit ${between(r, 2, 9)} Fahrzeugen eine Spur gesperrt.\n\nAutofahrer werden gebeten, eine Rettungsgasse zu bilden und den Anweisungen der Polizei zu folgen. Ortskundige können über die Landstraßen ausweichen, sollten dort aber mit Gegenverkehr von Erntefahrzeugen rechnen. Die Redaktion meldet sich zur halben Stunde wieder.`,
  boerse: (r) =>
    `Der Leitindex schloss am Abend bei ${between(r, 12000, 19000)} Punkten und damit ${cents(r, 0, 3)} Prozent fester. Die Aktie der ${pick(r, DE_ORTE)} AG gewann ${cents(r, 1, 9)} Prozent, die der ${pick(r, DE_ORTE)} Bank verlor ${cents(r, 1, 9)} Prozent.\n\nHändler sprachen von einem ruhigen Geschäft ohne klare Richtung. Am Rentenmarkt bewegte sich wenig, die Rendite der zehnjährigen Anleihe blieb unverändert. Alle Kurse sind mit Verzögerung angegeben und ohne Gewähr.`,
  zvedennia: (r, d) =>
    `Станом на ${d} число в громаді ${pick(r, UK_TOWNS)} зафіксовано ${between(r, 3, 90)} обстрілів, пошкоджено ${between(r, 2, 120)} будинків, поранено ${between(r, 1, 40)} людей. Без світла залишаються ${between(r, 100, 9000)} родин у селі ${pick(r, UK_TOWNS)}.\n\nРятувальники працюють цілодобово. Мешканців просять не ігнорувати сигнали тривоги, тримати напоготові документи й запас води та не торкатися підозрілих предметів. Про небезпечні знахідки слід повідомляти за єдиним номером служби порятунку.`,
  tianqi: (r, d) =>
    `${d}日白天，${pick(r, ZH_TOWNS)}多云转晴，最高气温${between(r, 8, 36)}度，夜间最低气温${between(r, -5, 20)}度，东南风${between(r, 2, 7)}级，相对湿度${between(r, 20, 95)}%。\n\n气象台提醒市民，早晚温差较大，外出请及时增减衣物，老人和儿童要注意预防感冒。驾车出行应保持车距，雨雾天气减速慢行。明日天气预报将于傍晚在本栏目发布。`,
  sluis: (r) =>
    `Bij de sluis van ${pick(r, PORTS)} wachten ${between(r, 3, 60)} schepen, de gemiddelde wachttijd bedraagt ${between(r, 20, 300)} minuten. De waterstand is ${between(r, 80, 420)} centimeter en de brug bij ${pick(r, PORTS)} gaat open om ${between(r, 6, 21)}.${between(r, 10, 59)} uur.\n\nSchippers worden verzocht hun marifoon uit te luisteren en pas op aanwijzing van de verkeerspost in te varen. Recreatievaart heeft geen voorrang op de beroepsvaart. Actuele tijden staan ook op het bord aan de voorhaven.`,
  cortes: (r, d) =>
    `A distribuidora avisa que no dia ${d} faltará energia em ${pick(r, PORTS)} das ${between(r, 7, 11)}h${between(r, 10, 59)} às ${between(r, 13, 18)}h${between(r, 10, 59)}. Serão atingidos ${between(r, 100, 9000)} clientes e ${between(r, 2, 40)} escolas.\n\nO desligamento é necessário para a troca de postes e a poda de árvores junto à rede. A companhia recomenda tirar da tomada os aparelhos mais sensíveis e não abrir a geladeira sem necessidade. Em caso de chuva, o serviço poderá ser adiado sem novo aviso.`,
};

/** Repost frames of other kinds than those of the press of the tests: what a portal puts round a text, in several languages. */
export const HELD_OUT_FRAMES: ((paragraphs: string[], random: () => number) => string[])[] = [
  (text) => ['This article was syndicated through our partner network and is shown here in full.', ...text],
  (text, r) => [
    ...text,
    `Tags: economy, region, today. Views: ${between(r, 100, 9000)}. Rate this item from one to five stars.`,
  ],
  (text) => [
    'Wie unser Partnerportal berichtet, folgt hier der Wortlaut der Meldung.',
    ...text,
    'Quelle siehe Impressum.',
  ],
  (text, r) => [
    `Publicado hace ${between(r, 2, 59)} minutos por la mesa de redacción digital.`,
    ...text,
    'Suscríbase a nuestro boletín y reciba las noticias más leídas cada mañana en su correo.',
  ],
  (text) => [...text, 'Материал размещён на правах перепечатки. Подписывайтесь на наш канал и оставляйте комментарии.'],
  (text) => ['نعيد نشر هذا الخبر كما ورد.', ...text, 'تابعوا آخر الأخبار عبر تطبيقنا على الهاتف.'],
];

/** A few words of each paragraph changed as an editor would: a word at its end, a comma, a spelling. */
export function retouch(paragraphs: string[]): string[] {
  return paragraphs.map((paragraph) =>
    paragraph.replace(/,/g, ' –').replace(/(\p{L}+)\.$/u, (_, word: string) => `${word}, it was said.`),
  );
}
