import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { devNull } from "node:os";
import { ownFilters, repositoryRoot } from "./git-repository.ts";
import { cannotStart, failed, noRepository, obstacle } from "./git-refused.ts";

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** How a command of git ended. */
interface Answer {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

/** Variables that a hook has set for its repository, which need not be that of the content folder. */
const OF_HOOKS = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_NAMESPACE",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
];

/** Commands that run no hook, and are asked where hooks lie. */
const ASKED_OF_HOOKS = new Set(["config", "rev-parse"]);

/**
 * Asks the repository that a folder lies in, whichever one a hook runs for: it is found from the folder alone, by its `.git`,
 * and never by files of the content that look like one. Never changes it, asks for a password or fetches anything, and starts
 * no program that its own configuration names: no hook, monitor of files, filter or way to another machine. Filters that
 * somebody has set up for all repositories, as git-lfs is, work. All that it does throws GitRefused where git cannot answer.
 */
export class Git {
  readonly #folder: string;
  readonly #environment: Variables;
  #repository: Promise<Variables> | undefined;

  /**
   * `folder` is absolute; all paths that git takes and gives are below it. `index` is the file of an index to look into in
   * the place of that of the repository.
   */
  constructor(folder: string, environment: Variables, index?: string) {
    this.#folder = folder;
    this.#environment = {
      ...environment,
      ...Object.fromEntries(OF_HOOKS.map((name) => [name, undefined])),
      ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
      LC_ALL: "C",
      LANGUAGE: "",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0",
      GIT_NO_LAZY_FETCH: "1",
      // Older versions fetch what they lack all the same, by programs that a configuration may name.
      GIT_ALLOW_PROTOCOL: "none",
      GIT_PAGER: "cat",
    };
  }

  /** The same repository with another index, an absolute path. */
  withIndex(index: string): Git {
    return new Git(this.#folder, this.#environment, index);
  }

  /** The repository that another folder lies in. */
  in(folder: string): Git {
    return new Git(folder, this.#environment);
  }

  /** The standard output of a git command, which runs without a shell; `input` is its standard input. */
  async run(args: readonly string[], input = ""): Promise<Buffer> {
    const { code, stdout, stderr } = await this.#spawn(args, input);
    if (code === 0) return stdout;
    throw obstacle(stderr, this.#folder) ?? failed(stderr, args[0]);
  }

  /** The same; undefined where git says no. */
  async ask(args: readonly string[], input = ""): Promise<Buffer | undefined> {
    const { code, stdout, stderr } = await this.#spawn(args, input);
    if (code === 0) return stdout;
    const inTheWay = obstacle(stderr, this.#folder);
    if (inTheWay !== undefined) throw inTheWay;
    return undefined;
  }

  /** What a command lists with NUL behind each entry (`-z`). */
  async list(args: readonly string[], input = ""): Promise<string[]> {
    return (await this.run(args, input)).toString("utf8").split("\0").slice(0, -1);
  }

  /**
   * Files of the folder that differ, by their paths, whatever a publication has set up for `git diff`: from a commit that
   * `against` names, or as its options say. `patterns` are pathspecs.
   */
  differing(against: readonly string[], patterns: readonly string[] = ["."]): Promise<string[]> {
    return this.list([
      ...["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv"],
      ...["--relative", "--ignore-submodules=all", ...against, "--", ...patterns],
    ]);
  }

  /** What objects hold, by name, as many as there are: `HEAD:site.yaml`, a hash. */
  async objects(names: readonly string[]): Promise<(Buffer | undefined)[]> {
    if (names.length === 0) return [];
    // Older versions of git try to fetch what they lack, and fail.
    const answer = await this.ask(["cat-file", "--batch"], `${names.join("\n")}\n`);
    if (answer === undefined) return names.map(() => undefined);
    const objects: (Buffer | undefined)[] = [];
    for (let at = 0; at < answer.length;) {
      const end = answer.indexOf("\n", at);
      const size = / (\d+)$/.exec(answer.toString("utf8", at, end))?.[1];
      const start = end + 1;
      if (size === undefined) {
        objects.push(undefined);
        at = start;
      } else {
        objects.push(answer.subarray(start, start + Number(size)));
        at = start + Number(size) + 1;
      }
    }
    return objects;
  }

  /** The hashes of the commits that revisions name; undefined for those that name none. */
  async commits(revisions: readonly string[]): Promise<(string | undefined)[]> {
    const names = revisions.map((one) => (/[\n\r\0]/.test(one) ? "" : `${one}^{commit}`));
    const answer = await this.run(["cat-file", "--batch-check"], `${names.join("\n")}\n`);
    const lines = answer.toString("utf8").split("\n");
    return revisions.map((_, at) => /^([\da-f]{40,64}) commit /.exec(lines[at] ?? "")?.[1]);
  }

  async #spawn(args: readonly string[], input: string): Promise<Answer> {
    this.#repository ??= this.#findRepository();
    const environment = { ...this.#environment, ...(await this.#repository) };
    const hooks = ASKED_OF_HOOKS.has(args[0] ?? "") ? [] : ["-c", `core.hooksPath=${devNull}`];
    return this.#start([...hooks, ...args], { input, environment, folder: this.#folder });
  }

  /** The variables that name the repository, and put its filters out of work. */
  async #findRepository(): Promise<Variables> {
    const root = repositoryRoot(this.#folder);
    if (root === undefined) {
      // Who has no git needs that first.
      await this.#start(["--version"], { input: "", environment: this.#environment, folder: "/" });
      throw noRepository();
    }
    // Asked where it lies, git says whether it trusts it; who names a repository is taken to trust it.
    const ask = async (args: readonly string[]): Promise<Answer> => {
      const environment = { ...this.#environment, GIT_CEILING_DIRECTORIES: dirname(root) };
      return this.#start(args, { input: "", environment, folder: root });
    };
    const [found, filters] = await Promise.all([
      ask(["rev-parse", "--absolute-git-dir"]),
      ask(["config", "-z", "--show-scope", "--get-regexp", "^filter\\."]),
    ]);
    if (found.code !== 0) throw obstacle(found.stderr, root) ?? failed(found.stderr, "rev-parse");
    // There are none where this fails without a word.
    if (filters.code !== 0 && filters.stderr !== "") throw failed(filters.stderr, "config");
    return {
      GIT_DIR: found.stdout.toString("utf8").replace(/\n$/, ""),
      GIT_WORK_TREE: root,
      ...ownFilters(filters.stdout.toString("utf8"), this.#environment["GIT_CONFIG_COUNT"]),
    };
  }

  #start(
    args: readonly string[],
    { input, environment, folder }: { input: string; environment: Variables; folder: string },
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const git = spawn(
        "git",
        [
          ...["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"],
          ...["-c", "safe.bareRepository=explicit", ...args],
        ],
        {
          cwd: folder,
          env: environment,
          stdio: ["pipe", "pipe", "pipe"],
          windowsHide: true,
        },
      );
      const out: Buffer[] = [];
      const said: Buffer[] = [];
      git.stdout.on("data", (bytes: Buffer) => out.push(bytes));
      git.stderr.on("data", (bytes: Buffer) => said.push(bytes));
      git.on("error", (error: NodeJS.ErrnoException) => reject(cannotStart(error)));
      git.on("close", (code) =>
        resolve({
          code,
          stdout: Buffer.concat(out),
          stderr: Buffer.concat(said).toString("utf8"),
        }),
      );
      // Who ends early does not read all of it; its exit code says why.
      git.stdin.on("error", () => {});
      git.stdin.end(input);
    });
  }
}
