import { isMap, isPair, isScalar, isSeq, visit } from "yaml";
import type { Document, Node, Pair, Scalar, YAMLMap } from "yaml";

/** A key with what it is given. */
export type KeyedPair = Pair<Scalar, unknown>;

/** Finds the parts of a document by their paths; each mapping is gone through once, however often it is asked. */
export interface NodeLookup {
  /** The value at a path; the whole content at an empty one. */
  nodeAt: (path: readonly PropertyKey[]) => Node | undefined;
  /** The key at a path. */
  keyAt: (path: readonly PropertyKey[]) => Scalar | undefined;
}

/** The parts of a document by path. */
export function lookupIn(document: Document.Parsed): NodeLookup {
  const known = new Map<YAMLMap, ReadonlyMap<unknown, KeyedPair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<unknown, KeyedPair> => {
    const pairs = known.get(map) ?? firstPairs(map);
    known.set(map, pairs);
    return pairs;
  };
  const within = (parent: unknown, key: PropertyKey): unknown => {
    if (isMap(parent)) return pairsOf(parent).get(key)?.value;
    return isSeq(parent) && typeof key === "number" ? parent.items[key] : undefined;
  };
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    let node: unknown = document.contents;
    for (const key of path) node = within(node, key);
    return (node ?? undefined) as Node | undefined;
  };
  return {
    nodeAt,
    keyAt: (path) => {
      const parent = nodeAt(path.slice(0, -1));
      const key = path.at(-1);
      return isMap(parent) && key !== undefined ? pairsOf(parent).get(key)?.key : undefined;
    },
  };
}

/** The keys that stand in one mapping twice, each with the first pair of its name. */
export function repeatedKeys(document: Document.Parsed): { first: KeyedPair; again: KeyedPair }[] {
  const found: { first: KeyedPair; again: KeyedPair }[] = [];
  visit(document, {
    Map: (_, map) => {
      const pairs = firstPairs(map);
      if (pairs.size === map.items.length) return;
      for (const again of map.items) {
        const first = isKeyed(again) ? pairs.get(again.key.value) : undefined;
        if (isKeyed(again) && first !== undefined && first !== again) found.push({ first, again });
      }
    },
  });
  return found;
}

function firstPairs(map: YAMLMap): Map<unknown, KeyedPair> {
  const pairs = new Map<unknown, KeyedPair>();
  for (const pair of map.items)
    if (isKeyed(pair) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
  return pairs;
}

function isKeyed(pair: unknown): pair is KeyedPair {
  return isPair(pair) && isScalar(pair.key);
}
