import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import { plainBytes } from "./pages/security-faults.ts";
import { printedWithParts } from "./printed.ts";

describe("a publication with looks and parts of its own", () => {
  let bundle: Map<string, string>;
  beforeAll(async () => {
    const { out } = await printedWithParts();
    bundle = new Map(
      [...readBundle(out)].map(([path, bytes]) => [path, plainBytes(bytes).toString("utf8")]),
    );
  });
  const page = (path: string): string => bundle.get(`${path}index.html`) ?? "";
  const styles = (): string =>
    [...bundle].find(([path]) => /^_astro\/style\.[^/]+\.css$/.test(path))?.[1] ?? "";

  test("has its style sheet in the last layer, with addresses below its path", () => {
    const layers = [...styles().matchAll(/@layer ([a-z]+)\{/g)].map(([, name]) => name);
    expect(layers.at(-1)).toBe("publication");
    expect(styles()).toContain("/cahier/marks/leaf.svg");
  });

  test("has its component on the page, in the feed and in the search", () => {
    expect(page("2026/02/sentier/")).toContain('<section class="poll poll-street">');
    expect(bundle.get("rss.xml")).toContain("Nein: 51\u00a0%");
    const records = [...bundle].filter(([path]) => path.startsWith("pagefind/"));
    expect(records.some(([, text]) => text.includes("Nur hinter der Bucht"))).toBe(true);
  });

  test("has its footer with Stet's in it, and its links where they are listed", () => {
    expect(page("")).toMatch(/<aside class="tides"[^]*<footer class="colophon">/);
    expect(page("")).toMatch(/<nav [^>]*>[^]*href="\/cahier\/2026\/01\/oyats\/"[^]*<\/nav>/);
    expect(page("")).toContain('<a href="mailto:cahier@ladune.example">');
    expect(page("")).toContain('<a href="https://social.example/@ladune" rel="me">');
  });

  test("lets in the hosts that it lists, and no others", () => {
    const { headers } = JSON.parse(bundle.get("stet-headers.json") ?? "") as {
      headers: Record<string, string>;
    };
    const policy = headers["content-security-policy"] ?? "";
    expect(policy.match(/https?:[^ ;]+/g)).toEqual([
      "https://compte.example",
      "https://regie.example",
      "https://compte.example",
      "https://lettre.example",
    ]);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|\*/);
  });

  test("has its snippet in the head of every page, and nothing that the policy forbids", () => {
    const pages = [...bundle].filter(([, text]) => /^<!doctype html>/i.test(text));
    const readers = pages.filter(([, text]) => !text.includes('http-equiv="refresh"'));
    expect(readers.length).toBeGreaterThan(20);
    for (const [path, text] of readers) {
      expect(text, path).toContain('<script defer src="https://compte.example/count.js"');
      expect(text, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script>/);
    }
  });

  test("advertises where it says so, and neither beside what is paid for nor in feeds or the search", () => {
    const ads = (path: string): string[] =>
      [
        ...page(path).matchAll(/<aside class="ad ad-([a-z-]+)" role="note" aria-label="Anzeige">/g),
      ].map(([, name = ""]) => name);
    expect(ads("")).toEqual(["front-top"]);
    expect(ads("2026/02/pieux/")).toEqual(["in-article", "below-article"]);
    expect(ads("2026/02/conserves/")).toEqual([]);
    expect(ads("plages/")).toEqual([]);
    expect(page("2026/02/pieux/")).toMatch(
      /nur dort\.<\/p><aside class="ad ad-in-article"[^]*?<\/aside>\s*<p>Die Baustelle/,
    );
  });

  test("offers its newsletter on the front and below articles, and nowhere else", () => {
    const form = '<form method="post" action="https://lettre.example/inscription">';
    for (const path of ["", "2026/02/pieux/", "2026/02/conserves/"])
      expect(page(path)).toContain(form);
    for (const path of ["plages/", "a-propos/"]) expect(page(path)).not.toContain(form);
    const others = [...bundle].filter(
      ([path, text]) =>
        !/\.html$|^stet-headers/.test(path) && /lettre\.example|cirier\.example/.test(text),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });
});

describe("an incremental build leaves what a clean one does when", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-own-parts-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const press = checkoutOf("own-parts");
  const kept = buildIn(folder, "2026-03-01T12:00:00Z");
  let last: ReadonlyMap<string, Buffer> = new Map();

  beforeAll(async () => {
    cpSync(join(ROOT, "tests/fixtures/publications/die-duene"), kept.content, { recursive: true });
    assertBuilt(await press.build(kept));
    last = readBundle(kept.out);
  });

  /** Replaces texts of files, each of which has to be there. */
  function change(
    ...changes: readonly (readonly [file: string, from: string, to: string])[]
  ): void {
    for (const [file, from, to] of changes) {
      const path = join(kept.content, file);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(from);
      writeFileSync(path, text.replaceAll(from, to));
    }
  }

  /** Takes out the end of a file, from a text on. */
  function cut(file: string, from: string): void {
    const path = join(kept.content, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.slice(0, text.indexOf(from)));
  }

  test("what a slot throws ends it with a place, by a renderer that is bundled or was cached", async () => {
    const [from, to] = ["{height} m", "{height.of.day} m"];
    change(["slots/Footer.astro", from, to]);
    for (const by of ["Bundling the renderer (slots/ changed)", "Rendering"]) {
      const { code, stderr } = await press.build(kept);
      expect(code).toBe(4);
      expect(stderr).toContain(by);
      expect(stderr).toContain("A component failed; the bundle is as it was.");
      expect(stderr).toMatch(/slots\/Footer\.astro:12:\d+ {2}error {2}part\/failed/);
      expect(stderr).not.toMatch(/^ +at /m);
      expect(bundleDifferences(readBundle(kept.out), last)).toEqual([]);
    }
    change(["slots/Footer.astro", to, from]);
    assertBuilt(await press.build(kept));
    expect(bundleDifferences(readBundle(kept.out), last)).toEqual([]);
  });

  test.each<[string, () => void]>([
    ["the style sheet changes", () => change(["styles.css", "0.04em", "0.08em"])],
    [
      "what a component imports changes",
      () =>
        change(["components/percent.ts", "maximumFractionDigits: 0", "minimumFractionDigits: 1"]),
    ],
    [
      "the component of a slot, and what it imports, change",
      () => change(["slots/Footer.astro", "am Tag", "am Morgen"], ["slots/tides.ts", "5,4", "5,9"]),
    ],
    [
      "snippets and lists of site.yaml change",
      () =>
        change(
          ["head.html", "data-domain", "data-site"],
          ["ads/pave.html", "Ölzeug vom Kap", "Ölzeug vom Kai"],
          ["site.yaml", "after: 2", "after: 1"],
          ["site.yaml", "label: Die Gezeiten", "label: Gezeiten"],
          ["site.yaml", "liste: cahier", "liste: dune"],
        ),
    ],
    [
      "everything is taken out again",
      () => {
        cut("site.yaml", "styles:");
        cut("articles/2026/02/sentier.mdx", "<Poll");
      },
    ],
  ])("%s", async (_, apply) => {
    apply();
    assertBuilt(await press.build(kept));
    const anew = { ...kept, out: join(folder, "anew"), cache: join(folder, "anew-cache") };
    for (const one of [anew.out, anew.cache]) rmSync(one, { recursive: true, force: true });
    assertBuilt(await press.build({ ...anew, clean: true }));
    const now = readBundle(kept.out);
    expect(bundleDifferences(now, readBundle(anew.out))).toEqual([]);
    expect(bundleDifferences(now, last)).not.toEqual([]);
    last = now;
  });
});
