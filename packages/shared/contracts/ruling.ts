import { z } from 'zod';

/**
 * What an analyst may rule: that two articles have not the same text (`apart`), that an article was the first with its text (`first`), that
 * two outlets are of one house (`house`).
 */
export const RulingKind = z.enum(['apart', 'first', 'house']);
export type RulingKind = z.infer<typeof RulingKind>;
