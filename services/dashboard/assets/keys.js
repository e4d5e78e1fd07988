// Keys for readers: j and k go through a list, o opens, m marks as read, s keeps, / goes to the search box. They can be turned off at the
// foot of the page; what they do can be done without them, on the page of each article.
const KEPT_AS = 'wirewatch-keys';
const items = [...document.querySelectorAll('[data-subject]')];
const state = document.getElementById('live-state');
let at = -1;

const isOn = () => localStorage.getItem(KEPT_AS) !== 'off';

function say(words) {
  if (state) state.textContent = words;
}

function go(step) {
  if (items.length === 0) return;
  at = Math.min(items.length - 1, Math.max(0, at + step));
  const link = items[at].querySelector('h3 a');
  if (!link) return;
  link.focus({ preventScroll: true });
  items[at].scrollIntoView({ block: 'nearest' });
}

/** The item that has the focus, else the one that the keys are at; a page of one article is that. */
function current() {
  const focused = items.find((item) => item.contains(document.activeElement));
  if (focused) at = items.indexOf(focused);
  return items[at] ?? (items.length === 1 ? items[0] : undefined);
}

async function mark(field, name, words) {
  const item = current();
  if (!item) return;
  const { kind, subject } = item.dataset;
  const wanted = item.dataset[name] !== 'yes';
  const answer = await fetch('/api/v1/marks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, subject, [field]: wanted }),
  });
  if (!answer.ok) {
    const { error } = await answer.json().catch(() => ({}));
    say(error?.message ?? `Not marked: HTTP ${answer.status}.`);
    return;
  }
  if (wanted) item.dataset[name] = 'yes';
  else delete item.dataset[name];
  say(wanted ? `Marked as ${words}.` : `No more marked as ${words}.`);
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  o: () => current()?.querySelector('h3 a')?.click(),
  m: () => mark('read', 'read', 'read'),
  s: () => mark('kept', 'kept', 'kept'),
  '/': () => document.getElementById('find')?.focus(),
};

document.addEventListener('keydown', (event) => {
  const act = KEYS[event.key];
  if (!act || !isOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  Promise.resolve(act()).catch(() => say('The server does not answer.'));
});

const foot = document.querySelector('.foot');
if (foot) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  const show = () => {
    button.textContent = isOn() ? 'Turn keys off' : 'Turn keys on';
    button.title = 'j next, k previous, o open, m read, s keep, / search';
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEPT_AS, isOn() ? 'off' : 'on');
    show();
  });
  show();
  const help = document.createElement('span');
  help.className = 'keys';
  help.append('Keys: j next, k previous, o open, m read, s keep, / search. ', button);
  foot.append(help);
}
