import type { HostGate } from '@wirewatch/fetcher/politeness/host-gate.ts';

/** A gate that lets everything pass and remembers what it was told, for tests that are not about politeness. */
export function createOpenGate(): HostGate & {
  blocks: Array<{ host: string; ms: number }>;
  dead: string[];
  held: Set<string>;
} {
  const blocks: Array<{ host: string; ms: number }> = [];
  const dead: string[] = [];
  const held = new Set<string>();
  return {
    blocks,
    dead,
    held,
    reserve: async (host, holder) => {
      held.add(`${host} ${holder}`);
      return { waitMs: 0, why: 'free' };
    },
    release: async (host, holder) => {
      held.delete(`${host} ${holder}`);
    },
    block: async (host, ms) => {
      blocks.push({ host, ms });
    },
    markDead: async (host) => {
      dead.push(host);
    },
  };
}
