import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statusFileOf } from "../output/build-status.ts";
import type { Settings } from "../settings/settings.ts";
import { leaveStatus, statusAfter, tellOfFailure } from "./build-report.ts";
import type { BuildReport } from "./build-report.ts";
import { dueText } from "./due-text.ts";

let base = "";
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "stet-report-"));
});
afterAll(() => rmSync(base, { recursive: true }));

const NOW = Date.parse("2026-03-01T10:00:00Z");
const at = { at: NOW + 5000, earlier: undefined };

function report(more: Partial<BuildReport> = {}): BuildReport {
  const root = join(import.meta.dirname, "../..");
  const settings: Settings = {
    packageRoot: root,
    projectRoot: root,
    content: join(base, "content"),
    out: join(base, "dist"),
    cache: join(base, "cache"),
    work: join(base, "work"),
    now: NOW,
  };
  return { settings, diagnostics: [], ...more };
}

describe("the status of a build", () => {
  test("says when something is due next", () => {
    const next = {
      instant: NOW + 90 * 60_000,
      local: "2026-03-01T12:30:00+01:00",
      file: "articles/2026/03/ferry.mdx",
      title: "The ferry\nruns",
      others: 0,
    };
    const published = { next };
    const status = statusAfter(report({ published }), 0, at);
    expect(status).toMatchObject({
      exitCode: 0,
      at: "2026-03-01T10:00:05.000Z",
      published: {
        now: "2026-03-01T10:00:00.000Z",
        nextPublishAt: "2026-03-01T11:30:00.000Z",
        next: {
          local: "2026-03-01T12:30:00+01:00",
          file: "articles/2026/03/ferry.mdx",
          title: "The ferry\nruns",
          others: 0,
        },
      },
    });
    expect(dueText(status, NOW, "content/")).toBe(
      "Next due 2026-03-01T12:30:00+01:00, in 2 hours: content/articles/2026/03/ferry.mdx (The ferry runs).",
    );
    expect(dueText(status, NOW + 90 * 60_000, "")).toBe(
      "Due now, since 2026-03-01T12:30:00+01:00: articles/2026/03/ferry.mdx (The ferry runs).",
    );
    expect(dueText(status, NOW - 1, "")).toBe(
      "Due now: the last build was made for a later moment, 2026-03-01T10:00:00.000Z.",
    );
    const several = statusAfter(report({ published: { next: { ...next, others: 2 } } }), 0, at);
    expect(dueText(several, NOW, "")).toMatch(/ferry\.mdx \(The ferry runs\), and 2 others\.$/);
  });

  test("of an earlier version says when something is due", () => {
    const now = "2026-03-01T10:00:00.000Z";
    const published = { now, nextPublishAt: "2026-03-01T11:30:00.000Z" };
    const status = { ...statusAfter(report(), 0, at), published };
    expect(dueText(status, NOW, "")).toBe("Next due 2026-03-01T11:30:00.000Z, in 2 hours.");
  });

  test("keeps what was published before a build that failed", () => {
    const earlier = statusAfter(report({ published: { next: undefined } }), 0, at);
    const after = statusAfter(report({ failure: "The disk is full." }), 4, { at: NOW, earlier });
    expect(after).toMatchObject({ exitCode: 4, failure: "The disk is full." });
    expect(after.published).toEqual(earlier.published);
    expect(dueText(after, NOW, "")).toBe(
      "Nothing was scheduled at the last build, 2026-03-01T10:00:00.000Z. What was written since counts after the next one.",
    );
    expect(dueText(undefined, NOW, "")).toBe("Due now: no build has published yet.");
  });

  test("is left where it can be, and said not to be where it cannot", () => {
    let said = "";
    const stderr = { write: (text: string) => (said += text) };
    leaveStatus(report(), 1, { clock: () => NOW, stderr });
    expect(JSON.parse(readFileSync(statusFileOf(join(base, "dist")), "utf8"))).toMatchObject({
      exitCode: 1,
    });
    expect(said).toBe("");
    const { settings } = report();
    const nowhere = report({ settings: { ...settings, out: join(base, "not/there/dist") } });
    leaveStatus(nowhere, 1, { clock: () => NOW, stderr });
    expect(said).toMatch(/dist\.status\.json cannot be written: Error: ENOENT/);
  });
});

test("the owner's command learns the exit code and where the status is", () => {
  const out = join(base, "dist");
  const mail = join(base, "mail");
  const command = `node -e "fs.writeFileSync(process.env.MAIL, process.env.STET_EXIT_CODE + process.env.STET_STATUS)"`;
  tellOfFailure(command, 1, { out, environment: { ...process.env, MAIL: mail } });
  expect(readFileSync(mail, "utf8")).toBe(`1${statusFileOf(out)}`);
});
