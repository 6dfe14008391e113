import { spawn } from "node:child_process";

/** What git answered to a command that it ended with a failure, or that there is no git. */
export class GitFailure extends Error {
  override name = "GitFailure";
  /** Whether the program itself cannot be started. */
  readonly isMissing: boolean;

  constructor(message: string, { isMissing = false } = {}) {
    super(message);
    this.isMissing = isMissing;
  }
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

/** Reads the repository that a folder lies in, and never writes to it, asks for a password or fetches anything. */
export class Git {
  readonly #folder: string;
  readonly #environment: Record<string, string | undefined>;

  /** `folder` is absolute; all paths that git takes and gives are below it. */
  constructor(folder: string, environment: Readonly<Record<string, string | undefined>>) {
    this.#folder = folder;
    this.#environment = {
      ...environment,
      ...Object.fromEntries(OF_HOOKS.map((name) => [name, undefined])),
      LC_ALL: "C",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0",
      GIT_NO_LAZY_FETCH: "1",
      GIT_PAGER: "cat",
    };
  }

  /**
   * The standard output of a git command, which runs without a shell; `input` is its standard input. Throws `GitFailure`
   * with the last line that git says of it.
   */
  run(args: readonly string[], input = ""): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const git = spawn(
        "git",
        ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", ...args],
        {
          cwd: this.#folder,
          env: this.#environment,
          stdio: ["pipe", "pipe", "pipe"],
          windowsHide: true,
        },
      );
      const out: Buffer[] = [];
      const said: Buffer[] = [];
      git.stdout.on("data", (bytes: Buffer) => out.push(bytes));
      git.stderr.on("data", (bytes: Buffer) => said.push(bytes));
      git.on("error", (error: NodeJS.ErrnoException) => {
        const isMissing = error.code === "ENOENT";
        reject(new GitFailure(isMissing ? "git is not installed" : error.message, { isMissing }));
      });
      git.on("close", (code) => {
        if (code === 0) resolve(Buffer.concat(out));
        else reject(new GitFailure(lastLine(Buffer.concat(said).toString("utf8"), args[0])));
      });
      // Who ends early does not read all of it; its exit code says why.
      git.stdin.on("error", () => {});
      git.stdin.end(input);
    });
  }

  /** What objects hold, by name, as many as there are: `HEAD:site.yaml`, a hash. */
  async objects(names: readonly string[]): Promise<(Buffer | undefined)[]> {
    if (names.length === 0) return [];
    const answer = await this.run(["cat-file", "--batch"], `${names.join("\n")}\n`);
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
}

function lastLine(said: string, command = ""): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const told = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1);
  return told?.replace(/^(?:fatal|error): /, "").trim() ?? `git ${command} failed`;
}
