import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorldLists } from '../core/world/read-world.ts';

const EVENT_LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'ru', 'tr', 'zh'];

function json<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8')) as T;
}

type ForeignNames = 'heads' | 'uncasedTitles' | 'givenUncased';

/** Reads the lists that stand beside this file. Throws where one is missing or no JSON. */
export function loadWorldLists(): WorldLists {
  return {
    places: {
      ...json<Pick<WorldLists['places'], 'base' | 'names' | 'adjectives'>>('places.json'),
      ...json<Omit<WorldLists['places'], 'base' | 'names' | 'adjectives'>>('places-extra.json'),
    },
    countryModel: json<WorldLists['countryModel']>('country-model.json'),
    names: {
      ...json<Omit<WorldLists['names'], ForeignNames>>('names.json'),
      ...json<Pick<WorldLists['names'], ForeignNames>>('names-foreign.json'),
    },
    events: Object.fromEntries(EVENT_LANGUAGES.map((l) => [l, json<WorldLists['events'][string]>(`events-${l}.json`)])),
    people: json<WorldLists['people']>('people.json'),
  };
}
