import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Encoding } from "../domain/encodings.ts";
import { readManifest } from "./manifest.ts";
import { intactRecords, loadOutputState } from "./output-state.ts";
import { publish } from "./publish.ts";
import type { PlannedFile } from "./publish-plan.ts";
import { verifyBundle } from "./verify.ts";

let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-publish-copies-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const AS: Readonly<Record<string, Encoding>> = { br: "br", gz: "gzip" };

function staged(paths: readonly string[]): Map<string, PlannedFile> {
  const plan = new Map<string, PlannedFile>();
  for (const path of paths) {
    const file = join(base, "staging", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${path}, and a link to nothing: <img src="/none.png">`.slice(0, 20));
    const copyAs = AS[path.split(".").at(-1) ?? ""];
    plan.set(path, { from: "staged", file, ...(copyAs === undefined ? {} : { copyAs }) });
  }
  return plan;
}

async function release(plan: Map<string, PlannedFile>): Promise<string[]> {
  const [out, cache] = [join(base, "out"), join(base, "cache")];
  const steps: string[] = [];
  const intact = intactRecords(out, loadOutputState(cache, out));
  const url = "https://paper.example/";
  await publish({ out, cache, url, plan, intact, interrupt: (step) => steps.push(step) });
  return steps.filter((step) => /^(?:move|remove) (?!the journal)/.test(step));
}

const PATHS = [
  "a/index.html",
  "a/index.html.br",
  "a/index.html.gz",
  "rss.xml",
  "rss.xml.gz",
  "style.css",
  "style.css.br",
];

test("packed copies are published with their originals: those of pages and feeds after what pages refer to", async () => {
  expect(await release(staged([...PATHS].reverse()))).toEqual(
    [...PATHS.slice(5), ...PATHS.slice(0, 5)].map((path) => `move ${path}`),
  );
});

test("the manifest says what they are, also where they are kept, and verify finds nothing wrong", async () => {
  const plan = staged(PATHS);
  await release(plan);
  const known = loadOutputState(join(base, "cache"), join(base, "out"));
  const kept = new Map<string, PlannedFile>();
  for (const [path, { copyAs }] of plan) {
    const record = known.get(path);
    if (record === undefined) throw new Error(`${path} is not known.`);
    kept.set(path, { from: "kept", record, ...(copyAs === undefined ? {} : { copyAs }) });
  }
  expect(await release(kept)).toEqual([]);
  const entries = readManifest(join(base, "out"))?.entries ?? [];
  expect(entries.flatMap(({ path, copyAs }) => (copyAs ? [`${path} ${copyAs}`] : []))).toEqual([
    "a/index.html.br br",
    "a/index.html.gz gzip",
    "rss.xml.gz gzip",
    "style.css.br br",
  ]);
  expect(verifyBundle(join(base, "out")).problems).toEqual([]);
});

test("they go with their originals, and when none are made any more", async () => {
  await release(staged(PATHS));
  expect(await release(staged(["a/index.html", "rss.xml", "rss.xml.gz"]))).toEqual(
    ["a/index.html.br", "a/index.html.gz", "style.css", "style.css.br"].map(
      (path) => `remove ${path}`,
    ),
  );
});
