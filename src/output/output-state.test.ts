import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest } from "./manifest.ts";
import {
  intactRecords,
  loadOutputState,
  lookAtOutput,
  outputStateFile,
  saveOutputState,
} from "./output-state.ts";
import type { OutputLook, OutputRecord } from "./output-state.ts";

let folder = "";
let out = "";
let cache = "";
const manifest = digestOf(formatManifest([]));
const record = (path: string, text: string, stat = ""): [string, OutputRecord] => [
  path,
  { path, key: "k", bytes: Buffer.byteLength(text), sha256: digestOf(text), stat },
];
/** A clock that is ahead, so that files just written count as long unchanged. */
const later = (): number => Date.now() + 10_000;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
  out = join(folder, "out");
  cache = join(folder, "cache");
  mkdirSync(join(out, "a"), { recursive: true });
  writeFileSync(join(out, "stet-manifest.jsonl"), formatManifest([]));
  writeFileSync(join(out, "a/b"), "text");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("what is known of an output folder", () => {
  const [path, named] = record("d", "");
  const records = new Map([
    record("a/b", "text"),
    record("c", ""),
    [path, { ...named, references: "AbCdEf" }],
  ]);
  beforeEach(() => {
    saveOutputState(cache, out, manifest, records.values());
  });

  test("is kept outside of it, under a name made from where it really is", () => {
    expect(readdirSync(join(cache, "outputs")).length).toBe(1);
    symlinkSync(out, join(folder, "link"));
    expect(outputStateFile(cache, join(folder, "link"))).toBe(outputStateFile(cache, out));
  });

  test("loads as it was saved", () => {
    expect(loadOutputState(cache, out)).toEqual(records);
  });

  test.each([
    ["the manifest is another", () => writeFileSync(join(out, "stet-manifest.jsonl"), "{}")],
    ["the manifest is gone", () => rmSync(join(out, "stet-manifest.jsonl"))],
    ["a journal lies there", () => writeFileSync(join(out, "stet-journal.json"), "")],
    ["the folder is gone", () => rmSync(out, { recursive: true })],
    [
      "it is of an older version",
      () =>
        writeFileSync(
          outputStateFile(cache, out),
          `${JSON.stringify({ version: 1, out, manifest })}\n${JSON.stringify(records.get("c"))}\n`,
        ),
    ],
  ])("is void when %s", (_, spoil) => {
    spoil();
    expect(load()).toEqual({ size: 0, told: [] });
  });

  test("is void when any byte of it changed, and that is said", () => {
    const valid = readFileSync(outputStateFile(cache, out));
    for (let at = 0; at < valid.length; at += 1) {
      const damaged = Buffer.from(valid);
      damaged.writeUInt8(valid.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFileSync(outputStateFile(cache, out), damaged);
      const { size, told } = load();
      expect([size, told.length], `byte ${at}`).toEqual([0, 1]);
    }
  });

  test("is void when it is cut anywhere, or a line is lost or doubled, and that is said", () => {
    const valid = readFileSync(outputStateFile(cache, out), "utf8");
    const [header = "", a = "", c = ""] = valid.split("\n");
    const texts = [
      ...Array.from(valid, (_, length) => valid.slice(0, length)),
      `${header}\n${a}\n`,
      `${header}\n${c}\n${a}\n`,
      `${valid}${c}\n`,
    ];
    for (const text of texts) {
      writeFileSync(outputStateFile(cache, out), text);
      const { size, told } = load();
      expect([size, told.length], text).toEqual([0, 1]);
    }
  });

  test("is not that of another folder, though its manifest be the same", () => {
    const other = join(folder, "other");
    cpSync(out, other, { recursive: true });
    saveOutputState(cache, other, manifest, records.values());
    copyFileSync(outputStateFile(cache, other), outputStateFile(cache, out));
    const { size, told } = load();
    expect(size).toBe(0);
    expect(told).toEqual([expect.stringContaining("is not the one that was stored there")]);
  });

  test("is done without where its file can be neither read nor written, and that is said", () => {
    rmSync(outputStateFile(cache, out));
    mkdirSync(join(outputStateFile(cache, out), "inside"), { recursive: true });
    expect(load()).toEqual({ size: 0, told: [expect.stringContaining("cannot be read (EISDIR")] });
    const told: string[] = [];
    saveOutputState(cache, out, manifest, [], (sentence) => told.push(sentence));
    expect(told).toEqual([expect.stringContaining("cannot be written (E")]);
  });

  function load(): { size: number; told: string[] } {
    const told: string[] = [];
    const { size } = loadOutputState(cache, out, (sentence) => told.push(sentence));
    return { size, told };
  }
});

describe("a record is intact", () => {
  test("when the file's bytes are the same, and then its stamp is refreshed", () => {
    const [fresh] = intactRecords(out, new Map([record("a/b", "text")]), later).values();
    expect(fresh?.stat).toMatch(/^4 \d+ \d+ \d+$/);
    expect(fresh?.key).toBe("k");
  });

  test("without reading the file when the stamp is the same", () => {
    const [fresh] = intactRecords(out, new Map([record("a/b", "text")]), later).values();
    const trusted = new Map([record("a/b", "TEXT", fresh?.stat)]);
    expect(intactRecords(out, trusted, later)).toEqual(trusted);
  });

  test("but its stamp is not trusted when the file has only just changed", () => {
    const [fresh] = intactRecords(out, new Map([record("a/b", "text")])).values();
    expect(fresh?.stat).toBe("");
  });

  test("but not when the bytes differ, even at the same length and date", () => {
    const [fresh] = intactRecords(out, new Map([record("a/b", "text")]), later).values();
    const date = new Date(0);
    utimesSync(join(out, "a/b"), date, date);
    writeFileSync(join(out, "a/b"), "tEXt");
    utimesSync(join(out, "a/b"), date, date);
    expect(intactRecords(out, new Map([record("a/b", "text", fresh?.stat)])).size).toBe(0);
  });

  test("but not when the file is gone, a folder, or behind a link", () => {
    const wanted = new Map([record("a/b", "text")]);
    renameSync(join(out, "a"), join(folder, "elsewhere"));
    expect(intactRecords(out, wanted).size).toBe(0);
    symlinkSync(join(folder, "elsewhere"), join(out, "a"));
    expect(intactRecords(out, wanted).size).toBe(0);
    rmSync(join(out, "a"));
    writeFileSync(join(out, "a"), "a file where the folder was");
    expect(intactRecords(out, wanted).size).toBe(0);
    rmSync(join(out, "a"));
    mkdirSync(join(out, "a/b"), { recursive: true });
    expect(intactRecords(out, wanted).size).toBe(0);
  });
});

describe("a look at an output folder", () => {
  beforeEach(() => {
    saveOutputState(
      cache,
      out,
      manifest,
      intactRecords(out, new Map([record("a/b", "text")]), later).values(),
    );
  });

  test("finds it whole where every file is as it is known", () => {
    expect(lookAtOutput(cache, out)).toEqual({ strayed: [], isWhole: true });
  });

  test.each<[what: string, harm: () => void, found: OutputLook]>([
    ["a file is gone", () => rmSync(join(out, "a/b")), { strayed: ["a/b"], isWhole: false }],
    [
      "a file holds something else",
      () => writeFileSync(join(out, "a/b"), "else"),
      { strayed: ["a/b"], isWhole: false },
    ],
    [
      "a folder is a link",
      () => {
        renameSync(join(out, "a"), join(folder, "a"));
        symlinkSync(join(folder, "a"), join(out, "a"));
      },
      { strayed: ["a/b"], isWhole: false },
    ],
    [
      "something begun lies there",
      () => writeFileSync(join(out, ".stet-tmp-x"), ""),
      { strayed: [], isWhole: false },
    ],
    [
      "a publication was not ended",
      () => writeFileSync(join(out, "stet-journal.json"), "{}"),
      { strayed: [], isWhole: false },
    ],
    [
      "the manifest is another",
      () => writeFileSync(join(out, "stet-manifest.jsonl"), `${formatManifest([])}\n`),
      { strayed: [], isWhole: false },
    ],
    ["nothing is known", () => rmSync(cache, { recursive: true }), { strayed: [], isWhole: false }],
  ])("does not find it whole where %s", (_, harm, found) => {
    harm();
    expect(lookAtOutput(cache, out)).toEqual(found);
  });

  test("reads a file whose stamp was unsure, and leaves one whose stamp is another to a build", () => {
    saveOutputState(cache, out, manifest, [record("a/b", "text")[1]]);
    expect(lookAtOutput(cache, out)).toEqual({ strayed: ["a/b"], isWhole: true });
    saveOutputState(cache, out, manifest, [record("a/b", "text", "4 1 1 1")[1]]);
    expect(lookAtOutput(cache, out)).toEqual({ strayed: ["a/b"], isWhole: false });
  });

  test("reads the names of files as they are", () => {
    const name = 'say "é\\u0301".txt';
    writeFileSync(join(out, name), "text");
    const records = new Map([record("a/b", "text"), record(name, "text")]);
    saveOutputState(cache, out, manifest, intactRecords(out, records, later).values());
    expect(lookAtOutput(cache, out)).toEqual({ strayed: [], isWhole: true });
    rmSync(join(out, name));
    expect(lookAtOutput(cache, out)).toEqual({ strayed: [name], isWhole: false });
  });

  test("spares looking again at what has not strayed", () => {
    const records = loadOutputState(cache, out);
    rmSync(join(out, "a/b"));
    expect(intactRecords(out, records, later, new Set()).size).toBe(1);
    expect(intactRecords(out, records, later, new Set(["a/b"])).size).toBe(0);
  });
});
