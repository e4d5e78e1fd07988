// Processes that a test run left behind. A test that forgets its Redis must not slow down or break the next run.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends every process that belongs to `folder`: by its command line, environment or working directory (Redis overwrites
 * its environment with its title, Postgres its command line: one of the three always stays). Returns their command lines.
 * Needs /proc; elsewhere nothing is found.
 */
export async function endLeftovers(folder) {
  const found = belonging(folder);
  for (const { pid } of found) signal(pid, 'SIGTERM');
  for (let wait = 0; wait < 20 && belonging(folder).length > 0; wait++) await sleep(100);
  for (const { pid } of belonging(folder)) signal(pid, 'SIGKILL');
  return found.map(({ pid, command }) => `${command} (process ${pid})`);
}

function belonging(folder) {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({ pid: Number(name), command: text(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim() }))
    .filter(
      ({ pid, command }) =>
        command.includes(folder) || text(`/proc/${pid}/environ`).includes(folder) || cwd(pid).startsWith(folder),
    );
}

const attempt = (read, otherwise) => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};
const list = (path) => attempt(() => readdirSync(path), []);
const text = (path) => attempt(() => readFileSync(path, 'latin1'), '');
const cwd = (pid) => attempt(() => readlinkSync(`/proc/${pid}/cwd`), '');
const signal = (pid, name) => attempt(() => process.kill(pid, name), false);
