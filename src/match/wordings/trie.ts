// Expressions of several words, found in a run of stems: a trie whose edges lie in one open-addressing table, so that it
// is used from the stored bytes as it is. Articles and possessives are passed over on both sides.

export interface TrieColumns {
  /** Edge table: key (node, stem) at 2i and 2i+1, target at `to[i]`; empty keys are -1. */
  readonly keys: Int32Array;
  readonly to: Int32Array;
  /** Outputs of node n: positions outAt[n] … outAt[n+1]-1 of `outTerm` and `outNear`. */
  readonly outAt: Int32Array;
  /** Concept meant. */
  readonly outTerm: Int32Array;
  /** Start of the list of concepts one of which must be in reach, in `near` (length first), or -1. */
  readonly outNear: Int32Array;
  readonly near: Int32Array;
}

export const ROOT = 0;

const slotOf = (node: number, stem: number, mask: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(stem, 0x85ebca6b)) & mask;

/** Node reached from `node` by `stem`, or -1. */
export const step = (trie: TrieColumns, node: number, stem: number): number => {
  const { keys, to } = trie;
  const mask = to.length - 1;
  for (let slot = slotOf(node, stem, mask); ; slot = (slot + 1) & mask) {
    const key = keys[2 * slot] ?? -1;
    if (key < 0) return -1;
    if (key === node && keys[2 * slot + 1] === stem) return to[slot] ?? -1;
  }
};

/** By node, a bit for each of its edges (the last five bits of the stem): most steps lead nowhere, and are seen here to. */
export const edgeBits = ({ keys, outAt }: TrieColumns): Int32Array => {
  const bits = new Int32Array(outAt.length);
  for (let at = 0; at < keys.length; at += 2) {
    const node = keys[at] ?? -1;
    if (node >= 0) bits[node] = (bits[node] ?? 0) | (1 << ((keys[at + 1] ?? 0) & 31));
  }
  return bits;
};

export interface Expression {
  readonly stems: readonly number[];
  readonly terms: readonly number[];
  readonly near: readonly number[] | null;
}

interface Node {
  readonly next: Map<number, number>;
  readonly out: { term: number; near: number }[];
}

export const buildTrie = (expressions: readonly Expression[]): TrieColumns => {
  const nodes: Node[] = [{ next: new Map(), out: [] }];
  const near: number[] = [];
  const nearAt = new Map<string, number>();
  const child = (at: number, stem: number): number => {
    const node = nodes[at];
    if (!node) throw new RangeError(`no node ${at}`);
    const known = node.next.get(stem);
    if (known !== undefined) return known;
    nodes.push({ next: new Map(), out: [] });
    node.next.set(stem, nodes.length - 1);
    return nodes.length - 1;
  };
  for (const expression of expressions) {
    if (expression.stems.length === 0) continue;
    const end = nodes[expression.stems.reduce(child, ROOT)];
    let list = -1;
    if (expression.near) {
      const key = expression.near.join();
      list = nearAt.get(key) ?? near.length;
      if (!nearAt.has(key)) near.push(expression.near.length, ...expression.near);
      nearAt.set(key, list);
    }
    for (const term of expression.terms)
      if (!end?.out.some((o) => o.term === term && o.near === list)) end?.out.push({ term, near: list });
  }
  const edges = nodes.reduce((sum, node) => sum + node.next.size, 0);
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, edges * 2)));
  const keys = new Int32Array(2 * size).fill(-1);
  const to = new Int32Array(size).fill(-1);
  const outAt: number[] = [0];
  const outTerm: number[] = [];
  const outNear: number[] = [];
  nodes.forEach((node, number) => {
    for (const [stem, target] of node.next) {
      let slot = slotOf(number, stem, size - 1);
      while ((keys[2 * slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
      keys[2 * slot] = number;
      keys[2 * slot + 1] = stem;
      to[slot] = target;
    }
    for (const { term, near: list } of node.out) {
      outTerm.push(term);
      outNear.push(list);
    }
    outAt.push(outTerm.length);
  });
  return {
    keys,
    to,
    outAt: Int32Array.from(outAt),
    outTerm: Int32Array.from(outTerm),
    outNear: Int32Array.from(outNear),
    near: Int32Array.from(near),
  };
};
