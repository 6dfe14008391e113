import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER, photograph } from "../fixtures/image-files.ts";
import { readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt } from "./checkout-commands.ts";
import type { TestBuild, Run } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

const article = (slug: string, date: string, body: string): [file: string, text: string] => [
  `articles/2026/03/${slug}.md`,
  `---\ntitle: The ${slug}\ndescription: A piece.\ncategory: town\nauthor: ada\ndate: ${date}\n---\n\n${body}\n`,
];

const LINKING = article(
  "budget",
  "2026-03-02",
  [
    "[The report](report.pdf#page=3), [the figures](./figures.csv), [once more](/2026/03/report.pdf),",
    '<a href="files/talk.mp3">the talk</a>, [the terms](../../../pages/terms.pdf).',
    "",
    "[![The quay](quay.jpg)](quay.jpg) and [the plan](plan.svg).",
  ].join("\n"),
);

const FILES: Readonly<Record<string, string>> = {
  "site.yaml":
    "name: The Quay\nurl: https://quay.example/paper\ndescription: Files.\nlanguage: en\ntimezone: UTC\n",
  "authors/ada.yaml": "name: Ada Palmer\n",
  "categories/town.yaml": "title: Town\n",
  "pages/terms.pdf": "%PDF of terms",
  "pages/about.md": "---\ntitle: About\n---\n\n[Terms](terms.pdf).\n",
  "articles/2026/03/report.pdf": "%PDF of the report",
  "articles/2026/03/figures.csv": "Year,Sum\n2025,1\n",
  "articles/2026/03/files/talk.mp3": "A talk",
  "articles/2026/03/plan.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>',
  "articles/2026/03/unlinked.pdf": "%PDF that nobody links to",
  "articles/2026/03/secret.pdf": "%PDF that is to come",
  "articles/2026/03/withdrawn.pdf": "%PDF that was taken down",
  ...Object.fromEntries([
    LINKING,
    article("later", "2026-05-01", "[Soon](secret.pdf)."),
    article("ahead", "2026-03-03", "See [what comes](/2026/03/secret.pdf#page=2), by address."),
    article("gone", "2026-03-01", "[It](withdrawn.pdf)."),
    article("other", "2026-03-04", "See [that](/2026/03/withdrawn.pdf) and [this](./report.pdf)."),
  ]),
  "redirects.yaml": "gone: { articles/2026/03/gone.md: { date: 2026-03-09 } }\n",
};

const base = mkdtempSync(join(tmpdir(), "stet-beside-"));
const options: TestBuild = {
  content: join(base, "content"),
  out: join(base, "out"),
  cache: join(base, "cache"),
  now: "2026-04-01T12:00:00Z",
};
const checkout = checkoutOf("beside");
let bundle: Map<string, Buffer>;

async function build(changes: Partial<TestBuild> = {}): Promise<Run> {
  const run = await checkout.build({ ...options, ...changes });
  assertBuilt(run);
  bundle = readBundle(options.out);
  return run;
}

beforeAll(async () => {
  for (const [file, text] of Object.entries(FILES)) writeContent(options.content, file, text);
  writeContent(options.content, "articles/2026/03/quay.jpg", await photograph(2400, 1600));
  await build();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const textOf = (path: string): string => bundle.get(path)?.toString("utf8") ?? "";
const hrefsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = ""]) => href);

describe("files beside texts", () => {
  test("are published under the address of their folder, byte for byte, if a text links to them", () => {
    for (const [file, path] of [
      ["articles/2026/03/report.pdf", "2026/03/report.pdf"],
      ["articles/2026/03/figures.csv", "2026/03/figures.csv"],
      ["articles/2026/03/files/talk.mp3", "2026/03/files/talk.mp3"],
      ["pages/terms.pdf", "pages/terms.pdf"],
    ] as const)
      expect(textOf(path), path).toBe(FILES[file]);
    expect([...bundle.keys()].filter((path) => /unlinked|secret|withdrawn/.test(path))).toEqual([]);
  });

  test("are linked to on pages and, by their whole addresses, in feeds", () => {
    const hrefs = hrefsOf("2026/03/budget/index.html");
    for (const path of [
      "2026/03/report.pdf#page=3",
      "2026/03/report.pdf",
      "2026/03/figures.csv",
      "2026/03/files/talk.mp3",
      "pages/terms.pdf",
    ])
      expect(hrefs).toContain(`/paper/${path}`);
    expect(hrefsOf("about/index.html")).toContain("/paper/pages/terms.pdf");
    expect(textOf("feed.json")).toContain("https://quay.example/paper/2026/03/report.pdf#page=3");
  });

  test("that are pictures are linked to in their widest form, which tells nobody who took them", () => {
    const links = hrefsOf("2026/03/budget/index.html").filter((href) => href.includes("/media/"));
    expect(links.map((href) => href.replace(/\.[\da-f]{16}/, ""))).toEqual([
      "/paper/media/quay-2400.webp",
      "/paper/media/plan.svg",
    ]);
    for (const href of links) expect(bundle.has(href.slice("/paper/".length)), href).toBe(true);
    for (const [path, bytes] of bundle) expect(bytes.includes(OWNER), path).toBe(false);
  });

  test("of what is to come, or was taken down, are not there, and links to them are text", () => {
    for (const slug of ["ahead", "other"])
      expect(hrefsOf(`2026/03/${slug}/index.html`).join(" ")).not.toMatch(/secret|withdrawn/);
    expect(textOf("2026/03/ahead/index.html")).toContain("See what comes, by address.");
    expect(hrefsOf("2026/03/other/index.html")).toContain("/paper/2026/03/report.pdf");
  });

  test("of which the manifest marks the page of what was taken down, for those who go back", () => {
    const marked = textOf("stet-manifest.jsonl")
      .split("\n")
      .filter((line) => line.includes('"gone":true'));
    expect(marked.map((line) => (JSON.parse(line) as { path: string }).path)).toEqual([
      "2026/03/gone/index.html",
    ]);
  });

  test("are part of what verify looks at", async () => {
    expect((await checkout.verify(options)).code).toBe(0);
  });
});

describe("a further build", () => {
  test("copies a file that changed, and renders no page for it", async () => {
    writeContent(options.content, "articles/2026/03/report.pdf", "%PDF of the new report");
    const { stdout } = await build();
    expect(stdout).toMatch(/^rendered +0$/m);
    expect(textOf("2026/03/report.pdf")).toBe("%PDF of the new report");
  });

  test("publishes the file of an article with it, and links to both", async () => {
    await build({ now: "2026-05-02T00:00:00Z" });
    expect(textOf("2026/03/secret.pdf")).toBe(FILES["articles/2026/03/secret.pdf"]);
    expect(hrefsOf("2026/03/ahead/index.html")).toContain("/paper/2026/03/secret.pdf#page=2");
  });

  test("takes away a file that no text links to any more", async () => {
    const [file, text] = LINKING;
    writeContent(
      options.content,
      file,
      text.replace("[the figures](./figures.csv)", "the figures"),
    );
    await build();
    expect(bundle.has("2026/03/figures.csv")).toBe(false);
    expect(bundle.has("2026/03/report.pdf")).toBe(true);
  });
});
