import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { EXAMPLE_PUBLICATION } from "../../src/checks/example.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { readBundle } from "./bundles.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import { checkoutOf } from "./checkout.ts";
import { writeContent } from "./publication.ts";

const build = buildIn(temporaryFolder("editor-build"), "2026-04-01T12:00:00Z");
const checkout = checkoutOf("editor");

function writeSite(more = ""): void {
  writeContent(build.content, "site.yaml", `${EXAMPLE_PUBLICATION["site.yaml"]}${more}`);
}

const EDITOR = "editor: { github: paper/site }\n";

async function bundle(options: { clean?: boolean; compress?: boolean } = {}) {
  const run = await checkout.build({ ...build, ...options });
  assertBuilt(run);
  return { files: readBundle(build.out) };
}

function editorFiles(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files.keys()].filter((path) => /\badmin\b/.test(path));
}

beforeAll(() => {
  mkdirSync(build.content, { recursive: true });
  for (const [path, text] of Object.entries(EXAMPLE_PUBLICATION))
    writeContent(build.content, path, text);
});

describe("a build", () => {
  test("has no file of the editor, and names it nowhere, unless site.yaml switches it on", async () => {
    const { files } = await bundle();
    expect(editorFiles(files)).toEqual([]);
    for (const [path, bytes] of files)
      expect(bytes.includes("admin/") || bytes.includes("sveltia"), path).toBe(false);
  });

  test("has the editor by one line, noindexed, without an inline script, beside pages that are as before", async () => {
    const before = readBundle(build.out);
    writeSite(EDITOR);
    const { files } = await bundle();
    const page = String(files.get("admin/index.html"));
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script type="module" src="editor.js"></script>',
    ]);
    expect(page).not.toMatch(/<style|style=| on\w+=/);
    expect(JSON.parse(String(files.get("stet-headers.json")))).toMatchObject({
      folders: { admin: { "x-robots-tag": "noindex" } },
    });
    const changed = [...files]
      .filter(
        ([path, bytes]) => !path.startsWith("admin/") && before.get(path)?.equals(bytes) !== true,
      )
      .map(([path]) => path);
    expect(changed.sort()).toEqual(["stet-headers.json", "stet-manifest.jsonl"]);
    const run = await checkout.verify(build);
    expect(run.code, run.stdout + run.stderr).toBe(0);
  });

  test("names it neither in a sitemap nor in the index of the search", async () => {
    for (const [path, bytes] of readBundle(build.out))
      if (/sitemap|pagefind|search|\.xml$/.test(path) && !path.startsWith("admin/"))
        expect(bytes.includes("admin"), path).toBe(false);
  });

  test("gives the same bytes whether it is clean or not, and does not make the editor again for another article", async () => {
    const states = () =>
      editorFiles(readBundle(build.out)).map((path) => {
        const { ino, mtimeMs } = statSync(join(build.out, path));
        return { path, ino, mtimeMs };
      });
    const before = states();
    expect(before.length).toBeGreaterThan(40);
    writeContent(
      build.content,
      "articles/2026/03/another.mdx",
      readFileSync(join(build.content, "articles/2026/02/sound.mdx"), "utf8")
        .replace("2026-02-14", "2026-03-14")
        .replace("A sound story", "Another story"),
    );
    const { files } = await bundle();
    expect(states()).toEqual(before);
    expect((await bundle({ clean: true })).files).toEqual(files);
  });

  test("makes the editor's files anew where one was damaged", async () => {
    const { files } = await bundle();
    writeFileSync(join(build.out, "admin/editor.js"), "damaged");
    expect((await bundle()).files).toEqual(files);
  });

  test("takes the editor away when the line goes", async () => {
    writeSite();
    const { files } = await bundle();
    expect(editorFiles(files)).toEqual([]);
    expect(String(files.get("stet-headers.json"))).not.toContain("folders");
  });

  test("refuses a file of one's own in the editor's folder, and takes it where there is no editor", async () => {
    writeContent(build.content, "public/admin/notes.txt", "Notes.\n");
    expect(editorFiles((await bundle()).files)).toEqual(["admin/notes.txt"]);
    writeSite(EDITOR);
    const { code, stderr, stdout } = await checkout.build(build);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("path/collision");
    expect(stdout + stderr).toContain("public/admin/notes.txt");
  });
});
