import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";
const FIGURES = "articles/2026/03/figures.csv";

/** A text with one chart, whose attributes besides the words begin in line 10, column 39. */
const charted = (...attributes: string[]): BadInput["files"] => ({
  [STORY]: text(
    {},
    attributes.map((one) => `<Chart title="T" alt="A." kind="line" ${one} />`).join("\n\n"),
  ),
});
const drawn = (csv: string, attributes = ""): BadInput["files"] => ({
  ...charted(`src="./figures.csv" ${attributes}`),
  [FIGURES]: csv,
});

/** Charts and their figures. */
export const CHART_ROWS: BadInput[] = [
  {
    name: "charts without figures, with half of them, and with figures twice",
    files: {
      ...charted(
        "",
        'columns={["Year", "Share"]}',
        'src="./figures.csv" columns={["Year", "Share"]}',
      ),
      [FIGURES]: "Year,Share\n2025,40\n",
    },
    exit: 1,
    diagnostics: [
      "component/use articles/2026/03/story.mdx:10:1",
      "component/use articles/2026/03/story.mdx:12:1",
      "component/use articles/2026/03/story.mdx:14:59",
    ],
  },
  {
    name: "figures in a text that are none, and a line that runs backwards",
    files: charted(
      'columns={["Year", "Year"]} data={[["2025", 40]]}',
      'columns={["Year", "Share"]} data={[["2025", "many"], ["", "1,5"]]}',
      'columns={["Year", "Share"]} data={[["2026", 40], ["2025", 22]]}',
    ),
    exit: 1,
    diagnostics: [
      "component/use articles/2026/03/story.mdx:10:39",
      "component/use articles/2026/03/story.mdx:12:67",
      "component/use articles/2026/03/story.mdx:12:67",
      "component/use articles/2026/03/story.mdx:12:67",
      "component/use articles/2026/03/story.mdx:14:67",
    ],
  },
  {
    name: "files of figures that there are not, outside, elsewhere, and links",
    files: {
      ...charted(
        'src="./figuers.csv"',
        'src="../../../../secret.csv"',
        'src="https://far.example/a.csv"',
        'src="/linked.csv"',
      ),
      [FIGURES]: "Year,Share\n2025,40\n",
    },
    arrange: ({ content, outside }) => {
      writeFileSync(join(outside, "secret.csv"), "Year,Share\n2025,40\n");
      mkdirSync(join(content, "public"), { recursive: true });
      symlinkSync(join(outside, "secret.csv"), join(content, "public/linked.csv"));
    },
    exit: 1,
    diagnostics: [
      "data/missing articles/2026/03/story.mdx:10:44",
      "data/outside articles/2026/03/story.mdx:12:44",
      "data/outside articles/2026/03/story.mdx:14:44",
      "data/missing articles/2026/03/story.mdx:16:44",
      "path/symbolic-link public/linked.csv:1:1",
    ],
  },
  {
    name: "a file of figures that is not there",
    files: charted('src="./figures.csv"'),
    exit: 1,
    diagnostics: ["data/missing articles/2026/03/story.mdx:10:44"],
  },
  {
    name: "a file of figures outside of the content folder",
    files: charted('src="../../../../secret.csv"'),
    exit: 1,
    diagnostics: ["data/outside articles/2026/03/story.mdx:10:44"],
  },
  {
    name: "a row of figures that is short of one",
    files: drawn("Year;Share;Other\n2025;1,5;2\n2026;3\n"),
    exit: 1,
    diagnostics: ["data/shape articles/2026/03/figures.csv:3:1"],
  },
  {
    name: "every fault of a file of figures, where it stands",
    files: drawn('Year,Share\n2024,"forty, about"\n2025,1,2\n,3\n2027,n/a\n'),
    exit: 1,
    diagnostics: [
      "data/figure articles/2026/03/figures.csv:2:6",
      "data/shape articles/2026/03/figures.csv:3:1",
      "data/shape articles/2026/03/figures.csv:4:1",
      "data/figure articles/2026/03/figures.csv:5:6",
    ],
  },
  {
    name: "figures that are no figures, and nothing else",
    files: drawn("Year,Share\n2024,forty\n"),
    exit: 1,
    diagnostics: ["data/figure articles/2026/03/figures.csv:2:6"],
  },
  {
    name: "a quotation mark that is never closed",
    files: drawn('Year,Share\n2024,1\n"2025,2\n2026,3\n'),
    exit: 1,
    diagnostics: ["data/syntax articles/2026/03/figures.csv:3:1"],
  },
  {
    name: "more rows and more series than can be told apart",
    files: {
      ...charted('src="./figures.csv"', 'src="./wide.csv"'),
      [FIGURES]: `Day,Share\n${"x,1\n".repeat(501)}`,
      "articles/2026/03/wide.csv": "Year,a,b,c,d,e,f,g\n2025,1,2,3,4,5,6,7\n",
    },
    exit: 1,
    diagnostics: [
      "data/limit articles/2026/03/figures.csv:502:1",
      "data/limit articles/2026/03/wide.csv:1:1",
    ],
  },
  {
    name: "figures in a file that cannot be drawn as asked for",
    files: drawn("Year,Share\n2026,1\n2025,2\n"),
    exit: 1,
    diagnostics: ["data/unfit articles/2026/03/story.mdx:10:44"],
  },
  {
    name: "a file of figures as large as a book, and one in Latin-1",
    files: {
      ...charted('src="./figures.csv"', 'src="./latin.csv"'),
      [FIGURES]: `Year,Share\n${"2025,40\n".repeat(70_000)}`,
      "articles/2026/03/latin.csv": Buffer.from("Ann\u00e9e,Part\n2025,40\n", "latin1"),
    },
    exit: 1,
    diagnostics: [
      "file/not-utf8 articles/2026/03/latin.csv:1:4",
      "data/too-large articles/2026/03/story.mdx:10:44",
    ],
  },
  {
    name: "a file of figures as large as a book",
    files: drawn(`Year,Share\n${"2025,40\n".repeat(70_000)}`),
    exit: 1,
    diagnostics: ["data/too-large articles/2026/03/story.mdx:10:44"],
  },
];
