import { hash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, crc32, deflateRawSync, gunzipSync } from "node:zlib";
import { compareText } from "../domain/order.ts";
import { decodeCbor, encodeCbor } from "./cbor.ts";
import type { Cbor } from "./cbor.ts";

/** What a browser reads first: the languages, and the file of each. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

export const ENTRY = "pagefind-entry.json";
const SIGNATURE = "pagefind_dcd";

/**
 * Puts an index that Pagefind has written in order. Pagefind lists its filters, their values and the languages in
 * the order of a hash table, which differs from run to run; here they are sorted, and the files that hold them
 * are named anew by their content. Nothing else of the index depends on chance.
 *
 * Throws where the files are not of the form that this version of Pagefind writes.
 */
export function putIndexInOrder(folder: string): void {
  const file = join(folder, ENTRY);
  const entry = JSON.parse(readFileSync(file, "utf8")) as Entry;
  const languages = Object.entries(entry.languages)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, language]) => [
      name,
      { ...language, hash: orderLanguage(folder, name, language.hash) },
    ]);
  writeFileSync(file, JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }));
}

/** Puts one language's files in order and gives the new name of its first one. */
function orderLanguage(folder: string, language: string, name: string): string {
  const nameOf = (bytes: Buffer): string =>
    `${language}_${hash("sha256", bytes, "hex").slice(0, 10)}`;
  const metaFile = (of: string): string => join(folder, `pagefind.${of}.pf_meta`);
  const filterFile = (of: string): string => join(folder, "filter", `${of}.pf_filter`);

  const [version, pages, chunks, filters, ...rest] = list(readPacked(metaFile(name)));
  if (version === undefined || pages === undefined || chunks === undefined)
    throw unknownForm("meta");
  const ordered = list(filters).map((named): Cbor => {
    const [filter, old] = list(named);
    if (typeof filter !== "string" || typeof old !== "string") throw unknownForm("meta");
    const bytes = encodeCbor(orderFilter(readPacked(filterFile(old))));
    rmSync(filterFile(old));
    writePacked(filterFile(nameOf(bytes)), bytes);
    return [filter, nameOf(bytes)];
  });
  const bytes = encodeCbor([version, pages, chunks, ordered.sort(byFirst), ...rest]);
  rmSync(metaFile(name));
  writePacked(metaFile(nameOf(bytes)), bytes);
  return nameOf(bytes);
}

/** A filter is `[name, [[value, [page, …]], …]]`. */
function orderFilter(filter: Cbor): Cbor {
  const [name, values, ...more] = list(filter);
  if (name === undefined || more.length > 0) throw unknownForm("filter");
  return [
    name,
    list(values)
      .map((value): Cbor => {
        const [text, pages] = list(value);
        if (typeof text !== "string") throw unknownForm("filter");
        return [text, list(pages).toSorted((a, b) => Number(a) - Number(b))];
      })
      .sort(byFirst),
  ];
}

function byFirst(a: Cbor, b: Cbor): number {
  return compareText(String(list(a)[0]), String(list(b)[0]));
}

function list(value: Cbor | undefined): Cbor[] {
  if (Array.isArray(value)) return value;
  throw unknownForm("list");
}

function unknownForm(where: string): Error {
  return new Error(`The search index is not of the form that is known here (${where}).`);
}

function readPacked(file: string): Cbor {
  const bytes = gunzipSync(readFileSync(file));
  if (bytes.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE) throw unknownForm("signature");
  return decodeCbor(bytes.subarray(SIGNATURE.length));
}

/**
 * Writes gzip (RFC 1952) that is the same on every machine: zlib finds repeated strings by a hash that it takes
 * from the processor, so only runs are sought, and the header names no operating system.
 */
function writePacked(file: string, cbor: Buffer): void {
  const bytes = Buffer.concat([Buffer.from(SIGNATURE), cbor]);
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  const packed = deflateRawSync(bytes, { level: 9, strategy: constants.Z_RLE });
  writeFileSync(file, Buffer.concat([header, packed, trailer]));
}
