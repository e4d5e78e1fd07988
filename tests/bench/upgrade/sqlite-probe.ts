import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** The longest wait of a probe (s), and how often it asked. */
export interface Waited {
  seconds: number;
  times: number;
}

const PROBE_MS = 25;
/** Longer than any upgrade: how long another has to wait is what is asked. */
const PATIENCE_MS = 7_200_000;

const { path, text, stop } = workerData as { path: string; text: string; stop: SharedArrayBuffer };
const stopped = new Int32Array(stop);
const db = new Database(path, { timeout: PATIENCE_MS });
const statement = db.prepare(text);
const ask = () => (statement.reader ? statement.get() : statement.run());
const waited: Waited = { seconds: 0, times: 0 };
ask();
parentPort!.postMessage('ready');
while (Atomics.load(stopped, 0) === 0) {
  const began = performance.now();
  ask();
  waited.seconds = Math.max(waited.seconds, (performance.now() - began) / 1000);
  waited.times += 1;
  await sleep(PROBE_MS);
}
db.close();
parentPort!.postMessage(waited);
