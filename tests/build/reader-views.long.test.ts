import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkoutOf } from "./checkout.ts";
import { AROUND, MARKED, MARKED_NOW, writeMarkedPublication } from "./marked-publication.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";

const base = mkdtempSync(join(tmpdir(), "stet-readers-"));
const options = buildIn(base, MARKED_NOW);

beforeAll(async () => {
  await writeMarkedPublication(options.content);
  assertBuilt(await checkoutOf("readers").build(options));
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

/** What one program made of a page. */
interface Extracted {
  /** As HTML. */
  content: string;
  title: string | null | undefined;
  byline: string | null | undefined;
  published: string | null | undefined;
}

/** Programs that take articles out of their pages, with what they leave behind of any page whatever. */
const PROGRAMS: readonly {
  name: string;
  extract: (html: string, url: string) => Promise<Extracted | null> | Extracted | null;
  /** Texts that it may lose by a rule that the page cannot keep, as patterns of what is written. */
  loses: RegExp[];
}[] = [
  {
    name: "Readability 0.6",
    extract: (html) => {
      const found = new Readability(parseHTML(html).document).parse();
      return found && { ...found, content: found.content ?? "", published: found.publishedTime };
    },
    loses: [],
  },
  {
    name: "article-extractor 9",
    extract: async (html, url) => {
      const found = await extractFromHtml(html, url);
      if (found === null) return null;
      const { content = "", title, published } = found;
      // Of several authors it takes the last, by address.
      return { content, title, byline: undefined, published };
    },
    // `cite` and `dt` go with what they hold.
    loses: [/<PullQuote by="([^"]+)"/g, /<DocumentQuote title="([^"]+)"/g, /<dt>([^<]+)</g],
  },
  {
    name: "Defuddle 0.19",
    extract: async (html, url) => {
      const { content, title, author, published } = await Defuddle(parseHTML(html).document, url);
      return { content, title, byline: author, published };
    },
    // What stands above a headline and beside its authors; all pictures of a figure but the first, and what is linked beside one.
    loses: [
      /^kicker: (.+)$/gm,
      /^source: \{ name: (.+) \}$/gm,
      /<Figure [^>]*caption="([^"]+)"/g,
      /<Figure [^>]*credit="([^"]+)"/g,
      /<Video [^>]*title="([^"]+)"/g,
    ],
  },
];

/** The marks in some HTML, in its order. */
function marksIn(html: string): string[] {
  return html.replaceAll(/<[^>]*>/g, " ").match(/\bk\d+\b/g) ?? [];
}

/** The marks of what is to be read on a page. */
function writtenOn(html: string): string[] {
  const { document } = parseHTML(html);
  for (const beside of document.querySelectorAll(".extra, .contents, [hidden]")) beside.remove();
  return marksIn(document.querySelector(".article-content")?.innerHTML ?? "");
}

describe.each(PROGRAMS)("$name", ({ extract, loses }) => {
  test.each(MARKED)(
    "leaves all that the author of `$slug` wrote, in its order, and takes nothing along",
    async ({ slug, text, marks, hasImage }) => {
      const path = `/2026/02/${slug}/`;
      const html = readFileSync(join(options.out, path, "index.html"), "utf8");
      const found = await extract(html, `https://marked.example${path}`);
      const lost = loses
        .flatMap((pattern) => [...text.matchAll(pattern)])
        .flatMap(([, said = ""]) => marksIn(said));
      const written = writtenOn(html);
      expect(new Set(written).size).toBe(marks);
      const left = marksIn(found?.content ?? "");
      expect(left).toEqual(written.filter((one) => left.includes(one) || !lost.includes(one)));
      expect(found?.content).not.toContain(AROUND);
      expect(found?.content).not.toMatch(/About the authors|Share this|letters@|>\s*Contents\b/);
      expect(found?.title).toMatch(
        new RegExp(`^(?:Sponsored: )?A title of ${slug} that nothing in its text repeats$`),
      );
      expect(found?.byline ?? "Ada Lund, Bo Osei, Cy Roth").toBe("Ada Lund, Bo Osei, Cy Roth");
      expect(Date.parse(found?.published ?? "")).toBe(Date.parse("2026-02-20T09:00:00Z"));
      expect(/<figure[^>]*>\s*(?:<picture>[^]*?)?<img/.test(found?.content ?? "")).toBe(
        hasImage || slug === "everything",
      );
    },
  );
});
