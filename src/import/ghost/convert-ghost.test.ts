import { expect, test } from "vitest";
import {
  lexicalDocument,
  lexicalElement,
  lexicalText,
  mobiledocCard,
} from "../../../tests/fixtures/ghost-documents.ts";
import type { BodyContext, ConvertedBody } from "../converted-body.ts";
import { contentPath } from "./content-files.ts";
import { convertGhost } from "./convert-ghost.ts";

const ROOT = "https://old.example/";

const fileAt = (path: string): ReturnType<BodyContext["fileOf"]> => ({
  file: { key: path, addresses: [], target: { public: path } },
  src: `/${path}`,
});
const CONTEXT: BodyContext = {
  base: `${ROOT}post/`,
  language: "en",
  link: () => undefined,
  file: (url) => {
    const path = contentPath(url.href, ROOT);
    return path === undefined ? undefined : fileAt(path);
  },
  fileOf: fileAt,
};

function converted(body: string, form = "html"): ConvertedBody {
  return convertGhost({ body, details: { form, root: ROOT } }, CONTEXT);
}

const lines = ({ text }: ConvertedBody): string[] => text.split("\n").filter((line) => line !== "");

test.each([
  [
    "a picture of version 1",
    '<figure class="kg-image-card"><img src="/content/images/a.jpg" class="kg-image kg-image-wide"></figure>',
    ['<Figure src="/content/images/a.jpg" alt="ALT MISSING" wide />'],
  ],
  [
    "a size of a picture",
    '<p><img src="__GHOST_URL__/content/images/size/w600/2020/a.jpg" alt="A"></p>',
    ["![A](/content/images/2020/a.jpg)"],
  ],
  [
    "a preview of a page without anything but its title",
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://b.example/"><div class="kg-bookmark-title">B</div></a></figure>',
    ["[B](https://b.example/)"],
  ],
  [
    "a note whose sign says its kind",
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">⚠️</div><div class="kg-callout-text">Mind the gap</div></div>',
    ['<Callout kind="warning">', "Mind the gap", "</Callout>"],
  ],
  [
    "a token",
    '<figure class="kg-card kg-embed-card kg-nft-card"><a class="kg-nft-card-container" href="https://nft.example/1"><img class="kg-nft-image" src="https://nft.example/1.png"><h4 class="kg-nft-title"> Ape </h4><div class="kg-nft-creator">Created by <span class="kg-nft-creator-name">Ann</span> • Apes</div><p class="kg-nft-description">An ape</p></a></figure>',
    ["[Ape](https://nft.example/1)\\", "Ann · Apes\\", "An ape"],
  ],
  [
    "a link to a heading whose id is percent-encoded",
    '<h2 id="%C3%BCber">Über</h2><p><a href="#%C3%BCber">x</a></p>',
    ["## Über", "[x](#über)"],
  ],
  [
    "a quotation set large",
    '<blockquote class="kg-blockquote-alt">Large</blockquote>',
    ["<PullQuote>", "Large", "</PullQuote>"],
  ],
  [
    "a card of another program, which stays as HTML",
    '<div class="kg-card kg-own-card"><p>Own</p></div>',
    ["Own"],
  ],
])("%s", (_, html, expected) => {
  expect(lines(converted(html))).toEqual(expected);
});

test("what only members saw is left out of a public text, and noted", () => {
  const gate = '<!--kg-gated-block:begin nonMember:false memberSegment:"" -->';
  const open = '<!--kg-gated-block:begin nonMember:true memberSegment:"" -->';
  const end = "<!--kg-gated-block:end-->";
  const html = `<p>a</p>${gate}<p>SECRET</p>${end}<p>b</p>${open}<p>c</p>${end}<p>d</p>${gate}<p>SECRET too`;
  const { text, notes } = converted(html);
  expect(text.match(/\w+/g)).toEqual(["a", "b", "c", "d"]);
  expect(notes.map(({ kind }) => kind)).toEqual(["lost", "lost"]);
  for (const visibility of [
    { web: { nonMember: false, memberSegment: "status:free" }, email: { memberSegment: "" } },
    { showOnWeb: false, showOnEmail: true, segment: "" },
    { emailOnly: true, segment: "" },
  ]) {
    const card = { type: "html", version: 1, html: "<p>SECRET</p>", visibility };
    const made = converted(lexicalDocument(card), "lexical");
    expect([made.text, made.notes[0]?.kind]).toEqual(["", "lost"]);
  }
});

test("a card that is not known keeps all its texts", () => {
  const fields = { title: "One", nested: { html: "<b>Two</b>", list: ["Three"] }, colour: "red" };
  for (const made of [
    converted(lexicalDocument({ type: "poll", version: 1, ...fields }), "lexical"),
    converted(mobiledocCard("poll", fields), "mobiledoc"),
  ]) {
    expect(made.text.match(/\b(?:One|Two|Three|red)\b/g)).toEqual(["One", "Two", "Three"]);
    expect(made.notes).toEqual([
      { kind: "look", what: "The card `poll` is nothing that Stet has; its text is kept" },
    ]);
  }
});

test("formats stay open from one text to the next", () => {
  const texts = [
    lexicalText("bold ", 1),
    lexicalText("both", 3),
    lexicalText(" bold", 1),
    lexicalText(" plain"),
  ];
  const document = lexicalDocument(lexicalElement("paragraph", texts));
  expect(converted(document, "lexical").text.trim()).toBe("**bold *both* bold** plain");
});

test("unfinished links of the editor are not in the text", () => {
  const search = lexicalElement("at-link", [
    { type: "zwnj", version: 1 },
    { type: "at-link-search", text: "@searched", version: 1 },
  ]);
  const document = lexicalDocument(lexicalElement("paragraph", [lexicalText("Words"), search]));
  expect(converted(document, "lexical").text.trim()).toBe("Words");
});

test("a picture that Mobiledoc has as a section is a picture", () => {
  const document = JSON.stringify({
    version: "0.3.1",
    sections: [
      [2, "__GHOST_URL__/content/images/a.jpg"],
      [77, "x"],
    ],
  });
  const { text, notes } = converted(document, "mobiledoc");
  expect(text.trim()).toBe("![ALT MISSING](/content/images/a.jpg)");
  expect(notes).toMatchObject([{ kind: "lost" }]);
});

test("Markdown is read as Ghost reads it", () => {
  const { text, after } = converted(
    "#Heading\nOne\ntwo H~2~O m^2^ ~~gone~~\n`a ==b== c`\n\n```\n#code ==x==\nmore\n```\n\n==marked== a[^1] b[^2]\n\n[^1]: First.\n[^2]: Second.",
    "markdown",
  );
  expect(text).toContain(
    "## Heading\n\nOne\\\ntwo H<sub>2</sub>O m<sup>2</sup> ~~gone~~\\\n`a ==b== c`\n\n```\n#code ==x==\nmore\n```\n\n<mark>marked</mark>",
  );
  expect(after.footnotes).toBe(2);
});

test.each([
  ["lexical", "no JSON"],
  ["lexical", '{"root":{}}'],
  ["lexical", "[]"],
  ["mobiledoc", '{"sections":{}}'],
  ["mobiledoc", "null"],
])("a text in %s that is none stays as it is: %s", (form, body) => {
  const { text, notes } = converted(body, form);
  expect(text.replaceAll("\\", "").trim()).toBe(body);
  expect(notes[0]?.what).toContain(form);
});

test.each([
  ["lexical", '{"root":{"children":[{"type":"paragraph"},1,null,{"type":5},{"children":[[]]}]}}'],
  ["lexical", '{"root":{"children":[{"type":"list","children":[{"type":"listitem"}]}]}}'],
  ["lexical", '{"root":{"children":[{"type":"image"},{"type":"gallery","images":[null,{}]}]}}'],
  ["mobiledoc", '{"sections":[[10,7],[1,"p",[[0,[9],3,"a"],[1,[],0,4],5]],[3],null,[1,"<x>",[]]]}'],
  ["mobiledoc", '{"sections":[[10,0],[10,1]],"cards":[["image",null],["bookmark",[]]]}'],
])("a damaged document in %s is no error: %s", (form, body) => {
  expect(() => converted(body, form)).not.toThrow();
});

test("documents deeper than can be followed keep their words", () => {
  const deep = `${'{"type":"quote","children":['.repeat(50_000)}{"type":"text","text":"Words"}${"]}".repeat(50_000)}`;
  expect(converted(`{"root":{"children":[${deep}]}}`, "lexical").text).toContain("Words");
});
