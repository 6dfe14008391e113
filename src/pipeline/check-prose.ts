import { indexOf } from "../cache/index-file.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import { rule as setupRule } from "../checks/prose/setup.ts";
import { rule as spellingRule, WORD_LIST } from "../checks/prose/spelling.ts";
import { weighed } from "../checks/switches.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { listedWords, wordsOf } from "../prose/own-words.ts";
import type { ProseNote } from "../prose/prose-note.ts";
import { hasProse, proseOptions, wordList } from "../prose/prose-options.ts";
import type { ProseOptions } from "../prose/prose-options.ts";
import type { ProseTask } from "../prose/prose-work.ts";
import type { ProseText } from "../prose/read-prose.ts";
import { STET_TERMS } from "../prose/stet-terms.ts";
import { proseDiagnostics } from "../prose/prose-diagnostics.ts";
import { WatchedWork } from "../workers/watched-work.ts";
import type { BatchKind, Limits, Outcome } from "../workers/watched-work.ts";
import { moduleBeside } from "../workers/worker-module.ts";
import type { Workers } from "../workers/worker.ts";
import { sourceDigest } from "./code-digest.ts";
import type { Loaded } from "./load-publication.ts";
import type { Progress } from "./progress.ts";
import type { ProseSources } from "./prose-sources.ts";

/** What the check of prose needs from outside. */
export interface ProseContext {
  /** Absolute paths: of the content folder, of the cache, of Stet, and of the project that packages are installed in. */
  content: string;
  cache: string;
  packageRoot: string;
  projectRoot: string;
  /** Digest of the code that reads content. */
  codeVersion: string;
  workers: Workers;
  progress: Pick<Progress, "stage" | "log">;
}

/**
 * What a check found, with what the rules of prose find that the publication has on: hints and warnings, which no build
 * tells. Texts that were read before by the same rules are not read again.
 */
export async function withProse(
  { diagnostics, prose }: Pick<Loaded, "diagnostics" | "prose">,
  context: ProseContext,
): Promise<Diagnostic[]> {
  if (prose === undefined || !hasProse(prose.switches)) return diagnostics;
  const { switches, language, locationOf } = prose;
  const found = proseOptions({ switches, project: context.projectRoot, language, locationOf });
  const { known, list, ...words } = knownWords(prose, context.content);
  const notes = await notesOn(prose, found.options, context);
  const told = proseDiagnostics(notes, { options: found.options, switches, known, list });
  const own = weighed(told, switches, prose.isDraft);
  return [...diagnostics, ...found.diagnostics, ...words.diagnostics, ...own].sort(
    compareDiagnostics,
  );
}

/** The words that the publication knows, in small letters, and what is wrong with its list of them. */
function knownWords(
  prose: ProseSources,
  content: string,
): { known: ReadonlySet<string>; list: string; diagnostics: Diagnostic[] } {
  const { file, isNamed } = wordList(prose.switches);
  const listed = listedWords(content, file);
  const known = new Set([...STET_TERMS, ...prose.names().flatMap(wordsOf)]);
  if ("words" in listed) for (const word of listed.words) known.add(word);
  if ("words" in listed || (listed.why === "absent" && !isNamed))
    return { known, list: file, diagnostics: [] };
  const at = {
    file: "site.yaml",
    ...prose.locationOf(["check", spellingRule.code, WORD_LIST.key]),
  };
  const diagnostics = [setupRule.at(at, { is: "words", file, why: listed.why })];
  return { known, list: file, diagnostics };
}

const PROSE: BatchKind<ProseTask, ProseNote[]> = {
  module: moduleBeside(import.meta.url, "../prose/prose-work"),
};

/** What no text comes near; seconds are many where a machine is busy and dictionaries are loaded. */
const LIMITS: Limits = { patience: 60_000, memory: 3_000_000_000 };

/** How many texts are handed over at once: a few of them take as long as to start a process. */
const BATCH = 25;
const FEWEST_FOR_MANY = 100;

/** What is found in each text, by file: kept from before, or by workers. */
async function notesOn(
  prose: ProseSources,
  options: ProseOptions,
  context: ProseContext,
): Promise<Map<string, ProseNote[]>> {
  const { content, cache, packageRoot, workers, progress } = context;
  const notes = new Map<string, ProseNote[]>();
  if (Object.keys(options).length === 0) return notes;
  const onDamage: OnDamage = (damage) => progress.log(damage);
  const codeVersion = `${context.codeVersion} ${sourceDigest(packageRoot, ["src/prose"])}`;
  const index = indexOf<ProseNote[]>(
    "prose",
    { content, cache, codeVersion, onDamage },
    JSON.stringify(options),
  );
  const waiting: (ProseText & { stamp: string })[] = [];
  for (const text of prose.texts()) {
    // What is found follows from the bytes alone, whatever the times of the file are.
    const stamp = `${text.digest} ${text.language}`;
    const known = index.recall({ file: text.file, stamp });
    if (known === undefined) waiting.push({ ...text, stamp });
    notes.set(text.file, known ?? []);
  }
  if (waiting.length > 0) {
    const stage = progress.stage("Reading prose", waiting.length);
    const reading = { content, components: prose.components, options };
    const tasks = waiting.map(({ stamp: _, ...text }): ProseTask => ({ text, reading }));
    const outcomes = await worked(tasks, workers, (count) => stage.advance(count));
    const failed: string[] = [];
    for (const [at, { file, stamp }] of waiting.entries()) {
      const outcome = outcomes[at];
      if (outcome !== undefined && "result" in outcome) {
        notes.set(file, outcome.result);
        index.keep({ file, stamp }, outcome.result);
      } else failed.push(file);
    }
    stage.done();
    if (failed.length > 0) progress.log(unread(failed, outcomes));
  }
  index.save();
  return notes;
}

/** What workers make of tasks, in the order of these; `advance` is told how many more are done. */
async function worked(
  tasks: readonly ProseTask[],
  workers: Workers,
  advance: (count: number) => void,
): Promise<Outcome<ProseNote[]>[]> {
  const work = new WatchedWork(workers, PROSE, LIMITS);
  const outcomes: Outcome<ProseNote[]>[][] = [];
  const batches = Array.from({ length: Math.ceil(tasks.length / BATCH) }, (_, at) => at).values();
  const lane = async (): Promise<void> => {
    for (const at of batches) {
      const batch = tasks.slice(at * BATCH, (at + 1) * BATCH);
      outcomes[at] = await work.work([batch], 1);
      advance(batch.length);
    }
  };
  const lanes = tasks.length < FEWEST_FOR_MANY ? 1 : Math.max(1, workers.most);
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes.flat();
}

/** That the prose of texts could not be read, and why, where that is known. */
function unread(files: readonly string[], outcomes: readonly Outcome<unknown>[]): string {
  const reason = outcomes.find((one) => "failed" in one)?.failed;
  const others = files.length > 1 ? ` and ${files.length - 1} other texts` : "";
  return `The prose of ${files[0] ?? ""}${others} was not checked${reason === undefined ? "" : `: ${reason}`}.`;
}
