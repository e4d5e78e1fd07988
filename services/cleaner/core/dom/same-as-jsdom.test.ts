import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from './parse.ts';

const { JSDOM } = createRequire(import.meta.url)('jsdom') as typeof import('jsdom');

/** What a full DOM makes of the page, written out and read again: the light tree of a well-formed page is beyond doubt. */
function blocksByJsdom(html: string): string[] {
  return blocksOf(new JSDOM(html).serialize());
}

function blocksOf(html: string): string[] {
  return collectBlocks(parsePage(html).body).map((b) => `${b.tag}: ${b.text}`);
}

test.each([
  '<p>one<p>two<div>three</p>four</div>',
  '<table><tr><td>a<td>b<tr><td>c</table>',
  '<table><p>fostered out</p><tr><td>in</td></tr></table>',
  '<b>bold <i>both</b> italic</i> plain',
  '<ul><li>one<li>two<ul><li>three</ul></ul>',
  '<p>before<script>if (a < b) document.write("<p>no</p>")</script>after</p>',
  '<!-- <p>comment</p> --><p>text</p><!-- open',
  '<div><span>a</div>b</span>',
  '<p>a &lt; b &amp; c &nbsp; d &#8217;</p>',
  '<a href="/x"><div>block in link</div></a>',
  '<h2>head</h2>text<br>line<br><br>next',
  '<p>caption: <img alt="a > b" src="x.jpg">after</p>',
  '<body><p>first</body></html><p>after the end',
  '<p>no body at all',
  '<svg><title>icon</title></svg><p>text</p>',
])('%s', (html) => {
  expect(blocksOf(html)).toEqual(blocksByJsdom(html));
});
