import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Root } from "hast";
import type { BodyFormat } from "../domain/body.ts";
import { treeOf, writtenTree } from "../markdown/written-tree.ts";
import type { WrittenNode } from "../markdown/written-tree.ts";
import { SealedLines } from "../cache/sealed-lines.ts";
import { LINE_END, readLineAt } from "../cache/text-lines.ts";
import type { LineSpan } from "../cache/text-lines.ts";

/** Where trees are kept between builds, and by which version of the code; plain data. */
export interface TreeFolder {
  /** Absolute path. */
  folder: string;
  codeVersion: string;
}

/** Where the tree of a text lies: in which file of the folder, and on which line. */
export interface CachedTree extends LineSpan {
  segment: string;
}

/** The text that a tree is of. */
interface ParsedText {
  /** SHA-256 of its bytes, in hex. */
  digest: string;
  format: BodyFormat;
}

/** The trees of a publication's texts, to be had by any process: plain data. */
export interface CachedTrees extends TreeFolder {
  segments: string[];
  /** Rows in the order of their keys: key, number of the segment, length, place. */
  rows: Uint8Array;
}

type CachedValue = [digest: string, format: BodyFormat, nodes: WrittenNode[]];

/** Each process writes a file of its own. */
const OWN_SEGMENT = `${process.pid}-${randomBytes(6).toString("hex")}.jsonl`;

/** What may lie about that nothing refers to, in bytes, before what is left in a segment is read anew. */
const LEAST_WASTE = 1_000_000;

/** So many files are kept at most; every build with news adds one. */
const MOST_SEGMENTS = 32;

const KEY = 16;
const ROW = KEY + 16;

/** Keeps the tree of a text. Gives nothing where it cannot be written: it is parsed again then. */
export function keepTree(
  { folder, codeVersion }: TreeFolder,
  { digest, format }: ParsedText,
  tree: Root,
): CachedTree | undefined {
  const value: CachedValue = [digest, format, writtenTree(tree)];
  const line = Buffer.concat([linesOf(codeVersion).seal(value), LINE_END]);
  try {
    mkdirSync(folder, { recursive: true });
    // Opened each time: another build may have cleared the folder.
    const file = openSync(join(folder, OWN_SEGMENT), "a");
    try {
      const at = fstatSync(file).size;
      // Unlike `writeSync`, it goes on where the system takes a part only.
      writeFileSync(file, line);
      return { segment: OWN_SEGMENT, at, length: line.length - LINE_END.length };
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** The tree of a text as it was parsed when it was checked; undefined where it is not kept, or not as it was written. */
export function cachedTree(
  { folder, codeVersion, segments, rows }: CachedTrees,
  text: ParsedText,
): Root | undefined {
  const found = rowOf(Buffer.from(rows.buffer, rows.byteOffset, rows.length), keyOf(text));
  if (found === undefined) return undefined;
  const line = lineAt(join(folder, segments[found.segment] ?? ""), found);
  // The digest vouches for the form: nothing else is sealed for this version.
  const value = line && (linesOf(codeVersion).open(line) as CachedValue | undefined);
  if (value === undefined || value[0] !== text.digest || value[1] !== text.format) return undefined;
  return treeOf(value[2]);
}

/** What may be asked for trees: those of `texts` that are kept. */
export function cachedTrees(
  folder: TreeFolder,
  texts: Iterable<ParsedText & { tree?: CachedTree }>,
): CachedTrees {
  const segments = new Map<string, number>();
  const rows: Buffer[] = [];
  for (const { tree, ...text } of texts) {
    if (tree === undefined) continue;
    const segment = segments.get(tree.segment) ?? segments.size;
    segments.set(tree.segment, segment);
    const row = Buffer.alloc(ROW);
    keyOf(text).copy(row);
    row.writeUInt32LE(segment, KEY);
    row.writeUInt32LE(tree.length, KEY + 4);
    row.writeDoubleLE(tree.at, KEY + 8);
    rows.push(row);
  }
  rows.sort((a, b) => a.compare(b));
  return { ...folder, segments: [...segments.keys()], rows: Buffer.concat(rows) };
}

/**
 * The segments whose trees are still to be used: they are there, more of each is in use than not, and they are not too
 * many. `kept` are the trees that an index knows.
 */
export function usableSegments({ folder }: TreeFolder, cached: Iterable<CachedTree>): Set<string> {
  const inUse = new Map<string, number>();
  for (const { segment, length } of cached)
    inUse.set(segment, (inUse.get(segment) ?? 0) + length + LINE_END.length);
  const usable = [...inUse].filter(([segment, bytes]) => {
    const size = statSync(join(folder, segment), { throwIfNoEntry: false })?.size;
    return size !== undefined && size - bytes <= Math.max(bytes, LEAST_WASTE);
  });
  usable.sort(([, a], [, b]) => b - a);
  return new Set(usable.slice(0, MOST_SEGMENTS).map(([segment]) => segment));
}

/** Removes the segments that are not in use. What cannot be removed stays. */
export function forgetOtherSegments({ folder }: TreeFolder, used: ReadonlySet<string>): void {
  try {
    for (const name of readdirSync(folder))
      if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // There is no such folder, or it is none of ours.
  }
}

let lines: { of: string; lines: SealedLines } | undefined;

function linesOf(codeVersion: string): SealedLines {
  if (lines?.of !== codeVersion)
    lines = { of: codeVersion, lines: new SealedLines(`trees\n${codeVersion}`) };
  return lines.lines;
}

/** The same bytes mean something else in another format. */
function keyOf({ digest, format }: ParsedText): Buffer {
  const key = Buffer.alloc(KEY);
  key.write(digest.slice(0, (KEY - 1) * 2), "hex");
  key[KEY - 1] = format === "mdx" ? 1 : 0;
  return key;
}

function rowOf(rows: Buffer, key: Buffer): (LineSpan & { segment: number }) | undefined {
  let low = 0;
  let high = rows.length / ROW;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.compare(key, 0, KEY, middle * ROW, middle * ROW + KEY) < 0) low = middle + 1;
    else high = middle;
  }
  const row = rows.subarray(low * ROW, (low + 1) * ROW);
  if (row.length < ROW || row.compare(key, 0, KEY, 0, KEY) !== 0) return undefined;
  return {
    segment: row.readUInt32LE(KEY),
    length: row.readUInt32LE(KEY + 4),
    at: row.readDoubleLE(KEY + 8),
  };
}

function lineAt(path: string, span: LineSpan): Buffer | undefined {
  try {
    const file = openSync(path, "r");
    try {
      return readLineAt(file, span);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
