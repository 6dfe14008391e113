import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CheckedTexts } from "../loader/read-body.ts";
import type { Workers } from "../workers/worker.ts";
import type { Publication } from "../domain/publication.ts";
import { INDEX_FOLDER } from "../search/facets.ts";
import { indexInWorkers } from "../search/index-in-workers.ts";
import type { WrittenIndex } from "../search/index-in-workers.ts";
import { forgetOtherPeriods } from "../search/cached-tokens.ts";
import { periodPaths } from "../search/period-format.ts";
import { PERIODS_FILE } from "../search/periods-file.ts";
import type { PeriodsFile } from "../search/periods-file.ts";
import { wasmOf } from "../search/pagefind/engine-paths.ts";
import { engineVersion } from "../search/pagefind/service.ts";
import type { IndexMaker } from "../search/search-index.ts";
import { searchPeriods } from "../search/search-records.ts";
import type { IndexedPeriod } from "../search/search-records.ts";
import { emptyFolder } from "../output/clean-folder.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { Progress } from "./progress.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/** What the index of a publication follows from, and what stands of it. */
export interface SearchOptions {
  publication: Publication;
  /** Where its texts are read. */
  texts: CheckedTexts;
  /** Digest of everything besides content that it follows from. */
  code: string;
  earlier: ReadonlyMap<string, OutputRecord>;
  intact: ReadonlyMap<string, OutputRecord>;
  /** Empty folder to write into. */
  folder: string;
  /** Absolute path of the cache. */
  cache: string;
  maker: IndexMaker;
  /** Who indexes. */
  workers: Workers;
  progress: Progress;
}

/** The files of the search, which are made while pages are planned and printed. */
export interface SearchUnderWay {
  /** Settled when this thread may be busy with other things. */
  begun: Promise<void>;
  files: Promise<Map<string, PlannedFile>>;
}

/** A part of the index as it stands in the bundle or was just made. */
interface Part {
  /** Paths below the folder of the search. */
  paths: string[];
  files: Map<string, PlannedFile>;
}

/**
 * Begins to index what changed: periods of which an article changed, or a file is missing. The others are kept, and
 * the engine with them.
 */
export function beginSearch(options: SearchOptions): SearchUnderWay {
  const { publication, code, folder, cache, maker } = options;
  const { language } = publication.site;
  const keyOf = (what: string): string => `search ${digestOf(code + what)}`;
  const standing = standingParts(options);
  const engineKey = keyOf(`engine ${language}`);
  const periods = searchPeriods(publication).map((period) => ({
    ...period,
    key: keyOf(`${period.name} ${maker} ${period.key}`),
  }));
  const changed = periods.filter(({ key }) => !standing.has(key));
  const finish = (written: WrittenIndex | undefined): Map<string, PlannedFile> => {
    const made = new Map(written?.periods.map((period) => [period.name, period]));
    const engine = standing.get(engineKey) ?? staged(written?.engine ?? [], "", folder, engineKey);
    const parts = periods.map((period) => {
      const { name, key } = period;
      const part = standing.get(key) ?? staged(made.get(name)?.paths ?? [], name, folder, key);
      return { ...period, part };
    });
    const list = JSON.stringify({
      version: engineVersion(),
      wasm: wasmOf(engine.paths),
      periods: parts.map(entryOf),
    } satisfies PeriodsFile);
    const listKey = keyOf(list);
    if (!standing.has(listKey)) writeFileSync(join(folder, PERIODS_FILE), list);
    return new Map([
      ...engine.files,
      ...parts.flatMap(({ part }) => [...part.files]),
      ...(standing.get(listKey) ?? staged([PERIODS_FILE], "", folder, listKey)).files,
    ]);
  };
  emptyFolder(folder);
  if (changed.length === 0 && standing.has(engineKey)) {
    return { begun: Promise.resolve(), files: Promise.resolve(finish(undefined)) };
  }
  const count = changed.reduce((sum, { articles }) => sum + articles.length, 0);
  const stage = options.progress.stage("Indexing for search", count);
  const { texts } = options;
  const begun = Promise.withResolvers<void>();
  const done = indexInWorkers(
    {
      texts,
      cache,
      language,
      maker,
      periods: changed,
      withEngine: !standing.has(engineKey),
      folder,
    },
    options.workers,
    {
      onIndexed: (more) => stage.advance(more),
      onDamage: (sentence) => options.progress.log(sentence),
      onBegun: begun.resolve,
    },
  );
  const files = done.then((written) => {
    stage.done();
    forgetOtherPeriods(new Set(periods.map(({ name }) => name)), { content: texts.content, cache });
    return finish(written);
  });
  // Who began it may fail elsewhere before waiting for this.
  files.catch(() => begun.resolve());
  return { begun: begun.promise, files };
}

/** Parts of which every file is intact, by their keys. */
function standingParts({ earlier, intact }: SearchOptions): Map<string, Part> {
  const parts = new Map<string, Part>();
  const broken = new Set<string>();
  for (const { path, key } of earlier.values()) {
    if (key === undefined || !path.startsWith(INDEX_FOLDER)) continue;
    const record = intact.get(path);
    if (record === undefined) broken.add(key);
    else {
      const part: Part = parts.get(key) ?? { paths: [], files: new Map() };
      part.paths.push(path.slice(INDEX_FOLDER.length));
      part.files.set(path, { from: "kept", record });
      parts.set(key, part);
    }
  }
  for (const key of broken) parts.delete(key);
  return parts;
}

/** Files just made; `below` is the folder of a period, or empty. */
function staged(made: readonly string[], below: string, folder: string, key: string): Part {
  const paths = made.map((path) => (below === "" ? path : `${below}/${path}`));
  return {
    paths,
    files: new Map(
      paths.map((path) => [INDEX_FOLDER + path, { from: "staged", file: join(folder, path), key }]),
    ),
  };
}

function entryOf({
  name,
  years,
  articles,
  part,
}: IndexedPeriod & { part: Part }): PeriodsFile["periods"][number] {
  const meta = part.paths
    .map((path) => path.slice(name.length + 1))
    .find((path) => dirname(path) === "." && path.endsWith(periodPaths.meta("")));
  if (meta === undefined) throw new Error(`The search index of ${name} has no first file.`);
  return {
    name,
    meta: meta.slice(0, -periodPaths.meta("").length),
    articles: articles.length,
    years,
  };
}
