import { copyFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';

/** Bytes of a log file before it is set aside, and how many that were are kept: a service has at most 80 MB of log. */
const LOG_BYTES = 20_000_000;
const KEPT = 3;

/**
 * Sets a log file aside once it is large: FILE becomes FILE.1, that FILE.2, up to three. The service goes on writing into the same file,
 * which it opened for appending: so the file is copied and emptied, not moved. What is written between the two is lost, a line or two.
 * @returns whether it was
 */
export function rotateLog(file: string, maxBytes = LOG_BYTES): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= maxBytes) return false;
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let number = KEPT - 1; number >= 1; number -= 1) {
    if (statSync(`${file}.${number}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
  return true;
}
