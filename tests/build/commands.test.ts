import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockOutput } from "../../src/output/output-lock.ts";
import { ROOT } from "../structure/project-files.ts";
import { NO_HISTORY } from "./bad-inputs/trial.ts";
import type { BadInput } from "./bad-inputs/bad-input.ts";
import { commandFor } from "./bad-inputs/command-for.ts";
import { GOOD_PUBLICATION, text } from "./bad-inputs/good-publication.ts";
import { differences, imprint } from "./bad-inputs/imprint.ts";
import { BAD_INPUTS } from "./bad-inputs/rows.ts";
import { settingsFor } from "./bad-inputs/settings-for.ts";
import { spoiltPublication } from "./bad-inputs/spoilt-publication.ts";
import type { SpoiltPublication } from "./bad-inputs/spoilt-publication.ts";
import { told } from "./bad-inputs/told.ts";
import { plain } from "./bad-inputs/trial.ts";
import type { Run } from "./checkout-commands.ts";
import { othersAreLeft } from "./test-publications.ts";

if (othersAreLeft !== false) console.log(`Skipped: ${othersAreLeft}.`);

// What only processes show. All else about bad input is tried in one, by bad-inputs/bad-inputs.test.ts.

const base = mkdtempSync(join(tmpdir(), "stet-commands-"));
/** The bundle of the sound publication, which no command below may touch. */
const out = join(base, "out");
let valid: Run;
let bundle: ReadonlyMap<string, string>;

beforeAll(async () => {
  const publication = await spoiltPublication({}, out);
  valid = run("build", publication);
  publication.remove();
  bundle = imprint(out);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A publication with one error, which stands in line 5 of an article. */
const INVALID = { "articles/2026/03/story.mdx": text({ author: "adda" }, "Words.") };
const FAULT = `articles/2026/03/story.mdx:5:9  error  reference/author
  There is no author \`adda\`: the file content/authors/adda.yaml does not exist.
     5 | author: adda
       |         ^^^^
  → Write \`ada\`, if that is meant. Otherwise create the file \`content/authors/adda.yaml\` with the line \`name: Adda\`.

1 error in 1 file.
`;

describe("the build", () => {
  test("prints a sound publication with code 0, and sums up on the standard output alone", () => {
    expect(valid.code).toBe(0);
    expect(valid.stdout).toMatch(/^articles +2\npages +\d+\n(?:.+\n)+$/);
    expect(valid.stderr).not.toMatch(/error|warning {2}/);
    expect(valid.stderr).toMatch(/^Checking\n(?:.+\n)*Publishing: done in .+\n$/);
    expect([...bundle.keys()]).toContain(join(out, "2026/02/sound/index.html"));
  });

  test("ends with code 1 where the content has errors, and tells them on the standard error alone", async () => {
    const { code, stdout, stderr } = await runOn({ files: INVALID }, "build");
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: `content/${FAULT}Nothing was written: the errors above come first.\n`,
    });
  });

  test("ends with code 2 where a setting points at the project, which is found from the folder it is run in", async () => {
    const { code, stdout, stderr } = await runOn(
      { environment: () => ({ STET_OUT: "." }) },
      "build",
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^The output folder PLACE contains the content folder .+\n$/);
  });

  test("ends with code 3 while another process writes into the output folder", async () => {
    const release = lockOutput(out, new Date());
    const { code, stdout, stderr } = await runOn({ files: INVALID }, "build");
    release();
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(
      `Another build is writing into ${realpathSync(out)} (process ${process.pid}, since `,
    );
  });

  test.skipIf(othersAreLeft)(
    "ends with code 4 where an entry that runs code is broken",
    async () => {
      const files = {
        "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}code: [articles/2026/03/story.mdx]\n`,
        "articles/2026/03/story.mdx": text({}, 'import None from "./None.astro";\n\n<None />'),
      };
      const { code, stdout, stderr } = await runOn({ files }, "build");
      expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
      expect(stderr).toContain("A component failed; the bundle is as it was.\n");
      expect(stderr).toContain(
        "content/articles/2026/03/story.mdx:10:18  error  part/failed\n  This code of the publication failed: there is no package or file `./None.astro`.\n",
      );
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );
});

describe("the check", () => {
  test("ends with code 1 where there are errors, and tells them on the standard output, as seen from the current folder", async () => {
    const { code, stdout, stderr } = await runOn({ files: INVALID }, "check");
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: `content/${FAULT}3 articles.\n`,
      stderr: NO_HISTORY,
    });
  });

  test("tells programs nothing but what they read, and nobody a secret that an article asks for", async () => {
    const token = "canary-41e7c0";
    const files = { "articles/2026/03/story.mdx": text({}, "Token: {process.env.TOKEN}.") };
    const { code, stdout, stderr } = await runOn(
      { files, environment: () => ({ TOKEN: token }) },
      "check",
      ["--json"],
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: NO_HISTORY });
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ code: "mdx/expression" }] });
    expect(stdout).not.toContain(token);
  });
});

describe("a build that is bound", () => {
  const unreadable = BAD_INPUTS.filter(({ bound }) => bound === true);
  const possible = commandFor([], { bound: true }) !== undefined;
  if (!possible) console.log("Skipped: rights do not bind this user, and setpriv is missing.");

  test.skipIf(!possible).each(unreadable)("by the rights of files refuses $name", async (row) => {
    const { code, stderr } = await runOn(row, "build");
    expect(code).toBe(row.exit);
    const fromProject = stderr.replaceAll(/^content\//gm, "");
    expect(headings(fromProject)).toEqual(row.diagnostics);
    expect(told(fromProject)).toMatchSnapshot();
  });

  test("by little memory tells all that is too much", async () => {
    const heavy = BAD_INPUTS.filter((row) => row.heavy === true);
    const { code, stderr } = await runOn({ files: together(heavy) }, "build", [], {
      NODE_OPTIONS: "--max-old-space-size=128",
    });
    const errors = heavy
      .filter(({ exit }) => exit !== 0)
      .flatMap(({ diagnostics }) => diagnostics.map(codeOf));
    expect(code).toBe(1);
    expect(headings(stderr).map(codeOf).sort()).toEqual(errors.sort());
  });
});

/** The files of several rows in one publication, each under a name of its own. */
function together(rows: readonly BadInput[]): NonNullable<BadInput["files"]> {
  return Object.fromEntries(
    rows.flatMap(({ files = {} }, at) =>
      Object.entries(files).map(([file, content]) => {
        const ending = extname(file);
        return [join(dirname(file), `${basename(file, ending)}-${at}${ending}`), content];
      }),
    ),
  );
}

/** The diagnostics that are told in full, as `code file:line:column`. */
function headings(report: string): string[] {
  return [...report.matchAll(/^(\S.*:\d+:\d+) {2}(?:error|warning) {2}(\S+)$/gm)].map(
    ([, location, code]) => `${code} ${location}`,
  );
}

function codeOf(expected: string): string {
  return expected.split(" ")[0] ?? "";
}

/** Runs a command on a publication that is spoilt, and sees that neither it nor the bundle is changed. */
async function runOn(
  row: Pick<BadInput, "files" | "arrange" | "environment" | "bound">,
  command: "build" | "check",
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const folders = await spoiltPublication(row, out);
  try {
    const before = new Map([...imprint(folders.content), ...bundle]);
    const result = run(command, folders, {
      args,
      environment: { ...row.environment?.(folders), ...environment },
      bound: row.bound === true,
    });
    const after = new Map([...imprint(folders.content), ...imprint(out)]);
    expect(differences(before, after)).toEqual([]);
    const said = (text: string): string => plain(text, folders, ROOT);
    return { code: result.code, stdout: said(result.stdout), stderr: said(result.stderr) };
  } finally {
    folders.remove();
  }
}

/** Runs a command in the folder that holds the publication. */
function run(
  command: "build" | "check",
  publication: SpoiltPublication,
  { args = [], environment = {}, bound = false }: RunOptions = {},
): Run {
  const [program = "", ...rest] =
    commandFor([process.execPath, join(ROOT, "bin/stet.cjs"), command, ...args], { bound }) ?? [];
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: publication.directory,
    encoding: "utf8",
    timeout: LONGEST_MS,
    env: {
      ...process.env,
      NODE_NO_WARNINGS: "1",
      NODE_COMPILE_CACHE: join(tmpdir(), "stet-compile-cache"),
      ASTRO_TELEMETRY_DISABLED: "1",
      ...settingsFor(publication),
      ...environment,
    },
  });
  return { code: status ?? undefined, stdout, stderr };
}

/** No command takes this long; one that does is ended, and has no exit code. */
const LONGEST_MS = 120_000;

interface RunOptions {
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** So that the rights of files bind it. */
  bound?: boolean;
}
