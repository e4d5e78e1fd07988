import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isProgram, onPath } from '../../services/cli/private-redis/on-path.ts';

const exec = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium or Chrome of this machine, for playwright-core's `executablePath`, or null. */
async function chromiumPath(): Promise<string | null> {
  for (const name of NAMES) {
    const path = await onPath(name);
    if (path) return path;
  }
  for (const path of ELSEWHERE) if (await isProgram(path)) return path;
  return null;
}

/** Installs Debian's Chromium for the browser tests where none is there and we may; else says what to install. */
export async function ensureChromium({ log }: { log: (line: string) => void }): Promise<string> {
  const present = await chromiumPath();
  if (present) return present;
  let why = '';
  if (process.getuid?.() === 0 && (await onPath('apt-get'))) {
    log(
      'no Chromium on this machine: installing Debian’s for the browser tests (apt-get install chromium, some 100 MB)',
    );
    try {
      await apt('install', '-y', '--no-install-recommends', 'chromium').catch(async () => {
        await apt('update');
        await apt('install', '-y', '--no-install-recommends', 'chromium');
      });
    } catch (error) {
      why = ` (apt-get said: ${error instanceof Error ? error.message.trim().split('\n').slice(-2).join(' ') : error})`;
    }
  }
  const installed = await chromiumPath();
  if (installed) return installed;
  throw new Error(
    `a Chromium is needed by the browser tests and none was found${why}. Install it ("apt-get install chromium", "brew install --cask chromium").`,
  );
}

async function apt(...args: string[]): Promise<void> {
  // Another installation may be under way: wait for it rather than fail.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  await exec('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, maxBuffer: 2 ** 25 });
}
