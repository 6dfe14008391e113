import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { planRoutes } from "../views/route-plan.ts";
import { DevSession } from "./dev-session.ts";
import type { DevState } from "./dev-session.ts";
import type { DevSnapshot } from "./dev-snapshot.ts";

const FAULT: Diagnostic = {
  code: "date/order",
  severity: "error",
  file: "articles/2026/03/a.md",
  line: 1,
  column: 1,
  message: "It is wrong.",
  fix: "Mend it.",
};
const COUNTS = { articles: 0, drafts: 0, scheduled: 0 };
const NOTHING: DevSnapshot = { diagnostics: [FAULT], counts: COUNTS };

function snapshot(base = "/", diagnostics: Diagnostic[] = []): DevSnapshot {
  const publication = aPublication([], { site: { ...aPublication([]).site, base } });
  const { site } = publication;
  const empty = new Map<never, never>();
  return {
    diagnostics,
    counts: COUNTS,
    shown: {
      site,
      plan: planRoutes(publication, "", 0),
      files: empty,
      derivatives: empty,
      moved: empty,
      editor: empty,
      outside: undefined,
    },
  };
}

/** What lies on the disk, and how long it takes to read that. */
let disk: DevSnapshot;
let readMs: number;
let opened: string[];
let openFails: boolean;
let settled: DevState[];
let readings: number;
let session: DevSession;

beforeEach(() => {
  disk = snapshot();
  [readMs, readings, opened, settled, openFails] = [0, 0, [], [], false];
  session = new DevSession({ folder: "/paper/content", prefix: "content/" }, 1000, {
    read: async () => {
      readings += 1;
      const found = disk;
      await pause(readMs);
      return found;
    },
    open: () => {
      if (openFails) return Promise.reject(new Error("Astro is broken"));
      opened.push(session.shown?.site.base ?? "");
      return Promise.resolve();
    },
    onSettled: (state) => settled.push(state),
    onRead: () => {},
  });
});

describe("who asks", () => {
  test("gets what was saved last, also where another save comes while the first is read", async () => {
    await session.begin();
    readMs = 100;
    disk = snapshot("/one/");
    session.noticed(true);
    await pause(110);
    disk = snapshot("/two/");
    session.noticed(true);
    await session.settled();
    expect(session.shown?.site.base).toBe("/two/");
  });

  test("waits from the first sign of a save on, and no longer than for that", async () => {
    await session.begin();
    disk = snapshot("/", [FAULT]);
    expect(session.error).toBeUndefined();
    session.noticed(true);
    const asked = session.settled();
    await asked;
    expect(session.error).toMatchObject({ kind: "content", diagnostics: [FAULT] });
    const seen = session.state;
    await session.settled();
    expect(session.state).toEqual(seen);
  });

  test("is answered though something is written all the time", async () => {
    await session.begin();
    const writing = setInterval(() => session.noticed(true), 10);
    await session.settled();
    clearInterval(writing);
    await session.settled();
  });
});

describe("a save", () => {
  test("of several steps is read once", async () => {
    await session.begin();
    for (let step = 0; step < 5; step += 1) {
      session.noticed(true);
      await pause(5);
    }
    await session.settled();
    expect(readings).toBe(2);
  });

  test("of what no snapshot is made from is taken in without a reading", async () => {
    await session.begin();
    const before = session.state;
    session.noticed(false);
    await session.settled();
    expect(readings).toBe(1);
    expect(session.state).toEqual({ ...before, revision: before.revision + 1 });
  });

  test("that mends tells open pages to come back, and one that breaks lays the error over them", async () => {
    await session.begin();
    disk = snapshot("/", [FAULT]);
    session.noticed(true);
    await session.settled();
    disk = snapshot();
    session.noticed(true);
    await session.settled();
    expect(settled.map(({ revision, snapshot: since }) => [revision, since])).toEqual([
      [1001, 1001],
      [1002, 1001],
      [1003, 1003],
    ]);
    expect(settled.map(({ error }) => error?.includes("It is wrong.") ?? false)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("the server", () => {
  test("is opened once there is something to show, and again when its address changes", async () => {
    disk = NOTHING;
    await session.begin();
    expect(opened).toEqual([]);
    for (const base of ["/", "/", "/paper/"]) {
      disk = snapshot(base);
      session.noticed(true);
      await session.settled();
    }
    expect(opened).toEqual(["/", "/paper/"]);
  });

  test("that cannot be opened is opened after whatever change comes next", async () => {
    openFails = true;
    await session.begin();
    expect(session.error).toMatchObject({ kind: "press" });
    openFails = false;
    session.noticed(false);
    await session.settled();
    expect(session.error).toBeUndefined();
    expect(opened).toEqual(["/"]);
  });

  test("keeps what it shows while site.yaml cannot be used", async () => {
    await session.begin();
    disk = NOTHING;
    session.noticed(true);
    await session.settled();
    expect(session.shown?.site.base).toBe("/");
    expect(session.error).toMatchObject({ kind: "content" });
  });
});
