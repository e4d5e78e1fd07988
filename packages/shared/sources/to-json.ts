import type { SourceCount } from './count.ts';
import type { Carrier, Text } from './texts.ts';
import { headSentence } from './words.ts';

/** A count as programs get it, from the API and the command line alike. */
export function countToJson(count: SourceCount) {
  const { sources, independent, texts, shared, doubts, ...counted } = count;
  return {
    sentence: headSentence(count),
    independent: { sources: independent, texts },
    counted,
    sources: sources.map(({ owner, inStore, texts }) => ({
      house: owner.key,
      name: owner.name,
      inStore,
      texts: texts.map(textToJson),
    })),
    sharedSources: shared.map(({ groups }) => groups),
    doubts,
  };
}

function textToJson({ group, root, owners, perhapsOf, carriers }: Text) {
  return {
    group,
    story: root.story,
    title: root.title,
    language: root.language,
    contested: owners.length > 1 ? owners.map(({ name }) => name) : [],
    perhapsOf,
    articles: carriers.map(carrierToJson),
  };
}

function carrierToJson({ article, how, asked }: Carrier) {
  const { id, url, title, outletId, outlet, house, at, dated, lagSeconds, coverage, confidence, basis, reason } =
    article;
  return {
    id,
    url,
    title,
    outlet: { id: outletId, name: outlet },
    house: house.key,
    how,
    from: how === 'own' ? null : (article.sourceId ?? article.originalId),
    credited: article.credited?.name ?? null,
    asked,
    at: new Date(at).toISOString(),
    dated,
    lagSeconds,
    coverage,
    confidence,
    basis,
    reason,
  };
}
