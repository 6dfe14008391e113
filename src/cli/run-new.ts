import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Instant } from "../domain/dates.ts";
import { isLanguage } from "../site/site-schema.ts";
import {
  GITATTRIBUTES_FILE,
  GITIGNORE_FILE,
  gitignoreWith,
  packageManifest,
} from "../starter/project-files.ts";
import { starterFiles } from "../starter/starter-files.ts";
import type { Roots } from "../settings/settings.ts";
import { answerFault, languageNote, questions, sectionsIn } from "./new-options.ts";
import type { Answers } from "./new-options.ts";
import { EXIT } from "./outcome.ts";
import { packageSource } from "./package-source.ts";
import type { PackageSource } from "./package-source.ts";

/** What `stet new` needs besides the answers that were given as options. */
export interface NewContext extends Roots {
  cwd: string;
  /** Language and time zone of the machine, which are offered. */
  machine: { language: string; timezone: string };
  now: Instant;
  newId: () => string;
  /** Asks a person; absent where there is none. Gives an empty text where nothing was answered. */
  ask?: (question: string) => Promise<string>;
}

/** What tells people of a project; there is one, whatever it is called. */
const README = /^readme(?:\.\w+)?$/i;

/**
 * What there may be in a folder that a publication is put into: what npm, an installation and git have left, and what
 * hosts of git put into a new repository.
 */
const TOLERATED =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|\.npmrc|node_modules|\.git|\.gitattributes|\.gitignore|\.editorconfig|(?:LICEN[CS]E|COPYING|README)(?:\.\w+)?|\.DS_Store|\.stet|.*\.tgz)$/i;

/**
 * Makes a new publication in a folder, and gives what to print and the exit code. Where anything cannot be used, or
 * anything would be overwritten, nothing is written.
 */
export async function runNew(
  folder: string,
  given: Partial<Answers> & { empty: boolean },
  context: NewContext,
): Promise<{ text: string; exitCode: number }> {
  const target = resolve(context.cwd, folder);
  const faults = Object.entries(given).flatMap(([key, value]) =>
    key === "empty" || value === undefined
      ? []
      : (answerFault(key as keyof Answers, [value].flat().join(", "), languageOf(given, context)) ??
        []),
  );
  const obstacle = obstacleIn(target);
  if (obstacle !== undefined) faults.push(obstacle);
  if (faults.length > 0) return refusal(faults);
  const answers = await answersFor(target, given, context);
  const source = packageSource(target, context);
  const stet = source.spec;
  const files = starterFiles({
    ...answers,
    empty: given.empty,
    stet,
    now: context.now,
    packageRoot: context.packageRoot,
    newId: context.newId,
  });
  const kept = namesIn(target).filter((name) => README.test(name));
  if (kept.length > 0) files.delete("README.md");
  // What a repository says of its files is its own affair.
  if (existsSync(join(target, GITATTRIBUTES_FILE))) files.delete(GITATTRIBUTES_FILE);
  const gitignore = files.get(GITIGNORE_FILE) ?? "";
  files.delete(GITIGNORE_FILE);
  const taken = [...files.keys()].filter((file) => existsSync(join(target, file)));
  if (taken.length > 0) return refusal([`${target} has ${taken.join(", ")} already.`]);
  const manifestFile = join(target, "package.json");
  try {
    const existing = textOf(manifestFile);
    const changed = new Map([
      [GITIGNORE_FILE, gitignoreWith(textOf(join(target, GITIGNORE_FILE)), gitignore)],
      ["package.json", packageManifest(existing, { name: answers.name, stet })],
    ]);
    writeAll(target, files, changed, source.tarball);
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    const isManifest = error instanceof SyntaxError;
    return refusal([isManifest ? `${manifestFile} cannot be read: ${message}` : message]);
  }
  return {
    text: madeText(target, answers, { ...context, kept, source, ...given }),
    exitCode: EXIT.done,
  };
}

/** The text of a file; undefined where there is none. */
function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The names in a folder, none where there is no folder. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function refusal(faults: readonly string[]): { text: string; exitCode: number } {
  return { text: `${[...faults, "Nothing was written."].join("\n")}\n`, exitCode: EXIT.refused };
}

/** Why a folder cannot take a publication; undefined where it can. */
function obstacleIn(target: string): string | undefined {
  let names: string[];
  try {
    names = readdirSync(target);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? undefined : `${target} is not a folder that can be read.`;
  }
  const foreign = names.filter((name) => !TOLERATED.test(name)).sort();
  if (foreign.length === 0) return undefined;
  if (foreign.includes("content")) return `${target} is a publication already.`;
  const [first = "", second, ...more] = foreign;
  const listed = [first, second, more.length > 0 ? `${more.length} more` : undefined];
  return `${target} is not empty: it holds ${listed.filter((one) => one !== undefined).join(", ")}. Name an empty folder, or one that does not exist.`;
}

/** What was given, and for the rest what is answered, or else what is taken for it. */
async function answersFor(
  target: string,
  given: Partial<Answers>,
  { machine, ask }: NewContext,
): Promise<Answers> {
  const answers: Partial<Answers> = { ...given };
  const asked = new Set<string>();
  let fault: string | undefined;
  // Which sections are offered depends on the language, so that each question is made when it is its turn.
  for (;;) {
    const [question] = questions(basename(target), machine, answers).filter(
      ({ key }) => !asked.has(key),
    );
    if (question === undefined) break;
    const { key, asks, otherwise } = question;
    const typed =
      ask === undefined
        ? ""
        : (await ask(`${fault === undefined ? "" : `${fault}\n`}${asks} (${otherwise}): `)).trim();
    const text = typed === "" ? otherwise : typed;
    fault = answerFault(key, text, languageOf(answers, { machine }));
    if (fault !== undefined && ask !== undefined) continue;
    asked.add(key);
    if (key === "sections") answers.sections = sectionsIn(text);
    else answers[key] = text;
  }
  return answers as Answers;
}

/** The language that addresses are made in: the one that is answered if it is one, else the machine's. */
function languageOf(
  { language }: Partial<Answers>,
  { machine }: Pick<NewContext, "machine">,
): string {
  return language !== undefined && isLanguage(language) ? language : machine.language;
}

/**
 * Writes new files, files that are there already with what is added to them, and a copy of a tarball, or nothing: what
 * was done before a failure is undone.
 */
function writeAll(
  target: string,
  files: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string>,
  tarball: string | undefined,
): void {
  const undo: (() => void)[] = [];
  const write = (file: string, content: string | Buffer): void => {
    const path = join(target, file);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    if (before?.equals(Buffer.from(content)) === true) return;
    const folder = mkdirSync(dirname(path), { recursive: true });
    if (folder !== undefined) undo.push(() => rmSync(folder, { recursive: true, force: true }));
    // What is there but no file, such as a link that leads nowhere, makes this fail and stays.
    const opened = openSync(path, before === undefined ? "wx" : "w");
    undo.push(() => {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    });
    try {
      writeFileSync(opened, content);
    } finally {
      closeSync(opened);
    }
  };
  try {
    for (const [file, text] of files) write(file, text);
    const name = tarball === undefined ? undefined : basename(tarball);
    // One of this name that is there already is what its owner has put there.
    if (tarball !== undefined && name !== undefined && !existsSync(join(target, name)))
      write(name, readFileSync(tarball));
    for (const [file, text] of changed) write(file, text);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

function madeText(
  target: string,
  { name, language }: Answers,
  {
    cwd,
    kept,
    source,
    empty,
  }: { cwd: string; kept: readonly string[]; source: PackageSource; empty: boolean },
): string {
  const place = relative(cwd, target);
  const steps = [
    ...(place === "" ? [] : [`cd ${place}`]),
    ...(source.pack === undefined ? [] : [source.pack]),
    ...(source.install === undefined ? [] : [source.install]),
    empty ? "npm run check    # once your articles are in content/articles/" : "npm start",
  ];
  const note = languageNote(language);
  return [
    `Made ${name} in ${place === "" ? "this folder" : place}:`,
    "  content/site.yaml   name, address, looks",
    `  content/articles/   ${empty ? "where your articles go" : "three articles to learn from"}`,
    "  .vscode/            completion and snippets for an editor",
    "  .github/workflows/  publishes each commit on GitHub Pages, and reviews pull requests",
    ...kept.map((file) => `${file} stays as it was.`),
    ...(note === undefined ? [] : [note]),
    "",
    "Next:",
    ...steps.map((step) => `  ${step}`),
    "",
  ].join("\n");
}
