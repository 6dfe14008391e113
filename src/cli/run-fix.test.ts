import { chmodSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitPublication } from "../../tests/fixtures/git-publication.ts";
import { EXAMPLE_PUBLICATION, exampleArticle } from "../checks/example.ts";

const STORY = "content/articles/2026/03/story.mdx";
const ANGLE = exampleArticle({}, "Fewer than <5 remain.");
const MENDED = exampleArticle({}, "Fewer than \\<5 remain.");

describe("fixing", () => {
  test("mends what one fault hides, keeps comments, and tells what is left", async () => {
    const { write, check, root } = gitPublication({ init: false });
    write({
      [STORY]: `---
# The desk's own order.
headline: Search: a year in review # as printed
description: What the story says.
category: Engine rooms
author: nobody
date: 2 March 2026
kicker: Tests
---

##What is known

Fewer than <5 remain.
`,
    });
    const { code, stdout } = await check({ fix: "write" });
    expect(code).toBe(1);
    expect(stdout).toMatchSnapshot();
    expect(readFileSync(join(root, STORY), "utf8")).toMatchSnapshot();
    const again = await check({ fix: "write" });
    expect(again.stdout).toMatch(/^Nothing to fix\.\n/);
  });

  test("keeps line ends, a byte order mark and rights", async () => {
    const { write, check, root } = gitPublication({ init: false });
    write({ [STORY]: `\uFEFF${ANGLE.replaceAll("\n", "\r\n")}` });
    chmodSync(join(root, STORY), 0o640);
    expect((await check({ fix: "write" })).code).toBe(0);
    expect(readFileSync(join(root, STORY), "utf8")).toBe(
      `\uFEFF${MENDED.replaceAll("\n", "\r\n")}`,
    );
    expect(lstatSync(join(root, STORY)).mode & 0o777).toBe(0o640);
  });

  test("leaves symbolic links and what they lead to alone", async () => {
    const { write, check, root } = gitPublication({ init: false });
    write({ "elsewhere.mdx": ANGLE });
    symlinkSync("../../../../elsewhere.mdx", join(root, STORY));
    const { code, stdout } = await check({ fix: "write" });
    expect(code).toBe(1);
    expect(stdout).toContain("Nothing to fix.");
    expect(readlinkSync(join(root, STORY))).toBe("../../../../elsewhere.mdx");
    expect(readFileSync(join(root, "elsewhere.mdx"), "utf8")).toBe(ANGLE);
  });

  test("leaves a text as it is where the remedy would bring another error", async () => {
    const { write, check, root } = gitPublication({ init: false });
    const text = exampleArticle({}, "A picture: ![A lock](my lock.jpg).");
    write({ [STORY]: text });
    const { stdout } = await check({ fix: "write" });
    expect(stdout)
      .toContain(`Left as it is, since the remedy would bring another error or does not fit the file:
  ${STORY}:10  markdown/address
`);
    expect(readFileSync(join(root, STORY), "utf8")).toBe(text);
  });

  test("mends the others of many files of which one cannot be mended", async () => {
    const { write, check, root } = gitPublication({ init: false });
    write({
      [STORY]: ANGLE,
      "content/articles/2026/03/other.mdx": exampleArticle({}, "![A lock](my lock.jpg), and 1 <2."),
    });
    await check({ fix: "write" });
    expect(readFileSync(join(root, STORY), "utf8")).toBe(MENDED);
    expect(readFileSync(join(root, "content/articles/2026/03/other.mdx"), "utf8")).toContain(
      "![A lock](my lock.jpg), and 1 \\<2.",
    );
  });

  test("can be tried: the diff is one that git applies, and nothing is written", async () => {
    const { write, check, root, git } = gitPublication();
    const name = "content/articles/2026/03/two-lines.mdx";
    const marked = "content/articles/2026/03/marked.mdx";
    const broken = "content/articles/2026/03/broken.mdx";
    write({
      [STORY]: ANGLE.trimEnd(),
      [name]: ANGLE.replaceAll("\n", "\r\n"),
      [marked]: `\uFEFF${ANGLE.replace("title:", "titel:")}`,
      [broken]: ANGLE.replace("Fewer", "A line\u2028and\u0085another.\u000BFewer"),
    });
    const { stdout, stderr } = await check({ fix: "show" });
    expect(readFileSync(join(root, STORY), "utf8")).toBe(ANGLE.trimEnd());
    expect(stderr).toContain("Would be fixed: ");
    write({ "a.patch": stdout });
    git("apply", "a.patch");
    expect(readFileSync(join(root, STORY), "utf8")).toBe(MENDED.trimEnd());
    expect(readFileSync(join(root, name), "utf8")).toBe(MENDED.replaceAll("\n", "\r\n"));
    expect(readFileSync(join(root, marked), "utf8")).toBe(`\uFEFF${MENDED}`);
  });

  test("reaches the files of a change alone, where that is asked for", async () => {
    const { write, check, root, commit } = gitPublication();
    write({ [STORY]: ANGLE });
    commit();
    write({ "content/articles/2026/03/other.mdx": ANGLE });
    await check({ fix: "write", scope: { kind: "changed", base: undefined } });
    expect(readFileSync(join(root, STORY), "utf8")).toBe(ANGLE);
    expect(readFileSync(join(root, "content/articles/2026/03/other.mdx"), "utf8")).toBe(MENDED);
  });

  test("says on the standard error what was mended where the output is for programs", async () => {
    const { write, check } = gitPublication({ init: false });
    write({ [STORY]: ANGLE });
    const { stdout, stderr } = await check({ fix: "write", format: "json" });
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0, findings: [] });
    expect(stderr).toContain("Fixed: 1 problem in 1 file.");
  });

  test("mends the other files where one cannot be written, and tells of both", async () => {
    const { write, check, root } = gitPublication({ init: false });
    // There is no room in a folder for the name of a file beside it, which is written first.
    const name = `content/articles/2026/03/${"a".repeat(245)}.mdx`;
    write({ [name]: ANGLE, [STORY]: ANGLE });
    const { code, stdout, stderr } = await check({ fix: "write" });
    expect(code).toBe(4);
    expect(stdout).toContain(`Fixed: 1 problem in 1 file.\n  ${STORY}:10  `);
    expect(stderr).toContain(
      `${name} could not be written and is as it was: ENAMETOOLONG: name too long. Give the file a shorter name, then run the command again.\n`,
    );
    expect(readFileSync(join(root, STORY), "utf8")).toBe(MENDED);
    expect(readFileSync(join(root, name), "utf8")).toBe(ANGLE);
  });

  test("leaves links to old and misspelt addresses the links that they are", async () => {
    const { write, check, root } = gitPublication({ init: false });
    const imported = "content/articles/2026/03/story.md";
    const lines = (moved: string, dead: string): string =>
      `Read https://paper.example${moved} first, and <https://paper.example${moved}>, and
https://paper.example${dead}.

The [second page](${moved}?page=2&q=x), a [part of it](${moved}?page=2#top), [another](//paper.example${moved}).`;
    const site = EXAMPLE_PUBLICATION["site.yaml"] ?? "";
    expect(site).toContain("url: https://paper.example/\n");
    write({
      "content/redirects.yaml": "moved:\n  /old/: /2026/03/plain/\n",
      [imported]: exampleArticle({}, lines("/old/", "/2026/03/plain.html")),
    });
    await check({ fix: "write" });
    expect(readFileSync(join(root, imported), "utf8")).toBe(
      exampleArticle({}, lines("/2026/03/plain/", "/2026/03/plain/")),
    );
  });
});
