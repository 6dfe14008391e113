import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProjectFiles, projectFiles } from "../structure/project-files.ts";
import { ADDRESS, follow, plainEnvironment, somePort } from "./checkout-copy.ts";

const MINUTES = 60_000;
/** What the press is made with, besides Vitest, which runs this. */
const MADE_WITH = ["@astrojs/mdx", "@astrojs/rss", "astro", "pagefind", "remark-gfm"];

/** What the lock file says of a package, as far as it is read here. */
interface Locked {
  dev?: boolean;
}

const root = mkdtempSync(join(tmpdir(), "stet-first-"));
const modules = `${root}-modules.txt`;
let front = "";
let loaded: string[] = [];

beforeAll(async () => {
  copyProjectFiles(root, projectFiles());
  const install = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: root,
    encoding: "utf8",
    env: plainEnvironment(),
  });
  if (install.status !== 0) throw new Error(install.stdout + install.stderr);
  writeFileSync(modules, "");
  front = await frontPage();
  loaded = packagesIn(readFileSync(modules, "utf8"));
}, 8 * MINUTES);
afterAll(() => {
  for (const path of [root, modules]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
});

test("npm ci and npm start serve the demonstration", () => {
  const name = /^name: "?(.*?)"?$/m.exec(
    readFileSync(join(root, "content/site.yaml"), "utf8"),
  )?.[1];
  expect(front).toContain(`<title>${name}</title>`);
});

test("every package that the press is made with is loaded", () => {
  expect(loaded).toEqual(expect.arrayContaining(MADE_WITH.map((name) => `node_modules/${name}`)));
});

test("nothing is loaded that only development needs", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  expect(loaded.filter((name) => packages[name]?.dev === true)).toEqual([]);
});

/** Builds and serves as a newcomer does, and gives the front page. */
async function frontPage(): Promise<string> {
  const recorder = pathToFileURL(join(import.meta.dirname, "record-modules.mjs")).href;
  const child = spawn("npm", ["start", "--", `--port=${somePort()}`], {
    cwd: root,
    env: { ...plainEnvironment(), NODE_OPTIONS: `--import=${recorder}`, MODULES_FILE: modules },
    stdio: ["ignore", "pipe", "pipe"],
    // npm hands no signal on: the whole group is told.
    detached: true,
  });
  const closed = once(child, "close");
  const serving = follow(child);
  try {
    await serving.prints(ADDRESS);
    return await (await fetch(serving.address())).text();
  } finally {
    if (child.pid !== undefined && serving.isRunning()) process.kill(-child.pid, "SIGINT");
    await closed;
  }
}

/** The packages of the new checkout that modules lie in, as the lock file names them, sorted; npm has others of its own. */
function packagesIn(urls: string): string[] {
  const names = urls.split("\n").flatMap((url) => {
    if (!url.includes(basename(root))) return [];
    const path = fileURLToPath(url).replaceAll("\\", "/");
    const name = /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].sort();
}
