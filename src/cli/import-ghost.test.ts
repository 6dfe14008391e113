import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyCase, ghostExport } from "../../tests/fixtures/ghost-export.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { WORKERS_HERE } from "../workers/worker.ts";
import { importArchive } from "../import/import-archive.ts";
import type { ImportResult } from "../import/import-archive.ts";
import { NO_MAP } from "../import/import-map.ts";
import { unaccounted } from "../import/ledger.ts";
import { readGhost } from "../import/ghost/read-ghost.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-ghost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, "out");
const content = join(folder, "ghost", "content");

let result: ImportResult;
beforeAll(async () => {
  const images = join(content, "images/2020/01");
  for (const part of ["images/2020/01", "files/2020/01", "media/2022/01", "files/2022/01", "data"])
    mkdirSync(join(content, part), { recursive: true });
  const names = "a lead g1 g2 g3 product back call thumb film-thumb b_o".split(" ");
  for (const name of names)
    writeFileSync(
      join(images, `${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><title>${name}</title><path d="M0 0h9"/></svg>`,
    );
  for (const name of ["files/2020/01/c.pdf", "files/2022/01/report.pdf"])
    writeFileSync(join(content, name), "%PDF-1.4\n%%EOF\n");
  for (const name of ["talk.mp3", "film.mp4"])
    writeFileSync(join(content, "media/2022/01", name), "bytes");
  writeFileSync(
    join(content, "data/redirects.yaml"),
    "301:\n  /old-way/: /in-lexical/\n  /older-way/: /old-way/\n  /streams/: /tag/rivers/\n  /nowhere/: /no/\n  ^\\/x\\/(.*)$: /y/$1\n302:\n  /shop: https://shop.example/\n",
  );
  const file = join(folder, "export.json");
  // Drawings are small, and read as they are.
  writeFileSync(file, ghostExport(everyCase()).replaceAll(".jpg", ".svg"));
  const base = "https://old.example";
  const reader = readGhost([file], { base, uploads: join(folder, "ghost") });
  result = await importArchive(reader, {
    out,
    map: NO_MAP,
    force: false,
    dryRun: false,
    workers: WORKERS_HERE,
    onProgress: () => undefined,
  });
});

function files(): Record<string, string> {
  const all = readdirSync(out, { recursive: true, withFileTypes: true, encoding: "utf8" });
  return Object.fromEntries(
    all
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [file.slice(out.length + 1), readFileSync(file, "utf8")])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test("an export with every case becomes a content folder", () => {
  const written = Object.entries(files())
    .filter(([path]) => !path.startsWith(".import/"))
    .map(([path, text]) => `=== ${path}\n${path.startsWith("public/") ? "" : text}`);
  expect(written.join("")).toMatchSnapshot();
});

test("the ledger accounts for every row and says what was noticed", () => {
  const { ledger } = result;
  expect(unaccounted(ledger.totals)).toEqual([]);
  expect(ledger.totals).toMatchSnapshot();
  expect(ledger.leftOut).toMatchSnapshot();
  expect(ledger.notes.map((note) => note.replaceAll(folder, ""))).toMatchSnapshot();
  expect(
    ledger.texts.map(({ file, state, why, notes, isShort }) => ({
      file,
      state,
      why,
      isShort,
      notes,
    })),
  ).toMatchSnapshot();
});

test("what is not for everybody is nowhere in it", () => {
  for (const [path, text] of Object.entries(files())) {
    if (/private\.example|\$2a\$/.test(text)) throw new Error(`${path} has personal data in it`);
    if (!path.startsWith(".import/")) expect(text).not.toContain("SECRET");
  }
  const drafts = result.ledger.texts.filter(({ why }) => why?.startsWith("for members only"));
  expect(drafts.map(({ state }) => state)).toEqual(["draft", "draft", "draft", "draft"]);
});

test("the folder has no error", async () => {
  const now = Date.parse("2026-12-01T00:00:00Z");
  const { diagnostics } = await loadPublication({
    content: out,
    cache: join(folder, "cache"),
    now,
    clock: () => now,
    codeVersion: "1",
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});
