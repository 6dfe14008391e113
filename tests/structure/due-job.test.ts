import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BuildStatus } from "../../src/output/build-status.ts";
import { missingTools } from "../tools/need.ts";
import { publishWorkflow, starterWorkflow } from "./workflow.ts";

type Published = NonNullable<BuildStatus["published"]>;

const PAST = "2020-01-01T08:00:00.000Z";
const FUTURE = "2099-01-01T08:00:00.000Z";

const BUILT: BuildStatus = { stet: "0.1.0", at: PAST, exitCode: 0, errors: 0, warnings: 0 };

const status = (published?: Partial<Record<keyof Published, unknown>>): string =>
  JSON.stringify({ ...BUILT, published });

/** Status files, and whether a run that finds them has to build. */
const FILES: [name: string, file: string | undefined, build: boolean][] = [
  ["due", status({ now: PAST, nextPublishAt: PAST }), true],
  ["due a few seconds ago", status({ now: PAST, nextPublishAt: secondsFromNow(-2) }), true],
  ["due in a minute", status({ now: PAST, nextPublishAt: secondsFromNow(60) }), false],
  ["not due", status({ now: PAST, nextPublishAt: FUTURE }), false],
  ["without milliseconds", status({ now: PAST, nextPublishAt: FUTURE.replace(".000", "") }), false],
  ["nothing scheduled", status({ now: PAST }), false],
  ["of a build for a later moment", status({ now: FUTURE }), true],
  ["without its own moment", status({ now: undefined }), true],
  ["nothing published yet", status(), true],
  ["missing", undefined, true],
  ["empty", "", true],
  ["cut off", status({ now: PAST, nextPublishAt: FUTURE }).slice(0, -9), true],
  ["no JSON", "<!doctype html>", true],
  ["another JSON", "[]", true],
  ["with a moment that is none", status({ now: PAST, nextPublishAt: "soon" }), true],
  ["with a number for a moment", status({ now: PAST, nextPublishAt: 4e12 }), true],
  ["with another time zone", status({ now: PAST, nextPublishAt: "2099-01-01T08:00+01:00" }), true],
];

function secondsFromNow(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

const without = await missingTools(["jq"]);

describe.each([
  ["of this repository", publishWorkflow()],
  ["of a new project", starterWorkflow()],
])("the workflow %s", (_, workflow) => {
  const { due, publish } = workflow.jobs;
  const script = due?.steps.find(({ id }) => id === "due")?.run ?? "";
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stet-due-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.skipIf(without !== false).each(FILES)(
    "with a status that is %s builds as it should",
    (_name, file, build) => {
      if (file !== undefined) writeFileSync(join(folder, "dist.status.json"), file);
      const output = join(folder, "output");
      // As GitHub runs it.
      const said = execFileSync(
        "bash",
        ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        {
          cwd: folder,
          env: { ...process.env, GITHUB_OUTPUT: output },
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      expect(readFileSync(output, "utf8")).toBe(`build=${String(build)}\n`);
      // In a public repository everybody reads the log.
      expect(said).toBe("");
    },
  );

  test("asks before anything is checked out, with no rights, and not at all after a push", () => {
    expect(due?.permissions).toEqual({});
    expect(due?.if).toBe("github.event_name == 'schedule' || inputs.only-if-due");
    expect(due?.steps.map(({ uses = "" }) => uses.replace(/@.*/, ""))).toEqual([
      "actions/cache/restore",
      "",
    ]);
    expect(Object.keys(workflow.on)).toContain("schedule");
    expect(workflow.on["workflow_dispatch"]).toMatchObject({
      inputs: { "only-if-due": { type: "boolean", default: false } },
    });
  });

  test("builds unless the answer is no, also where there is none", () => {
    expect(due?.outputs).toEqual({ build: "${{ steps.due.outputs.build }}" });
    expect(publish?.needs).toBe("due");
    expect(publish?.if).toBe("${{ !cancelled() && needs.due.outputs.build != 'false' }}");
  });

  test("takes nobody's place in the queue with a run that builds nothing", () => {
    expect("concurrency" in workflow).toBe(false);
    expect(publish?.concurrency?.group).toMatch(
      /needs\.due\.outputs\.build == 'false' && github\.run_id \|\|/,
    );
    const checkout = publish?.steps.find(({ uses = "" }) => uses.startsWith("actions/checkout@"));
    expect(checkout?.with?.["ref"]).toBe("${{ github.ref }}");
  });

  test("keeps the status after all is public, where the next run finds it, or fails", () => {
    const steps = publish?.steps ?? [];
    const [save, look] = steps.slice(-2);
    expect(save?.uses).toMatch(/^actions\/cache\/save@/);
    expect(look?.with).toEqual({
      ...save?.with,
      "fail-on-cache-miss": true,
      "lookup-only": true,
    });
    const [restore] = due?.steps ?? [];
    expect(restore?.with?.["path"]).toBe(save?.with?.["path"]);
    expect(String(save?.with?.["key"])).toMatch(/^due-/);
    expect(restore?.with?.["restore-keys"]).toBe("due-");
  });
});
