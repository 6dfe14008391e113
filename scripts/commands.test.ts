import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { helpText } from "../src/cli/command-options.ts";
import { COMMANDS } from "./commands.ts";

test.each(Object.entries(COMMANDS))("the help of %s fits 80 columns", (_, command) => {
  const text = helpText(command);
  expect(text).toMatchSnapshot();
  expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test.each([
  ["verify", ["--nope"], /^Unknown option '--nope'\. This command takes no options\.\n$/],
  ["dev", ["--port", "abc"], /^--port takes a whole number from 1 to 65535, not 'abc'\. .*\n$/],
])("%s %j is refused before anything is done, with the code for that", (name, args, said) => {
  const { status, stdout, stderr } = run(name, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(said);
});

test("the help goes to the standard output, with code 0", () => {
  const { status, stdout, stderr } = run("verify", ["--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: npm run verify -- \[options\] \[FOLDER\]\n/);
});

function run(name: string, args: readonly string[]) {
  const script = join(import.meta.dirname, `${name}.ts`);
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

test("every command of package.json that runs a script of ours has a help, and no other", async () => {
  const { default: project } = await import("../package.json", { with: { type: "json" } });
  const ran = Object.values(project.scripts).flatMap(
    (line) => /run\.cjs (\w+)/.exec(line)?.[1] ?? [],
  );
  expect(Object.keys(COMMANDS).toSorted()).toEqual([...new Set(ran)].toSorted());
});
