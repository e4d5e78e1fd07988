import { z } from 'zod';

/** Tags of one mark, and characters of one. */
const MOST_TAGS = 20;
const MOST_LONG = 40;

/** Tags as somebody types them: words with commas between; case and doubles do not count. */
const Tags = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(','))])
  .transform((words) => [...new Set(words.map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase()))])
  .transform((words) => words.filter((word) => word !== ''))
  .pipe(
    z
      .array(z.string().max(MOST_LONG, `a tag has at most ${MOST_LONG} characters`))
      .max(MOST_TAGS, `at most ${MOST_TAGS} tags`),
  );

const Switch = z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]);

/** What a reader marks of an article or story; what is left out stays as it was. */
export const MarkDraft = z.object({
  kind: z.enum(['article', 'story']),
  subject: z.string().min(1).describe('the id of an article, or of a story'),
  read: Switch.optional(),
  kept: Switch.optional(),
  note: z.string().max(10_000).nullable().optional().describe('empty or null: none'),
  tags: Tags.optional().describe('in place of those that were there'),
});
export type MarkDraft = z.output<typeof MarkDraft>;

/** A search that somebody comes back to. */
export const SearchDraft = z.object({
  name: z.string().trim().min(1).max(100),
  query: z.string().min(1).max(2000).describe('the query of the search’s address, as q=ferry&f=country%3ANOR'),
});
