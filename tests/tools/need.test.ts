import { describe, expect, test, vi } from "vitest";
import type { Machine } from "./machine.ts";
import { missingTools, need, provided, ToolMissing } from "./need.ts";

interface Made {
  machine: Machine;
  ran: { command: string; args: string[]; environment: Record<string, string> }[];
}

/** A made-up machine on which `programs` exist; `installs` come with apt-get; `broken` fail. */
function machine({
  programs = [] as string[],
  installs = [] as string[],
  broken = [] as string[],
  variables = {} as Record<string, string>,
  canInstall = false,
  isWindows = false,
  searchPath = ["/usr/local/bin", "/usr/bin"],
}): Made {
  const present = new Set(programs);
  const ran: Made["ran"] = [];
  return {
    ran,
    machine: {
      variable: (name) => variables[name],
      searchPath,
      isProgram: (file) => present.has(file),
      run: (command, args, environment = {}) => {
        ran.push({ command, args, environment });
        if (command === "flock") for (const file of installs) present.add(file);
        const code = broken.includes(command) ? 1 : 0;
        return Promise.resolve({ code, output: "reading lists\nE: no such package\n" });
      },
      canInstall,
      isWindows,
    },
  };
}

describe("a tool that is there", () => {
  test("is found in the first folder of PATH that has it", async () => {
    const made = machine({ programs: ["/usr/bin/xmllint", "/usr/local/bin/xmllint"] });
    expect(await need("xmllint", made.machine)).toBe("/usr/local/bin/xmllint");
    expect(made.ran).toEqual([]);
  });

  test("is found at a well-known place when PATH lacks it", async () => {
    const made = machine({ programs: ["/usr/sbin/nginx"] });
    expect(await need("nginx", made.machine)).toBe("/usr/sbin/nginx");
  });

  test("is found under another name", async () => {
    const made = machine({ programs: ["/usr/bin/google-chrome"] });
    expect(await need("chromium", made.machine)).toBe("/usr/bin/google-chrome");
  });

  test("is the one its variable names, whatever PATH says", async () => {
    const variables = { TOOL_CHROMIUM: "/opt/chromium" };
    const made = machine({ programs: ["/opt/chromium", "/usr/bin/chromium"], variables });
    expect(await need("chromium", made.machine)).toBe("/opt/chromium");
  });

  test("must answer its probe: a Python without feedparser is passed over", async () => {
    const made = machine({
      programs: ["/usr/local/bin/python3", "/usr/bin/python3"],
      broken: ["/usr/bin/python3"],
    });
    expect(await need("python3", made.machine)).toBe("/usr/local/bin/python3");
  });

  test("has its ending on Windows", async () => {
    const programs = ["C:\\tools\\caddy.exe"];
    const made = machine({ programs, isWindows: true, searchPath: ["C:\\tools"] });
    expect(await need("caddy", made.machine)).toBe("C:\\tools\\caddy.exe");
  });
});

describe("a tool that is not there", () => {
  test("is installed where it can be, under a lock, and starts no server", async () => {
    const made = machine({ canInstall: true, installs: ["/usr/sbin/nginx"] });
    expect(await need("nginx", made.machine)).toBe("/usr/sbin/nginx");
    expect(made.ran).toHaveLength(1);
    expect(made.ran[0]?.command).toBe("flock");
    expect(made.ran[0]?.args.at(-1)).toBe("nginx");
    expect(made.ran[0]?.environment).toMatchObject({ RUNLEVEL: "1" });
  });

  test.each([
    [
      "elsewhere, says in one line what to run",
      {},
      "newsboat is missing: run `apt-get install newsboat` as root, or set TOOL_NEWSBOAT to its path.",
    ],
    [
      "and does not come with its package, says what apt-get said",
      { canInstall: true },
      "newsboat is missing and `apt-get install newsboat` did not bring it (E: no such package): install it by hand, or set TOOL_NEWSBOAT to its path.",
    ],
    [
      "where its variable points, says so and looks no further",
      { variables: { TOOL_NEWSBOAT: "/nowhere" }, programs: ["/usr/bin/newsboat"] },
      "TOOL_NEWSBOAT names /nowhere, which is no working newsboat: correct it or unset it.",
    ],
  ])("%s", async (_, setting, message) => {
    const missing = need("newsboat", machine(setting).machine);
    await expect(missing).rejects.toThrow(new ToolMissing(message));
  });
});

test("tests without their tools are skipped, with a line for each that says how to get it", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { machine: bare } = machine({});
  const why = await missingTools(["nginx", "python3"], bare);
  expect(why).toContain("nginx is missing: run `apt-get install nginx");
  expect(why).toContain("python3 is missing: run `apt-get install python3");
  expect(said.mock.calls).toEqual([[`Skipped: ${why}`]]);
  said.mockRestore();
});

test("what a missing tool would provide is left out, with a line that says how to get it", () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const provide = (): string => {
    throw new ToolMissing("a scanner is missing: install it.");
  };
  expect(provided(provide)).toBeUndefined();
  expect(said.mock.calls).toEqual([["Skipped: a scanner is missing: install it."]]);
  expect(provided(() => "a scanner")).toBe("a scanner");
  expect(() => provided(() => expect.fail("Something else."))).toThrow("Something else.");
  said.mockRestore();
});
