// Keeps the parts of a page that are marked data-live up to date. Without this script every page is complete as it came.
const EVERY_MS = 3000;
const MAX_PAUSE_MS = 30_000;
const state = document.getElementById('live-state');
let failures = 0;

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    // What somebody is working in is left alone until they have left it.
    if (!next || next.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
    part.replaceChildren(...next.childNodes);
  }
}

async function tick() {
  if (!document.hidden) {
    try {
      await refresh();
      failures = 0;
      say('');
    } catch {
      failures += 1;
      say('The server does not answer; what you see is old.');
    }
  }
  setTimeout(tick, Math.min(EVERY_MS * 2 ** failures, MAX_PAUSE_MS));
}

function say(words) {
  if (state && state.textContent !== words) state.textContent = words;
}

if (document.querySelector('[data-live]')) setTimeout(tick, EVERY_MS);
