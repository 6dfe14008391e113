import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { packageManifest } from "../../src/starter/project-files.ts";
import { COMMENT_MARK } from "../../src/starter/review-workflows.ts";
import { parse } from "yaml";
import { projectText } from "./project-files.ts";
import { missingTools } from "../tools/need.ts";
import { commentWorkflow, reviewWorkflow, starterWorkflow, stepsOf } from "./workflow.ts";

const review = reviewWorkflow();
const comment = commentWorkflow();

describe("the workflow that runs a stranger's change", () => {
  const steps = stepsOf(review);
  const text = JSON.stringify(review);

  test("has no secret, no token, and no right but to read", () => {
    expect(review.permissions).toEqual({ contents: "read" });
    expect(Object.values(review.jobs).map(({ permissions }) => permissions)).toEqual([undefined]);
    expect(text).not.toMatch(/secrets|github\.token|GITHUB_TOKEN|GH_TOKEN/);
    expect(steps.find(({ uses }) => uses?.startsWith("actions/checkout@"))?.with).toEqual({
      "fetch-depth": 2,
      "persist-credentials": false,
    });
  });

  test("is called by the event that gives none, and never by the one that does", () => {
    expect(Object.keys(review.on)).toEqual(["pull_request"]);
    expect(Object.keys(comment.on)).toEqual(["workflow_run"]);
  });

  test("runs no script of a package, and shows drafts nowhere", () => {
    const runs = steps.flatMap(({ run = [] }) => run);
    expect(runs).toEqual([
      "npm ci --ignore-scripts",
      "npm run check -- --format github",
      "npm run review -- --base HEAD^1 --out review",
      "npm run build",
      "exit 1",
    ]);
    expect(text).not.toContain("--drafts");
  });

  test("runs commands that a new project has", () => {
    const { scripts } = JSON.parse(packageManifest(undefined, { name: "Paper", stet: "1" })) as {
      scripts: Record<string, string>;
    };
    for (const { run = "" } of steps)
      for (const [, name = ""] of run.matchAll(/npm run (\w+)/g)) {
        expect(scripts[name]).toBe(`stet ${name}`);
        expect(Object.keys(COMMANDS)).toContain(name);
      }
  });

  test("tells of errors and leaves the review all the same, then fails", () => {
    const check = steps.find(({ id }) => id === "check");
    expect(check).toMatchObject({ "continue-on-error": true });
    expect(steps.at(-1)).toMatchObject({ run: "exit 1" });
    expect(steps.at(-1)?.if).toContain("steps.check.outcome != 'success'");
    const left = steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    expect(left.map((step) => [step.with?.["name"], step.with?.["path"], step.if])).toEqual([
      ["review", "review", undefined],
      ["comment", "review/review.md", undefined],
      ["preview", "dist", "steps.build.outcome == 'success'"],
    ]);
  });
});

describe("the workflow that may write", () => {
  const [job, ...others] = Object.values(comment.jobs);
  const steps = stepsOf(comment);

  test("may read runs and write on pull requests, and nothing else", () => {
    expect(comment.permissions).toEqual({});
    expect(others).toEqual([]);
    expect(job?.permissions).toEqual({ actions: "read", "pull-requests": "write" });
  });

  test("checks out nothing, uses no action, and runs nothing of the project", () => {
    expect(steps.filter(({ uses }) => uses !== undefined)).toEqual([]);
    expect(JSON.stringify(comment)).not.toMatch(/npm|npx|node |secrets|pull_requests/);
  });

  test("follows the other one by its name, and only for pull requests", () => {
    expect(comment.on["workflow_run"]).toEqual({
      workflows: [(review as unknown as { name: string }).name],
      types: ["completed"],
    });
    expect(job?.if).toBe("github.event.workflow_run.event == 'pull_request'");
  });
});

test.each([
  ["publish", starterWorkflow()],
  ["review", review],
  ["comment", comment],
])(
  "in the workflow %s every action is pinned, and nothing that others write is put into a command",
  (_, workflow) => {
    const steps = stepsOf(workflow);
    const used = steps.flatMap(({ uses = [] }) => uses);
    expect(used.filter((uses) => !/@[\da-f]{40}$/.test(uses))).toEqual([]);
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  },
);

test("actions that the workflows of a project share have one version", () => {
  const used = [review, starterWorkflow()].flatMap(stepsOf).flatMap(({ uses = [] }) => uses);
  const shared = used.filter((uses) => /actions\/(?:checkout|setup-node)@/.test(uses));
  expect(new Set(shared).size).toBe(2);
});

test("GitLab's job has no token, runs no script of a package, and compares with where the change began", () => {
  const [, example = ""] = /```yaml\n([^]*?)```/.exec(projectText("docs/review.md") ?? "") ?? [];
  const { review: job } = parse(example) as { review: { script: string[]; variables: object } };
  expect(job.script[0]).toBe("npm ci --ignore-scripts");
  expect(job.script).toContain('npm run review -- --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"');
  expect(job.variables).toEqual({ GIT_DEPTH: 0 });
  expect(example).not.toMatch(/TOKEN|PASSWORD|SECRET/);
});

/** Stands in for GitHub's program: gives the answers that lie there, and keeps what it is asked and sent. */
const GH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> asked
for word; do
  case "$word" in
    repos/*/pulls) cat pulls.json ;;
    repos/*/artifacts?name=comment) cat artifacts.json ;;
    repos/*/zip) cat artifact.zip ;;
    repos/*/comments?per_page=100) cat comments.json ;;
    body.json) cat body.json > sent.json ;;
  esac
done
`;

const without = await missingTools(["jq", "unzip"]);

describe.skipIf(without !== false)("the comment", () => {
  let folder = "";
  const SHA = "0123456789abcdef0123456789abcdef01234567";
  const pull = (changes: object = {}) => ({
    number: 7,
    head: { sha: SHA },
    base: { repo: { full_name: "paper/press" } },
    ...changes,
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stet-comment-"));
    put("gh", GH);
    chmodSync(join(folder, "gh"), 0o755);
    answers({});
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(name: string, held: string | Uint8Array): void {
    writeFileSync(join(folder, name), held);
  }

  function answers({
    pulls = [pull()],
    artifacts = [{ id: 21, name: "comment", size_in_bytes: 900 }],
    comments = [[{ id: 3, user: { login: "someone" }, body: COMMENT_MARK }]],
    files = { "review.md": strToU8("## Review\n\nFine.\n") },
  }: {
    pulls?: object[];
    artifacts?: object[];
    comments?: object[][];
    files?: Record<string, Uint8Array>;
  }): void {
    put("pulls.json", JSON.stringify(pulls));
    put("artifacts.json", JSON.stringify({ artifacts }));
    put("artifact.zip", zipSync(files));
    put("comments.json", comments.map((page) => JSON.stringify(page)).join(""));
  }

  /** Runs the step as GitHub does. */
  function run(environment: Record<string, string> = {}): { body?: string; asked: string[] } {
    const [step] = stepsOf(comment);
    expect(step?.shell).toBe("bash");
    execFileSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""], {
      cwd: folder,
      env: {
        PATH: `${folder}:${process.env["PATH"] ?? ""}`,
        REPOSITORY: "paper/press",
        RUN_ID: "99",
        RUN_URL: "https://github.com/paper/press/actions/runs/99",
        HEAD_SHA: SHA,
        HEAD_BRANCH: "change",
        HEAD_OWNER: "stranger",
        ...environment,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const asked = readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
    if (!existsSync(join(folder, "sent.json"))) return { asked };
    const sent = JSON.parse(readFileSync(join(folder, "sent.json"), "utf8")) as { body: string };
    return { body: sent.body, asked };
  }

  test("is made where there is none, on the pull request that GitHub names", () => {
    const { body, asked } = run();
    expect(asked[0]).toBe(
      "api --method GET repos/paper/press/pulls -f state=open -f head=stranger:change",
    );
    expect(asked.at(-1)).toBe(
      "api --method POST repos/paper/press/issues/7/comments --input body.json",
    );
    expect(body).toBe(
      [
        COMMENT_MARK,
        `Review of ${SHA}. The page with pictures, and a preview, are among the artifacts of [this run](https://github.com/paper/press/actions/runs/99).`,
        "What follows was made by the code of the change.",
        "",
        "## Review",
        "",
        "Fine.",
        "",
      ].join("\n"),
    );
  });

  test("is updated where there is one, of the workflow's own", () => {
    const own = { id: 5, user: { login: "github-actions[bot]" }, body: `${COMMENT_MARK}\nOld` };
    answers({ comments: [[{ id: 3, user: { login: "someone" }, body: COMMENT_MARK }], [own]] });
    expect(run().asked.at(-1)).toBe(
      "api --method PATCH repos/paper/press/issues/comments/5 --input body.json",
    );
  });

  test.each([
    ["no pull request", []],
    ["one with a newer commit", [pull({ head: { sha: "f".repeat(40) } })]],
    ["one of another repository", [pull({ base: { repo: { full_name: "stranger/press" } } })]],
    ["two of them", [pull(), pull({ number: 8 })]],
    ["one without a number", [pull({ number: "7/../8" })]],
  ])("is not made with %s", (_, pulls) => {
    answers({ pulls });
    const { body, asked } = run();
    expect(body).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["is not there", []],
    ["is too large", [{ id: 21, name: "comment", size_in_bytes: 300_001 }]],
    ["is called otherwise", [{ id: 21, name: "review", size_in_bytes: 9 }]],
  ])("is not made of a review that %s", (_, artifacts) => {
    answers({ artifacts });
    expect(run().body).toBeUndefined();
  });

  test.each([
    ["is larger than it says", { "review.md": new Uint8Array(262_145).fill(65) }],
    ["is a bomb", { "review.md": new Uint8Array(50_000_000) }],
    ["is another file", { "other.md": strToU8("Words.") }],
    ["is empty", { "review.md": strToU8("") }],
  ])("is not made of a review that %s", (_, files) => {
    answers({ files });
    expect(() => run()).toThrow();
    expect(existsSync(join(folder, "sent.json"))).toBe(false);
  });

  test("takes nothing else out of an archive", () => {
    answers({
      files: {
        "review.md": strToU8("Fine."),
        "../up.md": strToU8("Up"),
        gh: strToU8("#!/bin/sh\n"),
        ".bashrc": strToU8("x"),
      },
    });
    expect(run().body).toContain("Fine.");
    expect(readFileSync(join(folder, "gh"), "utf8")).toBe(GH);
    expect(readdirSync(folder)).not.toContain(".bashrc");
  });

  test("puts a stranger's branch into no command", () => {
    const branch = "$(touch made); `touch made` @made";
    expect(run({ HEAD_BRANCH: branch }).asked[0]).toBe(
      `api --method GET repos/paper/press/pulls -f state=open -f head=stranger:${branch}`,
    );
    expect(readdirSync(folder)).not.toContain("made");
  });

  test("is nothing but text, whoever wrote the review", () => {
    const lines = [
      "@octocat &#64;octocat &commat;octocat \\@octocat",
      "[click](https://evil.example) [click][1] ![x](//evil.example/x.png) <https://evil.example>",
      "[1]: https://evil.example",
      "<img src=x> <!-- hidden --> &lt;b&gt; &amp;amp;",
      "http://evil.example www.evil.example WWW.evil.example a@b.example",
      "#12 paper/press#12 GH-12",
      "```mermaid",
      "~~~math",
      "bell\u0007 and return\r",
    ];
    answers({ files: { "review.md": strToU8(lines.join("\n")) } });
    const { body = "" } = run();
    const [, , , , ...shown] = body.split("\n");
    expect(shown.join("\n").replaceAll("\u200B", "·")).toMatchInlineSnapshot(`
      "@·octocat &amp;#·64;octocat &amp;commat;octocat \\@·octocat
      [click]·(https:·//evil.example) [click]·[1] ![x]·(//evil.example/x.png) <·https:·//evil.example>
      [1]·: https:·//evil.example
      <·img src=x> <·!-- hidden --> &lt;b&gt; &amp;amp;
      http:·//evil.example www·.evil.example www·.evil.example a@·b.example
      #·12 paper/press#·12 GH-·12
      \`·\`\`mermaid
      ~·~~math
      bell and return"
    `);
    expect(shown.join("\n")).not.toMatch(
      /@\w|\]\(|\]:|\]\[|<\w|<!|:\/\/|www\.|#\d|GH-\d|&(?!amp;|lt;|gt;)/i,
    );
  });

  test("is cut where it would be too long", () => {
    answers({ files: { "review.md": strToU8("é@".repeat(50_000)) } });
    const { body = "" } = run();
    expect([...body]).toHaveLength(65_000);
  });
});
