import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';
import { cut, edit } from '../repost.ts';

const original = article({
  outlet: 'rheinblick',
  path: '/ausland/2026-10/nachtzug-warschau-triest-abkommen',
  language: 'de',
  title: 'Fünf Länder einigen sich auf einen Nachtzug von Warschau nach Triest',
  byline: 'Ottilie Brandhorst',
  published: '2026-10-20T08:00:00+02:00',
  plan: { relation: 'original' },
  photo: {
    caption: 'Noch fährt hier nur der Regionalzug: Bahnsteig in Oderberg.',
    credit: 'Foto: O. Brandhorst/Rheinblick',
  },
  readMore: { label: 'Lesen Sie auch', headline: 'Schlafen auf Schienen: Warum die Decke immer zu…' },
  related: ['Wien plant neues Gleisvorfeld', 'Der letzte Speisewagen'],
  paragraphs: paragraphs(`
Polen, Tschechien, Österreich, Slowenien und Italien haben sich auf einen gemeinsamen Nachtzug zwischen Warschau und Triest verständigt. Die Verkehrsminister der fünf Länder unterschrieben das Abkommen am Montagabend in Brünn. Der erste Zug soll im Dezember kommenden Jahres rollen.

Gestritten wurde bis zuletzt über den Strom. Zwischen der Ostsee und der Adria wechselt die Spannung in der Oberleitung dreimal, und keine der fünf Bahnen wollte die Lokomotiven bezahlen, die mit allem zurechtkommen. Nun leiht eine Leasingfirma aus Linz acht Maschinen, und die Miete wird nach Kilometern geteilt.

"Wir haben ein halbes Jahr lang über Volt gesprochen und in einer Nacht über Preise", sagte der tschechische Minister Radovan Hlaváček. Eine Fahrt im Liegewagen soll höchstens 79 Euro kosten, ein Bett das Doppelte.

Die polnische Ministerin Jagoda Wietrzycka sieht in der Verbindung mehr als einen Zug. Wer in Warschau einsteige und am Meer aufwache, der habe vier Grenzen verschlafen, sagte sie, "und das ist das Beste, was man mit Grenzen tun kann".

Kritik kommt aus Slowenien. Der Zug hält nachts um drei in Laibach, und die Opposition fragt, wer um diese Zeit aussteigen solle. Ministerin Neža Podgoršek verwies auf den zweiten Halt in Marburg und auf einen Bus.

Die Europäische Investitionsbank prüft ein Darlehen über 120 Millionen Euro für neue Schlafwagen. Bis diese geliefert sind, fahren umgebaute Wagen aus den Neunzigerjahren, die bisher in einem Depot bei Breslau standen.`),
});

const of = reference(original);

/** A German report: cut by one aggregator, lightly edited by the other, and translated with credit in France. */
export const nightTrainGerman = [
  original,
  article({
    outlet: 'hub',
    path: '/de/nachtzug-h4450.html',
    language: 'de',
    title: 'Nachtzug Warschau–Triest kommt',
    published: '2026-10-20T11:35:00+03:00',
    plan: { relation: 'copy', of, kind: 'cut' },
    paragraphs: cut(original.paragraphs, 2),
    credit: { line: 'Quelle: Rheinblick' },
    readMore: { label: 'Mehr dazu:', headline: 'Italien streicht Halte auf der Strecke nach Ud...' },
    related: ['Gece treni geri dönüyor', 'قطار ليلي جديد'],
  }),
  article({
    outlet: 'digest',
    path: '/read/schlafwagen-an-die-adria',
    language: 'de',
    title: 'Im Schlafwagen an die Adria: Abkommen in Brünn',
    published: '2026-10-20T16:10:00+00:00',
    plan: { relation: 'copy', of, kind: 'edited' },
    paragraphs: edit(original.paragraphs, {
      'haben sich auf einen gemeinsamen Nachtzug zwischen Warschau und Triest verständigt':
        'haben einen gemeinsamen Nachtzug zwischen Warschau und Triest vereinbart',
      'Gestritten wurde bis zuletzt': 'Umstritten war bis zum Schluss',
      'acht Maschinen': 'neun Lokomotiven',
      'höchstens 79 Euro': 'höchstens 75 Euro',
      'prüft ein Darlehen über 120 Millionen Euro': 'erwägt ein Darlehen von 118 Millionen Euro',
    }),
    related: ['Night trains in Europe: a map'],
  }),
  article({
    outlet: 'courrier',
    path: '/monde/2026/10/20/un-train-de-nuit-entre-varsovie-et-trieste',
    language: 'fr',
    title: 'Un train de nuit entre Varsovie et Trieste',
    published: '2026-10-20T15:05:00+02:00',
    plan: { relation: 'copy', of, kind: 'translation' },
    credit: { line: 'Source : Rheinblick', href: addressOf(original) },
    related: ['À Sète, la gare maritime attend son train'],
    paragraphs: paragraphs(`
La Pologne, la Tchéquie, l’Autriche, la Slovénie et l’Italie se sont entendues sur un train de nuit commun entre Varsovie et Trieste. Les ministres des Transports des cinq pays ont signé l’accord lundi soir à Brno. Le premier train doit rouler en décembre de l’année prochaine.

Jusqu’au bout, on s’est disputé sur le courant. Entre la Baltique et l’Adriatique, la tension change trois fois, et aucun des cinq chemins de fer ne voulait payer les locomotives capables de s’en accommoder. Une société de location de Linz prêtera huit machines, et le loyer sera partagé au kilomètre.

« Nous avons parlé de volts pendant six mois et de prix pendant une nuit », a déclaré le ministre tchèque Radovan Hlaváček. Un trajet en couchette coûtera au plus 79 euros, un lit le double.

La ministre polonaise Jagoda Wietrzycka voit dans cette liaison plus qu’un train. Celui qui monte à Varsovie et se réveille au bord de la mer a dormi le temps de quatre frontières, a-t-elle dit, « et c’est ce que l’on peut faire de mieux avec des frontières ».

Les critiques viennent de Slovénie. Le train s’arrête à trois heures du matin à Ljubljana, et l’opposition demande qui pourra bien descendre à cette heure-là.`),
  }),
];
