import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { printable, wrap } from "../report/terminal-text.ts";
import { EXIT } from "./outcome.ts";

interface OptionBase {
  /** What it does, as a line of the help. */
  says: string;
}

interface ValuedOption extends OptionBase {
  /** What stands for the value in the help: `PORT`. */
  value: string;
}

interface NumberOption extends ValuedOption {
  /** The whole numbers that it takes, both included. */
  from: number;
  to: number;
}

/** An option of a command. */
export type CommandOption =
  | (OptionBase & { kind: "flag" })
  | (ValuedOption & { kind: "text"; default?: string })
  | (ValuedOption & { kind: "texts"; default?: readonly string[]; of?: readonly string[] })
  | (NumberOption & { kind: "number"; default?: number })
  | (NumberOption & { kind: "numbers"; default: readonly number[] });

/** What is known of a command before it does anything. */
export interface Command {
  /** As npm's scripts and `stet` know it. */
  name: string;
  /** A tool of this repository: `stet` does not know it. */
  isTool?: true;
  does: string;
  /** What it takes besides options. */
  operands?: { usage: string; says: string; most: number };
  options: Readonly<Record<string, CommandOption>>;
  exitCodes: Readonly<Record<number, string>>;
  /** What can be typed behind the call. */
  example: string;
}

type ValueOf<Option extends CommandOption> = Option extends { kind: "flag" }
  ? boolean
  : Option extends { kind: "texts" }
    ? string[]
    : Option extends { kind: "numbers" }
      ? number[]
      : Option extends { kind: "number" }
        ? Option extends { default: number }
          ? number
          : number | undefined
        : Option extends { default: string }
          ? string
          : string | undefined;

/** The options as they were given, or else their defaults. */
export type CommandValues<Known extends Command> = {
  [Name in keyof Known["options"]]: ValueOf<Known["options"][Name]>;
};

/** What was typed, and what npm says of itself. */
export interface CommandLine {
  arguments: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** The text of a file; nothing where there is none. */
  readFile: (path: string) => string | undefined;
}

/** What comes of a command line: values, or a text and the exit code that ends the command. */
export type ReadLine<Known extends Command> =
  | { kind: "values"; values: CommandValues<Known>; operands: string[] }
  | { kind: "help"; text: string }
  | { kind: "refused"; text: string };

/** Widest line of the help. */
const COLUMNS = 80;

/**
 * The options and operands of this process's command line. Where the help is asked for, or something cannot be read as
 * the command says, the process ends at once: with the help on the standard output and code 0, or a line on the
 * standard error that says what is wrong, and the code `refused`.
 */
export function readOptions<const Known extends Command>(
  command: Known,
): Extract<ReadLine<Known>, { kind: "values" }> {
  const line = readLine(command, {
    arguments: process.argv.slice(2),
    environment: process.env,
    readFile: (path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
  });
  if (line.kind === "values") return line;
  if (line.kind === "help") {
    process.stdout.write(line.text);
    process.exit(EXIT.done);
  }
  process.stderr.write(`${line.text}\n`);
  process.exit(EXIT.refused);
}

/** Reads a command line. */
export function readLine<const Known extends Command>(
  command: Known,
  line: CommandLine,
): ReadLine<Known> {
  const own = line.arguments.slice(0, indexOrEnd(line.arguments, "--"));
  if (own.includes("--help") || own.includes("-h"))
    return { kind: "help", text: helpText(command, line.environment) };
  const swallowed = swallowedByNpm(command, line);
  if (swallowed !== undefined) return { kind: "refused", text: swallowed };
  try {
    const { values, positionals } = parseArgs({
      args: joinedValues(command, line.arguments),
      options: parseOptions(command),
      allowPositionals: command.operands !== undefined,
    });
    const read = Object.entries(command.options).map(([name, option]) => [
      name,
      valueOf(name, option, values[name]),
    ]);
    if (positionals.length > (command.operands?.most ?? 0))
      throw new TypeError(
        `Unexpected argument '${printable(positionals[command.operands?.most ?? 0] ?? "")}'`,
      );
    return {
      kind: "values",
      values: Object.fromEntries(read) as CommandValues<Known>,
      operands: positionals,
    };
  } catch (error) {
    if (error instanceof WrongValue) {
      const help = `\`${callOf(command, line.environment)} --help\``;
      return { kind: "refused", text: `${error.message}. ${help} says more.` };
    }
    if (!(error instanceof TypeError)) throw error;
    return { kind: "refused", text: optionFault(error.message, Object.keys(command.options)) };
  }
}

/** What is wrong with the options, and which there are. `reason` is Node's, of which the first sentence tells it. */
export function optionFault(reason: string, options: readonly string[]): string {
  const [first = reason] = reason.split(". ");
  const names = options.map((name) => `--${name}`).join(", ");
  const takes = names === "" ? "This command takes no options." : `This command takes ${names}.`;
  return `${printable(first).replace(/\.$/, "")}. ${takes}`;
}

/** How a command is typed in front of its options: as a script of npm where it was started as one, else by `stet`. */
export function callOf(
  command: Pick<Command, "name" | "isTool">,
  environment: CommandLine["environment"],
): string {
  const { name, isTool } = command;
  if (isTool !== true && !isScript(command, environment)) return `npx --no-install stet ${name}`;
  return `npm ${name === "start" || name === "test" ? "" : "run "}${name} --`;
}

/** Whether npm has started a command as the script of its name. */
function isScript(
  { name }: Pick<Command, "name">,
  environment: CommandLine["environment"],
): boolean {
  return environment["npm_lifecycle_event"] === name && environment["npm_command"] !== "exec";
}

/** The help of a command: how it is called, what it does, its options, its exit codes and an example. */
export function helpText(command: Command, environment: CommandLine["environment"] = {}): string {
  const { does, operands, options, exitCodes, example } = command;
  const call = callOf(command, environment);
  const listed: [string, string][] = [
    ...(operands === undefined ? [] : [[operands.usage, operands.says] as [string, string]]),
    ...Object.entries(options).map(([name, option]): [string, string] => [
      option.kind === "flag" ? `--${name}` : `--${name} ${option.value}`,
      `${option.says}${defaultOf(option)}`,
    ]),
    ["--help", "prints this"],
  ];
  const usage = [call, "[options]", ...(operands === undefined ? [] : [operands.usage])];
  return [
    `Usage: ${usage.join(" ")}`,
    "",
    ...wrap(does, COLUMNS),
    "",
    call.endsWith(" --")
      ? "Options, after two hyphens so that npm does not read them itself:"
      : "Options:",
    ...columns(listed),
    "",
    "Exit codes:",
    ...columns(Object.entries(exitCodes)),
    "",
    "Example:",
    `  ${call} ${example}`,
    "",
  ].join("\n");
}

/** A value that its option does not take. The message is the reason, for people. */
class WrongValue extends Error {}

/**
 * The arguments, with each number that is less than nothing joined to its option: Node takes it for another one. An
 * option whose value is missing is refused.
 */
function joinedValues(command: Command, given: readonly string[]): string[] {
  const args = given.slice(0, indexOrEnd(given, "--"));
  const rest = given.slice(args.length);
  const joined: string[] = [];
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    const name = arg.slice(2);
    const isOption = arg.startsWith("--") && Object.hasOwn(command.options, name);
    const option = isOption ? command.options[name] : undefined;
    if (option === undefined || option.kind === "flag") {
      joined.push(arg);
      continue;
    }
    const value = args.shift();
    if (value === undefined || /^-[^\d]/.test(value))
      throw new WrongValue(`--${name} takes ${takenBy(option)}, but none is given`);
    joined.push(`${arg}=${value}`);
  }
  return [...joined, ...rest];
}

function parseOptions({ options }: Command): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { kind }]) => [
      name,
      {
        type: kind === "flag" ? ("boolean" as const) : ("string" as const),
        multiple: kind === "texts" || kind === "numbers",
      },
    ]),
  );
}

type Parsed = string | boolean | (string | boolean)[] | undefined;

function valueOf(
  name: string,
  option: CommandOption,
  given: Parsed,
): CommandValues<Command>[string] {
  const texts = [given ?? []].flat().map(String);
  for (const text of texts) {
    const fault = option.kind === "flag" ? undefined : faultOf(option, text);
    if (fault !== undefined)
      throw new WrongValue(`--${name} takes ${fault}, not '${printable(text)}'`);
  }
  const last = texts.at(-1);
  switch (option.kind) {
    case "flag":
      return given === true;
    case "text":
      return last ?? option.default;
    case "number":
      return last === undefined ? option.default : Number(last);
    case "texts":
      return given === undefined ? [...(option.default ?? [])] : texts;
    case "numbers":
      return given === undefined ? [...option.default] : texts.map(Number);
  }
}

function takenBy(option: Exclude<CommandOption, { kind: "flag" }>): string {
  return option.kind === "number" || option.kind === "numbers"
    ? `a whole number from ${option.from} to ${option.to}`
    : `a value, ${option.value}`;
}

/** What an option takes, where it does not take the value given. */
function faultOf(
  option: Exclude<CommandOption, { kind: "flag" }>,
  text: string,
): string | undefined {
  if (option.kind === "number" || option.kind === "numbers") {
    const { from, to } = option;
    const isTaken = /^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to;
    return isTaken ? undefined : takenBy(option);
  }
  if (text.trim() === "") return takenBy(option);
  const known = option.kind === "texts" ? option.of : undefined;
  return known === undefined || known.includes(text) ? undefined : `one of ${known.join(", ")}`;
}

/**
 * Why an option has not reached the command: without two hyphens before it npm takes it for one of its own, and only
 * sets a variable. What an `.npmrc` sets was not typed; npm has options of the same names.
 */
function swallowedByNpm(
  command: Command,
  { environment, arguments: given, readFile }: CommandLine,
): string | undefined {
  if (!isScript(command, environment)) return undefined;
  const { options, operands } = command;
  const files = [
    environment["npm_config_userconfig"],
    environment["npm_config_globalconfig"],
    environment["npm_config_local_prefix"] &&
      join(environment["npm_config_local_prefix"], ".npmrc"),
  ];
  const set = files.map((file) => (file ? (readFile(file) ?? "") : "")).join("\n");
  // Behind an option that npm does not know, it takes the value for an operand.
  const rest = [...given];
  const typed = Object.entries(options).flatMap(([name, option]) => {
    const value = environment[`npm_config_${name.replaceAll("-", "_")}`];
    const isSet = new RegExp(`^\\s*${name}\\s*(?:\\[\\])?\\s*(?:=|$)`, "m").test(set);
    if (value === undefined || value === "" || value === "false" || isSet) return [];
    if (option.kind === "flag") return [`--${name}`];
    // What the command takes by itself is typed before, as a rule.
    const values =
      value === "true"
        ? [rest.splice(operands?.most ?? 0, 1)[0] ?? rest.shift() ?? option.value]
        : value.split("\n\n");
    return values.map((one) => `--${name} ${quoted(one)}`);
  });
  if (typed.length === 0) return undefined;
  const again = [...typed, ...(operands === undefined ? [] : rest.map(quoted))].join(" ");
  return `npm took ${typed.map((one) => one.split(" ", 1)[0]).join(" and ")} for itself. Put two hyphens before the options: ${callOf(command, environment)} ${again}`;
}

/** An argument as a shell takes it. */
function quoted(text: string): string {
  const shown = printable(text);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

function defaultOf(option: CommandOption): string {
  if (!("default" in option) || option.default === undefined || option.default === "") return "";
  return ` (default: ${[option.default].flat().join(", ")})`;
}

/** Two columns, of which the second is wrapped. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) =>
    wrap(right, COLUMNS - width).map((line, index) =>
      `  ${(index === 0 ? left : "").padEnd(width - 2)}${line}`.trimEnd(),
    ),
  );
}

function indexOrEnd(list: readonly string[], wanted: string): number {
  const index = list.indexOf(wanted);
  return index === -1 ? list.length : index;
}
