/** A name's words in lower case: runs of ASCII letters and digits, parted where a capital follows a small letter or digit. */
export function wordsOf(name: string): string[] {
  const words: string[] = [];
  let from = -1;
  let small = false;
  for (let i = 0; i <= name.length; i += 1) {
    const c = name.charCodeAt(i);
    const capital = c >= 65 && c <= 90;
    const other = (c >= 97 && c <= 122) || (c >= 48 && c <= 57);
    if (from >= 0 && ((!capital && !other) || (capital && small))) {
      words.push(name.slice(from, i).toLowerCase());
      from = -1;
    }
    if (from < 0 && (capital || other)) from = i;
    small = other;
  }
  return words;
}
