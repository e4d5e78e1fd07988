import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq } from 'drizzle-orm';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { assignStory } from '../../services/deduplicator/assign-story.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { type Shelved, shelve } from './shelf.ts';

/** One page of the corpus: its name in the tests, where and when, what stands on it. */
interface Page extends Pick<Shelved, 'title' | 'language' | 'countries' | 'topics'> {
  name: string;
  /** `https://NAME.example/…` unless an outlet is said. */
  outlet?: string;
  /** Hours after {@link TEN}. */
  after: number;
  text: string;
  credit?: string;
}

/** Ten in the morning (UTC) of the day on which the strike is called, epoch ms. */
export const TEN = Date.UTC(2026, 10, 20, 10);

const AGENCY = `Ferry crews in the port of Savik will stop work for 48 hours from Monday, the union of seafarers said on Friday after talks with the shipping line Nordlinjen broke off. Union secretary Mina Adeyemi told reporters that 640 sailors had voted for the strike and 12 against.

The line offered 2.5 percent, the union asks for 7. Captain Hugo Lantz, who speaks for the officers, said that no ship would leave Savik before Wednesday morning. Some 9,000 passengers are booked for those days, and the islands of Hallin and Istra have bread for three days, their mayors said.

Transport minister Ruth Okafor asked both sides to meet again on Sunday. She ruled out the use of navy vessels.`;

const HARBOUR = `Savik wakes up to empty quays on Monday. "We have been patient for two winters," says Mina Adeyemi in the canteen of the seafarers, where 640 hands went up for a walkout and only a dozen stayed down. Nordlinjen calls the strike premature and points to its offer of 2.5 percent.

On Hallin the baker Olav Brekke has bought all the flour that the last ferry carried. He remembers 2011, when the boats lay still for nine days and the school closed for want of heating oil. Hugo Lantz, captain of the Sankt Brandan, will not say whether the officers go beyond Wednesday.

Ruth Okafor, the minister, telephones. The navy stays where it is, she says, and hangs up.`;

const KESTREL = `Shares of Nordlinjen fell by 6 percent on Friday as investors weighed what a strike of its 640 sailors in Savik would cost. Analysts at Corvo Bank put the damage at 1.4 million a day, a third of it for freight to Hallin and Istra.

The line carries nine tenths of all goods to the islands. Its chief executive, Sigrid Moe, said in a call that the union led by Mina Adeyemi had walked out of talks over 7 percent, that 2.5 were on the table, and that the officers under Hugo Lantz would follow.

The ministry of Ruth Okafor has no plan to subsidise other ships, a spokesman said, and expects the two sides back on Sunday.`;

const GERMAN = `Die Besatzungen der Fähren im Hafen von Savik legen von Montag an für 48 Stunden die Arbeit nieder, wie die Gewerkschaft der Seeleute am Freitag nach dem Abbruch der Gespräche mit der Reederei Nordlinjen mitteilte. Die Sekretärin Mina Adeyemi sagte, 640 Seeleute hätten für den Streik gestimmt und 12 dagegen.

Die Reederei bot 2,5 Prozent, die Gewerkschaft fordert 7. Kapitän Hugo Lantz sagte für die Offiziere, vor Mittwochmorgen verlasse kein Schiff Savik. Rund 9000 Fahrgäste haben für diese Tage gebucht, die Inseln Hallin und Istra haben nach Angaben ihrer Bürgermeister Brot für drei Tage.

Verkehrsministerin Ruth Okafor bat beide Seiten für Sonntag zu einem neuen Treffen. Den Einsatz der Marine schloss sie aus.`;

const ROUNDUP = `Five things to know this weekend. In Gorod the museum of clocks opens again after eleven years, with a tower that strikes thirteen. Up the coast, some 9,000 passengers are booked for those days, and the islands of Hallin and Istra have bread for three days, their mayors said. Transport minister Ruth Okafor asked both sides to meet again on Sunday. The orchard of Jarrow sells its last pears. In Kestel a library lends umbrellas, and whoever returns one dry gets a book. The weather: fog in the valleys until noon, then sun, and on Sunday evening the first snow above eight hundred metres.`;

const CLOCKS = `The museum of clocks in Gorod opened its doors on Thursday for the first time in eleven years. Director Pavel Sorin wound the great tower clock himself, before 300 guests and the orchestra of the fire brigade. The roof alone has cost 4.2 million, twice what the council had set aside, and the thirteen strokes of the tower will be heard at noon only, after neighbours had complained to the court of Lumen. Tickets are free for children and for whoever can repair a watch.`;

const TRIBUNE = `A tunnel between Dunmar and Estero would cost eight billion and take until 2041, according to a study that both governments received on Wednesday. The engineers prefer the northern line, under 34 kilometres of clay. Fishermen in Estero fear for the eel, hoteliers in Dunmar hope for trains from the south. A vote is planned for the spring of 2028 in both parliaments, and whoever loses has promised to go to court, the committee's chair Ines Varga said.`;

const edit = (text: string) =>
  text
    .replace('will stop work for', 'are to down tools for')
    .replace('Some 9,000 passengers', 'About 9,000 travellers');

const ECONOMY = { code: 'medtop:04000000', label: 'economy, business and finance', score: 0.9 };
const LABOUR = { code: 'medtop:09000000', label: 'labour', score: 0.9 };
const ARTS = { code: 'medtop:01000000', label: 'arts, culture, entertainment and media', score: 0.9 };

const strike = { countries: ['NOR'], topics: [LABOUR] };

/** The corpus in order of publication. */
export const PAGES: readonly Page[] = [
  {
    name: 'tribune',
    after: -49,
    title: 'Tunnel study puts cost at eight billion',
    text: TRIBUNE,
    countries: ['EGY'],
    topics: [ECONOMY],
  },
  {
    name: 'clocks',
    outlet: 'gorodpost',
    after: -26,
    title: 'Museum of clocks opens in Gorod',
    text: CLOCKS,
    topics: [ARTS],
  },
  {
    name: 'agency',
    outlet: 'adriapress',
    after: 0,
    title: 'Ferry crews in Savik to strike for 48 hours',
    text: AGENCY,
    ...strike,
  },
  { name: 'lantern', after: 1, title: 'Strike stops Savik ferries', text: AGENCY, credit: 'Adria Press', ...strike },
  { name: 'mirror', after: 2, title: 'Ferries in Savik: 48 hours of strike', text: edit(AGENCY), ...strike },
  {
    name: 'harbour',
    outlet: 'harbourpost',
    after: 2.5,
    title: 'Savik wakes up to empty quays: 640 sailors strike',
    text: HARBOUR,
    ...strike,
  },
  { name: 'norra-north', after: 3, title: 'Ferry strike in Savik', text: AGENCY, credit: 'Adria Press', ...strike },
  { name: 'norra-south', after: 3.2, title: 'Ferry strike in Savik', text: AGENCY, credit: 'Adria Press', ...strike },
  {
    name: 'kestrel',
    outlet: 'kestrelnews',
    after: 4,
    title: 'Nordlinjen falls as 640 Savik sailors strike',
    text: KESTREL,
    ...strike,
    topics: [LABOUR, ECONOMY],
  },
  {
    name: 'german',
    outlet: 'seeblick',
    after: 5,
    language: 'de',
    title: 'Fähren in Savik: Streik für 48 Stunden',
    text: GERMAN,
    credit: 'Adria Press',
    ...strike,
  },
  { name: 'echo', after: 6, title: 'Empty quays in Savik', text: HARBOUR, credit: 'Harbour Post', ...strike },
  {
    name: 'roundup',
    outlet: 'weekender',
    after: 20,
    title: 'Five things to know this weekend',
    text: ROUNDUP,
    ...strike,
  },
];

/** Puts the corpus into a store, compared by the deduplicator itself; gives the id of each page by its name. */
export async function fillDesk(store: Store): Promise<Map<string, string>> {
  const engine = new Engine(createStorePort(store, 'test'));
  const ids = new Map<string, string>();
  for (const page of PAGES) {
    const host = `${page.outlet ?? page.name}.example`;
    const url = urlOf(page);
    const at = TEN + page.after * 3_600_000;
    const credit: Credit | null = page.credit
      ? { source: page.credit, kind: 'whole', url: null, evidence: `Source: ${page.credit}` }
      : null;
    const { title, language = 'en', countries, topics } = page;
    const id = await shelve(store, null, {
      url,
      title: title!,
      texts: [page.text],
      language,
      at,
      credit,
      countries: countries ?? [],
      topics: topics ?? [],
    });
    ids.set(page.name, id);
    await nameOutlets(store, host);
    await engine.deduplicate({
      id,
      url,
      host,
      outlet: NAMES[host] ?? host,
      title: title!,
      text: page.text,
      language,
      credit,
      published: new Date(at).toISOString(),
      fetched: new Date(at + 600_000).toISOString(),
    });
    await assignStory(store, id);
  }
  await reindex(store);
  return ids;
}

/** The address of a page, also by its name. */
export function urlOf(page: Page | string): string {
  const { name, outlet, title } = typeof page === 'string' ? PAGES.find((one) => one.name === page)! : page;
  return `https://${outlet ?? name}.example/${title!.toLowerCase().replace(/[^a-zäöüß0-9]+/g, '-')}`;
}

const NAMES: Readonly<Record<string, string>> = {
  'adriapress.example': 'Adria Press',
  'harbourpost.example': 'Harbour Post',
  'kestrelnews.example': 'Kestrel News',
};

/** Names an outlet as its pages would; the two of Norra are of one house. */
async function nameOutlets(store: Store, host: string): Promise<void> {
  const { outlets } = store.tables;
  const house = host.startsWith('norra-') ? 'Norra' : null;
  await store.write((tx) =>
    tx
      .update(outlets)
      .set({ name: NAMES[host] ?? host, house })
      .where(eq(outlets.id, host)),
  );
}
