import { expect, test } from "vitest";
import { projectFiles, projectText } from "./project-files.ts";

const MOST_LINES = 250;

/** Why these are longer. */
const REASONS: Readonly<Record<string, string>> = {
  "src/cache/index-file.ts": "a class that owns one file format, its reading and its writing",
  "src/cli/commands.ts": "the table of all commands and their options",
  "src/cli/command-options.ts": "options, their errors and their help follow from one table",
  "src/components/navigation/Masthead.astro": "half of it are its styles",
  "src/domain/meant-date.ts": "a table of how dates are written, and the one reader of it",
  "src/domain/publication.ts": "types of the domain with what is said of each field",
  "src/i18n/arabic.ts": "a catalogue: every message of a language",
  "src/i18n/french.ts": "a catalogue: every message of a language",
  "src/i18n/italian.ts": "a catalogue: every message of a language",
  "src/i18n/messages.ts": "a catalogue: what every message is for",
  "src/i18n/polish.ts": "a catalogue: every message of a language",
  "src/i18n/portuguese.ts": "a catalogue: every message of a language",
  "src/i18n/spanish.ts": "a catalogue: every message of a language",
  "src/loader/images/unsafe-svg.ts": "lists of what is safe in SVG, and the one reader of them",
  "src/loader/read-article.ts":
    "from front matter and body to an article, with every reason against it",
  "src/loader/yaml/meanings.ts": "a table of what keys and values of other systems mean",
  "src/loader/yaml/meant-values.ts": "a method for each kind of value that is mended",
  "src/loader/yaml/yaml-faults.ts": "a search for the smallest change after which YAML can be read",
  "src/loader/yaml/yaml-mending.ts": "a table of such changes",
  "src/markdown/component-use.ts":
    "every way in which a component is used wrongly, with its remedy",
  "src/markdown/components/chart.ts": "its attributes, their checks and what is drawn from them",
  "src/markdown/literal-tags.ts": "which tags are text: one decision with many signs",
  "src/markdown/mdx-messages.ts": "a table of the parser's messages and what they mean",
  "src/markdown/transforms/sanitize.ts":
    "lists of what HTML may hold, and the one walk that keeps to them",
  "src/markdown/written-tag.ts": "a scanner of one tag, state by state",
  "src/output/output-state.ts": "a class of records with their file format",
  "src/report/report.ts": "how diagnostics are laid out, for people and for programs",
  "src/styles/components/front.css": "the grid of front pages, at each width",
  "src/styles/page.css": "what every page has: masthead, sheet, footer",
  "src/views/article-view.ts": "the view of an article, part by part",
  "src/views/listing-view.ts": "the views of all lists, which share their parts",
};

const long = new Map(
  projectFiles()
    .filter((file) => /^src\/.*\.(?:ts|astro|css)$/.test(file) && !file.endsWith(".test.ts"))
    .map((file): [string, number] => [file, (projectText(file) ?? "").split("\n").length - 1])
    .filter(([, lines]) => lines > MOST_LINES),
);

test("no file of src has more than 250 lines without a reason", () => {
  expect([...long.keys()].filter((file) => REASONS[file] === undefined)).toEqual([]);
});

test("no reason is given for a file that needs none", () => {
  expect(Object.keys(REASONS).filter((file) => !long.has(file))).toEqual([]);
});
