import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "../../src/cache/file-digest.ts";
import { manifestDigest } from "../../src/output/manifest.ts";
import {
  intactRecords,
  loadOutputState,
  outputStateFile,
  saveOutputState,
} from "../../src/output/output-state.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { DAMAGE, DAMAGE_TO_LINES } from "./damage.ts";
import type { Damage } from "./damage.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";
import { assertBuilt, copyCheckout } from "./checkout-commands.ts";
import type { TestBuild, Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW, LANDINGS, makeImage, removeCodeEntry, writeContent } from "./publication.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { chanceFrom, seedFrom } from "./random.ts";
import type { Chance } from "./random.ts";

// STET_TEST_SEED=7 repeats or varies where the damage is done.
const seed = seedFrom("STET_TEST_SEED", 1);

const ANY = { ...DAMAGE, ...DAMAGE_TO_LINES };
type Kind = keyof typeof ANY;

const base = mkdtempSync(join(tmpdir(), "stet-damage-"));
const warm = join(base, "warm");
const content = join(base, "content");
const cache = join(base, "cache");
const root = join(base, "press");
const compiled = join(root, ".stet", "compile-cache");
const options: TestBuild = {
  content,
  out: join(base, "out"),
  cache,
  now: FIXTURE_NOW,
  environment: { NODE_COMPILE_CACHE: compiled },
};
const second = { ...options, out: join(base, "second") };
const other = { ...options, content: join(base, "other"), out: join(base, "other-out") };
/** What a build leaves behind and the next one believes. */
const KEPT = ["cache", "out", "press/.stet/renderer"];
let checkout: Checkout;
let expected: Map<string, Buffer>;

beforeAll(async () => {
  await writeKept(content);
  await writeKept(other.content);
  writeContent(other.content, "articles/2025/03/landings.csv", LANDINGS.replace("310", "999"));
  writeContent(other.content, "public/crest.png", await makeImage(99));
  mkdirSync(root);
  checkout = copyCheckout(root);
  // Whoever comes last has the index of articles; what was laid there a moment ago is looked at once more.
  for (const one of [other, second, options, options]) assertBuilt(await checkout.build(one));
  for (const kept of KEPT) cpSync(join(base, kept), join(warm, kept), { recursive: true });
  // Something must be rendered, or most of what is kept would not be asked for.
  appendFileSync(join(content, "articles/2025/01/library-hours.md"), "\nOne sentence more.\n");
  const clean = { ...options, out: join(base, "clean"), cache: join(base, "none"), clean: true };
  assertBuilt(await checkout.build(clean));
  expected = readBundle(clean.out);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The publication that has everything, but entries that run code: with those no renderer is kept. */
async function writeKept(folder: string): Promise<void> {
  await writePublicationBelowPath(folder);
  removeCodeEntry(folder);
  writeContent(
    folder,
    "comments/2025/02/quay-opens.yaml",
    "comments:\n  - id: 21\n    author: A third reader\n    date: 2025-02-15T08:00:00Z\n    text: At last.\n",
  );
}

/** Lays what is kept as it was after the last build, with stamps that are believed. */
function restore(): void {
  for (const kept of KEPT) {
    rmSync(join(base, kept), { recursive: true, force: true });
    cpSync(join(warm, kept), join(base, kept), { recursive: true });
  }
  const { out } = options;
  const records = intactRecords(out, loadOutputState(cache, out), () => Date.now() + 60_000);
  expect(records.size).toBeGreaterThan(300);
  saveOutputState(cache, out, manifestDigest(out) ?? "", records.values());
}

/** Does damage, and gives the kept files that a build must tell of. */
interface Case {
  title: string;
  damage: (chance: Chance) => string[];
  /** Why the renderer is bundled anew. */
  bundled?: string;
}

/** Damages one file. What harms nothing may go unsaid. */
function damageTo(what: string, find: (chance: Chance) => string, kind: Kind, said = true): Case {
  return {
    title: `${what}: ${kind}`,
    damage: (chance) => {
      const file = find(chance);
      change(file, ANY[kind], chance);
      return said ? [file] : [];
    },
  };
}

function change(file: string, damage: Damage, chance: Chance): void {
  const before = readFileSync(file);
  const after = damage(before, chance);
  expect(after.equals(before)).toBe(false);
  writeFileSync(file, after);
}

/** Makes two files change places. */
function exchange(one: string, two: string): string[] {
  const [first, last] = [readFileSync(one), readFileSync(two)];
  expect(first.equals(last)).toBe(false);
  writeFileSync(one, last);
  writeFileSync(two, first);
  return [one, two];
}

function indexFile(kind: string, of = content): string {
  const name = digestOf(of).slice(0, 16);
  return join(cache, kind, `${name}.jsonl`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Files made of pictures, drawn by chance, which the bundle has lost: a build asks for them. */
function lostMedia(chance: Chance, count: number): string[] {
  // Others that were damaged before are lost already.
  const published = new Map(
    filesBelow(options.out).map((file) => [file, digestOf(readFileSync(file))]),
  );
  const digests = new Set(published.values());
  const lost = chance
    .shuffled(filesBelow(join(cache, "media")).filter((file) => digests.has(file.slice(-64))))
    .slice(0, count);
  const gone = [...published.keys()].filter((file) =>
    lost.some((one) => one.endsWith(published.get(file) ?? "")),
  );
  expect(gone.length).toBeGreaterThan(0);
  for (const file of gone) rmSync(file);
  return lost;
}

/** Many, since a build loads but some of what is compiled. */
function compiledFiles(chance: Chance): string[] {
  const files = chance.shuffled(filesBelow(compiled)).slice(0, 200);
  expect(files).toHaveLength(200);
  return files;
}

const articles = (kind: Kind, said?: boolean): Case =>
  damageTo("the index of articles", () => join(cache, "index.jsonl"), kind, said);
const images = (kind: Kind): Case =>
  damageTo("that of pictures", () => indexFile("pictures"), kind);
const data = (kind: Kind): Case => damageTo("that of figures", () => indexFile("data"), kind);
const pages = (kind: Kind): Case => damageTo("that of pages", () => indexFile("pages"), kind);
const comments = (kind: Kind): Case =>
  damageTo("that of comments", () => indexFile("comments"), kind);
/** What Pagefind made of the words of the whole archive, which is one period. */
const tokens = (kind: Kind): Case =>
  damageTo("what is known of tokens", () => indexFile("search/all"), kind);
/** Trees that bodies were parsed to: a text whose tree is not as it was is parsed again, without a word. */
const trees = (kind: Kind): Case =>
  damageTo(
    "trees of bodies",
    (chance) => chance.one(filesBelow(join(cache, "trees"))),
    kind,
    false,
  );
const output = (kind: Kind): Case =>
  damageTo("the state of the output", () => outputStateFile(cache, options.out), kind);
/** The kept renderer: that it is bundled anew says so. */
const renderer = (what: string, find: (chance: Chance) => string, kind: Kind): Case => ({
  ...damageTo(what, find, kind, false),
  bundled: "the cached one is damaged",
});
const rendererFolder = join(root, ".stet", "renderer");
const module = (kind: Kind): Case =>
  renderer("a module", (chance) => chance.one(filesBelow(join(rendererFolder, "modules"))), kind);
const label = (kind: Kind): Case =>
  renderer("the label of the renderer", () => join(rendererFolder, "label.txt"), kind);
/** Node's own, which throws away without a word what its checksum does not fit. */
const code = (kind: Kind): Case => ({
  title: `compiled code: ${kind}`,
  damage: (chance) => {
    for (const file of compiledFiles(chance)) change(file, ANY[kind], chance);
    return [];
  },
});
const media = (kind: Kind): Case =>
  damageTo("a file made of a picture", (chance) => lostMedia(chance, 1)[0] ?? "", kind);

/** Takes the record of one of these files out of the state of the output. */
function withoutRecordOf(what: string, path: RegExp): Case {
  return {
    title: `the state of the output: the record of ${what} is gone`,
    damage: (chance) => {
      const file = outputStateFile(cache, options.out);
      const lines = readFileSync(file, "utf8").split("\n");
      const gone = chance.one(lines.filter((line) => path.test(line)));
      writeFileSync(file, lines.filter((line) => line !== gone).join("\n"));
      return [file];
    },
  };
}

/** Each inner list is damage that is done before one build. Half of each list is tried, except at night. */
const ROUNDS: Record<string, Case[][]> = {
  "the index of articles": [
    [articles("a letter of a title is another")],
    [articles("a letter of a text is another"), code("one bit is flipped")],
    [articles("a digit of a stamp is another")],
    [articles("a digit of a number is another"), code("two bytes change places")],
    [articles("a digit of a digest is another")],
    [articles("a name of a key is another"), code("it is cut in the middle")],
    [articles("it is cut at the end of a line")],
    [articles("a line is gone"), code("it is empty")],
    [articles("a line stands twice")],
    [
      articles("two lines change places", false),
      {
        title: "compiled code: files change places",
        damage: (chance) => {
          const files = compiledFiles(chance);
          for (let at = 0; at < files.length; at += 2)
            exchange(files[at] ?? "", files[at + 1] ?? "");
          return [];
        },
      },
    ],
    [articles("two lines exchange their beginnings")],
    [articles("one bit is flipped")],
    [articles("two bytes change places")],
    [articles("it is cut in the middle")],
    [articles("it is empty")],
  ],
  "the other indexes, and the modules of the renderer": [
    [
      images("a digit of a number is another"),
      data("a digit of a figure is another"),
      comments("a digit of a number is another"),
      pages("a letter of a text is another"),
      trees("one bit is flipped"),
    ],
    [
      images("a digit of a digest is another"),
      data("one bit is flipped"),
      comments("a digit of a digest is another"),
      module("one bit is flipped"),
      tokens("one bit is flipped"),
    ],
    [
      images("a line is gone"),
      data("it is cut in the middle"),
      comments("two lines exchange their beginnings"),
      module("it is cut in the middle"),
      trees("two bytes change places"),
    ],
    [
      images("two lines exchange their beginnings"),
      data("a digit of a figure is another"),
      comments("a name of a key is another"),
      pages("a line is gone"),
      module("two bytes change places"),
      trees("it is cut in the middle"),
      tokens("a line is gone"),
    ],
    [
      images("it is empty"),
      data("two bytes change places"),
      comments("one bit is flipped"),
      pages("a digit of a digest is another"),
      module("it is empty"),
      trees("it is empty"),
      tokens("it is empty"),
    ],
    [
      {
        title: "the indexes of pictures of two publications change places",
        damage: () =>
          exchange(indexFile("pictures"), indexFile("pictures", other.content)).slice(0, 1),
      },
      {
        title: "those of figures and comments change places",
        damage: () => exchange(indexFile("data"), indexFile("comments")),
      },
    ],
  ],
  "files made of pictures": [
    [media("one bit is flipped")],
    [media("two bytes change places"), data("it is cut at the end of a line")],
    [media("it is cut in the middle"), comments("a digit of a stamp is another")],
    [media("it is empty"), images("a digit of a stamp is another")],
    [
      {
        title: "two files made of pictures change places",
        damage: (chance) => {
          const [one = "", two = ""] = lostMedia(chance, 2);
          return exchange(one, two);
        },
      },
    ],
  ],
  "the state of the output": [
    [output("a digit of a digest is another")],
    [output("a digit of a key is another"), media("one bit is flipped")],
    [output("a digit of a stamp is another")],
    [withoutRecordOf("a style sheet", /"path":"_astro\//)],
    [withoutRecordOf("a part of the search", /"path":"search\//)],
    [withoutRecordOf("a page", /"path":"2025\/[^"]*index\.html"/)],
    [output("a line stands twice")],
    [output("two lines exchange their beginnings")],
    [output("one bit is flipped")],
    [output("it is cut at the end of a line")],
    [
      {
        title: "the states of two outputs change places",
        damage: () =>
          exchange(outputStateFile(cache, options.out), outputStateFile(cache, second.out)).slice(
            0,
            1,
          ),
      },
    ],
  ],
  "the label of the renderer": [
    [label("one bit is flipped")],
    [label("a letter of a sheet's address is another")],
    [label("it is cut in the middle")],
  ],
};

let number = 0;
for (const [what, rounds] of Object.entries(ROUNDS)) {
  describe(`damage to ${what} is found and mended, seed ${seed}`, () => {
    const drawn = rounds.map((cases) =>
      cases.map((one) => ({ ...one, chance: chanceFrom(seed * 1000 + number++) })),
    );
    const picked = pickedFrom(drawn, Math.ceil(drawn.length / 10), commitNumber());
    for (const [at, cases] of picked.entries()) {
      test(cases.map(({ title }) => title).join("; "), async () => {
        restore();
        const damaged = cases.flatMap(({ damage, chance }) => damage(chance));
        const run = await checkout.build(options);
        assertBuilt(run);
        expect(bundleDifferences(readBundle(options.out), expected)).toEqual([]);
        expect(run.stderr).not.toMatch(/^ +at /m);
        expect(toldOf(run.stderr)).toEqual(damaged.toSorted());
        for (const { bundled } of cases)
          if (bundled !== undefined)
            expect(run.stderr).toContain(`Bundling the renderer (${bundled})`);
        if (at > 0) return;
        const next = await checkout.build(options);
        assertBuilt(next);
        expect(toldOf(next.stderr)).toEqual([]);
        expect(bundleDifferences(readBundle(options.out), expected)).toEqual([]);
      });
    }
  });
}

/** The kept files that a build tells of, in order. */
function toldOf(stderr: string): string[] {
  return [...stderr.matchAll(/^The cache file (\S+) .*\.$/gm)].map(([, file = ""]) => file).sort();
}

test("a cache whose files cannot be read or written is told of, and the bundle is right without", async () => {
  restore();
  for (const kept of ["index.jsonl", "outputs", "media", "pictures"])
    rmSync(join(cache, kept), { recursive: true });
  mkdirSync(join(cache, "index.jsonl", "inside"), { recursive: true });
  for (const kept of ["outputs", "media", "pictures"]) writeFileSync(join(cache, kept), "");
  const run = await checkout.build(options);
  assertBuilt(run);
  expect(bundleDifferences(readBundle(options.out), expected)).toEqual([]);
  expect(run.stderr).not.toMatch(/^ +at /m);
  const index = join(cache, "index.jsonl");
  expect(toldOf(run.stderr).filter((file) => dirname(file) === cache)).toEqual([index, index]);
  expect(run.stderr).toContain(`The cache folder ${join(cache, "media")} cannot be written`);
});
