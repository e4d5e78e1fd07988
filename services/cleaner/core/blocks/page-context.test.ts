import { expect, test } from 'vitest';
import { parsePage } from '../dom/parse.ts';
import { kindsOf } from '../junk/container-kinds.ts';
import type { Block } from './block.ts';
import { factsOf } from './block-facts.ts';
import { collectBlocks } from './collect.ts';
import { pageContext } from './page-context.ts';
import { findRegion } from './region.ts';
import { amongProse, SecondScorer } from './second-scorer.ts';
import { Surroundings } from './surroundings.ts';

const FERRY =
  'The ferry between the islands will not sail before Thursday, the harbour office said, because a winch on the quay has broken.';
const OTHER =
  'Voters of the northern district elect a council on Sunday, and three parties promise a school, a bridge and lower fees …';

const page = parsePage(`<html><body><div class="k1"><h1>The ferry waits</h1><p>7 May 2024</p><p>${FERRY}</p>
  <ul><li>the winch</li><li>the quay of the harbour</li></ul><p>Until the ferry sails again a bus goes round the bay, and the harbour office gives money back.</p></div>
  <div class="k2"><h3><a href="/vote">Voters of the north elect a council</a></h3><p>${OTHER}</p></div></body></html>`);
const blocks: Block[] = collectBlocks(page.body);
const facts = factsOf(blocks);
const asked = blocks.map(() => true);
const at = (text: string): number => blocks.findIndex((b) => b.text.startsWith(text));

test('a block is placed by what lies between it and the headline, and by what it speaks of', () => {
  const rows = pageContext(blocks, facts, at('The ferry waits'), 300, asked);
  const [own, others] = [rows[at('The ferry between')] as number[], rows[at('Voters of the northern')] as number[]];
  // Teasers since the headline, a text broken off, the share of its words that other prose has.
  expect([own[2], others[2]]).toEqual([0, 1]);
  expect([own[11], others[11]]).toEqual([0, 1]);
  expect(own[16]).toBeGreaterThan(others[16] as number);
  expect(new Set(rows.map((r) => r?.length))).toEqual(new Set([18]));
});

test('the second scorer elects a container, and knows what stands among paragraphs', () => {
  const around = new Surroundings(blocks, findRegion(page.body, blocks, kindsOf));
  const second = new SecondScorer(blocks, facts, around);
  expect(second.of((blocks[at('The ferry between')] as Block).element)[0]).toBe(2);
  expect(second.of((blocks[at('Voters of the northern')] as Block).element)[0]).toBe(0);
  const among = amongProse(blocks, facts, asked);
  expect(among[at('the quay')]).toEqual([2, 2, 2]);
  expect(among[at('The ferry waits')]?.[0]).toBe(-2);
});
