import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { EXAMPLE_NOW, exampleArticle } from "../../src/checks/example.ts";
import { gitPublication } from "../fixtures/git-publication.ts";
import { ROOT } from "../structure/project-files.ts";

const STORY = "content/articles/2026/03/story.mdx";
const INVALID = exampleArticle({ author: "adda" }, "Words.");
const VALID = exampleArticle({}, "Words.");

let watching: ChildProcess | undefined;
afterEach(() => watching?.kill("SIGKILL"));

/** Starts `stet check --watch`; `said` gives what it says from then on, up to the next state. */
function watch(root: string): {
  said: () => Promise<string>;
  quiet: (milliseconds: number) => Promise<string>;
  end: () => Promise<number | null>;
} {
  const child = spawn(process.execPath, [join(ROOT, "bin/stet.cjs"), "check", "--watch"], {
    cwd: root,
    env: { ...process.env, STET_NOW: EXAMPLE_NOW, STET_CONTENT: "", STET_CACHE: "", STET_WORK: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  watching = child;
  let text = "";
  let wake = (): void => {};
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
    wake();
  };
  child.stdout.on("data", take);
  const taken = (): string => {
    const all = text.replaceAll(/^\d\d:\d\d:\d\d/gm, "TIME");
    text = "";
    return all;
  };
  return {
    said: async () => {
      while (!/^\d\d:\d\d:\d\d {2}.*\n/m.test(text))
        await new Promise<void>((resolve) => (wake = resolve));
      return taken();
    },
    quiet: async (milliseconds) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return taken();
    },
    end: () => {
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      return ended;
    },
  };
}

test("a watched check tells what is new and what is gone, and ends with Ctrl-C", async () => {
  const { root, write } = gitPublication({ init: false });
  write({ [STORY]: INVALID });
  const { said, quiet, end } = watch(root);
  expect(await said()).toMatchInlineSnapshot(`
    "content/articles/2026/03/story.mdx:5:9  error  reference/author
      There is no author \`adda\`: the file content/authors/adda.yaml does not exist.
         5 | author: adda
           |         ^^^^
      → Write \`ada\`, if that is meant. Otherwise create the file \`content/authors/adda.yaml\` with the line \`name: Adda\`.

    TIME  1 error in 1 file.
    "
  `);

  // Another fault, above the first: what stood there before is not told again.
  write({ [STORY]: INVALID.replace("category: engines", "category: nowhere") });
  expect(await said()).toMatchInlineSnapshot(`
    "content/articles/2026/03/story.mdx:4:11  error  reference/category
      There is no category \`nowhere\`: the file content/categories/nowhere.yaml does not exist.
         4 | category: nowhere
           |           ^^^^^^^
      → Write \`engines\`, or create the file \`content/categories/nowhere.yaml\` with the line \`title: Nowhere\`.

    TIME  2 errors in 1 file.
    "
  `);

  // An editor that writes another file and renames it.
  writeFileSync(join(root, "content/articles/2026/03/.story.tmp"), VALID);
  renameSync(join(root, "content/articles/2026/03/.story.tmp"), join(root, STORY));
  expect(await said()).toMatchInlineSnapshot(`
    "content/articles/2026/03/story.mdx:4  gone  reference/category
    content/articles/2026/03/story.mdx:5  gone  reference/author

    TIME  No problems.
    "
  `);

  // Nothing that is told of.
  write({ "content/articles/2026/03/more.mdx": exampleArticle({}, "More.") });
  expect(await quiet(1500)).toBe("");
  expect(await end()).toBe(0);
});

test("it goes on without a site.yaml and without a folder, and tells a checkout once", async () => {
  const { root, write } = gitPublication({ init: false });
  write({ [STORY]: INVALID });
  const { said, end } = watch(root);
  await said();
  const site = "content/site.yaml";
  write({ [site]: "name: [\n" });
  expect(await said()).toMatchInlineSnapshot(`
    "content/site.yaml:1:7  error  yaml/syntax
      The value begins with \`[\`, which has a special meaning in YAML.
         1 | name: [
           |       ^
      → Write \`name: '['\`.

    TIME  The publication cannot be read; waiting for a change.
    "
  `);
  rmSync(join(root, site));
  expect(await said()).toContain("content/missing-site");
  renameSync(join(root, "content"), join(root, "away"));
  expect(await said()).toContain("content/missing-folder");
  renameSync(join(root, "away"), join(root, "content"));
  write({
    [site]: `name: The Test Paper\nurl: https://paper.example/\nlanguage: en\ntimezone: Europe/London\ndescription: A paper.\n`,
  });
  expect((await said()).trim()).toMatch(/TIME {2}1 error in 1 file\.$/);
  // As many as a checkout brings.
  write(
    Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `content/articles/2026/03/many-${at}.mdx`,
        exampleArticle({ author: "nobody" }, "Words."),
      ]),
    ),
  );
  expect((await said()).trim()).toMatch(/TIME {2}301 errors in 301 files\.$/);
  expect(await end()).toBe(0);
});
