import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./project-files.ts";
import { publishWorkflow, stepsOf } from "./workflow.ts";

const workflow = publishWorkflow();
const steps = stepsOf(workflow);
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("every command of the workflow is one of package.json, in the order of a deployment", () => {
  const named = steps.flatMap(({ run = "" }) =>
    [...run.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name),
  );
  expect(named).toEqual(["check", "build", "verify", "upload", "ping"]);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("the workflow may read the repository and nothing else, and no job asks for more", () => {
  expect(workflow.permissions).toEqual({ contents: "read" });
  expect(Object.values(workflow.jobs).map(({ permissions }) => permissions)).toEqual([
    {},
    undefined,
  ]);
});

test("only the step that sends files sees a secret", () => {
  const text = JSON.stringify(workflow);
  const seeing = steps.filter((step) => JSON.stringify(step).includes("secrets."));
  expect(seeing.map(({ run }) => run)).toEqual([
    'npm run upload -- --to "$TARGET" --before before.jsonl',
  ]);
  const inAll = text.split("secrets.").length;
  expect(JSON.stringify(seeing).split("secrets.")).toHaveLength(inAll);
});

test("a change that is only proposed is checked and built, and nothing of it is sent or kept", () => {
  const isForPublic = ({ run = "", uses = "" }: (typeof steps)[number]): boolean =>
    /npm run (?:upload|ping)|rclone/.test(run) || uses.startsWith("actions/cache/save@");
  const publishing = workflow.jobs["publish"]?.steps ?? [];
  const forPublic = publishing.filter(isForPublic);
  expect(forPublic).toHaveLength(5);
  for (const step of forPublic) expect(step.if).toContain("github.event_name != 'pull_request'");
  const others = publishing.filter((step) => !isForPublic(step) && step.if !== undefined);
  expect(others.map((step) => step.with?.["lookup-only"])).toEqual([true]);
  expect(Object.keys(workflow.on)).toContain("pull_request");
  expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
});

test("what is due by the clock is published without a change, and two uploads do not overlap", () => {
  expect(Object.keys(workflow.on)).toEqual(
    expect.arrayContaining(["push", "schedule", "workflow_dispatch"]),
  );
  const { concurrency } = workflow.jobs["publish"] ?? {};
  expect(concurrency?.group).toMatch(/'pull_request' && github\.ref \|\| 'public'/);
  expect(concurrency?.["cancel-in-progress"]).toContain("== 'pull_request'");
});

test("every action is pinned to a commit", () => {
  const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((uses) => !/@[\da-f]{40}$/.test(uses))).toEqual([]);
});

test("what a build keeps is stored and found again under keys that fit", () => {
  const kept = steps.filter(
    (step) => step.uses?.startsWith("actions/cache/") && step.with?.["path"] !== "dist.status.json",
  );
  const [restore, save] = kept.map((step) => step.with ?? {});
  expect(kept).toHaveLength(2);
  expect(restore?.["path"]).toBe(".cache\ndist\n");
  expect(save?.["path"]).toBe(restore?.["path"]);
  for (const key of ["key", "restore-keys"])
    expect(String(save?.["key"]).startsWith(String(restore?.[key])), key).toBe(true);
  expect(save?.["key"]).toContain("hashFiles('dist/stet-manifest.jsonl')");
});

test("nothing that others write is put into a command", () => {
  expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
});
