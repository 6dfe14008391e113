import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { HOST_WRITERS } from "../../src/deploy/hosts/host-writers.ts";
import { HOST_NAMES } from "../../src/domain/host-names.ts";
import { answersTable } from "../build/hosts/host-answers.ts";
import { ROOT } from "../structure/project-files.ts";

const docs = (page: string): string => readFileSync(join(ROOT, "docs", page), "utf8");

test("the guide's table says what the tests of hosts see", () => {
  const [, table = ""] =
    /<!-- answers -->\n\n([^]*?)\n<!-- end of answers -->/.exec(docs("deploy.md")) ?? [];
  expect(table).toBe(answersTable(HOST_WRITERS));
});

test.each(HOST_NAMES)("%s has a page, with everything that a page has", (host) => {
  const page = docs(`hosts/${host}.md`);
  expect(page).toMatch(`# ${HOST_WRITERS[host].name}\n`);
  expect(page).toContain("**You need**");
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(headings.filter((heading) => heading !== "When the configuration changes")).toEqual([
    "From nothing to a public site",
    "Compressed copies",
    "Below a path",
    "Otherwise here",
    "See that it works",
    "When it goes wrong",
  ]);
  expect(docs("deploy.md")).toContain(`(hosts/${host}.md)`);
});

test.each(HOST_NAMES)("the page of %s names each file that Stet writes for it", (host) => {
  const page = docs(`hosts/${host}.md`);
  const { headers, ...site } = {
    origin: "https://paper.example",
    base: "/",
    headers: {},
    classes: [],
  };
  const hosting = { ...site, headers, redirects: [], queries: [], gone: [] };
  for (const { path } of HOST_WRITERS[host].write(hosting)) expect(page).toContain(path);
});

test("pages of the documentation and their headings are where links lead", () => {
  const pages = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    // Messages of the check quote links of articles.
    .filter((name) => name.endsWith(".md") && name !== "check.md")
    .map((name) => join("docs", name));
  const headings = (page: string): string[] => {
    const slugger = new GithubSlugger();
    const text = readFileSync(join(ROOT, page), "utf8").replace(/^```[^]*?^```/gm, "");
    return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      slugger.slug(heading.replaceAll(/`|\[([^\]]*)\]\([^)]*\)/g, "$1")),
    );
  };
  const broken: string[] = [];
  for (const page of ["README.md", "CONTRIBUTING.md", ...pages]) {
    const text = readFileSync(join(ROOT, page), "utf8").replace(/^```[^]*?^```|`[^`\n]*`/gm, "");
    for (const [, link = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(ROOT, target))) broken.push(`${page}: ${link}`);
      else if (anchor !== undefined && !headings(target).includes(anchor))
        broken.push(`${page}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test("an installed package has the pages of all hosts", () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    files: string[];
  };
  expect(files).toContain("docs/hosts/*.md");
});
