import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';
import { cut } from '../repost.ts';

const spanish = article({
  outlet: 'poniente',
  path: '/nota?id=4391&sec=int',
  language: 'es',
  title: 'Marruecos & España abren de noche la frontera de Melilla',
  byline: 'Remedios Calatrava',
  published: '2026-10-05T13:20:00+02:00',
  updated: '2026-10-05T14:05:00+02:00',
  plan: { relation: 'original' },
  photo: { caption: 'Cola de vehículos en el paso de Beni Enzar, el domingo.', credit: 'FOTO: R. CALATRAVA' },
  readMore: { label: 'Te puede interesar:', headline: 'La aduana que nadie quiso: treinta años de…' },
  related: ['Melilla estrena terminal', 'El precio del tomate & sus intermediarios'],
  next: 'La flota de Almería pide más días',
  paragraphs: paragraphs(`
España y Marruecos mantendrán abierto también de noche el paso fronterizo de Beni Enzar, entre Melilla y Nador, a partir del 15 de octubre. Lo anunciaron este lunes en Rabat los ministros del Interior de ambos países, Álvaro Montesdeoca y Driss Lamrabet.

La medida estará a prueba durante seis meses y se limitará a quienes tengan contrato de trabajo o cita médica al otro lado. "No abrimos una puerta, abrimos un horario", resumió Montesdeoca, que viajó acompañado del delegado del Gobierno en la ciudad.

Unas cuatro mil personas cruzan a diario para trabajar en hoteles, obras y casas particulares. Hasta ahora debían volver antes de las once, y quienes perdían el último turno dormían en la estación de autobuses o pagaban a un pariente por un colchón.

Los sindicatos policiales recibieron la noticia con reservas. Piden ciento veinte agentes más y recuerdan que el escáner de vehículos lleva averiado desde julio. El ministro prometió sesenta antes de Navidad.

Del lado marroquí, los comerciantes de Nador confían en recuperar parte de las ventas que perdieron con el cierre de la aduana. "Si vuelven los clientes de la cena, vuelve la ciudad", dijo Mimoun Ouchan, dueño de dos restaurantes junto al puerto.

Los ministros no hablaron en público del espacio aéreo ni de las aguas, los dos asuntos que paralizaron las conversaciones en primavera. Volverán a reunirse en Madrid en enero.`),
});

const chinese = article({
  outlet: 'haidong',
  path: '/guoji/2026-10/18/content_77120.html',
  language: 'zh',
  title: '越南与菲律宾商定建立渔船海上救助热线',
  published: '2026-10-18T10:30:00+08:00',
  plan: { relation: 'original' },
  photo: { caption: '宿务港内停泊的渔船。', credit: '(本报记者 陆行远 摄)' },
  related: ['台风过后港口恢复作业', '新航线开通首日满载'],
  paragraphs: paragraphs(`
越南和菲律宾两国外交部门负责人17日在宿务会晤,商定为在南海作业的渔船建立一条昼夜开通的海上救助热线,并计划在明年第一季度举行首次联合救助演练。

菲律宾外交部副部长恩里科·达马索在会后表示,过去一年共有三十七艘渔船在台风季节失去动力,其中十一艘因为双方值班人员无法直接通话而耽误了救援时间。他说:“海上的风浪不看旗帜,救人的电话也不应该看旗帜。”

越南外交部副部长阮文诚介绍说,热线将设在岘港和宿务两地,各配备八名能够使用两种语言的值班员。双方还将交换渔船的无线电呼号清单,但不涉及捕捞海域的划分问题。

会谈中,双方也谈到了被扣渔民的遣返。根据会后发表的简短声明,目前仍被扣留的二十六名渔民将在本月底之前分两批返回家乡,船只则需要在缴纳费用之后才能离港。

渔业团体对这一安排表示欢迎。宿务渔民合作社负责人说,往年遇到大风,船员只能先给家里打电话,再由家人去找海警,往往一等就是半天。

分析人士认为,热线本身并不能解决两国在海域上的分歧,但可以减少误会。双方商定明年秋天在岘港再次会晤,评估热线的使用情况。`),
});

const french = article({
  outlet: 'courrier',
  path: '/monde/2026/10/09/senegal-gambie-un-bac-pour-deux-rives',
  language: 'fr',
  title: 'Sénégal et Gambie : un bac pour deux rives',
  byline: 'Aristide Kermorvan',
  published: '2026-10-09T07:30:00+02:00',
  plan: { relation: 'original' },
  photo: { caption: 'Le vieux bac de Farafenni, à quai pour réparations.', credit: 'Crédit photo : A. Kermorvan' },
  readMore: { label: 'Lire aussi', headline: 'Mangroves : la bataille des huîtres n’aura pas…' },
  related: ['Les piroguiers de Saint-Louis', 'Un chantier naval cherche preneur'],
  paragraphs: paragraphs(`
Dakar et Banjul achèteront ensemble deux bacs pour relier les rives du fleuve Gambie en aval du grand pont, là où les camions trop lourds n’ont pas le droit de passer. L’accord a été signé jeudi par les ministres des Transports, Ndèye Coumba Sarr et Lamin Touray.

Chaque bac portera vingt-deux poids lourds et coûtera onze millions d’euros. Le Sénégal paie les navires, la Gambie les rampes et les douaniers ; les recettes seront partagées à parts égales pendant douze ans. « C’est un mariage de raison, et ce sont les plus solides », a plaisanté la ministre sénégalaise.

Depuis trois ans, les transporteurs font un détour de quatre cents kilomètres par Tambacounda ou déchargent leurs remorques à la main. À Farafenni, une petite ville est née de cette attente : on y compte plus de gargotes que de maisons.

Les restauratrices ne se réjouissent pas toutes. « Quand les chauffeurs ne dormiront plus ici, qui mangera mon riz ? », demande Awa Jobarteh, qui nourrit une centaine d’hommes par jour. La préfecture promet un marché couvert près du nouvel embarcadère.

Les premiers essais auront lieu à la fin de la saison des pluies. Un comité de suivi, où siégeront les deux chambres de commerce, se réunira chaque trimestre à Kaolack.`),
});

/** Reports in Spanish, Chinese and French, each with its copies. */
export const riversAndIslands = [
  spanish,
  article({
    outlet: 'hub',
    path: '/es/melilla-noche-h4292.html',
    language: 'es',
    title: 'La frontera de Melilla abrirá de noche',
    published: '2026-10-05T18:15:00+03:00',
    plan: { relation: 'copy', of: reference(spanish), kind: 'wrapped' },
    opening: 'Según informó el lunes 5 de octubre el Diario de Poniente, el acuerdo se cerró en Rabat.',
    paragraphs: spanish.paragraphs,
    closing: 'La información completa fue publicada por el Diario de Poniente.',
    credit: { line: 'Fuente: Diario de Poniente' },
    readMore: { label: 'Leer más:', headline: 'Ceuta espera su turno mientras la aduana sig...' },
    related: ['Sınır kapısı gece de açık', 'معبر بني أنصار'],
    previous: 'El delegado visita Nador',
  }),
  chinese,
  article({
    outlet: 'hub',
    path: '/zh/rescue-hotline-h4447.html',
    language: 'zh',
    title: chinese.title,
    published: '2026-10-18T08:20:00+03:00',
    plan: { relation: 'copy', of: reference(chinese), kind: 'exact' },
    paragraphs: chinese.paragraphs,
    credit: { line: '来源:海东时报' },
    related: ['Balıkçılar için kurtarma hattı', 'خط ساخن للصيادين'],
  }),
  french,
  article({
    outlet: 'hub',
    path: '/fr/bac-gambie-h4361.html',
    language: 'fr',
    title: 'Deux bacs pour le fleuve Gambie',
    published: '2026-10-09T11:10:00+03:00',
    plan: { relation: 'copy', of: reference(french), kind: 'cut' },
    paragraphs: cut(french.paragraphs, 1),
    credit: { line: 'Source : Le Courrier du Littoral' },
    related: ['Gambiya nehrine iki feribot', 'عبارتان لنهر غامبيا'],
    next: 'Le riz de Casamance en hausse',
  }),
  article({
    outlet: 'levant',
    path: '/story/20261009-ferries-for-the-gambia',
    language: 'en',
    title: 'Two ferries for the Gambia river',
    published: '2026-10-09T19:45:00+03:00',
    plan: { relation: 'copy', of: reference(french), kind: 'translation' },
    credit: { line: 'Source: Le Courrier du Littoral', href: addressOf(french) },
    related: ['Tyre fishermen wait for ice'],
    paragraphs: paragraphs(`
Dakar and Banjul will together buy two ferries to join the banks of the Gambia river below the great bridge, where lorries that are too heavy may not pass. The accord was signed on Thursday by the ministers of transport, Ndèye Coumba Sarr and Lamin Touray.

Each ferry will carry twenty-two heavy lorries and cost eleven million euros. Senegal pays for the vessels, Gambia for the ramps and the customs officers; the takings will be shared equally for twelve years. "It is a marriage of reason, and those are the most solid," joked the Senegalese minister.

For three years hauliers have made a detour of four hundred kilometres by way of Tambacounda or unloaded their trailers by hand. In Farafenni a small town was born of this waiting: one counts more cook-shops there than houses.

Not all of the cooks are glad. "When the drivers no longer sleep here, who will eat my rice?" asks Awa Jobarteh, who feeds a hundred men a day.`),
  }),
];
