import { withContentFolder } from "../domain/content-path.ts";
import { expect, test } from "vitest";
import type { References } from "../loader/references.ts";
import { referenceDiagnostics } from "./reference-diagnostics.ts";

const METADATA: References["metadata"] = {
  words: 1,
  headings: [],
  ids: [],
  links: [],
  images: [],
  components: [],
  excerpt: "",
};
const NONE = new Map<string, string>();
const AUTHORS = new Map([
  ["jo", "Jo Doe"],
  ["ada-palmer", "Ada Palmer"],
  ["2fast", "Two Fast"],
]);
const CATEGORIES = new Map([
  ["town", "Town"],
  ["stadt-und-land", "Land & Stadt"],
  ["2025", "Last year"],
]);

function told(references: Partial<References>, language = "en"): string[] {
  const text = { file: "articles/2026/03/story.mdx", path: "/2026/03/story/", metadata: METADATA };
  return referenceDiagnostics([{ references: { ...text, ...references }, places: {} }], {
    language,
    categories: CATEGORIES,
    authors: AUTHORS,
    stories: NONE,
    posts: NONE,
  }).map(({ message, fix }) => withContentFolder(`${message} ${fix}`, "content/"));
}

test.each([
  ["Jo Doe", "Write `jo`."],
  ["jo.yaml", "Write `jo`."],
  ["authors/jo", "Write `jo`."],
  ["@jo", "Write `jo`."],
  ["ADA PALMER", "Write `ada-palmer`."],
  ["Jo Doe and Ada Palmer", "Write `[jo, ada-palmer]`."],
  ["Jo Doe, Ada Palmer", "Write `[jo, ada-palmer]`."],
  ["jo & ada-palmer", "Write `[jo, ada-palmer]`."],
])("the author %s is told as it is typed", (author, fix) => {
  expect(told({ authors: [author] }).map((one) => one.slice(one.indexOf("Write")))).toEqual([fix]);
});

test("an & is the word of the language in the file that is offered", () => {
  expect(told({ category: "Stadt & Land" }, "de")[0]).toMatch(/Write `stadt-und-land`\.$/);
  expect(told({ category: "Kunst & Kultur" }, "de")[0]).toMatch(
    /the file `content\/categories\/kunst-und-kultur.yaml` .*, and write `kunst-und-kultur`\.$/,
  );
});

test("a name that is nearly one is offered, and what to do if it is another", () => {
  expect(told({ authors: ["ada-plamer"] })).toMatchInlineSnapshot(`
    [
      "There is no author \`ada-plamer\`: the file content/authors/ada-plamer.yaml does not exist. Write \`ada-palmer\`, if that is meant. Otherwise create the file \`content/authors/ada-plamer.yaml\` with the line \`name: Ada Plamer\`.",
    ]
  `);
});

test("of a name that is like none, those that there are are listed, and the file of a new one", () => {
  expect(told({ authors: ["Grace Hall"], category: "sport" })).toMatchInlineSnapshot(`
    [
      "There is no category \`sport\`: the file content/categories/sport.yaml does not exist. Write \`town\`, \`stadt-und-land\` or \`'2025'\`, or create the file \`content/categories/sport.yaml\` with the line \`title: Sport\`.",
      "There is no author \`Grace Hall\`: the file content/authors/grace-hall.yaml does not exist. Write \`jo\`, \`ada-palmer\` or \`2fast\`, or create the file \`content/authors/grace-hall.yaml\` with the line \`name: Grace Hall\`, and write \`grace-hall\`.",
    ]
  `);
});

test("where there are no data files yet, the first one is described", () => {
  expect(told({ story: "bridge: the case" })).toMatchInlineSnapshot(`
    [
      "There is no story \`bridge: the case\`: the file content/stories/bridge-the-case.yaml does not exist. Create the file \`content/stories/bridge-the-case.yaml\` with the line \`title: "Bridge: the case"\`, and write \`bridge-the-case\`.",
    ]
  `);
});

test("a slug that YAML would read as a number is quoted", () => {
  expect(told({ category: "Last year" })[0]).toContain("Write `'2025'`.");
});

test("a post by its address is told with the command that keeps it", () => {
  const posts = [{ slug: "https://x.com/desk/status/1", line: 3, column: 1 }];
  expect(told({ metadata: { ...METADATA, posts } })).toEqual([
    '`post` is the name of a file in `posts/`, not the address of a post. Run `npx --no-install stet keep "https://x.com/desk/status/1"`, and write the line that it prints.',
  ]);
});
