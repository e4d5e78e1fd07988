/** What is left of a tag that a template wrote into a value. An opening bracket ends the one before it: linear on any input. */
const TAG = /<[^<>]+>/g;

/** A value of a page's metadata without tags in it. */
export function withoutTags(value: string): string {
  return value.includes('<') ? value.replace(TAG, ' ') : value;
}
