import { article, paragraphs } from '../article.ts';

const apart = ['ferry-collision'];

/** One event, three reporters, three texts: the facts are the same and nobody copied anybody. */
export const oneEvent = [
  article({
    outlet: 'meridian',
    path: '/world/2026/10/22/tunisia-italy-ferry-freighter-collision',
    language: 'en',
    title: 'Ferry with 612 aboard collides with freighter off Tunisia, no deaths reported',
    byline: 'Leila Barquist',
    published: '2026-10-22T06:50:00+01:00',
    plan: { relation: 'unique' },
    apart,
    related: ['Coastguard drill ends in Valletta'],
    paragraphs: paragraphs(`
TUNIS — A passenger ferry carrying 612 people from Genoa to Tunis collided with a freighter in thick fog early on Thursday, eleven nautical miles off Cape Bon, the Tunisian coastguard said. Nobody was killed; nineteen people were treated for cuts and broken bones.

The ferry, the Stella del Golfo, was holed above the waterline and reached the port of La Goulette under her own power shortly after five. The freighter, the Panama-flagged Orient Marigold, stayed at the scene until she was told to follow.

Tunisia's transport minister, Hichem Ben Romdhane, said that both captains were being questioned and that the radio recordings had been secured. Italy is sending two investigators.

The fog had been forecast. The ferry company said that its captain had slowed down to nine knots.

La Goulette closed one of its two passenger berths so that the hull could be examined. Later sailings to Genoa and Marseille were cancelled, and about 900 travellers with cars were told to wait until Saturday.`),
  }),
  article({
    outlet: 'harbour',
    path: '/2026/10/22/fog-horns-and-a-long-scrape/',
    language: 'en',
    title: 'Fog horns, then a long scrape: night of the Stella del Golfo',
    byline: 'Piers Lanyon',
    published: '2026-10-22T10:35:00+01:00',
    plan: { relation: 'unique' },
    apart,
    photo: { caption: 'The dented bow of the Stella del Golfo in La Goulette.', credit: 'Picture: P. Lanyon' },
    related: ['How radar works, and when it does not'],
    next: 'Insurers brace for claims season',
    paragraphs: paragraphs(`
Most of them were asleep. Those who were not remember the horns first, two notes that did not fit together, and after that a noise which a lorry driver from Sfax compared to a garage door being dragged the length of a street.

What had met in the murk near Cape Bon were a car ferry on the overnight run out of Genoa and a bulk carrier under the flag of Panama, bound for Algiers with soya. Six hundred people were on the one and twenty-three on the other. That all of them are alive is, in the words of a port doctor in La Goulette, "a present we did not earn".

Some twenty passengers had to be patched up. A gash four metres long runs along the ferry's side, well clear of the sea. Divers went down at noon and found the hull below sound.

Who was to blame will be argued over by two governments and at least four law firms. The Tunisian minister for transport promised an inquiry "without friendship", and Rome has dispatched experts of its own.`),
  }),
  article({
    outlet: 'levant',
    path: '/story/20261022-cape-bon-ships',
    language: 'en',
    title: 'Two ships hit each other in fog near Cape Bon',
    byline: 'Bassel Trad',
    published: '2026-10-22T11:15:00+03:00',
    plan: { relation: 'unique' },
    apart,
    related: ['Search and rescue: who answers the call?'],
    paragraphs: paragraphs(`
Dozens of Lebanese students were among the passengers of an Italian ferry that was damaged on Thursday in an accident at sea north-east of Tunis, the embassy of Lebanon said. All are well and have been taken to a hotel.

The ship struck, or was struck by, a cargo vessel before dawn while visibility was under two hundred metres. Parents in Beirut and Tripoli learned of it from messages that their children sent from the deck, wrapped in orange blankets.

Consul Rindala Maksoud said she had counted forty-seven students, who were on their way to a summer school that had been moved to the autumn. Three had bruises. New passports would be issued for those who had left theirs in the cabins.

Tunisian officials said it was too soon to speak of the cause. The company has offered to fly home whoever does not want to board a ship again.`),
  }),
];
