import { describe, expect, test } from "vitest";
import { optionFault, readLine } from "./command-options.ts";
import type { Command } from "./command-options.ts";

const SAMPLE = {
  name: "sample",
  does: "Does nothing.",
  operands: { usage: "[FOLDER]", says: "a folder", most: 1 },
  options: {
    clean: { kind: "flag", says: "cleans" },
    port: { kind: "number", value: "PORT", from: 1, to: 65_535, default: 4321, says: "a port" },
    to: { kind: "text", value: "TARGET", says: "where to" },
    only: { kind: "texts", value: "NAME", says: "names" },
    width: { kind: "numbers", value: "PIXELS", from: 16, to: 99, default: [20], says: "widths" },
    "dry-run": { kind: "flag", says: "does not" },
  },
  exitCodes: { 0: "done" },
  example: "--clean",
} as const satisfies Command;

function read(
  args: readonly string[],
  environment: Record<string, string> = { npm_lifecycle_event: "sample" },
  npmrc?: string,
): ReturnType<typeof readLine<typeof SAMPLE>> {
  return readLine(SAMPLE, {
    arguments: args,
    environment,
    readFile: (path) => (path === "/home/.npmrc" ? npmrc : undefined),
  });
}

function refusal(args: readonly string[], environment?: Record<string, string>, npmrc?: string) {
  const line = read(args, environment, npmrc);
  return line.kind === "refused" ? line.text : line.kind;
}

test("options and operands have the values given, or else their defaults", () => {
  expect(read([])).toEqual({
    kind: "values",
    values: {
      clean: false,
      port: 4321,
      to: undefined,
      only: [],
      width: [20],
      "dry-run": false,
    },
    operands: [],
  });
  const given = [
    "--clean",
    "--port",
    "80",
    "--to=b:c",
    "--only=a",
    "--only",
    "b",
    "--width=16",
    "x",
  ];
  expect(read(given)).toMatchObject({
    values: { clean: true, port: 80, to: "b:c", only: ["a", "b"], width: [16] },
    operands: ["x"],
  });
});

test.each(["abc", "0", "70000", "-1", "1.5", "1e3", "0x50", "80 ", "", "１２", "\u001B[2J"])(
  "the number '%s' is refused where it cannot be meant",
  (value) => {
    expect(refusal([`--port=${value}`])).toBe(
      `--port takes a whole number from 1 to 65535, not '${value.replace("\u001B", "\uFFFD")}'. \`npm run sample -- --help\` says more.`,
    );
  },
);

test("of several numbers each is looked at", () => {
  expect(refusal(["--width=16", "--width=9"])).toContain("--width takes a whole number");
});

test.each([
  [["--port"], "--port takes a whole number from 1 to 65535, but none is given. `npm run"],
  [["--port", "-1"], "--port takes a whole number from 1 to 65535, not '-1'."],
  [["--width", "-16", "--clean"], "--width takes a whole number from 16 to 99, not '-16'."],
  [["--to", "--clean"], "--to takes a value, TARGET, but none is given."],
  [["--to", "-x"], "--to takes a value, TARGET, but none is given."],
  [["--only", "--", "a"], "--only takes a value, NAME, but none is given."],
  [["--to="], "--to takes a value, TARGET, not ''."],
  [["--only", " "], "--only takes a value, NAME, not ' '."],
  [["--clean=yes"], "Option '--clean' does not take an argument."],
  [["--constructor", "x"], "Unknown option '--constructor'."],
  [["--host", "nonsense"], "Unknown option '--host'."],
  [["a", "b"], "Unexpected argument 'b'."],
])("%j is refused", (args, said) => {
  expect(refusal(args)).toMatch(said);
});

test("an option that a command does not have is named in one line, with those it has", () => {
  expect(optionFault("Unknown option '--cleen'. To specify a positional …", ["clean"])).toBe(
    "Unknown option '--cleen'. This command takes --clean.",
  );
  expect(optionFault("Unknown option '-x'", [])).toBe(
    "Unknown option '-x'. This command takes no options.",
  );
});

describe("what npm has taken for itself is said, and how to type it:", () => {
  const npm = {
    npm_lifecycle_event: "sample",
    npm_config_userconfig: "/home/.npmrc",
    npm_config_globalconfig: "/etc/npmrc",
    npm_config_cache: "/home/.npm",
  };
  test.each<[Record<string, string>, string[], string]>([
    [{ npm_config_clean: "true" }, [], "npm run sample -- --clean"],
    [{ npm_config_port: "80" }, [], "npm run sample -- --port 80"],
    [{ npm_config_port: "true" }, ["80"], "npm run sample -- --port 80"],
    [{ npm_config_to: "a b" }, [], "npm run sample -- --to 'a b'"],
    [{ npm_config_only: "a\n\nb" }, [], "npm run sample -- --only a --only b"],
    [{ npm_config_dry_run: "true" }, ["out"], "npm run sample -- --dry-run out"],
    [{ npm_config_port: "true" }, [], "npm run sample -- --port PORT"],
  ])("%j %j", (set, args, typed) => {
    const said = refusal(args, { ...npm, ...set });
    expect(said).toMatch(/^npm took --[\w-]+(?: and --[\w-]+)* for itself\. Put two hyphens /);
    expect(said.slice(said.indexOf("npm run"))).toBe(typed);
  });

  test.each<[string, Record<string, string>, string | undefined]>([
    ["npm's own options", { npm_config_loglevel: "silent", npm_config_long: "true" }, undefined],
    ["what an .npmrc sets", { npm_config_dry_run: "true" }, "audit=false\ndry-run = true\n"],
    ["what is switched off", { npm_config_clean: "", npm_config_dry_run: "false" }, undefined],
  ])("but not %s", (_, set, npmrc) => {
    expect(read([], { ...npm, ...set }, npmrc).kind).toBe("values");
  });

  test("but not where npm does not run the command", () => {
    expect(read([], { npm_config_clean: "true" }).kind).toBe("values");
  });
});

describe("the help", () => {
  test("comes before all else, unless it is an operand", () => {
    expect(read(["--nope", "--help"]).kind).toBe("help");
    expect(read(["-h"]).kind).toBe("help");
    expect(read(["--", "--help"])).toMatchObject({ operands: ["--help"] });
  });
});

test("what npm left beside an option that it took is put back in its place", () => {
  const environment = { npm_lifecycle_event: "sample", npm_config_to: "true" };
  expect(refusal(["A draft about ropes", "public:paper"], environment)).toBe(
    "npm took --to for itself. Put two hyphens before the options: npm run sample -- --to public:paper 'A draft about ropes'",
  );
});
