import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { optionFault } from "./command-options.ts";

test("an option that a command does not have is named in one line, with those it has", () => {
  expect(optionFault("Unknown option '--cleen'. To specify a positional …", ["clean"])).toBe(
    "Unknown option '--cleen'. This command takes --clean.",
  );
  expect(optionFault("Unknown option '-x'", [])).toBe(
    "Unknown option '-x'. This command takes no options.",
  );
});

test.each(["build", "check", "verify"])(
  "%s refuses an unknown option before it does anything, with the code for that",
  (name) => {
    const script = join(import.meta.dirname, "../../scripts", `${name}.ts`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--nope"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--nope'\. This command takes .*\.\n$/);
  },
);
