import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NOW, text } from "./good-publication.ts";
import { spoiltPublication } from "./spoilt-publication.ts";

const ROOT = join(import.meta.dirname, "../../..");

test("check --json prints what docs/check.md describes", async () => {
  const files = { "articles/2026/03/story.mdx": text({ author: "adda" }, "Words.") };
  const folders = await spoiltPublication({ files }, "");
  const run = spawnSync(process.execPath, [join(ROOT, "scripts/check.ts"), "--json"], {
    encoding: "utf8",
    env: {
      ...process.env,
      STET_CONTENT: folders.content,
      STET_CACHE: folders.cache,
      STET_NOW: NOW,
    },
  });
  folders.remove();
  expect(run.status).toBe(1);
  expect(JSON.parse(run.stdout)).toEqual({
    version: 1,
    errors: 1,
    warnings: 0,
    findings: [
      {
        code: "reference/author",
        severity: "error",
        file: "articles/2026/03/story.mdx",
        line: 5,
        column: 9,
        length: 4,
        message: "There is no author `adda`: no file authors/adda.yaml.",
        fix: "Did you mean `ada`?",
      },
    ],
  });
});
