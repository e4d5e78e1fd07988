import type { Field } from './ast.ts';
import { isClosed, type KnownValue, knownValues } from './values/closed.ts';

/** What may be asked of a field. */
export interface FieldHelp {
  field: Field;
  what: string;
  example: string;
  /** Whether its values are of a closed set, so that others are refused. */
  closed: boolean;
  /** The values of a closed set; empty for others. */
  values: readonly KnownValue[];
}

const FIELDS_HELP: readonly (readonly [Field, string, string])[] = [
  ['title', 'words of the title', 'title:summit'],
  ['text', 'words of the text', 'text:"night train"'],
  ['outlet', 'who publishes, by words of its name or by its host', 'outlet:"harbour post"'],
  ['house', 'the owner of the outlet, by words of its name', 'house:norra'],
  ['country', 'what it is about, by name or code', 'country:Egypt'],
  ['topic', 'a topic, by words of its name or code', 'topic:economics'],
  ['event', 'what happened, by kind, a word for it or CAMEO code', 'event:talks'],
  ['entity', 'a person, organisation or place, by words of the name', 'entity:"Ana Lopes"'],
  ['language', 'the language of the text, by name or code', 'language:French'],
  ['date', 'when it was published', 'date:[now-7d TO now]'],
  ['credit', 'whom its page credits, by words of the name', 'credit:"adria press"'],
  ['relation', 'where it stands among the copies', 'relation:copy'],
  ['first', 'who had its text first, by words of the name', 'first:"adria press"'],
  ['group', 'the group of copies with this id', 'group:a9dfa12cc5fe027cb4dca'],
  ['story', 'the story with this id', 'story:a9dfa12cc5fe027cb4dca'],
];

/** Every field with an example, and the values of those that have a closed set. */
export function fieldsHelp(): FieldHelp[] {
  return FIELDS_HELP.map(([field, what, example]) => {
    const closed = field !== 'title' && field !== 'text' && field !== 'date' && isClosed(field) ? field : null;
    return { field, what, example, closed: closed !== null, values: closed === null ? [] : knownValues(closed) };
  });
}
