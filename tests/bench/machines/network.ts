import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** Machines of one network: namespaces of this one, joined by a bridge on which it has an address too. */
export interface Network {
  /** The bench's own address in it. */
  own: string;
  /** The words before a command that run it on a machine. */
  on(machine: string): string[];
  addressOf(machine: string): string;
  /** Pulls a machine's cable, or puts it back. */
  cable(machine: string, is: 'in' | 'out'): void;
  remove(): void;
}

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });
const quietly = (...args: string[]) => {
  try {
    ip(...args);
  } catch {
    // It was not there.
  }
};

/** Why there can be no network of namespaces here, in a sentence; null: there can. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux') return 'namespaces of a network are Linux';
  try {
    ip('netns', 'add', 'ww-probe');
    ip('netns', 'del', 'ww-probe');
    accessSync('/proc/self/ns/net', constants.R_OK);
    return null;
  } catch {
    return 'it needs root (CAP_NET_ADMIN and CAP_SYS_ADMIN) and the command ip (iproute2): it makes namespaces and cables of its own';
  }
}

/** Joins machines by cables (veth) to one bridge. Names and addresses have the process's number, so that two benches do not meet. */
export function joinMachines(machines: readonly string[]): Network {
  const mark = process.pid % 100_000;
  const net = `10.${77 + (mark % 100)}.${mark % 250}`;
  const bridge = `wwbr${mark}`;
  const own = `${net}.1`;
  const nameOf = (machine: string) => `ww${mark}-${machine}`;
  const cableOf = (machine: string) => `v${machines.indexOf(machine)}w${mark}`;
  const addressOf = (machine: string) => `${net}.${machines.indexOf(machine) + 2}`;
  const remove = () => {
    for (const machine of machines) quietly('netns', 'del', nameOf(machine));
    quietly('link', 'del', bridge);
  };
  try {
    ip('link', 'add', bridge, 'type', 'bridge');
    ip('addr', 'add', `${own}/24`, 'dev', bridge);
    ip('link', 'set', bridge, 'up');
    for (const machine of machines) {
      const [name, cable] = [nameOf(machine), cableOf(machine)];
      ip('netns', 'add', name);
      ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
      ip('link', 'set', cable, 'master', bridge, 'up');
      ip('-n', name, 'addr', 'add', `${addressOf(machine)}/24`, 'dev', 'eth0');
      ip('-n', name, 'link', 'set', 'eth0', 'up');
      ip('-n', name, 'link', 'set', 'lo', 'up');
    }
  } catch (error) {
    remove();
    throw error;
  }
  return {
    own,
    on: (machine) => ['ip', 'netns', 'exec', nameOf(machine)],
    addressOf,
    cable: (machine, is) => void ip('link', 'set', cableOf(machine), is === 'in' ? 'up' : 'down'),
    remove,
  };
}
