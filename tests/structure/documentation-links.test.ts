import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { projectFiles, projectText } from "./project-files.ts";

/** What is shown as it is written: in blocks between marks or further in, and in lines. */
const BLOCKS = /^( *)(`{3,}|~{3,})[^\n]*\n[^]*?^\1\2[^\n]*$|^ {4,}\S[^\n]*$/gm;
const SPANS = /(`+)[^`\n]+\1/g;
const LINK = /\]\(([^()\s]+)\)/g;

const files = projectFiles();
const texts = new Map(
  files
    .filter((file) => file.endsWith(".md") && !file.startsWith("content/"))
    .map((file) => [file, projectText(file) ?? ""]),
);

/** The fragments by which headings of a text are linked to, as GitHub names them. */
function fragmentsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  const prose = text.replace(BLOCKS, "");
  return new Set(
    [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
      slugger.slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "")),
    ),
  );
}

/** What is wrong with where a link of a file leads; undefined where nothing is. */
function fault(file: string, link: string): string | undefined {
  if (/^(?:[a-z]+:|\/)/i.test(link)) return undefined;
  const [path = "", fragment] = link.split("#");
  const target = path === "" ? file : posix.normalize(`${posix.dirname(file)}/${path}`);
  const isThere = files.some(
    (one) => one === target || one.startsWith(`${target.replace(/\/$/, "")}/`),
  );
  if (!isThere) return "there is no such file";
  const text = texts.get(target);
  if (fragment === undefined || text === undefined) return undefined;
  return fragmentsOf(text).has(fragment) ? undefined : "no heading has this fragment";
}

test("links between the pages of the documentation lead to files and headings that are there", () => {
  const found: string[] = [];
  let count = 0;
  for (const [file, text] of texts)
    for (const [, link = ""] of text.replace(BLOCKS, "").replace(SPANS, "").matchAll(LINK)) {
      count += 1;
      const why = fault(file, link);
      if (why !== undefined) found.push(`${file}: ${link}: ${why}`);
    }
  expect(count).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
