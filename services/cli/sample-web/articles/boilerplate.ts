import { article, paragraphs } from '../article.ts';

/** The paragraph that the agency puts under each report from the region: shared words that are nobody's copying. */
const MISSION_NOTE = `The observer mission was set up in 2021 by the states of the region and has 214 unarmed members in nine posts. It has no power to stop either side, and its reports are made public after thirty days unless one of the governments objects in writing.`;

const DISCLAIMER = `The views in this column are those of its author. They do not bind the paper, its owners or any body that the author may serve, and nothing in them is advice to buy, sell or hold a security of any kind.`;

const mission = ['observer-mission'];
const columns = ['columns'];

/** Texts that share a standing paragraph and nothing else: at one outlet, and across two. */
export const boilerplate = [
  article({
    outlet: 'meridian',
    path: '/world/2026/10/02/observers-report-shots-near-gori',
    language: 'en',
    title: 'Observers report shots near Gori, both sides deny firing',
    byline: 'Tobias Wrenfield',
    published: '2026-10-02T13:15:00+04:00',
    plan: { relation: 'unique' },
    apart: mission,
    related: ['Bread prices in Tskhinvali'],
    paragraphs: paragraphs(`
TBILISI — Observers heard eleven single shots on Thursday night in an orchard south of Gori, and both sides denied having fired them, the head of the mission said on Friday.

Katarzyna Holubowicz told reporters that her patrol had found cartridge cases of a hunting calibre and the tracks of a motorcycle. "Apples were being picked by people who had not planted them," she said. "We do not exclude a quarrel among neighbours."

Georgia's defence ministry asked for a second patrol. The authorities in Tskhinvali said that their posts had been ordered to keep their lights off until Sunday.

${MISSION_NOTE}`),
  }),
  article({
    outlet: 'meridian',
    path: '/world/2026/10/17/observer-mission-new-head',
    language: 'en',
    title: 'Finnish general to lead observers in the Caucasus',
    byline: 'Tobias Wrenfield',
    published: '2026-10-17T11:45:00+04:00',
    plan: { relation: 'unique' },
    apart: mission,
    related: ['Helsinki trims its defence budget'],
    paragraphs: paragraphs(`
TBILISI — A retired Finnish general, Veikko Lampinen, will take over the observer mission in the southern Caucasus at the end of the year, the member states decided on Saturday by eleven votes to none.

Lampinen, 61, served in Lebanon and Kosovo and later wrote a manual on how to read a landscape at night. He said that he would ask for drones, which his predecessor had been refused twice.

Diplomats said that the vote had been delayed for a month by a dispute about the mission's budget, which will fall by six percent.

${MISSION_NOTE}`),
  }),
  article({
    outlet: 'harbour',
    path: '/2026/10/11/column-what-a-quay-remembers/',
    language: 'en',
    title: 'Column: what a quay remembers',
    byline: 'Constance Abernathy-Vole',
    published: '2026-10-11T07:00:00+01:00',
    plan: { relation: 'unique' },
    apart: columns,
    related: ['Last rope walk to close'],
    paragraphs: paragraphs(`
There is a bollard at the end of our eastern quay which has been painted eleven times. I know, because a boy with a penknife once cut through all the coats and was made to count them aloud by the harbour master. Each colour was a ministry, a company or a war.

I thought of it when the trade secretary announced last week that British ports would have "a fresh start" with those of Morocco. A port cannot have a fresh start. It has another coat of paint. Under it lie the old tariffs, the old cousins in the shipping office, and the unpaid bill for a crane that everybody remembers differently.

That is not a reason for despair. A bollard holds because of what is underneath.

${DISCLAIMER}`),
  }),
  article({
    outlet: 'levant',
    path: '/story/20261012-column-the-minister-s-shoes',
    language: 'en',
    title: "Column: the minister's shoes",
    byline: 'Yara Khoumsi',
    published: '2026-10-12T07:30:00+03:00',
    plan: { relation: 'unique' },
    apart: columns,
    related: ['Beirut cobblers strike over leather duty'],
    paragraphs: paragraphs(`
When the finance minister promised on Saturday that savers would see a third of their deposits "within the lifetime of these shoes", every camera in the room tilted down. They were good shoes, brown, lately resoled.

My neighbour, who lost a flat's worth of dollars in the winter of the banks, has been calculating ever since. A sole lasts two years, she says, and a careful man can have it replaced four times. She is seventy-eight and has begun to walk more, to show him how quickly leather wears.

The International Monetary Fund sends another delegation this month. It should bring a cobbler.

${DISCLAIMER}`),
  }),
  article({
    outlet: 'meridian',
    path: '/world/2026/10/10/observers-post-flooded-enguri',
    language: 'en',
    title: 'Flood cuts off observers at Enguri post',
    byline: 'Akua Danquah-Reid',
    published: '2026-10-10T17:25:00+04:00',
    plan: { relation: 'unique' },
    apart: mission,
    related: ['Dam engineers asked to explain late warning'],
    paragraphs: paragraphs(`
ZUGDIDI — Nine observers were without road or telephone for a day and a half after the Enguri river broke its bank and washed away the causeway to their post, a spokesman said on Saturday.

Villagers reached them with a hay cart drawn by two oxen and brought back a list of what was missing: lamp oil, socks and a hand pump. The road will take three weeks to mend, since gravel must come from across the line and the permit for it has two signatures missing.

"The river has kept to no agreement," said the post's commander, Major Ilmar Kask. Nobody was hurt.

${MISSION_NOTE}`),
  }),
  article({
    outlet: 'levant',
    path: '/story/20261019-column-an-embassy-for-rent',
    language: 'en',
    title: 'Column: an embassy for rent',
    byline: 'Bassel Trad',
    published: '2026-10-19T07:30:00+03:00',
    plan: { relation: 'unique' },
    apart: columns,
    related: ['Who pays for the garden?'],
    paragraphs: paragraphs(`
On my way to work I pass a villa with a flagpole and no flag. It was an embassy once. The country that it stood for has merged with its neighbour, and neither half of the new ministry wants the lease.

Last month a sign went up offering three reception rooms, a bunker and "diplomatic parking". A dentist looked at it. So did a kindergarten. The agent told me that the bunker puts people off until they hear that it stays at eighteen degrees all summer.

We speak of relations between states as if they were built of stone. They are built of rent. When the guard left on Friday he gave me the key to the letter box, because somebody, he said, ought to know if anyone writes.

${DISCLAIMER}`),
  }),
];
