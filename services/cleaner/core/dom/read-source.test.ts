import { seeded } from '@wirewatch/shared/seeded.ts';
import { expect, test } from 'vitest';
import { mutate } from '../../../../tests/support/mutate-page.ts';
import { keptName } from './attributes.ts';
import { ElementNode, type LightNode } from './node.ts';
import { build, buildSlowly } from './parse.ts';

/** A tree as lines: depth, name, the attributes that are read, texts. */
function written(root: ElementNode): string[] {
  const lines: string[] = [];
  const write = (node: LightNode, depth: number): void => {
    if (!(node instanceof ElementNode)) {
      lines.push(`${depth} ${JSON.stringify(node.value)}`);
      return;
    }
    const read = node.attributes.filter((a) => keptName(a.name)).map((a) => `${a.name}=${JSON.stringify(a.value)}`);
    lines.push(`${depth} <${node.tag} ${node.namespace} ${read.join(' ')}>`);
    for (const child of node.children) write(child, depth + 1);
    if (node.content) write(node.content, depth + 1);
  };
  write(root, 0);
  return lines;
}

const HEAD = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<HTML lang=en xml:lang='en'><head><title>Pass &amp; road </title ><meta name="a" content="b&copy=1&lt;"><base href=/x/></head>`;
const PAGE = `${HEAD}<body class="a &quot;b&quot;" data-x='>'>\r\n<div id=x CLASS = "one two" class=three><p>Snow &mdash; and&nbsp;ice &#8217; &amp &ampx <b a=1><b a=1><b a=2>bold<i>both</b>
 italic</i><table><tr><td>a<td>b <b>c</table><ul><li hidden>one<li>two</ul><pre>

two lines</pre><input type=hidden><br/><hr / ><a href="/x?a=1&b=2"title="t">link</a><svg><a xlink:href='/s'><title>t</title><p>out of it</svg>
<select><option>x</select><template><p>in</template><h2>heading</h2></div><textarea>
 <p>not a tag</p></textarea><noscript><p>shown</p></noscript></body></html>`;

const PIECES = [
  '<',
  '</',
  '<!',
  '<a',
  '<a b',
  '<a b=',
  '<a b="',
  '<a b=c/>x',
  '<a /b="c"d=e>x',
  '<a =b=c>x',
  '<a b = c d>x',
  '</a b="c>">x',
  '</>x</ y>z<?pi?>w<!x>v',
  'a < b <3 > c & d &; &#x; &#0; &notit; &not',
  '<p>a\fb\tc<p>\n',
  '<table> a <td> b </table> c',
  '<table> <td> <table> x',
  '<frameset> a <frame> b </frameset> c',
  '<title>a</title',
  '<title>a</titles></TITLE x>b',
  '<textarea>\n\na',
  '<pre>&#10;a',
  '<script>if (a < b) c("</p>")</script>d',
  '<plaintext><p>a',
  '<!-- a <p> --><p>b<!-- c',
  '<!doctype><p><table>',
  '<!doctype html><p><table>',
  '<!DOCTYPE html SYSTEM "about:legacy-compat"><p>a',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN"><p><table>',
  '<svg><![CDATA[a<b]]></svg><![CDATA[a<b]]>',
  '<math><annotation-xml encoding="text/html"><p>a</annotation-xml></math>',
  '<svg><font color=red>a</font><FONT size=1>b',
  '<b><b><b><b>a</b></b></b></b>',
  '<font a=1><font a=1><font a=1><font b=1><font a=1><p>x',
  '<a><p><a>x</p>y',
  '\u{1F600}<p title="\u{1F600}">\ud800',
  `<i ${Array.from({ length: 40 }, (_, n) => `a${n % 30}=${n}`).join(' ')}>x`,
];

test.each([PAGE, ...PIECES])('%j gives the same tree by the quick reader and by parse5', (html) => {
  expect(written(build(html))).toEqual(written(buildSlowly(html)));
});

test('200 damaged pages give the same tree by the quick reader and by parse5', () => {
  const random = seeded(5);
  for (let i = 0; i < 200; i += 1) {
    const html = mutate(PAGE.repeat(1 + (i % 3)), random).replaceAll('\u0000', '');
    if (html.length > 50_000) continue;
    const [quick, slow] = [build, buildSlowly].map((by) => {
      try {
        return written(by(html));
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(quick, html).toEqual(slow);
  }
});
