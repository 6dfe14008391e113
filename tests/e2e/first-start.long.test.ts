import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectFiles, ROOT } from "../structure/project-files.ts";

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
  for (const file of projectFiles()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(ROOT, file), join(root, file));
  }
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
  const child = spawn("npm", ["start", "--", "--port=0"], {
    cwd: root,
    env: { ...plainEnvironment(), NODE_OPTIONS: `--import=${recorder}`, MODULES_FILE: modules },
    stdio: ["ignore", "pipe", "pipe"],
    // npm hands no signal on: the whole group is told.
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  try {
    const address = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          printed += chunk.toString();
          const found = /http:\/\/localhost:\d+\//.exec(printed);
          if (found !== null) resolve(found[0]);
        });
      child.once("exit", () => reject(new Error(printed)));
    });
    return await (await fetch(address)).text();
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await ended;
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

/** The environment of somebody who has set nothing. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(?:STET_|PRESS_|VITEST|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|BASE_URL$|SSR$|npm_)/.test(name),
    ),
  );
}
