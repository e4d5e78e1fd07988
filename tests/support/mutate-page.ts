const DEBRIS = [
  '<',
  '>',
  '"',
  "'",
  '</div>',
  '<div>',
  '<table><tr>',
  '</p>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<svg>',
  '<![CDATA[',
  '\u0000',
  '&#x;',
  '&',
  '=',
  '<a href="',
  '<template>',
  '<select>',
  '<b>',
  '<style>',
  '\ud800',
  '{"@type":',
  '<h1>',
  '<p>',
  '<frameset>',
  '<plaintext>',
  '<math><mi>',
  '<form>',
  '</body>',
  '</html>',
];

/** HTML with faults: pieces cut out, doubled, moved, debris put in, nesting repeated. */
export function mutate(html: string, random: () => number): string {
  let result = html;
  const times = 1 + Math.floor(random() * 12);
  for (let i = 0; i < times; i += 1) {
    const at = Math.floor(random() * result.length);
    const length = Math.floor(random() ** 3 * Math.min(result.length - at, 5000));
    const piece = result.slice(at, at + length);
    const debris = DEBRIS[Math.floor(random() * DEBRIS.length)] as string;
    const kind = Math.floor(random() * 6);
    if (kind === 0) result = result.slice(0, at) + result.slice(at + length);
    else if (kind === 1) result = result.slice(0, at) + piece.repeat(2 + Math.floor(random() * 3)) + result.slice(at);
    else if (kind === 2) result = result.slice(0, at) + debris + result.slice(at);
    else if (kind === 3)
      result = result.slice(0, at) + debris.repeat(Math.floor(random() ** 4 * 4000)) + result.slice(at);
    else if (kind === 4) result = result.slice(0, at) + result.slice(at + length) + piece;
    else result = result.slice(0, Math.max(1, at));
  }
  return result;
}
