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
  // A copy, for a buffer's own bytes may begin at any place of a larger one.
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

/**
 * The probabilities, 0 to 1, that blocks with these features are text of the article, 0 for one without. A tree after the other, not a
 * block after the other: a tree's nodes are then read from the nearest memory.
 */
export function probabilities(model: BlockModel, rows: readonly (Float32Array | null)[]): number[] {
  const asked = rows.filter((row) => row !== null);
  const scores = new Float64Array(asked.length).fill(model.base);
  for (const root of model.roots) addTree(model, root, asked, scores);
  let at = 0;
  return rows.map((row) => {
    if (row === null) return 0;
    at += 1;
    return 1 / (1 + Math.exp(-(scores[at - 1] as number)));
  });
}

/** By itself, so that V8 compiles it once: as a part of what it is called by, its code was thrown away each time the loop ended. */
function addTree(
  { feature, threshold, left, value }: BlockModel,
  root: number,
  asked: readonly Float32Array[],
  scores: Float64Array,
): void {
  for (let i = 0; i < asked.length; i += 1) {
    const row = asked[i] as Float32Array;
    let node = root;
    for (let f = feature[node] as number; f >= 0; f = feature[node] as number) {
      node = (left[node] as number) + ((row[f] as number) <= (threshold[node] as number) ? 0 : 1);
    }
    scores[i] = (scores[i] as number) + (value[node] as number);
  }
}
