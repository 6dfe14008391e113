import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyPress } from "./press.ts";
import { FIXTURE_NOW, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-places-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Folder, time zone and locale of each machine. */
const MACHINES = [
  { name: "here", zone: "UTC", locale: "C.UTF-8" },
  { name: "far east of here/ö", zone: "Pacific/Kiritimati", locale: "de_DE.UTF-8" },
  { name: "west", zone: "America/St_Johns", locale: "ar_EG.UTF-8" },
];

test("in any folder, time zone and locale the bytes are the same", async () => {
  const content = join(base, "content");
  await writePublication(content);
  const bundles = [];
  for (const { name, zone, locale } of MACHINES) {
    const home = join(base, name);
    cpSync(content, join(home, "content"), { recursive: true });
    const order = {
      content: join(home, "content"),
      out: join(home, "out"),
      cache: join(home, "cache"),
      now: FIXTURE_NOW,
      environment: { TZ: zone, LANG: locale, LC_ALL: locale },
    };
    assertBuilt(await copyPress(join(home, "press")).build(order));
    bundles.push(readBundle(order.out));
  }
  const [first = new Map<string, Buffer>(), ...others] = bundles;
  for (const other of others) expect(bundleDifferences(other, first)).toEqual([]);
});
