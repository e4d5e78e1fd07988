/** A decision tree: a leaf's value, or a feature, the highest value that goes left, left and right. */
export type Tree = number | [feature: number, threshold: number, left: Tree, right: Tree];

/** The sum of the trees' values is the log-odds. */
export interface CountryModel {
  trees: Tree[];
}

/** The probability that a model gives to a vector of features. */
export function probability(model: CountryModel, x: readonly number[]): number {
  let z = 0;
  for (const tree of model.trees) z += leafOf(tree, x);
  return 1 / (1 + Math.exp(-z));
}

function leafOf(tree: Tree, x: readonly number[]): number {
  let node = tree;
  while (typeof node !== 'number') node = (x[node[0]] as number) <= node[1] ? node[2] : node[3];
  return node;
}
