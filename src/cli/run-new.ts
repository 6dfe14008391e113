import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Instant } from "../domain/dates.ts";
import { stetVersion } from "../settings/stet-version.ts";
import { isLanguage } from "../site/site-schema.ts";
import { PACKAGE_NAME, packageManifest } from "../starter/project-files.ts";
import { starterFiles } from "../starter/starter-files.ts";
import type { Roots } from "../settings/settings.ts";
import { answerFault, languageNote, questions, sectionsIn } from "./new-options.ts";
import type { Answers } from "./new-options.ts";
import { EXIT } from "./outcome.ts";

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

/** What there may be in a folder that a publication is put into: what npm, git and an installation have left. */
const TOLERATED =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|\.npmrc|node_modules|\.git|\.gitattributes|LICENSE(?:\.\w+)?|\.DS_Store|\.stet|.*\.tgz)$/;

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
  const stet = packageSpec(target, context);
  const files = starterFiles({
    ...answers,
    empty: given.empty,
    stet,
    now: context.now,
    packageRoot: context.packageRoot,
    newId: context.newId,
  });
  const taken = [...files.keys()].filter((file) => existsSync(join(target, file)));
  if (taken.length > 0) return refusal([`${target} has ${taken.join(", ")} already.`]);
  const manifestFile = join(target, "package.json");
  const existing = existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : undefined;
  let manifest: string;
  try {
    manifest = packageManifest(existing, { name: answers.name, stet });
  } catch (error) {
    return refusal([`${manifestFile} cannot be read: ${String(error)}`]);
  }
  writeAll(target, files);
  writeFileSync(manifestFile, manifest);
  return {
    text: madeText(target, answers, { ...context, hasPackages: existing !== undefined, ...given }),
    exitCode: EXIT.done,
  };
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

/** Writes all files or none: what was written before a failure goes again. */
function writeAll(target: string, files: ReadonlyMap<string, string>): void {
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      const path = join(target, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** Where the new project finds Stet: where this one does, else its version. */
function packageSpec(target: string, { projectRoot, packageRoot }: Roots): string {
  const manifest = join(projectRoot, "package.json");
  const version = stetVersion(packageRoot);
  if (!existsSync(manifest)) return version;
  const { dependencies } = JSON.parse(readFileSync(manifest, "utf8")) as {
    dependencies?: Record<string, string>;
  };
  const spec = dependencies?.[PACKAGE_NAME];
  if (spec?.startsWith("file:") !== true) return spec ?? version;
  const path = relative(target, resolve(projectRoot, spec.slice("file:".length)));
  return `file:${path.replaceAll("\\", "/")}`;
}

function madeText(
  target: string,
  { name, language }: Answers,
  { cwd, hasPackages, empty }: { cwd: string; hasPackages: boolean; empty: boolean },
): string {
  const place = relative(cwd, target);
  const steps = [
    ...(place === "" ? [] : [`cd ${place}`]),
    ...(hasPackages ? [] : ["npm install"]),
    empty ? "npm run check    # once your articles are in content/articles/" : "npm start",
  ];
  const note = languageNote(language);
  return [
    `Made ${name} in ${place === "" ? "this folder" : place}:`,
    "  content/site.yaml   name, address, looks",
    `  content/articles/   ${empty ? "where your articles go" : "three articles to learn from"}`,
    "  .vscode/            completion and snippets for an editor",
    "  .github/workflows/  publishes each commit on GitHub Pages",
    ...(note === undefined ? [] : [note]),
    "",
    "Next:",
    ...steps.map((step) => `  ${step}`),
    "",
  ].join("\n");
}
