import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());

test.each([
  ['美国国务卿周一抵达北京，与中国外长举行会谈。', 'CONSULT', 'USA', 'CHN'],
  ['美国宣布对俄罗斯实施新一轮制裁。', 'COERCE', 'USA', 'RUS'],
  ['以军空袭黎巴嫩南部，造成七人死亡。', 'ASSAULT', 'ISR', 'LBN'],
  ['俄罗斯驱逐两名英国外交官。', 'SANCTION', 'RUS', 'GBR'],
  ['乌克兰指责俄罗斯袭击港口。', 'ACCUSE', 'UKR', 'RUS'],
  ['一名法国公民在德黑兰被伊朗安全部队逮捕。', 'COERCE', 'IRN', 'FRA'],
  ['朝鲜试射两枚弹道导弹。', 'MOBILIZE', 'PRK', 'PRK'],
  ['菲律宾要求中国撤走海警船。', 'REQUEST', 'PHL', 'CHN'],
  ['日韩外长在首尔会晤。', 'CONSULT', 'JPN', 'KOR'],
  ['日本向菲律宾提供两艘巡逻船和人道主义援助。', 'AID', 'JPN', 'PHL'],
  ['法国从尼日尔撤军。', 'RETREAT', 'FRA', 'NER'],
  ['肯尼亚数千名民众走上街头示威，反对加税。', 'PROTEST', 'KEN', 'KEN'],
  ['美国警告伊朗不要封锁海峡。', 'THREATEN', 'USA', 'IRN'],
  ['越南和柬埔寨签署边界协议。', 'SUPPORT', 'VNM', 'KHM'],
  ['法国总统马克龙星期三抵达上海，开始对中国进行为期三天的国事访问。', 'CONSULT', 'FRA', 'CHN'],
  ['俄罗斯总统普京与美国总统特朗普通电话，讨论乌克兰停火问题。', 'CONSULT', 'RUS', 'USA'],
  ['以色列释放了一百二十名巴勒斯坦囚犯。', 'RETREAT', 'ISR', 'PSE'],
  ['中国决定对加拿大油菜籽加征关税。', 'COERCE', 'CHN', 'CAN'],
  ['日本外务省召见中国大使，就海警船进入领海提出抗议。', 'ACCUSE', 'JPN', 'CHN'],
  ['丹麦拒绝了美国购买格陵兰的提议。', 'REJECT', 'DNK', 'USA'],
  ['美国国防部宣布向红海增派一艘航母。', 'MOBILIZE', 'USA', 'USA'],
  ['巴基斯坦军方对阿富汗境内目标发动空袭，打死十二人。', 'ASSAULT', 'PAK', 'AFG'],
  ['阿尔及利亚召回驻法国大使。', 'SANCTION', 'DZA', 'FRA'],
  ['伊朗革命卫队威胁以色列将采取报复行动。', 'THREATEN', 'IRN', 'ISR'],
  ['土耳其与亚美尼亚同意重新开放边境。', 'AGREE', 'TUR', 'ARM'],
  ['柬埔寨重新开放与泰国的口岸。', 'CONCEDE', 'KHM', 'THA'],
  ['俄军夜间袭击敖德萨港口设施，乌克兰官员说三人丧生。', 'ASSAULT', 'RUS', 'UKR'],
  ['肯尼亚总统祝贺索马里新总理就职。', 'SUPPORT', 'KEN', 'SOM'],
  ['乌克兰敦促德国提供防空导弹。', 'REQUEST', 'UKR', 'DEU'],
  ['土耳其警方逮捕了四十名反对党成员。', 'COERCE', 'TUR', 'TUR'],
])('%s', (text, plover, source, target) => {
  expect(reader.read({ text, language: 'zh' }).events[0]).toMatchObject({ plover, source: [source], target: [target] });
});

test('a headline of two halves tells each of its own', () => {
  const { events } = reader.read({ text: '泰国从边境撤军 柬埔寨释放七名士兵', language: 'zh' });
  expect(events[0]).toMatchObject({ plover: 'RETREAT', source: ['THA'] });
});

test('countries of a Chinese text, with capitals and characters that stand for them', () => {
  expect(reader.read({ text: '河内方面说，越菲两国将在马尼拉会谈。', language: 'zh' }).countries.toSorted()).toEqual([
    'PHL',
    'VNM',
  ]);
});
