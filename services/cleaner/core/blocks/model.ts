/** Boosted regression trees in flat arrays; see train/ for how they come about. */
export interface BlockModel {
  base: number;
  /** First node of each tree. */
  roots: Int32Array;
  /** -1 for a leaf. */
  feature: Int16Array;
  threshold: Float32Array;
  /** The left child; the right one follows it. */
  left: Int32Array;
  value: Float32Array;
}

/** Two models: a page of few blocks says little of where a block stands in it. */
export interface BlockModels {
  /** Knows what a block and its neighbours are. */
  small: BlockModel;
  /** Knows also where it stands among all of the page's blocks. */
  large: BlockModel;
}

/** A page of at most so many blocks is a small one: pages written by hand have under fifty, nine in ten of those that papers serve have more. */
const SMALL_PAGE = 50;

/** The model for a page of so many blocks. */
export function modelFor(models: BlockModels, blocks: number): BlockModel {
  return blocks <= SMALL_PAGE ? models.small : models.large;
}

/** A model as it is stored: little-endian arrays in base64. */
export interface StoredModel {
  base: number;
  roots: string;
  feature: string;
  threshold: string;
  left: string;
  value: string;
}

export function loadModel(stored: StoredModel): BlockModel {
  return {
    base: stored.base,
    roots: new Int32Array(bytesOf(stored.roots)),
    feature: new Int16Array(bytesOf(stored.feature)),
    threshold: new Float32Array(bytesOf(stored.threshold)),
    left: new Int32Array(bytesOf(stored.left)),
    value: new Float32Array(bytesOf(stored.value)),
  };
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;
}

/** The probability, 0 to 1, that a block with these features is text of the article. */
export function probability(model: BlockModel, row: Float32Array): number {
  const { feature, threshold, left, value, roots } = model;
  let score = model.base;
  for (let t = 0; t < roots.length; t += 1) {
    let node = roots[t] as number;
    for (let f = feature[node] as number; f >= 0; f = feature[node] as number) {
      node = (left[node] as number) + ((row[f] as number) <= (threshold[node] as number) ? 0 : 1);
    }
    score += value[node] as number;
  }
  return 1 / (1 + Math.exp(-score));
}
