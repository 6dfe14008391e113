import type { Diagnostic } from "../../../src/domain/diagnostic.ts";
import type { Run } from "../checkout-commands.ts";
import type { BadInput } from "./bad-input.ts";
import { processState, runHere } from "./command-here.ts";
import type { Command } from "./command-here.ts";
import { differences, imprint } from "./imprint.ts";
import { settingsFor } from "./settings-for.ts";
import { spoiltPublication } from "./spoilt-publication.ts";
import type { SpoiltPublication } from "./spoilt-publication.ts";

/** What a check says where there is no repository. */
export const NO_HISTORY =
  "Not compared with what was published: the content folder is not in a git repository. Make one with `git init`, and commit.\n";

/** What came of a publication that was spoilt as a row says. */
export interface Trial {
  /** How the build ended; the check, where there is nothing to refuse. */
  exit: number | undefined;
  /** What it said, where it says such things. */
  report: string;
  /** What it wrote elsewhere; nothing, for a command that does as it should. */
  besides: string;
  /** What `check --json` finds; nothing for settings that a build alone reads. */
  diagnostics: readonly Diagnostic[];
  /** How that ended. */
  checked: number | undefined;
  /** What is not as it was before: files of the content, of the bundle and beside them, and state of this process. */
  changed: readonly string[];
}

/**
 * Has a publication built that is spoilt as a row says, and checked; where all is worked around only checked, by a
 * report of every warning. `checkout` is that of the press, `out` holds a bundle.
 */
export async function tryRow(
  row: Pick<BadInput, "files" | "arrange" | "environment" | "exit">,
  { checkout, out }: { checkout: string; out: string },
): Promise<Trial> {
  const folders = await spoiltPublication(row, out);
  const environment = { ...settingsFor(folders), ...row.environment?.(folders) };
  const run = async (command: Command): Promise<Run> => {
    const { code, stdout, stderr } = await runHere(command, checkout, environment);
    const said = (text: string): string => plain(text, folders, checkout);
    return { code, stdout: said(stdout), stderr: said(stderr) };
  };
  try {
    const before = stateOf(folders);
    const said = row.exit === 0 ? await workedAround(run) : await refused(run);
    const found = row.exit === 2 ? NOT_CHECKED : await foundBy(run);
    return { ...said, ...found, changed: differences(before, stateOf(folders)) };
  } finally {
    folders.remove();
  }
}

type RunCommand = (command: Command) => Promise<Run>;

async function refused(run: RunCommand): Promise<Pick<Trial, "exit" | "report" | "besides">> {
  const { code, stdout, stderr } = await run({ name: "build" });
  return { exit: code, report: stderr, besides: stdout };
}

async function workedAround(run: RunCommand): Promise<Pick<Trial, "exit" | "report" | "besides">> {
  const { code, stdout, stderr } = await run({ name: "check", options: { all: true } });
  return { exit: code, report: stdout, besides: stderr.replace(NO_HISTORY, "") };
}

const NOT_CHECKED = { diagnostics: [], checked: undefined };

async function foundBy(run: RunCommand): Promise<Pick<Trial, "diagnostics" | "checked">> {
  const { code, stdout } = await run({ name: "check", options: { format: "json" } });
  return {
    diagnostics: (JSON.parse(stdout) as { findings: Diagnostic[] }).findings,
    checked: code,
  };
}

/** What a command said, with names in place of the folders of one run, and without the stages of its work. */
export function plain(
  text: string,
  { content, outside, directory }: Pick<SpoiltPublication, "content" | "outside" | "directory">,
  checkout: string,
): string {
  return text
    .replaceAll(content, "CONTENT")
    .replaceAll(outside, "OUTSIDE")
    .replaceAll(directory, "PLACE")
    .replaceAll(checkout, "CHECKOUT")
    .replace(/^(?:Checking|Examining pictures|Reading prose).*\n/gm, "");
}

function stateOf({ content, outside, out }: SpoiltPublication): ReadonlyMap<string, string> {
  return new Map([
    ...processState(),
    ...[content, outside, out].flatMap((one) => [...imprint(one)]),
  ]);
}
