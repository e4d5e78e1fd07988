import { spawn } from 'node:child_process';

/** A block of shell commands in a document, and how it is to be tried. */
export interface Block {
  /** Line of the document on which the commands begin, from 1. */
  line: number;
  commands: string;
  /** `run`: must end with status 0. `until`: keeps running; Ctrl-C follows when it has said the text. `skip`: why not. */
  how: { run: true } | { until: string } | { skip: string };
}

/** Names that belong to nobody (RFC 2606, RFC 6761), and ourselves. */
const NOBODY = /(^|\.)(example|example\.(com|net|org)|test|invalid|localhost)$|^127\.|^\[?::1\]?$/;

/**
 * The fenced `sh` blocks of a Markdown document. A comment on the line before the fence says how to try a block:
 * `<!-- run: until "text" -->` or `<!-- run: not here: REASON -->`; without one it is run to its end.
 * Throws on a comment that says something else, so that a slip of the pen does not leave a block untried.
 */
export function shellBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const match of markdown.matchAll(/^(?:<!-- run:(.*?)-->\n+)?```sh\n([\s\S]*?)^```$/gm)) {
    const before = markdown.slice(0, match.index + match[0].indexOf('```sh'));
    const line = before.split('\n').length + 1;
    blocks.push({ line, commands: match[2]!, how: direction(match[1], line) });
  }
  return blocks;
}

function direction(comment: string | undefined, line: number): Block['how'] {
  if (comment === undefined) return { run: true };
  const until = /^ until "([^"]+)" $/.exec(comment)?.[1];
  if (until) return { until };
  const skip = /^ not here: (.+) $/.exec(comment)?.[1];
  if (skip) return { skip };
  throw new Error(`line ${line}: "run:${comment}" is neither 'until "text"' nor 'not here: reason'`);
}

/** Hosts that commands would reach beyond this machine: a document's examples use names that belong to nobody. */
export function foreignHosts(commands: string): string[] {
  const hosts = [...commands.matchAll(/\b[a-z]+:\/\/(?:[^\s/@"']*@)?(\[[^\]]+\]|[^\s/:"'?#]+)/gi)].map(
    (match) => match[1]!,
  );
  return hosts.filter((host) => !NOBODY.test(host.toLowerCase()));
}

export interface Tried {
  status: number | null;
  output: string;
}

/**
 * Runs a block as a user's shell would, each command as written; the first that fails ends it. A command that keeps
 * running is ended by Ctrl-C, which a terminal sends to all that the block started.
 */
export function tryBlock(block: Block, cwd: string, env: NodeJS.ProcessEnv): Promise<Tried> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', block.commands], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stopped = false;
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (!stopped && 'until' in block.how && output.includes(block.how.until)) {
        stopped = true;
        process.kill(-child.pid!, 'SIGINT');
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (status, signal) => {
      // bash itself dies of the signal after its command has ended in good order.
      if (stopped && (signal === 'SIGINT' || status === 130)) resolve({ status: 0, output });
      else if ('until' in block.how && !stopped)
        resolve({ status: status || 1, output: `${output}\n(never said "${block.how.until}")` });
      else resolve({ status, output });
    });
  });
}
