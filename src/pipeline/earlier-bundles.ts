import { bundlesToDrop } from "../deploy/rollback-plan.ts";
import type { KeptFiles } from "../deploy/rollback-plan.ts";
import type { KeptStore } from "../deploy/rollback-store.ts";
import { fetchTexts, sendTexts } from "../deploy/store-texts.ts";
import { formatManifest, ManifestError, parseManifest } from "../output/manifest.ts";
import type { ManifestEntry, ManifestText } from "../output/manifest.ts";
import { DamagedRecord } from "./public-state.ts";
import type { PublicState } from "./public-state.ts";

/** The list of what is kept, at the root of where it lies. */
const INDEX_NAME = "stet-kept.json";

/** A bundle that was public once, as the records of what is kept tell of it. */
export interface KeptBundle extends KeptFiles {
  /** When it was replaced, as RFC 3339 has it. */
  until: string;
  entries?: readonly ManifestEntry[];
  held: readonly ManifestEntry[];
  url?: string;
  preview?: true;
}

/** The name of a bundle among those kept: the beginning of its manifest's digest. */
export function bundleId(manifestDigest: string): string {
  return manifestDigest.slice(0, ID_LENGTH);
}

const ID_LENGTH = 12;

/** A line of the index. */
type Listed = Pick<KeptBundle, "id" | "until">;

/**
 * Reads what is kept, in the order in which the bundles were replaced. One whose records are gone or damaged has no
 * `entries`. Throws DamagedRecord where the index is, and what the store throws.
 */
export async function readKept(store: KeptStore): Promise<KeptBundle[]> {
  const [index = ""] = await fetchTexts(store, [INDEX_NAME]);
  const listed = parseIndex(index);
  if (listed.length === 0) return [];
  const records = await fetchTexts(
    store,
    listed.flatMap(({ id }) => [manifestOf(id), heldOf(id)]),
  );
  return listed.map((one, at) => {
    const held = parsed(records[2 * at + 1])?.entries;
    const manifest = held === undefined ? undefined : parsed(records[2 * at]);
    return { ...one, ...manifest, held: held ?? [] };
  });
}

/**
 * Keeps files of what is public before they are replaced or removed, with its manifest. The records come first, so that
 * nothing lies there unlisted; whoever goes back makes sure that the files are there. Given twice for a bundle, it keeps
 * the files of both times. Gives whether nothing was kept before.
 */
export async function keepFiles(
  store: KeptStore,
  found: PublicState,
  files: readonly ManifestEntry[],
  now: number,
): Promise<boolean> {
  if (found.digest === undefined) return false;
  const id = bundleId(found.digest);
  const kept = await readKept(store);
  const held = new Map<string, ManifestEntry>();
  for (const file of kept.find((one) => one.id === id)?.held ?? []) held.set(file.path, file);
  for (const file of files) held.set(file.path, file);
  const until = new Date(now).toISOString();
  await sendTexts(store, [
    [INDEX_NAME, formatIndex([...kept.filter((one) => one.id !== id), { id, until }])],
    [manifestOf(id), formatManifest(found.entries, found.url, found.preview)],
    [heldOf(id), formatManifest(held.values())],
  ]);
  const paths = files.map(({ path }) => path);
  if (paths.length > 0) await store.keep(id, paths);
  return kept.length === 0;
}

/**
 * Lets go all but the last `most` bundles. Their files go before their records and these before the index is written:
 * one that is cut is finished by the next.
 */
export async function dropKept(store: KeptStore, currentId: string, most: number): Promise<void> {
  const kept = await readKept(store);
  const dropped = bundlesToDrop(kept, currentId, most);
  if (dropped.length === 0) return;
  const files = dropped.flatMap(({ id, held }) => held.map(({ path }) => `${id}/${path}`));
  if (files.length > 0) await store.remove(files);
  await store.remove(dropped.map(({ id }) => manifestOf(id)));
  await store.remove(dropped.map(({ id }) => heldOf(id)));
  const stay = kept.filter((one) => !dropped.includes(one));
  if (stay.length === 0) await store.remove([INDEX_NAME]);
  else await sendTexts(store, [[INDEX_NAME, formatIndex(stay)]]);
}

function manifestOf(id: string): string {
  return `${id}.manifest.jsonl`;
}

/** Which files lie in a bundle's folder, or are about to. */
function heldOf(id: string): string {
  return `${id}.held.jsonl`;
}

function formatIndex(bundles: readonly Listed[]): string {
  const listed = bundles.map(({ id, until }) => ({ id, until }));
  return `${JSON.stringify({ stet: 1, bundles: listed }, null, 2)}\n`;
}

function parseIndex(text: string): Listed[] {
  if (text === "") return [];
  const damaged = (why: string): DamagedRecord => new DamagedRecord(`${INDEX_NAME}: ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged("it is not JSON");
  }
  if (typeof value !== "object" || value === null || !("stet" in value) || value.stet !== 1)
    throw damaged("it is not a version 1 list of bundles");
  if (!("bundles" in value) || !Array.isArray(value.bundles))
    throw damaged("the list of bundles is missing");
  return value.bundles.map((one: unknown) => {
    if (!isListed(one)) throw damaged("it lists something that is no bundle");
    return { id: one.id, until: one.until };
  });
}

function isListed(value: unknown): value is Listed {
  if (typeof value !== "object" || value === null) return false;
  const { id, until } = value as Partial<Record<keyof Listed, unknown>>;
  // It becomes part of paths.
  return typeof id === "string" && /^[\da-f]{12}$/.test(id) && typeof until === "string";
}

function parsed(text: string | undefined): ManifestText | undefined {
  if (text === undefined) return undefined;
  try {
    return parseManifest(text, "");
  } catch (error) {
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}
