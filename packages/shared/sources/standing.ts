import type { Basis, Contest, Relation } from '../contracts/syndication.ts';

/** Who stands behind a text: a house, or a name that is credited and has no page here. */
export interface Owner {
  /** The house's id; `name KEY` where no outlet of the store bears the name. */
  key: string;
  name: string;
}

/** One article as its sources are counted: where it stands among the copies, and whose it is. */
export interface Standing {
  id: string;
  url: string;
  title: string | null;
  language: string | null;
  outletId: string;
  outlet: string;
  /** Outlets of one house count once. */
  house: Owner;
  group: string;
  story: string | null;
  relation: Relation;
  originalId: string | null;
  /** From which article it has its text, where that is not the original. */
  sourceId: string | null;
  /** Whom it credits for its text, where the store has no page of theirs that it could be from. */
  credited: Owner | null;
  coverage: number | null;
  /** Seconds after the original. */
  lagSeconds: number | null;
  basis: Basis[];
  confidence: number;
  reason: string;
  /** As the page writes it, with its own offset. */
  publishedAt: string | null;
  /** Epoch ms: the publication as far as an instant is known, else the first sight. */
  at: number;
  /** Whether `at` is a publication that its page states and that is believed. */
  dated: boolean;
  /** Articles that may be the original of its text instead, and what says so. */
  contestedBy: readonly Contest[];
  /** Articles that quote a source that it quotes too: two texts that share it. */
  quotesWith: readonly string[];
}
