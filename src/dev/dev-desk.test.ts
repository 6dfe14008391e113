import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { planRoutes } from "../views/route-plan.ts";
import { DevDesk } from "./dev-desk.ts";
import type { DevState } from "./dev-desk.ts";
import type { DevEdition } from "./dev-edition.ts";

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
const NOTHING: DevEdition = { diagnostics: [FAULT], counts: COUNTS };

function edition(base = "/", diagnostics: Diagnostic[] = []): DevEdition {
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
    },
  };
}

/** What lies on the disk, and how long it takes to read that. */
let disk: DevEdition;
let readMs: number;
let opened: string[];
let openFails: boolean;
let settled: DevState[];
let readings: number;
let desk: DevDesk;

beforeEach(() => {
  disk = edition();
  [readMs, readings, opened, settled, openFails] = [0, 0, [], [], false];
  desk = new DevDesk("/content", 1000, {
    read: async () => {
      readings += 1;
      const found = disk;
      await pause(readMs);
      return found;
    },
    open: () => {
      if (openFails) return Promise.reject(new Error("Astro is broken"));
      opened.push(desk.shown?.site.base ?? "");
      return Promise.resolve();
    },
    onSettled: (state) => settled.push(state),
    onRead: () => {},
  });
});

describe("who asks", () => {
  test("gets what was saved last, also where another save comes while the first is read", async () => {
    await desk.begin();
    readMs = 100;
    disk = edition("/one/");
    desk.noticed(true);
    await pause(110);
    disk = edition("/two/");
    desk.noticed(true);
    await desk.settled();
    expect(desk.shown?.site.base).toBe("/two/");
  });

  test("waits from the first sign of a save on, and no longer than for that", async () => {
    await desk.begin();
    disk = edition("/", [FAULT]);
    expect(desk.trouble).toBeUndefined();
    desk.noticed(true);
    const asked = desk.settled();
    await asked;
    expect(desk.trouble).toMatchObject({ kind: "content", diagnostics: [FAULT] });
    const seen = desk.state;
    await desk.settled();
    expect(desk.state).toEqual(seen);
  });

  test("is answered though something is written all the time", async () => {
    await desk.begin();
    const writing = setInterval(() => desk.noticed(true), 10);
    await desk.settled();
    clearInterval(writing);
    await desk.settled();
  });
});

describe("a save", () => {
  test("of several steps is read once", async () => {
    await desk.begin();
    for (let step = 0; step < 5; step += 1) {
      desk.noticed(true);
      await pause(5);
    }
    await desk.settled();
    expect(readings).toBe(2);
  });

  test("of what no edition is made from is taken in without a reading", async () => {
    await desk.begin();
    const before = desk.state;
    desk.noticed(false);
    await desk.settled();
    expect(readings).toBe(1);
    expect(desk.state).toEqual({ ...before, revision: before.revision + 1 });
  });

  test("that mends tells open pages to come back, and one that breaks lays the error over them", async () => {
    await desk.begin();
    disk = edition("/", [FAULT]);
    desk.noticed(true);
    await desk.settled();
    disk = edition();
    desk.noticed(true);
    await desk.settled();
    expect(settled.map(({ revision, edition: since }) => [revision, since])).toEqual([
      [1001, 1001],
      [1002, 1001],
      [1003, 1003],
    ]);
    expect(settled.map(({ trouble }) => trouble?.includes("It is wrong.") ?? false)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("the server", () => {
  test("is opened once there is something to show, and again when its address changes", async () => {
    disk = NOTHING;
    await desk.begin();
    expect(opened).toEqual([]);
    for (const base of ["/", "/", "/paper/"]) {
      disk = edition(base);
      desk.noticed(true);
      await desk.settled();
    }
    expect(opened).toEqual(["/", "/paper/"]);
  });

  test("that cannot be opened is opened after whatever change comes next", async () => {
    openFails = true;
    await desk.begin();
    expect(desk.trouble).toMatchObject({ kind: "press" });
    openFails = false;
    desk.noticed(false);
    await desk.settled();
    expect(desk.trouble).toBeUndefined();
    expect(opened).toEqual(["/"]);
  });

  test("keeps what it shows while site.yaml cannot be used", async () => {
    await desk.begin();
    disk = NOTHING;
    desk.noticed(true);
    await desk.settled();
    expect(desk.shown?.site.base).toBe("/");
    expect(desk.trouble).toMatchObject({ kind: "content" });
  });
});
