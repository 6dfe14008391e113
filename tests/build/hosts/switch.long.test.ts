import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { upload } from "../../../src/cli/upload-command.ts";
import { hostingOf } from "../../../src/deploy/hosting.ts";
import { rcloneStore } from "../../../src/deploy/object-store.ts";
import { runRclone } from "../../../src/deploy/rclone.ts";
import { aPublication } from "../../fixtures/domain-values.ts";
import { photograph } from "../../fixtures/image-files.ts";
import { switchCommands } from "../../hosts/guide-texts.ts";
import { missingTools } from "../../tools/need.ts";
import { GOOD_PUBLICATION, text } from "../bad-inputs/good-publication.ts";
import { checkoutOf } from "../checkout.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";
import { openBucket } from "../upload/places.ts";
import type { Place } from "../upload/places.ts";
import { partsOf, startReaders } from "./loading-readers.ts";
import { startServer } from "./real-servers.ts";
import type { RunningServer } from "./real-servers.ts";

/** How long readers load before the switch and after it; at most a minute in all. */
const BEFORE_AND_AFTER_MS = 1500;
const ARTICLE = "/2026/03/pictures/";
const PAGES = ["/", ARTICLE, "/search/"];

const directory = mkdtempSync(join(tmpdir(), "stet-switch-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Two bundles of a publication, of which styles, a picture and the search differ. */
const [first = "", second = ""] = ["first", "second"].map((name) => join(directory, name));
beforeAll(async () => {
  const checkout = checkoutOf("switch");
  const options = buildIn(join(directory, "paper"), "2026-04-01T12:00:00Z");
  const site = String(GOOD_PUBLICATION["site.yaml"]);
  for (const [file, content] of Object.entries(GOOD_PUBLICATION))
    writeContent(options.content, file, content);
  for (const [out, accent, seed] of [
    [first, "#1f5c8b", 1],
    [second, "#8b1f2c", 2],
  ] as const) {
    writeContent(options.content, "site.yaml", `${site}colours: { accent: "${accent}" }\n`);
    writeContent(options.content, "articles/2026/03/lock.jpg", await photograph(900, 600, seed));
    writeContent(
      options.content,
      "articles/2026/03/pictures.mdx",
      text({}, `![A lock](./lock.jpg)\n\nWords number ${seed}.`),
    );
    assertBuilt(await checkout.build({ ...options, out }));
  }
});

/** What an article says, to tell one bundle from the other. */
const wordsOf = (html: string): string | undefined => /Words number \d/.exec(html)?.[0];

/** The addresses of what a page of the first bundle names and the same page of the second does not. */
function onlyBefore(): string[] {
  const [before, after] = [first, second].map((folder) =>
    partsOf(readFileSync(join(folder, ARTICLE, "index.html"), "utf8")),
  );
  const only = (before ?? []).filter((path) => after?.includes(path) !== true);
  expect(only.length).toBeGreaterThan(0);
  return only;
}

const withoutNginx = await missingTools(["nginx"]);

describe.skipIf(withoutNginx)("while one bundle takes the place of another on nginx", () => {
  const www = join(directory, "www");
  const run = promisify(execFile);
  let server: RunningServer;

  beforeAll(async () => {
    mkdirSync(www);
    await run("bash", ["-ec", switchCommands(www, first)]);
    const hosting = hostingOf(aPublication([]));
    server = await startServer("nginx", {
      root: join(www, "current"),
      folder: directory,
      hosting: { ...hosting, base: "/" },
    });
  });
  afterAll(() => server?.stop());

  test("no reader misses a style, a script, a picture, a part of the search or a feed", async () => {
    const shown = async () => wordsOf((await server.ask(ARTICLE)).body.toString());
    const before = await shown();
    const readers = startReaders((target) => server.ask(target), PAGES, 100);
    await setTimeout(BEFORE_AND_AFTER_MS);
    await run("bash", ["-ec", switchCommands(www, second)]);
    await setTimeout(BEFORE_AND_AFTER_MS);
    const { missing, rounds } = await readers.stop();
    expect(missing).toEqual([]);
    expect(rounds).toBeGreaterThan(4);
    expect([before, await shown()]).toEqual(["Words number 1", "Words number 2"]);
    for (const path of onlyBefore()) expect((await server.ask(path)).status, path).toBe(200);
  });
});

const withoutRclone = await missingTools(["rclone"]);

describe.skipIf(withoutRclone)("while an upload changes an object store", () => {
  /** How long a reader takes from a page to what it names, and how long the upload waits for that. */
  const [DELAY_MS, GRACE_MS] = [2500, 4000];
  let place: Place;
  afterAll(() => place?.close());

  const send = (folder: string, grace: number) =>
    upload({
      folder,
      target: place.target,
      store: rcloneStore(place.target, runRclone),
      dryRun: false,
      all: false,
      preview: false,
      use: { copies: false },
      clock: Date.now,
      grace: () => setTimeout(grace),
      onStep: () => undefined,
    });

  /** As what stands before a store serves it: the front file of a folder for an address that ends with a slash. */
  const ask = (target: string): Promise<{ status: number; body: Buffer }> => {
    const path = target.slice(1) + (target.endsWith("/") ? "index.html" : "");
    const body = place.files().get(path);
    return Promise.resolve({ status: body ? 200 : 404, body: body ?? Buffer.alloc(0) });
  };

  test("no reader misses anything that belongs to a page, and it goes afterwards", async () => {
    place = await openBucket();
    await send(first, 0);
    const readers = startReaders(ask, PAGES, DELAY_MS);
    await setTimeout(BEFORE_AND_AFTER_MS);
    expect((await send(second, GRACE_MS)).exitCode).toBe(0);
    await setTimeout(BEFORE_AND_AFTER_MS);
    const { missing, rounds } = await readers.stop();
    expect(missing).toEqual([]);
    expect(rounds).toBeGreaterThan(4);
    expect(wordsOf((await ask(ARTICLE)).body.toString())).toBe("Words number 2");
    for (const path of onlyBefore()) expect((await ask(path)).status, path).toBe(404);
  });
});
