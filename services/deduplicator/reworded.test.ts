import { expect, test } from 'vitest';
import { article, pick, randomOf, shuffled } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';

const MESSAGE =
  '青湖市警方昨日通报，一名姓卢男子涉嫌与姓贺的药店店主合谋，将过期药品重新包装后向3家诊所出售，涉案金额达470万元。检方指出，52岁的卢姓男子自去年春天起租下郊区的仓库，雇用2名工人更换药盒上的日期，再以低价卖给诊所。诊所发现药品颜色有异后拒绝付款并报警处理。法官审理后认为两人犯行明确，判处卢姓男子徒刑4年。';
const REWORDED =
  '据青湖通讯社报道，一名卢姓男子（52岁）为了牟利，与药店贺姓店主共谋，卢姓男子自去年春天起租下郊区的仓库，雇用2名工人把药盒上的日期更换，随后以低价卖给诊所，贺姓店主负责联络买家与记账。两人以此方式向3家诊所出售过期药品，涉案金额共计超过470万元，但诊所发现药品颜色有异，最后拒绝付款并报警处理。本案法院审理后认为两人否认犯行、毫无悔意，判处卢姓男子徒刑4年。';
const ELSEWHERE =
  '据北渡通讯社报道，一名冯姓男子（37岁）为了牟利，与酒行龚姓店主共谋，冯姓男子自去年春天起租下郊区的仓库，雇用6名工人把酒瓶上的标签更换，随后以低价卖给餐馆，龚姓店主负责联络买家与记账。两人以此方式向8家餐馆出售掺水白酒，涉案金额共计超过910万元，但餐馆发现白酒颜色有异，最后拒绝付款并报警处理。本案法院审理后认为两人否认犯行、毫无悔意，判处冯姓男子徒刑2年。';

const STUDY =
  'NORHOLM: Want to sleep well? Paint the bedroom green and put a green lamp beside the pillow, advises a new study. Castrian and Veldish psychologists claim that a green wall lets people fall asleep 12 minutes sooner, and that green lamps stop them from reading late. They said the colour green may calm the eye because it is commonly associated with the idea of meadows, shade and water, the Morning Herald of Norholm reported. The findings mean that hotels and landlords could start using green walls as a help, and might even use more green in hospitals. For the work, Doctor Ina Morrow of Quill College built twelve chambers, and 63 nurses were asked to sleep in rooms with green or white walls. The nurses slept 17 per cent longer in green ones. In the second part, 208 guests were given one lamp each that was either green, blue or white. Those with green ones turned them off earlier.';
const STUDY_REWORDED =
  'Sleeping in green rooms or reading under green lamps makes the night longer by far, scientists have found. Psychologists from two countries say the colour green may calm the eye because it is commonly associated with the idea of meadows, shade and water, an agency said. Their work means that hotels and landlords could use green walls as a help and might even use more green in hospitals, they hoped on Tuesday. In the work, 63 nurses were asked to sleep in rooms with green or white walls. They slept 17 per cent longer in green ones. In the second part of the work, 208 guests were given one lamp each that was either green, blue or white. Those with green ones turned them off earlier. Such walls let volunteers drift off 12 minutes before others. It appeared in the quarterly Rest, and Professor Obi Tannhauser of Sund, Mira Vale, Lord Aske and the Guild of Painters in Hexley have praised it.';

/** Paragraphs of words that come nowhere else. */
function strange(random: () => number, sentences: number): string[] {
  const word = () => `${pick(random, ['ba', 'ko', 'ti', 'ru'])}${Math.floor(random() * 1e9).toString(36)}`;
  return Array.from({ length: sentences }, () => `${Array.from({ length: 20 }, word).join(' ')}.`);
}

test('one message that two outlets have worded anew in a script without capitals is one text, by its figures', async () => {
  const rest = { language: 'zh' };
  const rows = await standings([
    article('message', 'wire.example', MESSAGE, 0, rest),
    article('reworded', 'paper.example', REWORDED, 90, rest),
  ]);
  expect(areJoined(rows, 'message', 'reworded'), rows.get('reworded')!.reason).toBe(true);
  const other = await standings([
    article('reworded', 'paper.example', REWORDED, 0, rest),
    article('elsewhere', 'post.example', ELSEWHERE, 90, rest),
  ]);
  expect(areJoined(other, 'reworded', 'elsewhere'), other.get('elsewhere')!.reason).toBe(false);
});

test('one report that two outlets have worded anew, each with names of its own, is one text by its figures', async () => {
  const rows = await standings([
    article('study', 'herald.example', STUDY, 0),
    article('again', 'gazette.example', STUDY_REWORDED, 120),
  ]);
  expect(areJoined(rows, 'study', 'again'), rows.get('again')!.reason).toBe(true);
});

test('a set known as a whole gives one result in any order, also beyond the bound of a key', async () => {
  const random = randomOf(82);
  const frames = [strange(random, 4), strange(random, 2)];
  const articles = Array.from({ length: 45 }, (_, n) => {
    const text = strange(random, 8);
    const framed = [...frames[0]!, ...text.slice(n % 3), ...(n % 2 === 0 ? frames[1]! : [])];
    return [
      article(`a${n}`, `a${n}.example`, text, n * 700),
      article(`b${n}`, `b${n % 7}.example`, framed, n * 700 + 50),
    ];
  }).flat();
  const before = await standings(articles);
  for (let order = 0; order < 20; order += 1) {
    const rows = await standings(shuffled(random, articles));
    for (const [id, row] of before) expect(rows.get(id), `order ${order}, ${id}`).toEqual(row);
  }
});
