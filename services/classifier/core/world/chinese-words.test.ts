import { expect, test } from 'vitest';
import { createCutter } from './chinese-words.ts';
import { scan } from './scan.ts';

const cutter = createCutter(['中国', '巴西', '巴基斯坦', '以及', '西方', '外长', '会谈']);
const words = (text: string) => scan('', text, cutter(text)).key;

test.each([
  ['中国17日与巴西会谈', ['中国', '17', '日', '与', '巴西', '会谈']],
  // A character stands for a country before an office, behind "visit" and beside another such.
  ['巴基斯坦外长说，巴外长将访华', ['巴基斯坦', '外长', '说', '巴基斯坦', '外长', '将', '访', '中国']],
  ['美日韩外长会谈', ['美国', '日本', '韩国', '外长', '会谈']],
  ['中美会谈', ['中', '美', '会谈']],
  // Elsewhere it is an ordinary one.
  ['以及西方的日子', ['以及', '西方', '的', '日', '子']],
  ['巴士', ['巴', '士']],
])('%s', (text, cut) => {
  expect(words(text)).toEqual(cut);
});

test('full-width marks end sentences without a space', () => {
  const { first } = scan('', '会谈。“会谈。”会谈！2025年会谈', cutter(''));
  expect(first).toHaveLength(5);
});
