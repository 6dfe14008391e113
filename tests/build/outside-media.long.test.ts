import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "../../src/cli/outcome.ts";
import { MEDIA_FILE, parseMediaList } from "../../src/loader/media-list.ts";
import { storedName } from "../../src/domain/listed-media.ts";
import { drawing, photograph } from "../fixtures/image-files.ts";
import { missingTools, need } from "../tools/need.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout, Run, TestBuild } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

const LEAD = "articles/2026/03/harbour.jpg";
const CREST = "public/crest.png";
const TIDE = "public/tide.mp3";
const TERMS = "articles/2026/03/terms.pdf";
const STORY = `---
title: The harbour in pictures
description: One of each kind.
category: town
author: ada
date: 2026-03-02
image: { src: ./harbour.jpg, alt: The harbour at noon, credit: Ada Palmer }
---

Words, [the terms](./terms.pdf) and ![the crest](/crest.png).

<Audio src="/tide.mp3" title="The tide" length="0:10" />
`;
const WORDS = STORY.replace(/^image.*\n/m, "").replace(/\n\nWords,[^]*/, "\n\nWords.\n");

const base = mkdtempSync(join(tmpdir(), "stet-outside-"));
const NOW = "2026-04-01T12:00:00Z";
let checkout: Checkout;
const originals = new Map<string, Uint8Array>();

/** Writes the publication whose media store this is; `withMedia` with the media files as well. */
function publication(name: string, store: string, withMedia: boolean): TestBuild {
  const options = buildIn(join(base, name), NOW);
  const texts = {
    "site.yaml": `name: The Quay\nurl: https://quay.example/\ndescription: Pictures.\nlanguage: en\ntimezone: UTC\nmedia: ${store}\n`,
    "authors/ada.yaml": "name: Ada Palmer\n",
    "categories/town.yaml": "title: Town\n",
    "articles/2026/03/pictures.mdx": STORY,
    "articles/2026/03/words.md": WORDS,
  };
  for (const [file, text] of Object.entries(texts)) writeContent(options.content, file, text);
  if (withMedia) for (const [file, bytes] of originals) writeContent(options.content, file, bytes);
  return options;
}

/** The same publication as a clone has it: with the list, without the media files. */
function cloneOf(of: TestBuild, name: string, store: string): TestBuild {
  const options = publication(name, store, false);
  writeContent(options.content, MEDIA_FILE, readFileSync(join(of.content, MEDIA_FILE)));
  return options;
}

function mediaHere({ content }: TestBuild): string[] {
  return [...originals.keys()].filter((file) => existsSync(join(content, file)));
}

function removeMedia({ content }: TestBuild): void {
  for (const file of originals.keys()) rmSync(join(content, file), { force: true });
}

function stet(options: TestBuild, args: string[], path = process.env["PATH"] ?? ""): Run {
  const environment = {
    ...process.env,
    PATH: path,
    STET_CONTENT: options.content,
    STET_CACHE: options.cache,
  };
  const call = [join(checkout.root, "bin/stet.cjs"), ...args];
  try {
    const stdout = execFileSync(process.execPath, call, {
      cwd: checkout.root,
      env: environment,
      encoding: "utf8",
      stdio: "pipe",
    });
    return { code: 0, stdout, stderr: "" };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
}

beforeAll(async () => {
  checkout = checkoutOf("outside-media");
  originals
    .set(LEAD, await photograph(1700, 1300))
    .set(CREST, await drawing(300, 300, "none"))
    .set(TIDE, Buffer.from("No film plays this."))
    .set(TERMS, Buffer.from("%PDF-1.4 terms"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a publication whose media files are in a folder", () => {
  let whole: TestBuild;
  let bundle: Map<string, Buffer>;

  beforeAll(async () => {
    whole = publication("whole", "../store", true);
    assertBuilt(await checkout.build(whole));
    bundle = readBundle(whole.out);
  });

  test("lists and sends them, and has git pass over them", () => {
    const sent = stet(whole, ["media"]);
    expect(sent).toMatchObject({ code: EXIT.done });
    expect(sent.stdout).toContain("Listed 4 files (");
    const { media, diagnostics } = parseMediaList(
      readFileSync(join(whole.content, MEDIA_FILE), "utf8"),
    );
    expect(diagnostics).toEqual([]);
    expect(media.map(({ file }) => file)).toEqual([LEAD, TERMS, CREST, TIDE]);
    for (const one of media)
      expect(readFileSync(join(base, "whole/store", storedName(one)))).toEqual(
        Buffer.from(originals.get(one.file) ?? []),
      );
    const ignored = readFileSync(join(whole.content, ".gitignore"), "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining(["*.jpg", "*.JPG", "*.mp3", "/.media/"]));
    expect(readdirSync(whole.content)).not.toContain(".media");
    expect(stet(whole, ["media"]).stdout).toBe(
      "Nothing new: media.jsonl lists 4 files, all of them in ../store.\n",
    );
  });

  test("is checked in a clone without them, and nothing is fetched for that", async () => {
    const clone = cloneOf(whole, "checked", "../../whole/store");
    const { code, stdout } = await checkout.check(clone);
    expect({ code, stdout }).toEqual({ code: EXIT.done, stdout: "2 articles: no problems.\n" });
    expect(mediaHere(clone)).toEqual([]);
  });

  test("is built in a clone to the same bytes, with what it fetched in its places", async () => {
    const clone = cloneOf(whole, "clone", "../../whole/store");
    const built = await checkout.build(clone);
    assertBuilt(built);
    expect(built.stderr).toContain("Fetching media (4)");
    expect(bundleDifferences(bundle, readBundle(clone.out))).toEqual([]);
    expect(mediaHere(clone)).toEqual([...originals.keys()]);
    expect(readdirSync(clone.content)).not.toContain(".media");
    const again = await checkout.build(clone);
    assertBuilt(again);
    expect(again.stdout).toMatch(/rendered +0\n/);
    expect(again.stderr).not.toContain("Fetching");
  });

  test("fetches nothing where the cache and the bundle have what was made of them", async () => {
    const clone = cloneOf(whole, "cached", "../../whole/store");
    assertBuilt(await checkout.build(clone));
    removeMedia(clone);
    writeContent(clone.content, "articles/2026/03/more.md", WORDS);
    const built = await checkout.build(clone);
    assertBuilt(built);
    expect(built.stderr).not.toContain("Fetching");
    expect(mediaHere(clone)).toEqual([]);
    // The cache has what was made of the pictures, not what is published as it is.
    rmSync(clone.out, { recursive: true });
    const anew = await checkout.build(clone);
    assertBuilt(anew);
    expect(mediaHere(clone)).toEqual([CREST, TIDE, TERMS]);
  });

  test("tells of every file that the store has lost or changed, and writes nothing", async () => {
    const store = join(base, "worse/store");
    const worse = publication("worse", "../store", true);
    stet(worse, ["media"]);
    removeMedia(worse);
    const stored = readdirSync(store, { recursive: true, encoding: "utf8" });
    const [tide = "", crest = ""] = ["tide", "crest"].map((name) =>
      stored.find((file) => file.includes(`${name}.`)),
    );
    rmSync(join(store, tide));
    writeFileSync(join(store, crest), "Another picture.");
    const { code, stderr } = await checkout.build(worse);
    expect(code).toBe(EXIT.invalid);
    expect(stderr).toContain("media.jsonl:3:1  error  media/altered");
    expect(stderr).toContain("media.jsonl:4:1  error  media/lost");
    expect(existsSync(worse.out)).toBe(false);
    expect(existsSync(join(worse.content, CREST))).toBe(false);
  });

  test("tells where the folder of the store is not on this machine", async () => {
    const clone = cloneOf(whole, "elsewhere", "../nowhere");
    expect((await checkout.check(clone)).code).toBe(EXIT.done);
    const { code, stderr } = await checkout.build(clone);
    expect(code).toBe(EXIT.invalid);
    expect(stderr).toContain("site.yaml:6:8  error  media/store");
    expect(existsSync(clone.out)).toBe(false);
  });

  test("keeps what was listed before when a file is changed, and lists what is there now", async () => {
    const changed = publication("changed", "../store", true);
    stet(changed, ["media"]);
    const before = readFileSync(join(changed.content, MEDIA_FILE), "utf8");
    writeContent(changed.content, LEAD, await photograph(1700, 1300, 2));
    const { code, stderr } = await checkout.build(changed);
    expect(code).toBe(EXIT.invalid);
    expect(stderr).toContain("media/altered");
    expect(stet(changed, ["media"]).stdout).toContain("Listed one file (");
    assertBuilt(await checkout.build(changed));
    writeContent(changed.content, MEDIA_FILE, before);
    removeMedia(changed);
    assertBuilt(await checkout.build(changed));
    expect(readFileSync(join(changed.content, LEAD))).toEqual(
      Buffer.from(originals.get(LEAD) ?? []),
    );
  });

  test("refuses a list that says another size of a picture than its file has", async () => {
    const clone = cloneOf(whole, "forged", "../../whole/store");
    const list = readFileSync(join(clone.content, MEDIA_FILE), "utf8");
    writeContent(clone.content, MEDIA_FILE, list.replace('"width":1700', '"width":1701'));
    expect(stet(clone, ["media", "--fetch"]).stdout).toMatch(/^Fetched 4 files/);
    const { code, stderr } = await checkout.build(clone);
    expect(code).toBe(EXIT.invalid);
    expect(stderr).toContain("media.jsonl:1:1  error  media/altered");
  });

  test("lists pictures of site.yaml, and leaves in git what is not listed", async () => {
    const parts = publication("parts", "../store", true);
    const crest = originals.get(CREST) ?? "";
    const files = ["logo.png", "slots/crest.png", "public/.well-known/crest.png"];
    for (const file of files) writeContent(parts.content, file, crest);
    const { stdout } = stet(parts, ["media"]);
    expect(stdout).toContain("Listed 5 files (");
    expect(stdout).toContain("git rm -r --cached -q --ignore-unmatch ");
    const list = readFileSync(join(parts.content, MEDIA_FILE), "utf8");
    expect(parseMediaList(list).diagnostics).toEqual([]);
    expect(list).toContain('{"file":"logo.png"');
    const git = (...args: string[]): string =>
      execFileSync("git", args, { cwd: parts.content, encoding: "utf8" });
    git("init", "--quiet");
    git("add", ".");
    expect(
      git("ls-files")
        .split("\n")
        .filter((file) => /\.(?:png|jpg)$/.test(file)),
    ).toEqual(files.toReversed().slice(0, 2));
  });

  test("sends again what the store has lost, and tells of what nobody has", () => {
    const lost = publication("lost", "../store", true);
    const store = join(base, "lost/store");
    stet(lost, ["media"]);
    const before = readdirSync(store, { recursive: true });
    rmSync(join(store, "public"), { recursive: true });
    rmSync(join(lost.content, TIDE));
    const { code, stdout, stderr } = stet(lost, ["media"]);
    expect(code).toBe(EXIT.invalid);
    expect(stdout).toContain("Listed one file (");
    expect(stderr).toContain("media.jsonl:4:1  error  media/lost");
    writeContent(lost.content, TIDE, originals.get(TIDE) ?? "");
    expect(stet(lost, ["media"]).code).toBe(EXIT.done);
    expect(readdirSync(store, { recursive: true })).toEqual(before);
    rmSync(store, { recursive: true });
    expect(stet(lost, ["media"])).toMatchObject({ code: EXIT.failed });
    expect(existsSync(store)).toBe(false);
  });

  test("does not undo with an older file what somebody else has listed since", () => {
    const older = publication("older", "../store", true);
    const list = join(older.content, MEDIA_FILE);
    stet(older, ["media"]);
    stet(older, ["media"]);
    const theirs = readFileSync(list, "utf8").replace(
      /(tide\.mp3".*)"sha256":"\w/,
      '$1"sha256":"-',
    );
    writeFileSync(list, theirs.replace('"-', theirs.includes('"-0') ? '"1' : '"0'));
    const pulled = readFileSync(list, "utf8");
    const { code, stdout } = stet(older, ["media"]);
    expect(code).toBe(EXIT.invalid);
    expect(stdout).toContain("public/tide.mp3: media.jsonl lists another one since");
    expect(readFileSync(list, "utf8")).toBe(pulled);
    writeContent(older.content, TIDE, "A newer recording.");
    expect(stet(older, ["media"]).stdout).toContain("Listed one file (");
  });

  test("fetches nothing through a link, and keeps what is listed behind it", () => {
    const clone = cloneOf(whole, "linked", "../../whole/store");
    const list = readFileSync(join(clone.content, MEDIA_FILE), "utf8");
    const elsewhere = mkdtempSync(join(base, "elsewhere-"));
    symlinkSync(elsewhere, join(clone.content, "public"));
    for (const args of [["media", "--fetch"], ["media"]]) {
      const { code, stderr } = stet(clone, args);
      expect(code).toBe(EXIT.invalid);
      expect(stderr).toContain("path/symbolic-link");
    }
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readFileSync(join(clone.content, MEDIA_FILE), "utf8")).toBe(list);
  });

  test("takes over a folder that somebody has filled, and passes over what cannot be shown", async () => {
    const taken = publication("taken", "../store", false);
    const store = join(base, "taken/store");
    for (const [file, bytes] of originals) {
      mkdirSync(dirname(join(store, file)), { recursive: true });
      writeFileSync(join(store, file), bytes);
    }
    writeFileSync(join(store, "public/broken.jpg"), "No picture.");
    writeFileSync(join(store, "notes.pdf"), "Not of the content folder.");
    const { code, stdout } = stet(taken, ["media", "--adopt"]);
    expect(code).toBe(EXIT.invalid);
    expect(stdout).toContain("Listed 4 files (");
    expect(stdout).toContain("public/broken.jpg: it is ");
    assertBuilt(await checkout.build(taken));
    expect(bundleDifferences(bundle, readBundle(taken.out))).toEqual([]);
  });
});

const without = await missingTools(["rclone"]);

describe.skipIf(without !== false)(
  without === false
    ? "a publication whose media files are in a remote of rclone's"
    : `media files in a remote of rclone's: ${without}`,
  () => {
    test("is sent there, fetched from there and built to the same bytes", async () => {
      const rclone = dirname(await need("rclone"));
      const path = [rclone, process.env["PATH"] ?? ""].join(delimiter);
      const bucket = join(base, "bucket");
      mkdirSync(bucket);
      const remote = `":alias,remote='${bucket}':paper"`;
      const whole = publication("remote", remote, true);
      assertBuilt(await checkout.build(whole));
      expect(stet(whole, ["media"], path)).toMatchObject({ code: EXIT.done });
      const clone = cloneOf(whole, "remote-clone", remote);
      assertBuilt(await checkout.build({ ...clone, environment: { PATH: path } }));
      expect(bundleDifferences(readBundle(whole.out), readBundle(clone.out))).toEqual([]);
      const taken = publication("remote-taken", remote, false);
      expect(stet(taken, ["media", "--adopt"], path).stdout).toMatch(
        /^media.jsonl lists no file yet/,
      );
      writeFileSync(join(bucket, "paper", LEAD), originals.get(LEAD) ?? "");
      expect(stet(taken, ["media", "--adopt"], path).stdout).toMatch(/^Listed one file /);
      expect(stet(taken, ["media", "--fetch"], path).stdout).toMatch(/^Fetched one file /);
      expect(mediaHere(taken)).toEqual([LEAD]);
    });

    test("ends with what to do where rclone is missing or does not know the remote", async () => {
      const clone = publication("remote-missing", "nowhere:paper", false);
      writeContent(
        clone.content,
        MEDIA_FILE,
        readFileSync(join(base, "remote", "content", MEDIA_FILE)),
      );
      const rclone = dirname(await need("rclone"));
      const known = await checkout.build({
        ...clone,
        environment: { PATH: [rclone, process.env["PATH"] ?? ""].join(delimiter) },
      });
      expect(known.code).toBe(EXIT.failed);
      expect(known.stderr).toContain("cannot be fetched from nowhere:paper. rclone copy ended");
      const empty = mkdtempSync(join(base, "bin-"));
      const missing = await checkout.build({ ...clone, environment: { PATH: empty } });
      expect(missing.code).toBe(EXIT.failed);
      expect(missing.stderr).toContain("is not installed");
      expect(missing.stderr).toContain("The bundle is as it was.");
    });
  },
);
