import { pick } from '../press.ts';

/** Makes names that hardly ever come twice, out of beginnings and endings of each script. */
export interface Namer {
  place: () => string;
  person: () => string;
  firm: () => string;
}

const PARTS: Record<string, { place: [string, string]; first: string; last: [string, string]; firm: string }> = {
  latin: {
    place: [
      'Bren Tarv Kel Osm Vald Hess Marn Quill Drav Lun Sarn Ost Pell Grim Thal Corv Esk Nord Wint Jask',
      'mark elo heim ovo ingen field aro burg itza wick ostan mere ale hafen ena dorf',
    ],
    first:
      'Ada Boris Celia Dario Edith Farid Greta Hakan Irena Jomo Karla Luis Milan Nadia Otto Pilar Rosa Simon Tariq Vera',
    last: [
      'Bald Krem Ostr Vell Gard Hols Jark Lind Mond Nesk Pret Rott Sabb Tull Weng Zand',
      'uccio ova ström ez anyi mann oglu ic aert ini owski ara',
    ],
    firm: 'Works Lines Energy Foods Steel Motors Bank Pharma',
  },
  cyrillic: {
    place: ['Бел Крас Лун Вер Сос Дуб Тих Озер Камен Реч Зим Холм', 'огорск ноярь овка ново опол енец овец инск'],
    first: 'Анна Борис Вера Глеб Дарья Егор Зоя Илья Клара Лев',
    last: ['Бур Вол Гор Дан Жар Кол Лап Мор Нос Руд', 'ыгин атов ецкий аленко инский унов яков'],
    firm: 'завод банк комбинат флот',
  },
  arabic: {
    place: ['تل بئر وادي عين كفر رأس برج دير', 'السمر الزهور النور الرمل الغزال الصخر البحر القمر الكرم الجوز'],
    first: 'سامي ليلى كريم هدى نادر سلمى فارس رنا',
    last: ['ال', 'حداد خياط نجار صباغ عطار زيات بستاني قصاب فران حلاق'],
    firm: 'شركة مصرف مصنع',
  },
  han: {
    place: ['青 白 石 云 江 松 金 海 龙 东', '河市 岭县 湾镇 桥镇 泉市 丘县 港市 林县'],
    first: '李 王 陈 赵 周 吴 郑 孙',
    last: ['国 志 文 海 春 明 建 晓', '强 华 兰 山 平 峰 梅 生'],
    firm: '集团 银行 公司 船厂',
  },
};

function words(list: string): string[] {
  return list.split(' ');
}

/** The namer of a script. */
export function namerOf(script: string, random: () => number): Namer {
  const { place, first, last, firm } = PARTS[script]!;
  const joint = script === 'arabic' ? ' ' : '';
  const space = script === 'han' ? '' : ' ';
  const family = () => pick(random, words(last[0])) + pick(random, words(last[1]));
  const town = () => pick(random, words(place[0])) + joint + pick(random, words(place[1]));
  return {
    place: town,
    person: () => pick(random, words(first)) + space + family(),
    firm: () =>
      script === 'arabic' ? `${pick(random, words(firm))} ${town()}` : town() + space + pick(random, words(firm)),
  };
}
