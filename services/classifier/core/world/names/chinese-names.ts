import type { Scan } from '../scan.ts';
import type { NameMention, Reading } from './name-mention.ts';

/** The commonest surnames; those of two characters first. */
const DOUBLE = '欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|端木|独孤|令狐|夏侯|轩辕|歐陽|司馬|諸葛';
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤尚牛樊葛岳齐庄温柳俞耿邢申詹鲍张劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇呂盧鐘譚陸賈鄒龍賀顧龔錢嚴戴湯莊';
/** Words that an office ends with; a name follows them. */
const OFFICES =
  '部长|局长|厅长|司长|处长|科长|院长|校长|市长|省长|县长|区长|镇长|州长|社长|会长|团长|主席|主任|总统|总理|首相|国王|议长|议员|委员长|委员|秘书长|书记|总书记|秘书|发言人|新闻官|大使|公使|领事|总领事|特使|代表|董事长|总裁|总经理|经理|首席执行官|行长|理事长|检察长|检察官|法官|律师|警长|教授|研究员|博士|院士|学者|专家|分析师|医生|记者|主编|作家|导演|演员|教练|上将|中将|少将|大将|元帅|上校|中校|少校|大校|司令|司令员|政委|将军|外长|防长|财长|先生|女士|小姐|夫人|嫌犯|主教|牧师|部長|局長|廳長|院長|校長|市長|省長|縣長|會長|總統|總理|議長|議員|委員|秘書長|書記|發言人|代表|董事長|總裁|行長|教授|專家|記者|將軍|外長';
/** What may follow a name: punctuation, small words and verbs of news. */
const AFTER =
  '[，。、；：？！）》」』\\s,.;:]|$|周[一二三四五六日]|星期|[一二三四五六七八九十\\d]+[月日]|[说称表在与和及对将被曾向于是就为从也则等拒呼介指认宣告警批要访会抵签出参强透回同当担任因已还又再并即仍未不自以由時說稱與對將於為從]|接受|今天|昨天|昨日|今日|当天|近日|日前';
const PERSON = new RegExp(
  `(?<=(?:${OFFICES}))((?:${DOUBLE})\\p{Script=Han}{1,2}?|[${SINGLE}]\\p{Script=Han}{1,2}?)(?=${AFTER})`,
  'gu',
);
/** Words that a body's name ends with. */
const BODIES =
  '委员会|管理局|(?<![当结布大格开平出残僵])局|总局|公安局|法院|检察院|研究院|研究所|研究中心|科学院|大学|学院|中学|医院|银行|基金会|协会|学会|商会|工会|联合会|联盟|组织|公司|集团|工厂|博物馆|图书馆|出版社|通讯社|电视台|日报|晚报|政府|议会|国会|参议院|众议院|内阁|国防部|外交部|财政部|商务部|教育部|卫生部|内政部|司法部|交通部|农业部|能源部|环境部|安全部|情报局|移民局|海关|警察局|消防局|气象局|统计局|指挥部|司令部|舰队|警方|党|委員會|總局|檢察院|研究院|研究所|大學|學院|醫院|銀行|基金會|協會|聯盟|組織|公司|集團|政府|議會|國會|國防部|外交部|財政部';
const BODY = new RegExp(`(?:${BODIES})(?![长員员])`, 'gu');
/** What a body's name does not reach over: small words, verbs of news, offices. */
const STOP = new RegExp(
  `的|在|与|與|对|對|被|将|將|了|说|說|称|把|及|由|向|从|從|或|以|于|任|等|据|據|为|為|是|前(?![线線进進])|批评|起诉|指责|加入|访问|宣布|表示|要求|反对|支持|受|会见|成立|根据|${OFFICES}`,
  'gu',
);
const RUN = /\p{Script=Han}+/gu;
/** A body's name has as many characters. */
const LEAST_BODY = 3;
const MOST_BODY = 18;
/** "发展和改革委员会": what is joined within a name is short. */
const MOST_JOINED = 4;

/** Persons behind an office and bodies by the word that their names end with, in a Chinese text. */
export function chineseNames(reading: Reading): NameMention[] {
  const { scanned } = reading;
  const found: NameMention[] = [];
  for (const match of scanned.text.matchAll(PERSON)) found.push(named(scanned, 'person', match.index, match[0]));
  for (const { index, 0: run } of scanned.text.matchAll(RUN)) {
    let from = 0;
    let last: NameMention | undefined;
    for (const { index: at, 0: head } of run.matchAll(BODY)) {
      const end = at + head.length;
      const begin = bodyStart(run, from, at);
      // "北岭大学经济研究所": the body of a body.
      const whole = last && begin === from && from > 0 ? last.name + run.slice(begin, end) : run.slice(begin, end);
      from = end;
      if (whole.length < LEAST_BODY || whole.length > MOST_BODY) continue;
      if (last && whole.startsWith(last.name)) found.pop();
      last = named(scanned, 'organisation', index + end - whole.length, whole);
      found.push(last);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Where the name of the body begins whose last word stands at `at` of a run of characters. */
function bodyStart(run: string, from: number, at: number): number {
  let begin = from;
  for (const stop of run.slice(from, at).matchAll(STOP)) begin = from + stop.index + stop[0].length;
  const joint = run.slice(begin, at).lastIndexOf('和');
  return joint > MOST_JOINED ? begin + joint + 1 : begin;
}

function named(scanned: Scan, type: 'person' | 'organisation', offset: number, name: string): NameMention {
  const from = firstBehind(scanned.end, offset);
  return {
    type,
    from,
    to: firstBehind(scanned.end, offset + name.length - 1) + 1,
    name,
    form: name,
    canonical: name,
    office: null,
    country: null,
    alias: null,
    role: null,
    rule: type === 'person' ? 'title before the name' : 'word of organisations',
    sure: true,
  };
}

/** The first word that ends behind an offset. */
function firstBehind(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
