import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** CPU that a process may use while its event loop does not turn once. Of CPU, not by the clock: a machine may sleep or be busy. */
const LIMIT_MS = 60_000;
const LOOK_MS = 5000;
/** Ticks of /proc/PID/stat: 100 a second on Linux, whatever the kernel's own clock. */
const TICK_MS = 10;

/**
 * Ends a child whose event loop has not turned while it used a minute of CPU: nothing else would, for it renews no lease and hears no
 * signal. The child says that it turns by `{ turned: true }` over its line to us. Only where there is a /proc.
 * @param say tells of it, in a sentence
 */
export function watchEventLoop(
  child: ChildProcess,
  say: (line: string) => void,
  { limitMs = LIMIT_MS, lookMs = LOOK_MS } = {},
): void {
  let atLastTurn = 0;
  let ended = false;
  child.on('message', (message: { turned?: boolean }) => {
    if (message.turned) atLastTurn = cpuMsOf(child.pid) ?? atLastTurn;
  });
  const look = () => {
    const spentMs = (cpuMsOf(child.pid) ?? 0) - atLastTurn;
    if (spentMs <= limitMs || ended) return;
    end();
    say(`its event loop did not turn while it used ${Math.round(spentMs / 1000)} s of CPU; ending it`);
    child.kill('SIGKILL');
  };
  // Where it was we who got no turn, what the child said meanwhile waits to be read: timers come before it, this after it.
  const timer = setInterval(() => setImmediate(look), lookMs);
  timer.unref();
  const end = () => {
    ended = true;
    clearInterval(timer);
  };
  child.on('exit', end);
}

/** Milliseconds of CPU that a process has used, all its threads; null where it is gone or there is no /proc. */
function cpuMsOf(pid: number | undefined): number | null {
  try {
    // After the name, which may hold blanks and brackets, user and system time are the 12th and 13th field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
