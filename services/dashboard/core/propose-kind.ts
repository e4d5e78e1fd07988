/** What is known of how an outlet stands to the others. */
export interface OutletStand {
  articles: number;
  /** Of them, how many carry another's text. */
  copies: number;
  /** Other outlets that carry texts of it, and how many texts. */
  copiedBy: number;
  timesCopied: number;
  /** Other outlets whose texts it carries. */
  copiesFrom: number;
  /** Other outlets whose pages name it as their source. */
  creditedBy: number;
}

/** What an outlet may be, and what says so: one line a kind of evidence. */
export interface KindProposal {
  kind: 'agency' | 'aggregator';
  evidence: string[];
}

/** Two may be a deal between neighbours, or one house that nobody has named yet; three are how agencies live. */
const SEVERAL = 3;
/** Texts before the share of copies says anything. */
const ENOUGH = 20;
const MOSTLY_COPIES = 0.8;
const HARDLY_COPIES = 0.2;

/**
 * The kind that the evidence proposes, or null. Each needs two kinds of evidence that do not follow from each other: what pages say and
 * what texts show for an agency; what it publishes and what others make of it for an aggregator. A proposal is never applied by itself. Pure.
 */
export function proposeKind(stand: OutletStand): KindProposal | null {
  const { articles, copies, copiedBy, timesCopied, copiesFrom, creditedBy } = stand;
  const share = articles === 0 ? 0 : copies / articles;
  if (creditedBy >= SEVERAL && copiedBy >= SEVERAL && share <= HARDLY_COPIES) {
    return {
      kind: 'agency',
      evidence: [
        `${creditedBy} other outlets name it as their source`,
        `${copiedBy} other outlets carry ${timesCopied} texts of it`,
      ],
    };
  }
  if (articles >= ENOUGH && share >= MOSTLY_COPIES && copiesFrom >= SEVERAL && creditedBy === 0 && copiedBy === 0) {
    return {
      kind: 'aggregator',
      evidence: [
        `${copies} of its ${articles} articles carry texts of ${copiesFrom} others`,
        'nobody names it as a source or carries a text of it',
      ],
    };
  }
  return null;
}
