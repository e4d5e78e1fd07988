/** Internal entities kept from a DTD: real feeds declare a few to some 250 (Latin-1 lists). */
const MAX_DECLARED = 1000;
const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** A DOCTYPE's own general entities with a literal value, and the place after it. External entities are never read. */
export function internalSubset(text: string, at: number): { entities: [string, string][]; end: number } {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || bracket > close) return { entities: [], end: close + 1 };
  const tail = /\]\s*>/g;
  tail.lastIndex = bracket;
  const found = tail.exec(text);
  const end = found ? tail.lastIndex : close + 1;
  const entities: [string, string][] = [];
  for (const [, name, double, single] of text.slice(bracket, end).matchAll(ENTITY)) {
    if (entities.length === MAX_DECLARED) break;
    entities.push([name!, double ?? single ?? '']);
  }
  return { entities, end };
}
