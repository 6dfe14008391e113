import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isDue, readStatus, statusFileOf, writeStatus } from "./build-status.ts";
import type { BuildStatus } from "./build-status.ts";

let base = "";
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "stet-status-"));
});
afterAll(() => rmSync(base, { recursive: true }));

const STATUS: BuildStatus = {
  stet: "1.2.3",
  at: "2026-03-01T10:00:00.000Z",
  exitCode: 0,
  errors: 0,
  warnings: 2,
  published: { now: "2026-03-01T10:00:00.000Z", nextPublishAt: "2026-03-02T08:00:00.000Z" },
};

test("the status lies beside the bundle, whole, and is read back as it was written", () => {
  const out = join(base, "dist");
  writeStatus(out, STATUS);
  expect(readdirSync(base)).toEqual([basename(statusFileOf(out))]);
  expect(readStatus(out)).toEqual(STATUS);
});

test.each(["", "{", "[]", '{"stet":1}', JSON.stringify({ ...STATUS, at: "yesterday" })])(
  "a status file of %j counts as none",
  (text) => {
    const out = join(base, "other");
    writeFileSync(statusFileOf(out), text);
    expect(readStatus(out)).toBeUndefined();
  },
);

test.each([
  ["no build is known", undefined, true],
  ["no build has published", { ...STATUS, published: undefined }, true],
  ["its moment is to come", STATUS, false],
  ["nothing is scheduled", { ...STATUS, published: { now: STATUS.at } }, false],
  ["it was built for later", { ...STATUS, published: { now: "2026-03-03T10:00:00.000Z" } }, true],
])("what is due follows from the last build that published: %s", (_, status, due) => {
  expect(isDue(status, Date.parse("2026-03-02T07:59:59Z"))).toBe(due);
});

test("something is due from its very moment on", () => {
  expect(isDue(STATUS, Date.parse("2026-03-02T08:00:00Z"))).toBe(true);
});
