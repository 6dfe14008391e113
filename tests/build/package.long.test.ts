import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProjectFiles, projectFiles, ROOT } from "../structure/project-files.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt } from "./checkout-commands.ts";

const base = mkdtempSync(join(tmpdir(), "stet-package-"));
const project = join(base, "paper");
const NOW = "2026-11-01T00:00:00Z";
let tarball = "";
let isInstalled = false;

const canInstall =
  spawnSync("npm", ["view", "picocolors@1.1.1", "version", "--fetch-retries=0"], {
    env: plainEnvironment(),
    stdio: "ignore",
    timeout: 30_000,
    killSignal: "SIGKILL",
  }).status === 0;
if (!canInstall) console.log("Skipped: npm cannot ask its registry for packages (npm ping).");

// To pack writes into the folder that is packed.
beforeAll(() => {
  if (!canInstall) return;
  const copy = join(base, "checkout");
  copyProjectFiles(copy, projectFiles());
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  const before = readFileSync(join(copy, "package.json"), "utf8");
  npm(["pack", "--pack-destination", base], copy);
  tarball = readdirSync(base).find((name) => name.endsWith(".tgz")) ?? "";
  expect(readFileSync(join(copy, "package.json"), "utf8")).toBe(before);
  expect(existsSync(join(copy, "compiled"))).toBe(false);
  mkdirSync(project);
  isInstalled = npm(
    ["install", "--no-audit", "--no-fund", "--loglevel=error", `../${tarball}`],
    project,
  );
  if (!isInstalled) console.log("Skipped: npm waits for its registry without an answer.");
}, 600_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Longest that npm may take: it has been seen to wait for ever, with no connection open. */
const LONGEST_MS = 240_000;

/** Gives false where npm was ended because it waited too long. */
function npm(args: readonly string[], cwd: string): boolean {
  const run = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST_MS,
    killSignal: "SIGKILL",
  });
  if (run.signal === "SIGKILL") return false;
  if (run.status === 0) return true;
  throw new Error(`npm ${args.join(" ")}\n${run.stdout}${run.stderr}`);
}

/** Runs a command of the installed package. */
function stet(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const bin = join(project, "node_modules/.bin/stet");
  return spawnSync(bin, args, { cwd: project, encoding: "utf8", env: plainEnvironment() });
}

/** The machine's variables without those of npm and of tests. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const own = /^(?:STET_|TESTS_|VITEST|NODE_ENV$|npm_)/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))),
    STET_NOW: NOW,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
}

test.skipIf(!canInstall)(
  "the package is small, and has neither tests nor the demonstration in it",
  ({ skip }) => {
    if (!isInstalled) skip();
    expect(statSync(join(base, tarball)).size).toBeLessThan(3_000_000);
    const installed = join(project, "node_modules/@stet-press/stet");
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
    expect(
      files.filter((file) => /\.test\.|__snapshots__|^content|^benchmarks/.test(file)),
    ).toEqual([]);
  },
);

test.skipIf(!canInstall)(
  "every package is installed in the version that the lock file has",
  ({ skip }) => {
    if (!isInstalled) skip();
    const lockOf = (folder: string): Record<string, { version: string; dev?: boolean }> =>
      (
        JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
          packages: Record<string, { version: string; dev?: boolean }>;
        }
      ).packages;
    const tested = new Set(
      Object.entries(lockOf(ROOT)).map(([path, { version }]) => `${nameOf(path)} ${version}`),
    );
    const others = Object.entries(lockOf(project))
      .map(([path, { version }]) => `${nameOf(path)} ${version}`)
      .filter(
        (one) => !tested.has(one) && !one.startsWith("@stet-press/stet ") && one !== " undefined",
      );
    expect(others).toEqual([]);
  },
);

function nameOf(path: string): string {
  return path.split("node_modules/").at(-1) ?? "";
}

test.skipIf(!canInstall)(
  "a publication is made, checked, built, verified, sent and served",
  async ({ skip }) => {
    if (!isInstalled) skip();
    expect(stet(["new", ".", "--name", "The Quay"])).toMatchObject({ status: 0, stderr: "" });
    expect(stet(["check"])).toMatchObject({ status: 0 });
    expect(stet(["due"])).toMatchObject({ status: 0 });
    const built = stet(["build"]);
    expect({ status: built.status, errors: / error/.exec(built.stderr) }).toEqual({
      status: 0,
      errors: null,
    });
    expect(stet(["verify"]).stdout).toMatch(/is whole/);
    expect(stet(["due"])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^Nothing was scheduled at the last build, /),
    });
    const article = stet(["article", "The ferry runs again", "--category", "news"]);
    expect(article.stdout).toBe(
      `${join("content", "articles/2026/11/the-ferry-runs-again.mdx")}\n`,
    );
    rmSync(join(project, article.stdout.trim()));
    for (const command of ["dev", "ping", "upload", "start", "new"])
      expect(stet([command, "--help"])).toMatchObject({ status: 0, stderr: "" });
    expect(await served()).toContain("The Quay");
  },
);

/** The front page, as `npm start` serves it. */
async function served(): Promise<string> {
  const child = spawn("npm", ["start", "--", "--port", "23456"], {
    cwd: project,
    env: plainEnvironment(),
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let said = "";
    for await (const text of child.stdout.setEncoding("utf8")) {
      said += String(text);
      const [address] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (address !== undefined) return await (await fetch(address)).text();
    }
    throw new Error(said);
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid);
  }
}

test.skipIf(!canInstall)("its bundle is that of a checkout, byte by byte", async ({ skip }) => {
  if (!isInstalled) skip();
  const content = join(base, "content");
  cpSync(join(ROOT, "content"), content, { recursive: true });
  const settings = (name: string) => ({
    content,
    out: join(base, `${name}-out`),
    cache: join(base, `${name}-cache`),
    now: NOW,
  });
  const [installed, cloned] = [settings("installed"), settings("cloned")];
  const run = spawnSync(join(project, "node_modules/.bin/stet"), ["build"], {
    cwd: project,
    encoding: "utf8",
    env: {
      ...plainEnvironment(),
      STET_CONTENT: installed.content,
      STET_OUT: installed.out,
      STET_CACHE: installed.cache,
    },
  });
  expect({ status: run.status, stderr: run.status === 0 ? "" : run.stderr }).toEqual({
    status: 0,
    stderr: "",
  });
  assertBuilt(await checkoutOf("package").build(cloned));
  expect(bundleDifferences(readBundle(installed.out), readBundle(cloned.out))).toEqual([]);
});

test.skipIf(!canInstall)(
  "a publication with an editor is built when its package is installed, and told of it before",
  ({ skip }) => {
    if (!isInstalled) skip();
    appendFileSync(join(project, "content/site.yaml"), "editor:\n  github: paper/site\n");
    const bundle = readBundle(join(project, "dist"));
    const command = "npm install --save-exact --save-dev @sveltia/cms@0.221.1";
    for (const name of ["check", "build"]) {
      const run = stet([name]);
      expect(run.status).toBe(1);
      expect(run.stdout + run.stderr).toMatch(/site\.yaml:\d+:1 +error +site\/editor\n/);
      expect(run.stdout + run.stderr).toContain(`Run \`${command}\`, or remove \`editor\`.`);
    }
    expect(bundleDifferences(readBundle(join(project, "dist")), bundle)).toEqual([]);
    const [, ...args] = command.split(" ");
    if (!npm([...args, "--no-audit", "--no-fund"], project)) skip();
    expect(stet(["check"])).toMatchObject({ status: 0 });
    expect(stet(["build"])).toMatchObject({ status: 0 });
    expect(stet(["verify"]).stdout).toMatch(/is whole/);
    const files = readBundle(join(project, "dist"));
    for (const name of ["index.html", "config.json", "editor.js"])
      expect([...files.keys()]).toContain(`admin/${name}`);
    expect(npm(["uninstall", "@sveltia/cms", "--no-audit", "--no-fund"], project)).toBe(true);
    expect(stet(["build"])).toMatchObject({ status: 1 });
    expect(bundleDifferences(readBundle(join(project, "dist")), files)).toEqual([]);
  },
);
