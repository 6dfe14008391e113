import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";

/** A commit that the stand-in took. */
export interface TakenCommit {
  oid: string;
  branch: string;
  message: string;
  /** What was added or changed, by path. */
  additions: ReadonlyMap<string, Buffer>;
  deletions: readonly string[];
}

interface PullRequest {
  number: number;
  title: string;
  branch: string;
  draft: boolean;
  labels: string[];
  state: "open" | "closed";
}

interface Branch {
  oid: string;
  files: Map<string, Buffer>;
}

/** The only token that the stand-in takes. */
export const TOKEN = "github_pat_stand_in";

const WHEN = "2026-03-31T12:00:00Z";

/**
 * As much of GitHub's API as Sveltia CMS asks for: one repository in memory, `paper/site`, over REST and GraphQL. A query
 * that it does not know is answered with an error, and remembered in `unknown`.
 */
export class StandInGitHub {
  readonly branches = new Map<string, Branch>();
  readonly commits: TakenCommit[] = [];
  readonly pullRequests: PullRequest[] = [];
  readonly unknown: string[] = [];
  readonly #server: Server;

  constructor() {
    this.branches.set("main", { oid: oidOf("first"), files: new Map() });
    this.#server = createServer((request, response) => {
      void answerTo(this, request).then(({ status, body, type }) => {
        response.writeHead(status, {
          "content-type": type,
          "access-control-allow-origin": "*",
          "access-control-allow-headers": "*",
          "access-control-allow-methods": "*",
          "access-control-expose-headers": "*",
        });
        response.end(body);
      });
    });
  }

  /** Opens it on a free port of this computer; gives the address of its REST API. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return `http://127.0.0.1:${port}/api/v3`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** A branch, whose files may be changed. @throws where there is none of the name. */
  branch(name: string): Branch {
    const branch = this.branches.get(name);
    if (branch === undefined) throw new Error(`The repository has no branch ${name}.`);
    return branch;
  }

  /** The text of a file of a branch; empty where there is none. */
  text(path: string, branch = "main"): string {
    return this.branch(branch).files.get(path)?.toString("utf8") ?? "";
  }
}

interface Answer {
  status: number;
  body: string | Buffer;
  type: string;
}

function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value), type: "application/json" };
}

async function answerTo(host: StandInGitHub, request: IncomingMessage): Promise<Answer> {
  const { method = "GET", url = "/", headers } = request;
  if (method === "OPTIONS") return { status: 204, body: "", type: "text/plain" };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
  if (headers.authorization !== `token ${TOKEN}`) return json({ message: "Bad credentials" }, 401);
  if (url === "/api/graphql") return graphql(host, body);
  const answer = rest(host, method, url.replace(/^\/api\/v3/, "").replace(/\?.*/, ""), body);
  if (answer !== undefined) return answer;
  host.unknown.push(`${method} ${url}`);
  return json({ message: "Not Found" }, 404);
}

const REPOSITORY = "/repos/paper/site";

function rest(
  host: StandInGitHub,
  method: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Answer | undefined {
  if (path === "/user")
    return json({
      id: 1,
      login: "ada",
      name: "Ada",
      email: "ada@paper.example",
      avatar_url: "https://avatars.example/ada.png",
      html_url: "https://github.example/ada",
    });
  if (!path.startsWith(REPOSITORY)) return undefined;
  const part = path.slice(REPOSITORY.length);
  if (part.startsWith("/collaborators/")) return { status: 204, body: "", type: "text/plain" };
  const tree = /^\/git\/trees\/(.+)$/.exec(part)?.[1];
  if (tree !== undefined) return json({ tree: treeOf(host, tree) });
  const blob = /^\/git\/blobs\/(.+)$/.exec(part)?.[1];
  if (blob !== undefined) {
    const found = allFiles(host).find((bytes) => blobId(bytes) === blob);
    return found && { status: 200, body: found, type: "application/octet-stream" };
  }
  if (method === "POST" && part === "/pulls") return json(openPullRequest(host, body), 201);
  const pull = /^\/pulls\/(\d+)(\/merge)?$/.exec(part);
  const one = host.pullRequests.find(({ number }) => String(number) === pull?.[1]);
  if (one !== undefined && pull?.[2] !== undefined) return json(merge(host, one));
  if (one !== undefined && method === "PATCH") {
    one.state = "closed";
    return json({});
  }
  const issue = /^\/issues\/(\d+)(\/labels)?$/.exec(part);
  const labelled = host.pullRequests.find(({ number }) => String(number) === issue?.[1]);
  if (labelled !== undefined) {
    if (Array.isArray(body["labels"])) labelled.labels = body["labels"].map(String);
    return json({ labels: labelled.labels.map((name) => ({ name })) });
  }
  const ref = /^\/git\/refs\/heads\/(.+)$/.exec(part)?.[1];
  if (method === "DELETE" && ref !== undefined) {
    host.branches.delete(decodeURI(ref));
    return { status: 204, body: "", type: "text/plain" };
  }
  return undefined;
}

function treeOf(host: StandInGitHub, name: string): object[] {
  const branch =
    host.branches.get(name) ?? [...host.branches.values()].find(({ oid }) => oid === name);
  return [...(branch?.files ?? [])].map(([path, bytes]) => ({
    path,
    type: "blob",
    sha: blobId(bytes),
    size: bytes.length,
  }));
}

function openPullRequest(host: StandInGitHub, body: Readonly<Record<string, unknown>>): object {
  const number = host.pullRequests.length + 1;
  host.pullRequests.push({
    number,
    title: String(body["title"]),
    branch: String(body["head"]),
    draft: body["draft"] === true,
    labels: [],
    state: "open",
  });
  return {
    number,
    node_id: `PR_${number}`,
    title: body["title"],
    html_url: `https://github.example/paper/site/pull/${number}`,
    head: { sha: host.branches.get(String(body["head"]))?.oid },
    created_at: WHEN,
    updated_at: WHEN,
  };
}

function merge(host: StandInGitHub, one: PullRequest): object {
  const branch = host.branches.get(one.branch);
  if (branch !== undefined) host.branches.set("main", { ...branch, files: new Map(branch.files) });
  one.state = "closed";
  return { merged: true };
}

function graphql(host: StandInGitHub, body: Readonly<Record<string, unknown>>): Answer {
  const query = String(body["query"]);
  const variables = (body["variables"] ?? {}) as Readonly<Record<string, unknown>>;
  const data = dataOf(host, query, variables);
  if (data !== undefined) return json({ data });
  host.unknown.push(query);
  return json({ errors: [{ message: `Unknown query: ${query}` }] });
}

function dataOf(
  host: StandInGitHub,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): object | undefined {
  const input = (variables["input"] ?? {}) as Readonly<Record<string, unknown>>;
  if (query.includes("createCommitOnBranch(")) return { createCommitOnBranch: commit(host, input) };
  if (query.includes("createRef(")) return { createRef: createRef(host, input) };
  if (/convertPullRequestToDraft|markPullRequestReadyForReview/.test(query)) return {};
  const branch = host.branches.get(String(variables["branch"] ?? "main"));
  const aliased = [...query.matchAll(/(\w+_\d+): (.*?)(?=\w+_\d+: |$)/gs)];
  if (aliased.length > 0)
    return {
      repository: Object.fromEntries(
        aliased.map(([, alias = "", asked = ""]) => [alias, selection(host, asked)]),
      ),
    };
  if (query.includes("fork: repository")) {
    const main = host.branches.get("main");
    return { fork: { id: "R_1" }, base: { ref: { target: { oid: main?.oid } } } };
  }
  if (query.includes("totalCount")) {
    const open = host.pullRequests.filter(
      (one) => one.state === "open" && one.branch === variables["branch"],
    );
    return { repository: { pullRequests: { totalCount: open.length } } };
  }
  if (query.includes("pullRequests("))
    return { repository: { pullRequests: { nodes: nodes(host) } } };
  if (query.includes("defaultBranchRef"))
    return { repository: { defaultBranchRef: { name: "main" } } };
  if (query.includes("history(first: 1)")) {
    const target = { history: { nodes: [{ oid: branch?.oid, message: "A commit" }] } };
    return { repository: { ref: branch === undefined ? null : { target } } };
  }
  if (/ref\(qualifiedName: \$branch\) \{ target \{ (?:\.\.\. on Commit \{ )?oid/.test(query))
    return { repository: { ref: branch === undefined ? null : { target: { oid: branch.oid } } } };
  return undefined;
}

/** What one alias of a query asks for: a text by its digest or its place, or who changed a file last. */
function selection(host: StandInGitHub, asked: string): object | null {
  const oid = /object\(oid: "([^"]+)"\)/.exec(asked)?.[1];
  if (oid !== undefined) {
    const bytes = allFiles(host).find((one) => blobId(one) === oid);
    return bytes === undefined
      ? null
      : { text: bytes.toString("utf8"), isTruncated: false, oid, deployments: { nodes: [] } };
  }
  const place = /object\(expression: ("(?:[^"\\]|\\.)*")\)/.exec(asked)?.[1];
  if (place !== undefined) {
    const [, branch = "", path = ""] = /^([^:]*):(.*)$/s.exec(JSON.parse(place) as string) ?? [];
    const bytes = host.branches.get(branch)?.files.get(path);
    if (bytes === undefined) return null;
    const text = bytes.toString("utf8");
    return {
      oid: blobId(bytes),
      byteSize: bytes.length,
      isBinary: text.includes("\0"),
      isTruncated: false,
      text,
    };
  }
  const author = {
    name: "Ada",
    email: "ada@paper.example",
    avatarUrl: "https://avatars.example/ada.png",
    user: { id: 1, login: "ada" },
  };
  return {
    target: { history: { nodes: [{ oid: oidOf("first"), author, committedDate: WHEN }] } },
  };
}

function nodes(host: StandInGitHub): object[] {
  return host.pullRequests
    .filter(({ state }) => state === "open")
    .map(({ number, title, branch, draft, labels }) => ({
      id: `PR_${number}`,
      number,
      title,
      url: `https://github.example/paper/site/pull/${number}`,
      isDraft: draft,
      isCrossRepository: false,
      createdAt: WHEN,
      updatedAt: WHEN,
      headRefName: branch,
      headRefOid: host.branches.get(branch)?.oid,
      author: { login: "ada", avatarUrl: "", name: "Ada", email: "", databaseId: 1 },
      labels: { nodes: labels.map((name) => ({ name })) },
      files: { nodes: changedFiles(host, branch) },
    }));
}

function changedFiles(host: StandInGitHub, name: string): { path: string; changeType: string }[] {
  const main = host.branches.get("main")?.files ?? new Map<string, Buffer>();
  return [...(host.branches.get(name)?.files ?? [])]
    .filter(([path, bytes]) => main.get(path)?.equals(bytes) !== true)
    .map(([path]) => ({ path, changeType: main.has(path) ? "MODIFIED" : "ADDED" }));
}

function createRef(host: StandInGitHub, input: Readonly<Record<string, unknown>>): object {
  const name = String(input["name"]).replace(/^refs\/heads\//, "");
  const main = host.branches.get("main");
  host.branches.set(name, { oid: String(input["oid"]), files: new Map(main?.files) });
  return { ref: { name } };
}

interface FileChanges {
  additions: { path: string; contents: string }[];
  deletions: { path: string }[];
}

function commit(host: StandInGitHub, input: Readonly<Record<string, unknown>>): object {
  const { branchName } = input["branch"] as { branchName: string };
  const { additions, deletions } = input["fileChanges"] as FileChanges;
  const { headline } = input["message"] as { headline: string };
  const branch = host.branches.get(branchName);
  if (branch === undefined) throw new Error(`No branch ${branchName}`);
  const added = new Map(
    additions.map(({ path, contents }) => [path, Buffer.from(contents, "base64")]),
  );
  for (const [path, bytes] of added) branch.files.set(path, bytes);
  for (const { path } of deletions) branch.files.delete(path);
  branch.oid = oidOf(`${branch.oid} ${host.commits.length}`);
  host.commits.push({
    oid: branch.oid,
    branch: branchName,
    message: headline,
    additions: added,
    deletions: deletions.map(({ path }) => path),
  });
  return {
    commit: {
      oid: branch.oid,
      committedDate: WHEN,
      ...Object.fromEntries(
        [...added.values()].map((bytes, index) => [`file_${index}`, { oid: blobId(bytes) }]),
      ),
    },
  };
}

function allFiles(host: StandInGitHub): Buffer[] {
  return [...host.branches.values()].flatMap(({ files }) => [...files.values()]);
}

function oidOf(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function blobId(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
