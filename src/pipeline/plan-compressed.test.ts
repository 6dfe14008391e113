import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { WORKERS_HERE } from "../workers/worker.ts";
import { planCompressed } from "./plan-compressed.ts";
import type { PackingContext } from "./plan-compressed.ts";

const LONG = "Once more the same words. ".repeat(100);
let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-compressed-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(base, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function staged(path: string, text: string): [string, PlannedFile] {
  return [path, { from: "staged", file: write(`staging/${path}`, text) }];
}

function kept(path: string, text: string): [string, PlannedFile] {
  write(`out/${path}`, text);
  const record = { path, bytes: text.length, sha256: digestOf(text), stat: "" };
  return [path, { from: "kept", record }];
}

/** The stages that were shown, each with how many there were to do. */
let stages: string[] = [];

function compress(
  files: [string, PlannedFile][],
  more: Partial<PackingContext> = {},
): Promise<Map<string, PlannedFile>> {
  stages = [];
  return planCompressed(new Map(files), {
    out: join(base, "out"),
    staging: join(base, "staging"),
    intact: new Map(),
    node: "v24",
    workers: WORKERS_HERE,
    progress: {
      stage: (name, total) => {
        stages.push(`${name} ${total ?? ""}`);
        return { advance: () => {}, done: () => {} };
      },
      log: () => {},
    },
    ...more,
  });
}

/** Records of the copies of a plan, as the next build knows them. */
function recordsOf(plan: ReadonlyMap<string, PlannedFile>): Map<string, OutputRecord> {
  const records = new Map<string, OutputRecord>();
  for (const [path, planned] of plan) {
    if (planned.from !== "staged") continue;
    const { key, bytes = 0, sha256 = "" } = planned;
    records.set(path, { path, bytes, sha256, stat: "", ...(key === undefined ? {} : { key }) });
  }
  return records;
}

test("files that gain by it get two copies, wherever they come from", async () => {
  const plan = await compress([
    staged("index.html", LONG),
    kept("a/index.html", LONG),
    staged("short.html", "short"),
    staged("photo.webp", LONG),
    staged("stet-headers.json", LONG),
  ]);
  expect([...plan.keys()].sort()).toEqual([
    "a/index.html.br",
    "a/index.html.gz",
    "index.html.br",
    "index.html.gz",
  ]);
  const copy = plan.get("a/index.html.gz");
  if (copy?.from !== "staged") throw new Error("It was not made.");
  const bytes = readFileSync(copy.file);
  expect(gunzipSync(bytes).toString()).toBe(LONG);
  expect(copy).toMatchObject({ bytes: bytes.length, sha256: digestOf(bytes), copyAs: "gzip" });
});

test("a copy of the same bytes stays, without a look at the original", async () => {
  const intact = recordsOf(await compress([staged("index.html", LONG)]));
  const [path, again] = kept("index.html", LONG);
  rmSync(join(base, "out"), { recursive: true });
  const plan = await compress([[path, again]], { intact });
  expect([...plan].map(([name, { from, copyAs }]) => [name, from, copyAs])).toEqual([
    ["index.html.br", "kept", "br"],
    ["index.html.gz", "kept", "gzip"],
  ]);
  expect(stages).toEqual([]);
});

test("copies are made again of other bytes, and by another Node", async () => {
  const intact = recordsOf(await compress([staged("index.html", LONG)]));
  for (const [text, node] of [
    [`${LONG}.`, "v24"],
    [LONG, "v26"],
  ] as const) {
    const plan = await compress([kept("index.html", text)], { intact, node });
    expect([...plan.values()].map(({ from }) => from)).toEqual(["staged", "staged"]);
    expect(stages).toEqual(["Compressing 1"]);
  }
});

test("a file of the publication's own keeps its name, and its bytes", async () => {
  const plan = await compress([staged("data.csv", LONG), staged("data.csv.gz", "their own")]);
  expect([...plan.keys()]).toEqual(["data.csv.br"]);
  expect(readFileSync(join(base, "staging/data.csv.gz"), "utf8")).toBe("their own");
  expect(existsSync(join(base, "staging/data.csv.br"))).toBe(true);
});
