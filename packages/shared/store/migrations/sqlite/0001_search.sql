-- The words of each article, folded and taken apart by packages/shared/query/search-tokens.ts and joined by spaces: the tokenizer has
-- only to cut at the spaces. Contentless: the words can be made again from the revision.
CREATE VIRTUAL TABLE search_terms USING fts5(
  title, text, labels,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
