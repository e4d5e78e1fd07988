// npm hands SIGTERM to the shell that it runs a script in, and many shells end without handing it on. What the script
// started then has nobody: it sees that its parent is another one, and ends as if the signal had reached it.

const LOOK_MS = 500;

/** Calls `end` once when the process that started us is gone, where that was npm or npx. A process that a user put in the background stays. */
export function whenNpmIsGone(end) {
  if (!process.env.npm_command) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, LOOK_MS);
  timer.unref();
}
