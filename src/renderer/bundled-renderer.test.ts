import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openRenderer } from "./bundled-renderer.ts";

/** A module like those that Astro builds, whose app keeps what it is given. */
const BUILT = `
  const destination = { write() {} };
  export const given = {};
  export const app = {
    manifest: { base: "/" },
    routeCache: { clearAll() {} },
    logger: { options: { destination }, error() {} },
    getOptions() {},
    setOptions(options) { given.options = options; },
    setInternals(internals) { given.internals = internals; },
    getComponentByRoute() {},
    render() {},
  };
`;

test("an app in another process gets sheets and scripts, and goes on to log where it did", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-renderer-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const entry = join(folder, "prerender-entry.mjs");
  writeFileSync(entry, BUILT);
  const { href } = pathToFileURL(entry);
  const scripts = [{ stage: "page", content: "a()" }];
  await openRenderer({
    entry: href,
    styles: [["page", ["sheet"]]],
    scripts,
    origin: "https://paper.example",
  });
  const { app, given } = (await import(href)) as {
    app: { logger: { options: { destination: object } } };
    given: { options: object; internals: object };
  };
  const { destination } = app.logger.options;
  expect(given.options).toEqual({ settings: { scripts }, logger: { options: { destination } } });
  expect(given.internals).toEqual({ pagesByKeys: new Map([["page", { styles: ["sheet"] }]]) });
});
