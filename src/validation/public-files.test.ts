import { expect, test } from "vitest";
import type { PublicContents } from "../loader/look-into-public.ts";
import { leaveDiagnostics, publicFileDiagnostics } from "./public-files.ts";

const PAGES = ["/", "/about/", "/2024/05/story/", "/rss.xml"];

interface Given {
  allowed?: string[];
  later?: string[];
  contents?: [file: string, contents: PublicContents][];
}

function diagnostics(files: string[], { allowed = [], later = [], contents = [] }: Given = {}) {
  return publicFileDiagnostics(files, {
    pages: PAGES,
    later,
    allowed,
    contents: new Map(contents),
    free: (path) => path,
  });
}

test.each([
  "index.html",
  "INDEX.html",
  "about/index.html",
  "About/Index.HTML",
  "about",
  "2024",
  "2024/05",
  "rss.xml",
  "404.html",
  "stet-manifest.jsonl",
  "_astro/page.css",
  "media/a.jpg",
  "Pagefind/x.js",
  "Robots.txt",
  "robots.txt/a.txt",
  "Favicon.svg",
])(
  "public/%s would take the place of something of the press's, whatever the owner allows",
  (path) => {
    expect(diagnostics([`public/${path}`], { allowed: ["public/"] })).toMatchObject([
      { code: "path/collision", file: `public/${path}` },
    ]);
  },
);

test.each([
  "robots.txt",
  "favicon.svg",
  "favicon.ico",
  "about/team.jpg",
  "2024/05/story/data.csv",
  "mediakit.pdf",
  "index.htm",
])("public/%s is in nobody's way, if the owner allows it", (path) => {
  expect(diagnostics([`public/${path}`], { allowed: ["public/"] })).toEqual([]);
});

test("a file in the place of a list that comes with an article held back is told today", () => {
  expect(diagnostics(["public/tags/new/index.html"], { later: ["/tags/new/"] })).toMatchObject([
    { code: "path/collision" },
  ]);
});

test("files that differ in case alone are told of each other", () => {
  const [found] = diagnostics(["public/Logo.svg", "public/logo.svg"]);
  expect(found).toMatchObject({ code: "path/collision", file: "public/logo.svg" });
  expect(found?.message).toContain("public/Logo.svg");
});

test("what acts in the name of the publication needs the owner's leave, and the remedy can be typed", () => {
  expect(diagnostics(["public/quiz/index.html", "public/ads.txt"])).toMatchObject([
    {
      code: "public/not-allowed",
      severity: "error",
      file: "public/quiz/index.html",
      message:
        "This file needs the owner's permission. Browsers may run the content of a .html file, at the publication's own address.",
      fix: 'Remove it or, as the owner, list it under `public:` in site.yaml: `  - "public/quiz/index.html"`.',
    },
  ]);
});

test.each([
  ["public/quiz/index.html", "public/quiz/index.html", true],
  ["public/quiz/", "public/quiz/app/main.js", true],
  ["public/quiz", "public/quiz/index.html", false],
  ["public/quiz", "public/quiz.js", false],
  ["public/Quiz.js", "public/quiz.js", false],
])("leave for %s and the file %s: %s", (entry, file, isAllowed) => {
  expect(diagnostics([file], { allowed: [entry] })).toHaveLength(isAllowed ? 0 : 1);
});

test("leave does not publish a drawing that is more than that", () => {
  const file = "public/a.svg";
  const contents: Given["contents"] = [[file, { unsafe: "it contains <script>" }]];
  expect(diagnostics([file], { allowed: [file], contents })).toMatchObject([
    { code: "public/unsafe", message: "This SVG is not published: it contains <script>." },
  ]);
});

test("a search engine's file that holds more than a code needs leave like any other page", () => {
  const file = "public/google0123456789abcdef.html";
  const contents: Given["contents"] = [[file, { unlike: true }]];
  expect(diagnostics([file], { contents })).toMatchObject([{ code: "public/not-allowed" }]);
  expect(diagnostics([file], { allowed: [file], contents })).toEqual([]);
});

test("leave for what is not there is told, with what was meant", () => {
  const files = ["public/quiz/index.html", "public/tool.js"];
  const location = { line: 7, column: 5 };
  const told = (entry: string) => leaveDiagnostics([entry], files, () => location);
  expect(told("public/tool.js")).toEqual([]);
  expect(told("public/quiz/")).toEqual([]);
  expect(told("public/tol.js")).toMatchObject([
    {
      code: "reference/public",
      file: "site.yaml",
      ...location,
      fix: "Write `public/tool.js`, or remove it from the list.",
    },
  ]);
  expect(told("public/quiz")).toMatchObject([
    { fix: "Write `public/quiz/`, or remove it from the list." },
  ]);
  expect(told("public/.htaccess")).toMatchObject([
    { message: "`public` lists public/.htaccess; hidden files are not published." },
  ]);
});
