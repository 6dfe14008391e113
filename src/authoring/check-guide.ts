import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { withProse } from "../pipeline/check-prose.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { createProgress } from "../pipeline/progress.ts";
import { formatDiagnostics } from "../report/report.ts";
import { EXAMPLE_NOW, EXAMPLE_PUBLICATION } from "../checks/example.ts";
import type { Example } from "../checks/example.ts";
import { sentence } from "../checks/naming.ts";
import { listed } from "../checks/quoted.ts";
import { SWITCHED_TO } from "../checks/switchable.ts";
import { SWITCHABLE_RULES } from "../checks/switches.ts";
import { RULES } from "../checks/registry.ts";
import type { AnyRule } from "../checks/registry.ts";
import type { Weight } from "../checks/rule.ts";
import { historyDiagnostics } from "../validation/history/history-diagnostics.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { WAYS_TO_CHECK } from "./ways-to-check.ts";
import type { EarlierContent } from "../domain/earlier-content.ts";
import { KNOWN_DICTIONARIES } from "../prose/dictionaries.ts";
import { WORKERS_HERE } from "../workers/worker.ts";

/** Stet's own checkout, where the packages are installed that examples need. */
const ROOT = join(import.meta.dirname, "../..");

/** Where the guide to the check lies in the checkout. */
export const CHECK_GUIDE = "docs/check.md";

const HEAD = `# The check

<!-- Made by \`npm run docs\` from src/authoring/check-guide.ts and src/checks/. Change it there. -->

\`npm run check\` reads the whole publication, writes only its index, and reports every problem in every file in one run. The build runs the same check first and writes nothing while there are errors.

- **Errors** stop the build. Stet works around **warnings**: a dead link keeps its text, a missing image becomes its alt text.
- Content that would disappear without notice, or markup that would be shown as text, is a warning in every format: unclosed marks, footnotes without a reference, too many cells, shortcodes of other programs. Whatever can be shown is shown as is.
- In \`.mdx\` nearly everything else is an error. In \`.md\`, the format of imported archives, a problem whose content can safely be left out is a warning.
- Stet reads nothing outside the content folder. A link or an image whose path leads out of it is an error in \`.mdx\` and in data files, and a warning in \`.md\`, where it is left out like a dead link or a missing image. Symbolic links are errors everywhere.
- The report lists warnings first, three of each kind, then errors. For many errors of one kind in one file, it shows the first ones, and then the number and the locations of the others. \`npm run check -- --all\` shows every one. A build counts warnings by kind, with one example each.
- In a git repository, the rules \`history/*\` compare the content with what was published, as [writing.md](writing.md#what-the-check-compares-with) describes. Where that is not possible, one line on standard error says why.
- Exit code: 0 without errors, 1 with errors, 2 if a setting is invalid. With \`--changed\` and \`--staged\`, the errors that are reported count.

A diagnostic consists of its source location, its severity and its stable code, the reason, the source line and the fix:

    content/articles/2026/03/story.mdx:5:9  error  reference/author
      There is no author \`adda\`: the file content/authors/adda.yaml does not exist.
         5 | author: adda
           |         ^^^^
      → Write \`ada\`, if that is meant. Otherwise create the file \`content/authors/adda.yaml\` with the line \`name: Adda\`.

${WAYS_TO_CHECK}## JSON output

\`npm run --silent check -- --json\` prints one JSON object:

| Key | Value |
|---|---|
| \`version\` | 1; it changes when a key changes its meaning or is removed |
| \`errors\`, \`warnings\`, \`hints\` | the number of each |
| \`skipped\` | why the rules \`history/*\` were not checked, and what to do about it, in a sentence for people; absent if they were |
| \`base\`, \`elsewhere\` | with \`--changed\` or \`--staged\`: the commit compared with, and the number of problems left out |
| \`findings\` | all diagnostics, sorted by file, line and column |

A diagnostic has these keys:

| Key | Value |
|---|---|
| \`code\` | stable name of the diagnostic, such as \`link/dead\` |
| \`severity\` | \`error\`, \`warning\` or \`hint\` |
| \`file\` | path below the content folder, with \`/\`; in \`message\` and \`fix\` paths begin at the project, as in \`content/articles/\` |
| \`line\`, \`column\` | from 1; columns count UTF-16 units, as editors do |
| \`length\` | the number of units affected, if known |
| \`message\`, \`fix\` | the problem and what to do, in English, for people: not stable |
| \`edits\` | the certain remedy, if there is one: a list of edits, each with \`start\` (included), \`end\` (excluded), the new \`text\`, and \`file\` if it is another one. They belong together. Lines in \`text\` end with \`\\n\`, whatever the file uses; a byte order mark is not a character of its line. |

## Switching rules

Newsrooms differ in taste. \`check\` in \`site.yaml\` switches the rules in this table, by their codes:

\`\`\`yaml
check:
  picture/credit: error
  content/unused: off
  headline/long: 90
  description/long: { severity: warning, most: 200 }
  prose/spelling: { dictionaries: [en-GB] }
\`\`\`

- A **hint** is told by the check alone, a **warning** by builds too, and an **error** stops a build. In a draft, a rule that is switched to \`error\` is a warning: other articles need not wait for it.
- A number alone sets the one limit that a rule has: \`headline/long: 90\` says the same as \`headline/long: { most: 90 }\`.
- A rule that is off is on as soon as one of its settings is written.
- Every other rule protects what is published, and cannot be switched.

SWITCHES

### Prose

The rules of prose are opinions about texts: the check alone applies them, in processes of their own, and no build or development server loads what they need. They read headlines, descriptions, headings, paragraphs, lists and captions, and leave out code, addresses and tables. What was read is kept in the cache until the text, the settings, or a dictionary changes.

\`prose/spelling\` and \`prose/inclusive\` need packages, which a publication installs itself. If one is missing, the check prints the command. Nothing of them is loaded from the network, and no settings file of cspell is read.

- **Dictionaries** are named by language, \`en-GB\`, \`en-US\` (both part of cspell) or DICTIONARIES, or by package: \`@cspell/dict-sv\`. An article is checked in its own language: with \`dictionaries: [en-GB, de-DE]\`, one with \`language: de\` is checked in German. An article in a language without a dictionary is not checked. Dictionaries of no language, such as \`@cspell/dict-software-terms\`, hold for all articles.
- **Words of your own** are in \`dictionary.txt\` in the content folder: one a line, with comments behind \`#\`. The names of authors, tags, categories and stories are known. A change of this file reads no text again.
- **Not checked** are words below four letters, abbreviations in capitals, names with capitals inside, anything with digits, elements with a \`lang\` of another language, and paragraphs that are clearly in one.
- **Quotations** that are set apart, and answers of interviews, are only looked at for spelling: they are others' own words. \`prose/inclusive\` leaves out what stands in quotation marks too.

## Rules

This section lists every rule, with an example that breaks it and the resulting diagnostics.
`;

/**
 * The guide to the check, in Markdown: how it is used, and each rule with an example as it is told. `check` gives what
 * is said of an example.
 */
export async function checkGuide(check = checkExample): Promise<string> {
  const families = Map.groupBy(RULES, ({ code }) => code.slice(0, code.indexOf("/")));
  const parts: string[] = [];
  for (const [family, rules] of families) {
    parts.push(`### ${family}\n`);
    for (const rule of rules) parts.push(await section(rule, check));
  }
  const head = HEAD.replace("SWITCHES", switchesTable()).replace(
    "DICTIONARIES",
    listed(
      KNOWN_DICTIONARIES.filter((tag) => !tag.startsWith("en-")).map((tag) => `\`${tag}\``),
      "or",
    ),
  );
  return [head, ...parts].join("\n");
}

/** A line for each rule that may be switched. */
function switchesTable(): string {
  const rows = SWITCHABLE_RULES.map(({ code, severity, switchable }) => {
    const { isOff, to = SWITCHED_TO, settings = [] } = switchable;
    const others = to.map((one) => `\`${one}\``).join(", ");
    const values = settings.map(({ key, otherwise, description }) => {
      const byDefault = typeof otherwise === "number" ? `; ${otherwise} by default` : "";
      return `\`${key}\`: ${description.replace(/\.$/, "")}${byDefault}`;
    });
    const anchor = code.replace("/", "");
    const now = isOff === true ? "off" : weightOf(severity);
    return `| [\`${code}\`](#${anchor}) | ${now} | ${others} | ${values.join("<br>")} |`;
  });
  return ["| Rule | Default | May be | Settings |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

async function section(rule: AnyRule, check: typeof checkExample): Promise<string> {
  const weight = sentence(weightOf(rule.severity));
  const switched =
    rule.switchable === undefined
      ? ""
      : rule.switchable.isOff === true
        ? " where it is [switched on](#switching-rules)"
        : ", unless [switched](#switching-rules)";
  const mended = rule.mends === true ? " `--fix` fixes what is certain." : "";
  const head = `#### ${rule.code}\n\n${weight}${switched}. ${rule.summary}${mended}\n`;
  const { example } = rule;
  if (example === undefined) return head;
  const { content, diagnostics, remove } = await check({ example });
  const own = diagnostics
    .filter(({ code }) => code === rule.code)
    .map((one) => ({ ...one, message: one.message.replaceAll(content, "content") }));
  const told = formatDiagnostics(own.slice(0, 1), {
    content,
    prefix: "content/",
    colour: false,
    columns: 100,
    warnings: "all",
  });
  remove();
  const block = told.replace(/\n\n[^\n]*\n$/, "").trimEnd();
  return `${head}\n${block.replace(/^(?=.)/gm, "    ")}\n`;
}

/** What the check says of a rule's example, and the content folder that it was written into until `remove`. */
export async function checkExample({ example }: { example: Example }): Promise<{
  content: string;
  diagnostics: Diagnostic[];
  remove: () => void;
}> {
  const directory = mkdtempSync(join(tmpdir(), "stet-example-"));
  const content = join(directory, "content");
  for (const [file, text] of Object.entries({ ...EXAMPLE_PUBLICATION, ...example.files })) {
    if (text === null) continue;
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  await example.arrange?.(content);
  const folders = { content, cache: join(directory, "cache"), codeVersion: "example" };
  const loaded = await loadPublication({
    ...folders,
    // A project without packages of its own.
    project: directory,
    now: Date.parse(EXAMPLE_NOW),
    clock: Date.now,
  });
  const progress = createProgress({ stream: { write: () => true }, isTty: false, now: () => 0 });
  const diagnostics = await withProse(loaded, {
    ...folders,
    packageRoot: ROOT,
    projectRoot: ROOT,
    workers: WORKERS_HERE,
    progress,
  });
  if (example.before !== undefined && loaded.present !== undefined)
    diagnostics.push(...(await historyDiagnostics(loaded.present, earlierContent(example))));
  return {
    content,
    diagnostics,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** What an example's publication was at the commit that it is compared with. */
function earlierContent({ files, before = {} }: Example): EarlierContent {
  const paths = new Set(Object.keys({ ...EXAMPLE_PUBLICATION, ...files, ...before }));
  for (const [file, text] of Object.entries(before)) if (text === null) paths.delete(file);
  const changed = Object.entries(before).flatMap(([file, text]): [string, string][] =>
    text === null ? [] : [[file, text]],
  );
  return { revision: "example", paths, changed: new Map(changed) };
}

function weightOf(weight: Weight): string {
  if (typeof weight === "string") return weight;
  return `${weight.mdx} in \`.mdx\`, ${weight.md} in \`.md\``;
}
