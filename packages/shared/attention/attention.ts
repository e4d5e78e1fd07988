import { ATTENTION_KINDS, type AttentionFacts, type AttentionKind, type AttentionLine } from './line.ts';
import { attentionToFeeds } from './of-feeds.ts';
import { attentionToMachine } from './of-machine.ts';
import { attentionToPipeline } from './of-pipeline.ts';

/** Lines of one kind; what is beyond them is one line more. */
const MOST_OF_A_KIND = 5;

/** Where all things of a kind are listed. */
const ALL_OF: Partial<Record<AttentionKind, string>> = {
  quarantine: '/quarantine',
  'large-group': '/copies',
  'contested-outlet': '/outlets',
};

/** Everything that needs a look: the one list behind the overview's box, `status`, `/readyz?verbose`, metrics and alerts. Pure. */
export function attentionOf(facts: AttentionFacts): AttentionLine[] {
  const all = [...attentionToMachine(facts), ...attentionToPipeline(facts), ...attentionToFeeds(facts)];
  return ATTENTION_KINDS.flatMap((kind) => shortened(all.filter((line) => line.kind === kind)));
}

function shortened(lines: AttentionLine[]): AttentionLine[] {
  if (lines.length <= MOST_OF_A_KIND + 1) return lines;
  const rest = lines.slice(MOST_OF_A_KIND);
  const { kind, grave } = rest[0]!;
  const count = rest.reduce((sum, line) => sum + line.count, 0);
  const href = ALL_OF[kind] ?? `/feeds?level=${kind.replace('feed-', '')}`;
  const more = {
    kind,
    grave,
    what: `and ${rest.length} more like these`,
    since: null,
    todo: 'See all of them.',
    href,
    count,
  };
  return [...lines.slice(0, MOST_OF_A_KIND), more];
}

/** How many things of each kind need a look, every kind named. */
export function attentionCounts(lines: readonly AttentionLine[]): Map<AttentionKind, number> {
  return new Map(
    ATTENTION_KINDS.map((kind) => [
      kind,
      lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.count, 0),
    ]),
  );
}
