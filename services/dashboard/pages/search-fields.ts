import { fieldsHelp } from '@wirewatch/shared/query/fields.ts';
import type { Answer } from '../handler.ts';
import { searchFieldsView } from '../views/search-fields.ts';

/** What a search may ask for. */
export function searchFields(): Answer {
  return { kind: 'page', title: 'Fields of a search', place: 'search', body: searchFieldsView(fieldsHelp()) };
}
