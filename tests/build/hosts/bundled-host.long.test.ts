import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { EXIT } from "../../../src/cli/outcome.ts";
import { BUNDLED_HOSTS, FILES_IN_BUNDLE } from "../../../src/domain/host-names.ts";
import { GOOD_PUBLICATION } from "../bad-inputs/good-publication.ts";
import { bundleDifferences, readBundle } from "../bundles.ts";
import { checkoutOf } from "../checkout.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-bundled-host-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("a bundle has what its host reads there, and what another one reads no more", async () => {
  const checkout = checkoutOf("bundled-host");
  const options = buildIn(base, "2026-04-01T12:00:00Z");
  const site = String(GOOD_PUBLICATION["site.yaml"]);
  for (const [file, content] of Object.entries(GOOD_PUBLICATION))
    writeContent(options.content, file, content);
  assertBuilt(await checkout.build(options));
  const without = readBundle(options.out);
  for (const host of BUNDLED_HOSTS) {
    writeContent(options.content, "site.yaml", `${site}host: ${host}\n`);
    assertBuilt(await checkout.build(options));
    const bundle = readBundle(options.out);
    const added = [...bundle.keys()].filter((file) => !without.has(file));
    expect(added.sort(), host).toEqual([...FILES_IN_BUNDLE[host]].sort());
    expect((await checkout.verify(options)).code, host).toBe(EXIT.done);
  }
  const last = readBundle(options.out);
  const again = await checkout.build(options);
  assertBuilt(again);
  expect(again.stdout).toMatch(/rendered +0\n/);
  assertBuilt(await checkout.build({ ...options, clean: true }));
  expect(bundleDifferences(last, readBundle(options.out))).toEqual([]);
  writeContent(options.content, "redirects.yaml", "moved:\n  /old/: /\n");
  writeContent(options.content, "site.yaml", `${site}host: netlify\n`);
  assertBuilt(await checkout.build(options));
  expect(readFileSync(join(options.out, "_redirects"), "utf8")).toContain("/old/ / 301!\n");
});
