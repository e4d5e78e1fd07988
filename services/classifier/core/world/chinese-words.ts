/** A piece of a run of characters: its length, and the word that it stands for where that is another. */
export interface Piece {
  length: number;
  stands: string | null;
}

/** Cuts a run of letters and digits of one text into words. */
export type Cutter = (run: string) => Piece[];

/** One character for a country, as "中美", "俄方" and "访华" have it: the countries that it may stand for, likeliest first. */
const BRIEF: Readonly<Record<string, string>> = {
  中: '中国',
  华: '中国',
  美: '美国',
  俄: '俄罗斯',
  日: '日本',
  韩: '韩国',
  朝: '朝鲜',
  英: '英国',
  法: '法国',
  德: '德国',
  印: '印度 印度尼西亚',
  以: '以色列',
  乌: '乌克兰 乌兹别克斯坦 乌干达 乌拉圭',
  巴: '巴基斯坦 巴勒斯坦 巴西 巴拿马 巴拉圭',
  伊: '伊朗 伊拉克',
  泰: '泰国',
  柬: '柬埔寨',
  菲: '菲律宾',
  越: '越南',
  土: '土耳其',
  叙: '叙利亚',
  澳: '澳大利亚',
  加: '加拿大',
  埃: '埃及 埃塞俄比亚',
  沙: '沙特 沙特阿拉伯',
  缅: '缅甸',
  老: '老挝',
  马: '马来西亚 马里',
  新: '新加坡 新西兰',
  台: '台湾',
  蒙: '蒙古',
  哈: '哈萨克斯坦 哈马斯',
  塞: '塞尔维亚 塞浦路斯',
  波: '波兰',
  匈: '匈牙利',
  捷: '捷克',
  立: '立陶宛',
  白: '白俄罗斯',
  格: '格鲁吉亚',
  亚: '亚美尼亚',
  阿: '阿富汗 阿塞拜疆 阿根廷 阿尔及利亚 阿联酋',
  黎: '黎巴嫩',
  约: '约旦',
  利: '利比亚',
  苏: '苏丹',
  刚: '刚果',
  卢: '卢旺达',
  希: '希腊',
  意: '意大利',
  西: '西班牙',
  荷: '荷兰',
  瑞: '瑞典 瑞士',
  墨: '墨西哥',
  古: '古巴',
  委: '委内瑞拉',
  哥: '哥伦比亚',
  尼: '尼日利亚 尼泊尔 尼日尔 尼加拉瓜',
  孟: '孟加拉国',
  吉: '吉尔吉斯斯坦 吉布提',
  塔: '塔吉克斯坦 塔利班',
};
/** Those that need no full name in the text. */
const WELL_KNOWN = new Set('中华美俄日韩朝英法德印以乌');
/** What stands behind one for a country. */
const BEHIND =
  /^(?:[方军軍媒]|外[长長交]|总统|總統|总理|总參|首相|防[长長]|国防|国会|政府|大使|使[馆節]|总领|[两兩三双雙][国國方边]|境|[边邊][境界]|[关關]系|領|领导|元首|高[官层]|当局|海军|空军|陆军|官员|议会|人员|公民|企业|警方|首脑|副?[总總][统統理])/u;
const BEFORE = new Set('访訪赴驻駐援涉抵对對');
const HAN = /\p{Script=Han}/u;
const OTHER = /^[^\p{Script=Han}]+/u;

/** Cutters by the words of lists; `words` longer than one character, and small words of one. */
export function createCutter(words: Iterable<string>): (text: string) => Cutter {
  const known = new Map<string, Set<string>>();
  for (const word of words) {
    if (!HAN.test(word)) continue;
    const head = word[0] as string;
    const list = known.get(head) ?? new Set<string>();
    list.add(word);
    known.set(head, list);
  }
  const byHead = new Map([...known].map(([head, list]) => [head, [...list].sort((a, b) => b.length - a.length)]));
  return (text) => {
    const meant = briefForms(text);
    return (run) => {
      const pieces: Piece[] = [];
      for (let i = 0; i < run.length; ) {
        const other = OTHER.exec(run.slice(i))?.[0];
        const word = other ?? byHead.get(run[i] as string)?.find((w) => run.startsWith(w, i));
        const stands = word ? null : standsFor(run, i, meant, pieces.at(-1)?.stands != null);
        const length = word?.length ?? (run.codePointAt(i)! > 0xffff ? 2 : 1);
        pieces.push({ length, stands });
        i += length;
      }
      return pieces;
    };
  };
}

/** What each character for a country means in a text: the one of its countries that the text names most often. */
function briefForms(text: string): ReadonlyMap<string, string> {
  const meant = new Map<string, string>();
  for (const [brief, names] of Object.entries(BRIEF)) {
    let most = 0;
    for (const name of names.split(' ')) {
      const times = text.split(name).length - 1;
      if (times > most) {
        most = times;
        meant.set(brief, name);
      }
    }
    if (most === 0 && WELL_KNOWN.has(brief)) meant.set(brief, names.split(' ')[0] as string);
  }
  return meant;
}

/** The country that one character at `i` of a run stands for; null where it is an ordinary one. */
function standsFor(run: string, i: number, meant: ReadonlyMap<string, string>, inChain: boolean): string | null {
  const country = meant.get(run[i] as string);
  if (!country) return null;
  const rest = run.slice(i + 1);
  const next = meant.get(rest[0] ?? '');
  const isChained =
    next !== undefined && next !== country && (BEHIND.test(rest.slice(1)) || rest.length === 1 || inChain);
  if (BEHIND.test(rest) || BEFORE.has(run[i - 1] ?? '') || isChained || (inChain && next === undefined)) return country;
  // "美日韩外长": the last of three tells of the first.
  return next !== undefined && meant.has(rest[1] ?? '') && BEHIND.test(rest.slice(2)) ? country : null;
}
