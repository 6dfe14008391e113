import { createServer } from "node:http";
import type { Server } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest } from "../output/manifest.ts";
import { rssOf } from "../feeds/rss.ts";
import { ping } from "./ping-command.ts";

let base = "";
let hub: Server;
let address = "";
/** Status codes that the hub answers with, in turn; after them 202. */
let answers: number[] = [];
let told: string[] = [];
const pauses: number[] = [];

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "stet-ping-"));
  answers = [];
  told = [];
  pauses.length = 0;
  hub = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const form = new URLSearchParams(body);
      told.push(`${request.method} ${form.get("hub.mode")} ${form.get("hub.url")}`);
      response.writeHead(answers.shift() ?? 202).end();
    });
  });
  await new Promise<void>((done) => hub.listen(0, "127.0.0.1", done));
  const at = hub.address();
  address = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/?a=1&b=2`;
});

afterEach(() => {
  hub.close();
  rmSync(base, { recursive: true, force: true });
});

/** Writes a bundle of these files, and gives its folder. */
function bundle(name: string, files: Record<string, string>): string {
  const folder = join(base, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const entries = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.byteLength(text),
    sha256: digestOf(Buffer.from(text)),
  }));
  writeFileSync(join(folder, "stet-manifest.jsonl"), formatManifest(entries));
  return folder;
}

async function feed(path: string, title: string, at = address): Promise<string> {
  return rssOf({
    title,
    description: title,
    language: "en",
    author: { name: "The paper", url: "https://paper.example/" },
    home: "https://paper.example/",
    self: `https://paper.example/${path}`,
    entries: [],
    ...(at === "" ? {} : { hub: at }),
  });
}

function run(folder: string, before?: string) {
  return ping({
    folder,
    fetch,
    wait: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    ...(before === undefined ? {} : { before: join(before, "stet-manifest.jsonl") }),
  });
}

describe("Rule 13: after a deploy the hub", () => {
  test("is told of the feeds that changed or are new, and only those", async () => {
    const same = await feed("same/rss.xml", "Same");
    const before = bundle("before", {
      "rss.xml": await feed("rss.xml", "Old"),
      "same/rss.xml": same,
      "index.html": "old",
    });
    const after = bundle("after", {
      "rss.xml": await feed("rss.xml", "New"),
      "same/rss.xml": same,
      "tags/new/rss.xml": await feed("tags/new/rss.xml", "New"),
      // A page of the archive, which nobody listens to.
      "feeds/archive/2026/01.xml": await feed("feeds/archive/2026/01.xml", "New"),
      "index.html": "new",
    });
    const { text, exitCode } = await run(after, before);
    expect(told).toEqual([
      "POST publish https://paper.example/rss.xml",
      "POST publish https://paper.example/tags/new/rss.xml",
    ]);
    expect({ text, exitCode }).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "text": "announced  https://paper.example/rss.xml
      announced  https://paper.example/tags/new/rss.xml
      The hub was notified of 2 feeds.
      ",
      }
    `);
  });

  test("is told of nothing where no feed changed", async () => {
    const files = { "rss.xml": await feed("rss.xml", "Old") };
    const { text, exitCode } = await run(bundle("after", files), bundle("before", files));
    expect([text, exitCode, told]).toEqual(["No feed has changed.\n", 0, []]);
  });

  test("is told of every feed where there was no bundle before", async () => {
    await run(bundle("after", { "rss.xml": await feed("rss.xml", "Old") }));
    expect(told).toEqual(["POST publish https://paper.example/rss.xml"]);
  });

  test("is tried again where it is busy, and not where it refuses", async () => {
    const folder = bundle("after", { "rss.xml": await feed("rss.xml", "New") });
    answers = [503, 429];
    expect((await run(folder)).exitCode).toBe(0);
    expect(pauses).toEqual([1000, 5000]);
    answers = [400];
    const refused = await run(folder);
    expect(refused.exitCode).toBe(4);
    expect(refused.text).toContain(
      "https://paper.example/rss.xml  the hub answered 400 Bad Request",
    );
    expect(told).toHaveLength(4);
  });

  test("that cannot be reached is named with the reason", async () => {
    const gone = "http://127.0.0.1:9/";
    const folder = bundle("after", { "rss.xml": await feed("rss.xml", "New", gone) });
    const { text, exitCode } = await run(folder);
    expect(exitCode).toBe(4);
    expect(text).toMatch(/failed {5}https:\/\/paper\.example\/rss\.xml {2}\S/);
  });
});

test("feeds that name no hub are announced to nobody", async () => {
  const folder = bundle("after", { "rss.xml": await feed("rss.xml", "New", "") });
  const { text, exitCode } = await run(folder);
  expect([exitCode, told]).toEqual([0, []]);
  expect(text).toContain("Set `hub` in site.yaml");
});

test("a manifest that is missing or damaged is told, and nothing is announced", async () => {
  const folder = bundle("after", { "rss.xml": await feed("rss.xml", "New") });
  const missing = await run(folder, join(base, "nowhere"));
  expect(missing.exitCode).toBe(2);
  expect(missing.text).toContain("Nothing was announced");
  mkdirSync(join(base, "damaged"));
  writeFileSync(join(base, "damaged/stet-manifest.jsonl"), "{}\n");
  const damaged = await run(folder, join(base, "damaged"));
  expect([damaged.exitCode, told]).toEqual([2, []]);
  expect(damaged.text).toContain("stet-manifest.jsonl:1:");
});

test("a folder that is no bundle is refused", async () => {
  mkdirSync(join(base, "empty"));
  expect((await run(join(base, "empty"))).exitCode).toBe(2);
});
