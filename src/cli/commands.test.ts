import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callOf, helpText } from "./command-options.ts";
import { COMMANDS } from "./commands.ts";
import { overviewText } from "./overview.ts";

const NPM = { npm_lifecycle_event: "verify", npm_command: "run-script" };

test.each(Object.entries(COMMANDS))("the help of %s fits 80 columns", (name, command) => {
  const text = helpText(command, { ...NPM, npm_lifecycle_event: name });
  expect(text).toMatchSnapshot();
  expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("the overview names every command in a line or two", () => {
  expect(overviewText(COMMANDS)).toMatchSnapshot();
});

test("a command is called as it was started: by npm's script of its name, or by `stet`", () => {
  expect(callOf(COMMANDS.verify, NPM)).toBe("npm run verify --");
  expect(callOf(COMMANDS.start, { ...NPM, npm_lifecycle_event: "start" })).toBe("npm start --");
  for (const environment of [
    {},
    { ...NPM, npm_lifecycle_event: "preview" },
    { npm_lifecycle_event: "npx", npm_command: "exec" },
  ])
    expect(callOf(COMMANDS.verify, environment)).toBe("npx --no-install stet verify");
});

test.each([
  ["verify", ["--nope"], /^Unknown option '--nope'\. This command takes no options\.\n$/],
  ["dev", ["--port", "abc"], /^--port takes a whole number from 1 to 65535, not 'abc'\. .*\n$/],
  ["keep", [], /^Say which post: npx --no-install stet keep answer\.json .*\n$/],
  ["correct", [], /^Say which article, and what was wrong: npx --no-install stet correct .*\n$/],
  ["biuld", [], /^There is no command 'biuld'\. Did you mean `build`\?\n$/],
  [
    "press",
    [],
    /^There is no command 'press'\. There are new, article, keep, correct, start, .*\.\n$/,
  ],
  ["review", [], /^Say with --base what .+ npx --no-install stet review --base main\n$/],
])("%s %j is refused before anything is done, with the code for that", (name, args, said) => {
  const { status, stdout, stderr } = run(name, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(said);
});

test("the help goes to the standard output, with code 0", () => {
  const { status, stdout, stderr } = run("verify", ["--help"], NPM);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: npm run verify -- \[options\] \[FOLDER\]\n/);
  expect(run("--help", []).stdout).toBe(overviewText(COMMANDS));
  expect(run("--version", []).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

function run(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const bin = join(import.meta.dirname, "../../bin/stet.cjs");
  const env = { ...process.env, npm_command: "", npm_lifecycle_event: "", ...environment };
  return spawnSync(process.execPath, [bin, name, ...args], { encoding: "utf8", env });
}

test("every command is a script of package.json, and no other is", async () => {
  const { default: project } = await import("../../package.json", { with: { type: "json" } });
  const ran = Object.entries(project.scripts).filter(([, line]) => line.includes("bin/stet.cjs"));
  expect(ran).toEqual(Object.keys(COMMANDS).map((name) => [name, `node bin/stet.cjs ${name}`]));
});
