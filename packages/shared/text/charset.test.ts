import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { expect, test } from 'vitest';
import { decodeBytes } from './charset.ts';

const RUSSIAN = 'Министр сказал, что переговоры продолжатся на следующей неделе в столице.';
const TURKISH = 'Bakan, görüşmelerin önümüzdeki hafta başkentte süreceğini, kışın ağır geçeceğini söyledi.';
const ARABIC = 'قال الوزير إن المحادثات ستستمر الأسبوع المقبل في العاصمة بعد توقف دام يومين';
const CHINESE = '部长表示，会谈将于下周在首都继续进行，双方都愿意让步。';
const JAPANESE = '大臣は、会談は来週首都で続けられると述べた。';
const KOREAN = '장관은 회담이 다음 주 수도에서 계속될 것이라고 말했다.';
const FRENCH = 'La ministre a déclaré que l’été serait décisif : « rien n’est joué » — dit-elle.';

const MULTIBYTE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp', 'gbk']);

function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  if (MULTIBYTE.has(charset)) return createMultibyteEncoder(charset as 'gbk')(text);
  return createSinglebyteEncoder(charset as 'koi8-r')(text);
}

const feed = (text: string, declared?: string) =>
  `<?xml version="1.0"${declared ? ` encoding="${declared}"` : ''}?><rss><channel><title>${text}</title></channel></rss>`;

const LABELLED: [string, string, string][] = [
  ['windows-1251', 'windows-1251', RUSSIAN],
  ['cp1251', 'windows-1251', RUSSIAN],
  ['koi8-r', 'koi8-r', RUSSIAN],
  ['iso-8859-5', 'iso-8859-5', RUSSIAN],
  ['windows-1254', 'windows-1254', TURKISH],
  ['iso-8859-9', 'windows-1254', TURKISH],
  ['windows-1256', 'windows-1256', ARABIC],
  ['gb2312', 'gbk', CHINESE],
  ['gb18030', 'gb18030', CHINESE],
  ['shift_jis', 'shift_jis', JAPANESE],
  ['cp932', 'shift_jis', JAPANESE],
  ['euc-jp', 'euc-jp', JAPANESE],
  ['iso-2022-jp', 'iso-2022-jp', JAPANESE],
  ['euc-kr', 'euc-kr', KOREAN],
  ['iso-8859-1', 'windows-1252', FRENCH],
];

test.each(LABELLED)('the header %s is read as %s', (label, charset, text) => {
  const bytes = encode(feed(text), charset);
  const got = decodeBytes(bytes, { contentType: `text/xml; charset="${label}"`, kind: 'xml' });
  expect(got).toEqual({ text: feed(text), charset, from: 'header' });
});

test.each(LABELLED)('the XML declaration %s is read as %s', (label, charset, text) => {
  const bytes = encode(feed(text, label), charset);
  expect(decodeBytes(bytes, { contentType: 'text/xml', kind: 'xml' })).toEqual({
    text: feed(text, label),
    charset,
    from: 'declaration',
  });
});

test.each([
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['windows-1254', TURKISH],
  ['windows-1256', ARABIC],
  ['gb18030', CHINESE],
  ['shift_jis', JAPANESE],
  ['euc-kr', KOREAN],
  ['iso-2022-jp', JAPANESE],
  ['windows-1252', FRENCH],
])('unlabelled %s is detected', (charset, text) => {
  const bytes = encode(feed(text), charset);
  expect(decodeBytes(bytes, { kind: 'xml' })).toEqual({ text: feed(text), charset, from: 'detection' });
});

test.each(['iso-8859-1', 'windows-1251', 'iso-8859-9', 'gb2312', 'utf-16', 'no-such-charset'])(
  'UTF-8 under the label %s stays UTF-8',
  (label) => {
    const text = feed(TURKISH, label);
    const bytes = encode(text, 'utf-8');
    expect(decodeBytes(bytes, { contentType: `text/xml; charset=${label}`, kind: 'xml' })).toMatchObject({
      text,
      charset: 'utf-8',
      from: 'utf-8',
    });
  },
);

test('UTF-8 that was cut in the middle of a letter is still UTF-8, with one mark for the cut', () => {
  const whole = encode(feed(RUSSIAN), 'utf-8');
  const cut = whole.subarray(0, encode(feed(RUSSIAN).slice(0, 60), 'utf-8').length - 1);
  const got = decodeBytes(cut, { contentType: 'text/xml; charset=windows-1251', kind: 'xml' });
  expect(got.charset).toBe('utf-8');
  expect(got.text.endsWith('\uFFFD')).toBe(true);
});

test('a UTF-8 label on 8-bit bytes is passed over', () => {
  const text = feed(RUSSIAN, 'utf-8');
  expect(
    decodeBytes(encode(text, 'windows-1251'), { contentType: 'text/xml; charset=utf-8', kind: 'xml' }),
  ).toMatchObject({
    text,
    charset: 'windows-1251',
    from: 'detection',
  });
});

test('a label that does not fit its bytes gives way to the next evidence', () => {
  const text = feed(TURKISH, 'windows-1254');
  const got = decodeBytes(encode(text, 'windows-1254'), { contentType: 'text/xml; charset=shift_jis', kind: 'xml' });
  expect(got).toMatchObject({ text, charset: 'windows-1254', from: 'declaration' });
});

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

test.each([false, true])('UTF-16 (big endian: %s) with and without its mark', (big) => {
  const charset = big ? 'utf-16be' : 'utf-16le';
  const text = feed(ARABIC, 'utf-16');
  expect(decodeBytes(utf16(`\uFEFF${text}`, big), { kind: 'xml' })).toEqual({ text, charset, from: 'bom' });
  expect(decodeBytes(utf16(text, big), { kind: 'xml' })).toEqual({ text, charset, from: 'detection' });
});

test('UTF-32 with and without its mark', () => {
  const text = feed(JAPANESE);
  const wide = (value: string) => {
    const points = [...value].map((letter) => letter.codePointAt(0)!);
    const bytes = Buffer.alloc(points.length * 4);
    points.forEach((point, index) => {
      bytes.writeUInt32LE(point, index * 4);
    });
    return bytes;
  };
  expect(decodeBytes(wide(`\uFEFF${text}`), { kind: 'xml' })).toEqual({ text, charset: 'utf-32le', from: 'bom' });
  expect(decodeBytes(wide(text), { kind: 'xml' })).toEqual({ text, charset: 'utf-32le', from: 'detection' });
});

test('a UTF-8 mark is no part of the text', () => {
  expect(decodeBytes(encode('\uFEFF<rss/>', 'utf-8'), { kind: 'xml' })).toEqual({
    text: '<rss/>',
    charset: 'utf-8',
    from: 'bom',
  });
});

test('windows-1252 is decoded in all its 27 places above Latin-1', () => {
  const bytes = Uint8Array.from([...Array(32).keys()].map((index) => 0x80 + index));
  const got = decodeBytes(bytes, { contentType: 'text/html; charset=latin1', kind: 'html' });
  expect(got.text).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  expect(got.charset).toBe('windows-1252');
});

test('a page names its charset in meta, old and new form', () => {
  for (const meta of [
    '<meta charset=windows-1251>',
    '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  ]) {
    const text = `<html><head>${meta}<title>${RUSSIAN}</title>`;
    expect(decodeBytes(encode(text, 'windows-1251'), { kind: 'html' })).toEqual({
      text,
      charset: 'windows-1251',
      from: 'declaration',
    });
  }
});

test('HZ and ISO-2022-KR are read where a label says so, and never without one', () => {
  const hz = encode('<t>~{;a78~}</t>', 'utf-8');
  expect(decodeBytes(hz, { contentType: 'text/xml; charset=hz-gb-2312', kind: 'xml' }).text).toBe('<t>会犯</t>');
  expect(decodeBytes(hz, { kind: 'xml' }).charset).toBe('utf-8');
  const korean = Uint8Array.from([...encode('\x1b$)C<t>', 'utf-8'), 0x0e, 0x47, 0x51, 0x31, 0x5b, 0x0f]);
  expect(decodeBytes(korean, { contentType: 'text/xml; charset=iso-2022-kr', kind: 'xml' }).text).toBe('<t>한글');
});

test('a label that the bytes refute is told', () => {
  const told = (text: string, charset: string, contentType: string) =>
    decodeBytes(encode(text, charset), { contentType, kind: 'xml' }).refuted;
  expect(told(TURKISH, 'utf-8', 'text/xml; charset=iso-8859-9')).toBe('windows-1254');
  expect(told(RUSSIAN, 'windows-1251', 'text/xml; charset=utf-8')).toBe('utf-8');
  expect(told('plain', 'utf-8', 'text/xml; charset=koi8-r')).toBeUndefined();
  expect(told(TURKISH, 'windows-1254', 'text/xml; charset=iso-8859-9')).toBeUndefined();
  expect(told(RUSSIAN, 'windows-1251', 'text/xml; charset=constructor')).toBeUndefined();
  expect(decodeBytes(utf16(feed(ARABIC, 'utf-16'), true), { kind: 'xml' }).refuted).toBeUndefined();
});

test('nothing at all is an empty UTF-8 text', () => {
  expect(decodeBytes(new Uint8Array(), { kind: 'xml' })).toEqual({ text: '', charset: 'utf-8', from: 'utf-8' });
});

test.each([
  ['windows-1251', RUSSIAN],
  ['windows-1256', ARABIC],
  ['gb18030', CHINESE],
])('%s under the label ISO-8859-1 is not read as Latin', (charset, text) => {
  const bytes = encode(feed(text, 'iso-8859-1'), charset);
  const got = decodeBytes(bytes, { contentType: 'text/xml; charset=iso-8859-1', kind: 'xml' });
  expect(got).toMatchObject({ text: feed(text, 'iso-8859-1'), charset, from: 'detection' });
});

test('a server that adds ISO-8859-1 to a feed does not overrule its declaration; to a page it does', () => {
  const text = feed(TURKISH, 'windows-1254');
  const bytes = encode(text, 'windows-1254');
  const contentType = 'text/xml; charset=iso-8859-1';
  expect(decodeBytes(bytes, { contentType, kind: 'xml' })).toEqual({
    text,
    charset: 'windows-1254',
    from: 'declaration',
  });
  expect(decodeBytes(bytes, { contentType, kind: 'html' })).toMatchObject({ charset: 'windows-1252', from: 'header' });
});
