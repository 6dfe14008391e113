import { describe, expect, test } from "vitest";
import { readCheckCall } from "../../src/cli/check-call.ts";
import { readLine } from "../../src/cli/command-options.ts";
import type { Command } from "../../src/cli/command-options.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { PUBLISH_WORKFLOW } from "../../src/starter/publish-workflow.ts";
import { COMMENT_WORKFLOW, REVIEW_WORKFLOW } from "../../src/starter/review-workflows.ts";
import { projectFiles, projectText } from "./project-files.ts";

/** Those of a publication; the tools of this repository say themselves what they take. */
const KNOWN: Readonly<Record<string, Command>> = COMMANDS;
const { scripts } = JSON.parse(projectText("package.json") ?? "{}") as {
  scripts: Record<string, string>;
};

/** A command as somebody would type it. */
interface Typed {
  file: string;
  name: string;
  /** What stands behind `--`, up to the end of the command. */
  rest: string;
}

function* typedIn(file: string, text: string): Generator<Typed> {
  for (const [, name = "", rest = ""] of text.matchAll(/\bnpm run ([\w:]+) -- ([^\n`]*)/g))
    yield { file, name, rest };
}

/** The words of a command, as a shell parts them; what stands in angle brackets, pipes and later commands are not its own. */
function wordsOf(rest: string): string[] {
  const words: string[] = [];
  for (const [whole, double, single, plain] of rest.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)) {
    if (/^(?:[|<>;&]|──)/.test(whole)) break;
    words.push(double ?? single ?? plain ?? "");
  }
  return words;
}

/** Why a command does not take what is typed; undefined where it does. */
function refusal({ name, rest }: Typed): string | undefined {
  const command = KNOWN[name];
  if (command === undefined)
    return Object.hasOwn(scripts, name) ? undefined : "there is no such command";
  const line = readLine(command, {
    arguments: wordsOf(rest),
    environment: {},
    readFile: () => undefined,
  });
  if (line.kind === "refused") return line.text;
  if (line.kind === "help" || name !== "check") return undefined;
  const values = line.values as Parameters<typeof readCheckCall>[0];
  const call = readCheckCall(values, line.operands);
  return "refusal" in call ? call.refusal : undefined;
}

function isUnknown(name: string, option: string): boolean {
  const command = KNOWN[name];
  return command === undefined
    ? !Object.hasOwn(scripts, name)
    : !Object.hasOwn(command.options, option);
}

describe("what is to be typed is taken by the command:", () => {
  test("in the documentation and the workflows", () => {
    const texts = projectFiles()
      .filter((file) => /\.(?:md|ya?ml)$/.test(file) && !file.startsWith("content/"))
      .map((file): [string, string] => [file, projectText(file) ?? ""]);
    const starter: [string, string][] = [
      ["publish.yml of the starter", PUBLISH_WORKFLOW],
      ["review.yml of the starter", REVIEW_WORKFLOW],
      ["review-comment.yml of the starter", COMMENT_WORKFLOW],
    ];
    const typed = [...texts, ...starter].flatMap(([file, text]) => [...typedIn(file, text)]);
    expect(typed.length).toBeGreaterThan(50);
    const refused = typed.flatMap((one) => {
      const why = refusal(one);
      return why === undefined ? [] : [`${one.file}: npm run ${one.name} -- ${one.rest}: ${why}`];
    });
    expect(refused).toEqual([]);
  });

  test("in what Stet itself says, where values are not known yet", () => {
    const unknown = projectFiles()
      .filter((file) => /^src\/.*(?<!\.test)\.ts$/.test(file))
      .flatMap((file) => [...typedIn(file, projectText(file) ?? "")])
      .flatMap(({ file, name, rest }) =>
        [...rest.matchAll(/(?:^|\s)--([\w-]+)/g)]
          .filter(([, option = ""]) => option !== "help" && isUnknown(name, option))
          .map(([, option]) => `${file}: npm run ${name} -- --${option}`),
      );
    expect(unknown).toEqual([]);
  });
});
