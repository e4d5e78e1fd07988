// Completes the last word of a query as it is typed: fields, and values of fields. Without this script the box is a plain one.
const box = document.querySelector('form[action="/search"] input[name="q"][data-complete]');
const list = document.getElementById('completions');
let asked = '';

async function complete() {
  const cut = Math.max(box.value.lastIndexOf(' '), box.value.lastIndexOf('('), box.value.lastIndexOf('-')) + 1;
  const begun = /"[^"]*$/.test(box.value)
    ? box.value.slice(box.value.lastIndexOf(':"') - 12).replace(/^.*[ (-](?=[a-z]+:")/, '')
    : box.value.slice(cut);
  if (begun.length < 2 || begun === asked) return;
  asked = begun;
  const answer = await fetch(`/search/completions?begun=${encodeURIComponent(begun)}`);
  if (!answer.ok || asked !== begun) return;
  const before = box.value.slice(0, box.value.length - begun.length);
  list.replaceChildren(
    ...(await answer.json()).items.map(({ text, name }) => {
      const option = document.createElement('option');
      option.value = before + text;
      if (name) option.label = `${text} ${name}`;
      return option;
    }),
  );
}

if (box && list) box.addEventListener('input', () => complete().catch(() => {}));
