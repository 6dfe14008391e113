import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { openArchive } from "../../src/search/client/archive-search.ts";
import { spacedQuery } from "../../src/search/spaced-words.ts";
import { ROOT } from "../structure/project-files.ts";
import { plainEnvironment } from "../e2e/checkout-copy.ts";
import { readBundle } from "./bundles.ts";

/** How a command ended, and what it printed. */
export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A newsroom: a publication in a git repository, whose desk types commands. */
export interface Newsroom {
  folder: string;
  /** Sets the clock. */
  at: (now: string) => void;
  /** A command of Stet, as an author types it in the folder. */
  stet: (...args: string[]) => Said;
  /** A command of git; with a commit its hooks run. */
  git: (...args: string[]) => Said;
  /** The text of a file; an empty one where there is none. */
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  replace: (file: string, from: string, to: string) => void;
  /** The text of a file of the bundle; undefined where there is none. */
  page: (path: string) => string | undefined;
  /** Paths of all files of the bundle whose bytes hold a word. */
  filesWith: (word: string) => string[];
  /** Paths of the articles that the search of the bundle finds. */
  find: (query: string) => Promise<string[]>;
  remove: () => void;
}

/** Makes an empty newsroom. */
export function openNewsroom(): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), "stet-newsroom-"));
  let now = "";
  const run = (program: string, args: readonly string[]): Said => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...plainEnvironment(),
        NO_COLOR: "1",
        STET_NOW: now,
        GIT_CONFIG_GLOBAL: join(folder, ".gitconfig-of-the-test"),
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_DATE: now,
        GIT_COMMITTER_DATE: now,
      },
    });
    return { code: status, stdout, stderr };
  };
  const read = (file: string): string => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const write = (file: string, text: string): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  return {
    folder,
    at: (moment) => {
      now = moment;
    },
    stet: (...args) => run(process.execPath, [join(ROOT, "bin/stet.cjs"), ...args]),
    git: (...args) =>
      run("git", ["-c", "user.name=News desk", "-c", "user.email=desk@paper.example", ...args]),
    read,
    write,
    replace: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}:\n${text}`);
      write(file, text.replace(from, to));
    },
    page: (path) => (existsSync(join(folder, "dist", path)) ? read(`dist/${path}`) : undefined),
    filesWith: (word) =>
      [...readBundle(join(folder, "dist"))].flatMap(([path, bytes]) =>
        bytes.includes(word) || path.includes(word) ? [path] : [],
      ),
    find: async (query) => {
      const archive = await openArchive(`${pathToFileURL(join(folder, "dist")).href}/`);
      const { results } = await archive.search({
        query: spacedQuery(query),
        filters: {},
        order: "best",
        least: 100,
        counted: false,
      });
      const records = await Promise.all(results.map((result) => result.data()));
      return records.map(({ url }) => basename(url)).sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
