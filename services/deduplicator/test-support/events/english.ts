import type { Kind } from './event.ts';

const kind = (name: string, wordings: Kind['wordings'], after?: Kind['after']): Kind => ({
  name,
  language: 'en',
  script: 'latin',
  wordings,
  after,
});

/** Kinds of events as English-language desks tell them. */
export const ENGLISH: Kind[] = [
  kind(
    'fire',
    [
      (f) => [
        `Blaze at ${f.f} warehouse in ${f.p} leaves ${f.n} dead`,
        `${f.n} workers died when flames tore through a storage hall of ${f.f} on the edge of ${f.p} in the early hours of ${f.d}.`,
        `Fire chief ${f.a} said that ${f.m} of her crew fought the blaze until noon and that the roof had come down over the loading bay.`,
        `Neighbours as far away as ${f.q} were told to keep their windows shut. Police did not rule out arson.`,
      ],
      (f) => [
        `${f.p}: ${f.n} killed as depot burns down`,
        `The depot on the ring road was still smoking on ${f.d} afternoon. Inside, rescuers had counted ${f.n} bodies, all of them people of the night shift, ${f.p}'s mayor ${f.b} told reporters with a shaking voice.`,
        `${f.a}, who leads the brigade, spoke of the worst night of her career; ${f.m} firefighters had been called in, some from ${f.q}.`,
        `The owner, ${f.f}, promised to help the families. An inspector had found fault with its sprinklers a year ago.`,
      ],
      (f) => [
        `Night shift trapped: how ${f.n} people lost their lives in ${f.p}`,
        `They had no way out. A gate that should have been open was locked when fire broke out at ${f.f}, survivors say, and ${f.n} of their colleagues never reached the yard.`,
        `"We heard them knock," said one packer, who did not want to be named. It took ${f.m} firefighters under ${f.a} nine hours to get the flames under control.`,
        `Prosecutors in ${f.q} have opened a file. ${f.b}, the mayor, declared a day of mourning.`,
      ],
    ],
    (f) => [
      `${f.p} buries its dead and asks who locked the gate`,
      `Candles stood along the road as ${f.p} took leave of the victims of the fire. Relatives carried photographs and called for answers.`,
      `Mayor ${f.b} announced a fund for the orphans. The manager of ${f.f} was questioned for five hours and released; his lawyer spoke of a chain of unlucky chances.`,
    ],
  ),
  kind(
    'quake',
    [
      (f) => [
        `Earthquake of magnitude 6.${f.n % 10} shakes ${f.p}`,
        `A strong earthquake struck the mountains north of ${f.p} on ${f.d}, killing at least ${f.m} people and cutting off villages, officials said.`,
        `Its centre lay ${f.n} kilometres deep, the geological office in ${f.q} reported. ${f.a}, the governor, asked the army for helicopters.`,
        `Some ${f.k} houses were damaged. Aftershocks kept people in the open overnight.`,
      ],
      (f) => [
        `Dozens feared dead after tremor hits hills around ${f.p}`,
        `Walls cracked, bells rang by themselves and then the lights went out: residents of ${f.p} ran into the streets when the ground began to move on ${f.d} morning.`,
        `Hospitals counted ${f.m} dead by dusk. "We are digging with our hands," said ${f.b}, a teacher who pulled two pupils from the rubble.`,
        `The tremor, which scientists in ${f.q} put at 6.${f.n % 10}, damaged ${f.k} homes. Governor ${f.a} flew over the valley and spoke of a race against time.`,
      ],
      (f) => [
        `Rescuers search the ruins near ${f.p}; toll reaches ${f.m}`,
        `Soldiers with dogs were on their way to the worst hit hamlets late on ${f.d}, two days' walk from the nearest road. At least ${f.m} people have lost their lives and ${f.k} families their homes.`,
        `${f.a}, who governs the province, closed the schools. Planes with tents took off from ${f.q}.`,
        `Seismologists had registered a shock of 6.${f.n % 10}, the heaviest there in forty years.`,
      ],
    ],
    (f) => [
      `Survivors near ${f.p} wait for tents as rain sets in`,
      `A day after the ground shook, rain has turned the camps around ${f.p} to mud. Doctors warn of cholera; trucks with blankets are stuck behind a landslide.`,
      `Governor ${f.a} was booed when he visited a school yard in which hundreds sleep. Aid groups ask for money.`,
    ],
  ),
  kind(
    'closure',
    [
      (f) => [
        `${f.f} to shut ${f.p} plant with loss of ${f.k} jobs`,
        `${f.f} will close its factory in ${f.p} next spring, putting ${f.k} people out of work, the company said on ${f.d}.`,
        `Chief executive ${f.a} blamed weak orders and the price of power. The site had lost ${f.n} million in each of two years.`,
        `Union secretary ${f.b} called it a betrayal and announced a vote on strikes. Production is to move to ${f.q}.`,
      ],
      (f) => [
        `"A black day": ${f.p} loses its biggest employer`,
        `For ${f.m} years the siren of the works has told ${f.p} when it is time for lunch. Next spring it will fall silent: ${f.f} pulls out, and ${f.k} men and women must look for something new.`,
        `Shop stewards heard of it on ${f.d}, ten minutes before the press did. ${f.b} of the metalworkers' union wants to fight.`,
        `Sources close to the board say the machines go to ${f.q}, where ${f.a} opened a new hall last summer.`,
      ],
      (f) => [
        `Shares of ${f.f} jump as it cuts ${f.k} posts`,
        `Investors cheered on ${f.d} after ${f.f} said that it would give up its loss-making site in ${f.p}. The stock rose by ${f.n} per cent.`,
        `The step saves ${f.m} million a year from next year on, ${f.a} told analysts; severance pay will cost about as much once. ${f.k} contracts end.`,
        `Labour leader ${f.b} said the workers paid for the errors of managers. Regional politicians asked for talks.`,
      ],
    ],
    (f) => [
      `Thousands march through ${f.p} for their works`,
      `With whistles and red flags the staff of ${f.f} walked from the gate to the town hall of ${f.p}. Shops closed for an hour in sympathy.`,
      `${f.b} told the crowd that a plan for a takeover by the employees was on the table. Management said it had received no offer.`,
    ],
  ),
  kind(
    'verdict',
    [
      (f) => [
        `Former minister ${f.a} jailed for ${(f.n % 9) + 2} years over ${f.f} bribes`,
        `A court in ${f.p} sentenced ex-transport minister ${f.a} to ${(f.n % 9) + 2} years in prison on ${f.d} for taking ${f.m} million from ${f.f}.`,
        `Judge ${f.b} said that the defendant had sold his office. The money went through a foundation in ${f.q}.`,
        `The defence announced an appeal. It was the first conviction of a cabinet member since the law was changed.`,
      ],
      (f) => [
        `Guilty: ${f.a} falls over railway contract`,
        `He smiled when he came in and was led out in handcuffs. ${f.a}, once tipped as a future premier, must serve ${(f.n % 9) + 2} years behind bars because he let ${f.f} pay for his campaign, and more.`,
        `Presiding judge ${f.b} took three hours on ${f.d} to read how ${f.m} million found its way from ${f.q} to ${f.p}.`,
        `"This is politics, not justice," his lawyer said on the steps of the courthouse.`,
      ],
      (f) => [
        `${f.f} affair: tribunal finds ex-minister corrupt`,
        `Two years after investigators searched the ministry, the tribunal of ${f.p} has spoken: the former head of transport took bribes. ${f.a} gets ${(f.n % 9) + 2} years, two managers go free.`,
        `It is about ${f.m} million that the prosecution had traced to accounts in ${f.q}. ${f.b}, who chaired the trial, spoke on ${f.d} of greed without shame.`,
        `Transparency groups welcomed the ruling; the opposition wants to know who else knew.`,
      ],
    ],
    (f) => [
      `Party of ${f.a} expels him and looks for a new face`,
      `The day after the judgment the board of his party struck ${f.a} from its rolls. Nobody spoke in his favour, people who were there report.`,
      `Polls see the party at its lowest in a decade. A congress in ${f.q} shall choose a new leader within weeks.`,
    ],
  ),
  kind(
    'talks',
    [
      (f) => [
        `${f.a} and ${f.b} sign water accord in ${f.p}`,
        `The foreign ministers ${f.a} and ${f.b} signed an agreement on the shared river in ${f.p} on ${f.d}, ending a dispute of ${f.m} years.`,
        `Upstream dams will let through ${f.k} cubic metres a second in dry months. A joint office is to sit in ${f.q}.`,
        `Both parliaments must still agree. Farmers' groups said that the figure was too low.`,
      ],
      (f) => [
        `After ${f.m} years, neighbours settle quarrel about river`,
        `It ended with a handshake in the garden of a hotel in ${f.p}: ${f.b} had a pen ready, ${f.a} had forgotten his glasses.`,
        `What the two put their names to on ${f.d} is short. In summer no less than ${f.k} cubic metres may flow down each second; who takes more pays. Inspectors of both sides work from ${f.q}.`,
        `Diplomats of three countries had shuttled for months. Critics at home speak of a sell-out.`,
      ],
      (f) => [
        `Analysis: what the ${f.p} river treaty is worth`,
        `The treaty that ${f.a} brought home on ${f.d} is better than none, and that is the most that can be said for it. ${f.k} cubic metres per second is what scientists had called the least that the delta needs.`,
        `His counterpart ${f.b} gave up the right to a further dam, for now. The commission at ${f.q} has no power to fine anybody.`,
        `For ${f.m} years the two capitals had not even exchanged gauges. They do now.`,
      ],
    ],
    (f) => [
      `Opposition threatens to block pact that ${f.a} brought home`,
      `In a heated session members of parliament tore up copies of the treaty. ${f.a} had given away the river, shouted a deputy from the delta.`,
      `A vote is planned for next month. The government lacks three seats for a majority of its own.`,
    ],
  ),
  kind('ship', [
    (f) => [
      `Ferry with ${f.m} aboard runs aground off ${f.p}`,
      `The ferry ${f.f.split(' ')[0]} Star ran onto rocks outside the port of ${f.p} in thick fog on ${f.d} evening with ${f.m} passengers on board. ${f.n} were hurt, the coastguard said.`,
      `All could be taken off by lifeboats within four hours. Captain ${f.a} had been in command since spring.`,
      `A tug from ${f.q} is to pull the vessel free at high tide.`,
    ],
    (f) => [
      `Passengers tell of panic in the fog near ${f.p}`,
      `There was a bang, then the coffee machine flew across the bar. ${f.b} and her two sons were among ${f.m} travellers on the ${f.f.split(' ')[0]} Star when it hit the reef.`,
      `Boats of fishermen came first. ${f.n} people have bruises and broken bones, the hospital in ${f.q} says.`,
      `Why ${f.a}, the master, had left the fairway on ${f.d} is what investigators want to learn.`,
    ],
    (f) => [
      `Coastguard rescues everybody from stranded ${f.f.split(' ')[0]} Star`,
      `Six lifeboats and two helicopters have brought ${f.m} people ashore at ${f.p} after their ship got stuck on a reef. Nobody is missing; ${f.n} needed treatment.`,
      `Visibility was below fifty metres on ${f.d}. The skipper, ${f.a}, was tested for alcohol, with no result so far.`,
      `Oil has not leaked, a spokesman in ${f.q} said, but a boom was laid out.`,
    ],
  ]),
  kind('award', [
    (f) => [
      `${f.a} wins ${f.q} prize for novel about ${f.p}`,
      `The writer ${f.a} has won this year's ${f.q} prize for fiction, worth ${f.k} crowns, for a family saga set in ${f.p}.`,
      `The jury under ${f.b} praised a voice without a false note. ${f.n} books had been on the list.`,
      `The award will be handed over on ${f.d} in a week. The publisher prints ${f.m} thousand copies more.`,
    ],
    (f) => [
      `From night nurse to laureate: ${f.a} honoured`,
      `She wrote between two and five in the morning, when the ward was quiet. Now ${f.a} receives the ${f.q} prize, and with it ${f.k} crowns.`,
      `Her book follows four generations of a bakery in ${f.p}. ${f.b}, who read all ${f.n} entries, says that she laughed and wept.`,
      `The decision on ${f.d} came as a surprise: bookmakers had favoured others.`,
    ],
  ]),
  kind('transfer', [
    (f) => [
      `${f.a} joins ${f.p} United for ${f.m} million`,
      `${f.p} United have signed striker ${f.a} from ${f.q} Rovers for a fee of ${f.m} million, the club announced on ${f.d}.`,
      `The forward scored ${f.n} goals last season. He signed until 2030 and will wear number ${f.n}.`,
      `Coach ${f.b} called him the missing piece.`,
    ],
    (f) => [
      `${f.q} Rovers sell their top scorer`,
      `Supporters burnt scarves outside the ground on ${f.d} when the news broke that ${f.a} is leaving ${f.q}. ${f.m} million was too much to refuse, the chairman said.`,
      `At ${f.p} the ${f.n}-goal man meets ${f.b} again, under whom he played as a junior. His contract runs for five years.`,
    ],
    (f) => [
      `Record deal: ${f.p} pays ${f.m} million for ${f.a}`,
      `Never before has a club of the league spent so much on one player. With ${f.a}, ${f.b} gets the centre forward whom he had asked for since winter.`,
      `Rovers of ${f.q} let go of ${f.n} goals a season. They were knocked out of the cup on the weekend and need the cash, insiders said on ${f.d}.`,
    ],
  ]),
];
