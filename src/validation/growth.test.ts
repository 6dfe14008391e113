import { expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { markupIn } from "../markdown/plain-text.ts";
import { PathOwners } from "./path-owners.ts";
import { examineComments } from "../loader/comments-file.ts";
import { csvTable } from "../loader/csv-table.ts";
import { redirectsOf } from "./redirects.ts";
import { sizedSvg } from "../loader/images/svg-size.ts";
import { ReservedPaths } from "../urls/reserved-paths.ts";
import { unsafeSvg } from "../loader/images/unsafe-svg.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";

const NAMESPACE = "http://www.w3.org/2000/svg";
const svg = (inside: string, attributes = ""): string =>
  `<svg xmlns="${NAMESPACE}" ${attributes}>${inside}</svg>`;
const times = (size: number, one: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => one(at)).join("");

const DRAWINGS: readonly [what: string, drawing: (size: number) => string][] = [
  ["elements", (size) => svg("<g/>".repeat(size))],
  ["elements within elements", (size) => svg("<g>".repeat(size) + "</g>".repeat(size))],
  [
    "elements with ids within each other",
    (size) => svg(times(size, (at) => `<g id="a${at}">`) + "</g>".repeat(size)),
  ],
  [
    "elements that draw each other in turn",
    (size) => svg(times(size, (at) => `<g id="a${at}"><use href="#a${at + 1}"/></g>`)),
  ],
  [
    "elements of one id that are drawn often",
    (size) => svg('<g id="a"/>'.repeat(size) + '<use href="#a"/>'.repeat(size)),
  ],
  [
    "namespaces and elements",
    (size) =>
      svg(
        "<g/>".repeat(size),
        times(size, (at) => `xmlns:n${at}="http://a.example/" `),
      ),
  ],
  [
    "namespaces declared within each other",
    (size) =>
      svg(times(size, (at) => `<g xmlns:n${at}="http://a.example/">`) + "</g>".repeat(size)),
  ],
  ["document types", (size) => `${"<!DOCTYPE ".repeat(size)}`],
  ["blanks in an address", (size) => svg(`<g fill="url(${" ".repeat(size)}#a)"/>`)],
  ["addresses that end nowhere", (size) => svg(`<g fill="${"url( ".repeat(size)}"/>`)],
];

test.each(DRAWINGS)("%s of a drawing take steps in proportion to their number", (_, drawing) => {
  const look = (size: number): void => {
    const bytes = Buffer.from(drawing(size));
    unsafeSvg(bytes);
    sizedSvg(bytes);
  };
  expect(growth(look)).toBeLessThan(2.5);
});

test.each<[what: string, text: (size: number) => string]>([
  ["keys", (size) => times(size, (at) => `a${at}: b\n`)],
  ["entries on one line", (size) => `a: [${"b, ".repeat(size)}c]\n`],
  ["empty lines", (size) => `a: b\n${"\n".repeat(size)}c: d\n`],
  ["empty lines before the line that closes", (size) => `a: b\n${"\n".repeat(size)}---\n`],
  ["blanks in a value", (size) => `a: "b${" ".repeat(size)}c"\n`],
  ["lines that cannot be read", (size) => `a: b\n${" @c\n".repeat(size)}`],
  ["brackets that are not closed", (size) => `a: b\nc: ${"[: [".repeat(size / 20)}\nd: ]e\n`],
])("%s of YAML take steps in proportion to their number", (_, text) => {
  expect(growth((size) => parseYaml(text(size), "site.yaml"))).toBeLessThan(2.5);
});

const comment = (id: string, more = ""): string =>
  `  - { id: "${id}", author: A, date: 2024-05-02, text: b${more} }\n`;

test.each<[what: string, comments: (size: number) => string]>([
  ["comments of one name", (size) => comment("7").repeat(size)],
  ["comments of one name in letters", (size) => comment("a").repeat(size)],
  ["answers to answers", (size) => times(size, (at) => comment(`${at + 1}`, `, parent: "${at}"`))],
  [
    "comments in a circle",
    (size) => times(size, (at) => comment(`${at}`, `, parent: "${(at + 1) % size}"`)),
  ],
  ["answers to nothing", (size) => times(size, (at) => comment(`a${at}`, `, parent: "b${at}"`))],
])("%s take steps in proportion to their number", (_, comments) => {
  const examine = (size: number): void => {
    examineComments(Buffer.from(`comments:\n${comments(size)}`), "comments/2024/05/x.yaml", {
      timezone: "UTC",
    });
  };
  expect(growth(examine, 60)).toBeLessThan(2.5);
});

const KNOWN = {
  origin: "https://press.example",
  base: "/",
  pages: new Map([["/a/", undefined]]),
  unpublished: new Set<string>(),
  moved: new Map<string, string>(),
  takedowns: new Set<string>(),
  byFile: new Map<string, string>(),
};

test.each<[what: string, to: (at: number, size: number) => string]>([
  ["to one page", () => "/a/"],
  ["from one to the next", (at, size) => (at + 1 === size ? "/a/" : `/old-${at + 1}/`)],
  ["in a circle", (at, size) => `/old-${(at + 1) % size}/`],
  ["to nothing", () => "/b/"],
])("old addresses that lead %s take steps in proportion to their number", (_, to) => {
  const location = { line: 1, column: 1 };
  const follow = (size: number): void => {
    const entries = Array.from({ length: size }, (_, at) => ({
      from: `/old-${at}/`,
      to: to(at, size),
      placeOfFrom: location,
      placeOfTo: location,
    }));
    const none = new Map<string, unknown>();
    redirectsOf({
      entries,
      articles: [],
      published: KNOWN,
      taken: new ReservedPaths([]),
      nearest: new NearestPath(KNOWN.pages.keys()),
      owners: new PathOwners({
        published: KNOWN,
        unpublished: [],
        dataFiles: { authors: none, categories: none, stories: none, tags: none },
      }),
    });
  };
  expect(growth(follow)).toBeLessThan(2.5);
});

test.each<[what: string, text: (size: number) => string]>([
  ["rows of figures", (size) => `a,b\n${"c,1\n".repeat(size)}`],
  ["blanks in a cell", (size) => `a,b\nc,"${" ".repeat(size)}1${" ".repeat(size)}x"\n`],
  ["cells of a row", (size) => `a,b\nc,1${",234".repeat(size)}\n`],
])("%s take steps in proportion to their number", (_, text) => {
  expect(growth((size) => csvTable(Buffer.from(text(size)), "a.csv"))).toBeLessThan(2.5);
});

test("marks of code in a plain text take steps in proportion to their number", () => {
  expect(growth((size) => markupIn("`".repeat(size)))).toBeLessThan(2.5);
});
