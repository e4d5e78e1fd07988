import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { cpuSecondsOfTree } from '../whole/cpu.ts';

/** A machine on which services run. */
export interface Machine {
  /** Starts services of a release; resolves when all are ready. */
  start(services: readonly Service[], release: string): Promise<void>;
  /** Lets all services of a release, or all there are, end as a deployment does. */
  stop(release?: string): Promise<void>;
  /** All of its processes are gone at once. */
  kill(): Promise<void>;
  /** CPU seconds that its services have taken. */
  cpuSeconds(): number;
  /** What ended otherwise than by being told to, in its own last words. */
  died: string[];
}

const TOLD = 2000;

/** @param before the words before each command: onto the machine, into its quota */
export function machineOf(name: string, before: readonly string[], env: NodeJS.ProcessEnv): Machine {
  const running = new Set<{ child: ChildProcess; release: string }>();
  const died: string[] = [];
  const end = async (signal: NodeJS.Signals, release?: string) => {
    const told = [...running].filter((one) => release === undefined || one.release === release);
    for (const one of told) running.delete(one);
    await Promise.all(
      told.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }),
    );
  };
  return {
    died,
    cpuSeconds: () => [...running].reduce((sum, { child }) => sum + cpuSecondsOfTree(child.pid!), 0),
    async start(services, release) {
      await Promise.all(
        services.map(async (service) => {
          const folder = mkdtempSync(join(tmpdir(), `ww-${name}-`));
          const [command, ...args] = [
            ...before,
            process.execPath,
            join(release, 'services/cli/bin/wirewatch.mjs'),
            'work',
            service,
          ];
          const child = spawn(command!, args, {
            cwd: release,
            // Under its own name a service is known to Postgres.
            env: { ...env, WIREWATCH_DATA: folder, PGAPPNAME: service },
            stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
          });
          let said = '';
          for (const stream of [child.stdout!, child.stderr!])
            stream.on('data', (chunk) => {
              said = (said + chunk).slice(-TOLD);
            });
          const one = { child, release };
          running.add(one);
          const ready = Promise.withResolvers<void>();
          child.on('message', () => ready.resolve());
          child.on('exit', (code, signal) => {
            rmSync(folder, { recursive: true, force: true });
            if (!running.delete(one)) return;
            died.push(`${service} on ${name} (${code ?? signal}): ${said}`);
            ready.reject(new Error(died.at(-1)));
          });
          await ready.promise;
        }),
      );
    },
    stop: (release) => end('SIGTERM', release),
    kill: () => end('SIGKILL'),
  };
}
