import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bodyContext, madeFile } from "../../../tests/fixtures/body-context.ts";
import { ROOT } from "../../../tests/structure/project-files.ts";
import { convertWordPress } from "./convert-wordpress.ts";
import { readWordPress } from "./read-wordpress.ts";

const EXPORT = join(ROOT, "../shared/fixtures/wxr/theme-test-2024.xml");

test.skipIf(!existsSync(EXPORT))(
  `the bodies of the theme test are converted without losing a word (skipped where ${EXPORT} is absent)`,
  async () => {
    const reader = readWordPress([EXPORT]);
    const archive = await reader.read(() => {});
    const context = { ...bodyContext(...archive.files), base: `${archive.site.url ?? ""}/` };
    const lost: string[] = [];
    const left: string[] = [];
    for await (const body of reader.bodies()) {
      const { before, after, text } = convertWordPress(body, context);
      for (const kind of ["words", "pictures", "headings", "tables", "footnotes"] as const)
        if (after[kind] < before[kind])
          lost.push(`${body.key}: ${before[kind]} ${kind} became ${after[kind]}`);
      // Links may have such words for their text.
      if (
        /<!-- |\[(?:gallery|caption|embed|audio|video)(?=[ \]])(?!\]\()/.test(
          text.replace(/`[^`]*`/g, ""),
        )
      )
        left.push(body.key);
    }
    expect(lost).toEqual([]);
    expect(left).toEqual([]);
  },
);

test.each([
  [
    "[caption]<img src='/wp-content/uploads/2020/a-300x200.jpg' alt='A boat'> At sea[/caption]",
    "At sea",
  ],
  [
    '<img src="https://i0.wp.com/old.example/wp-content/uploads/2020/a.jpg?resize=3" alt="A boat">',
    "",
  ],
])("the picture of %s is that of the archive", (body, caption) => {
  const converted = convertWordPress({ body }, bodyContext(madeFile("5", "2020/a.jpg")));
  expect(converted.text).toContain("/wp-content/uploads/2020/a.jpg");
  expect(converted.text).toContain("A boat");
  expect(converted.text).toContain(caption);
  expect(converted.files).toEqual(["5"]);
  expect(JSON.stringify(converted.after)).toBe(JSON.stringify(converted.before));
});

test("notes of all steps are in the result", () => {
  const { notes, text } = convertWordPress(
    { body: "a{b} [acme id=1]<!-- wp:archives /-->" },
    bodyContext(),
  );
  expect(text).toContain(String.raw`a\{b}`);
  expect(notes).toEqual([
    { kind: "look", what: "The shortcode `[acme]` is in the text as it was written" },
    { kind: "lost", what: "WordPress filled it when the page was shown: the block `archives`" },
  ]);
});

test.each([
  ["a[ref]A note[/ref] b"],
  [
    '<!-- wp:paragraph --><p>a<sup data-fn="x1" class="fn"><a href="#x1" id="x1-link">1</a></sup> b</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
  ],
])("the footnote of %s is one", (body) => {
  const footnotes = JSON.stringify([{ id: "x1", content: "A note" }]);
  const { text, after } = convertWordPress({ body, details: { footnotes } }, bodyContext());
  expect(text).toMatch(/^a\[\^1\] b$/m);
  expect(text).toMatch(/^\[\^1\]: A note$/m);
  expect(after.footnotes).toBe(1);
});

test.each([
  ["elements", `${"<div>".repeat(10_000)}word`],
  ["blocks", `${"<!-- wp:group --><div>".repeat(3_000)}word`],
  ["lists", `${"<ul><li>".repeat(2_000)}word`],
  ["shortcodes", `${"[vc_row]".repeat(5_000)}word${"[/vc_row]".repeat(5_000)}`],
])("many %s in each other are converted with their words", (_, body) => {
  expect(convertWordPress({ body }, bodyContext()).text).toContain("word");
});
