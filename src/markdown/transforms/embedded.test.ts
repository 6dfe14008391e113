import { describe, expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml } from "../render-body.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";

function page(source: string): string {
  return pageHtml(parseBody(source, "md"), testTargets())
    .replaceAll(/ data-note="\d+"/g, "")
    .replace(/<ol class="link-notes"[^]*$/, "");
}

function fixes(source: string, format: "md" | "mdx" = "md"): string[] {
  return parseBody(source, format).diagnostics.map(({ code, fix }) => `${code}: ${fix}`);
}

describe("what loads something from elsewhere leaves its address and its text:", () => {
  test.each([
    ['<video src="/a.mp4"></video>', '<p><a href="/a.mp4">/a.mp4</a></p>'],
    [
      '<video><source src="/a.mp4"><source src="/a.webm"></video>',
      '<p><a href="/a.mp4">/a.mp4</a></p>',
    ],
    ['<video src="/a.mp4" title="The lock"></video>', '<p><a href="/a.mp4">The lock</a></p>'],
    ['<audio><source src="/a.mp3"></audio>', '<p><a href="/a.mp3">/a.mp3</a></p>'],
    [
      '<video controls><source src="/a.mp4"><a href="/a.mp4">Download</a> the film.</video>',
      '<p><a href="/a.mp4">Download</a> the film.</p>',
    ],
    ['<video src="/a.mp4">See the film.</video>', '<p><a href="/a.mp4">See the film.</a></p>'],
    [
      '<video src="/a.mp4">Your browser does not support video.</video>',
      '<p><a href="/a.mp4">/a.mp4</a></p>',
    ],
    [
      '<object><param name="movie" value="https://a.example/b.swf"><p>See the film.</p></object>',
      '<p><a href="https://a.example/b.swf">See the film.</a></p>',
    ],
    [
      '<object data="/a.pdf"><p>One.</p><p>Two, with a <a href="/b">link</a>.</p></object>',
      '<p><a href="/a.pdf">/a.pdf</a></p><p>One.</p><p>Two, with a <a href="/b">link</a>.</p>',
    ],
    [
      '<object><param name="movie" value="/a.swf"><embed src="/a.swf"></object>',
      '<p><a href="/a.swf">/a.swf</a></p>',
    ],
    ["<object><p>Only words.</p></object>", "<p>Only words.</p>"],
    [
      '<iframe src="https://a.example/"><p>The <b>map</b></p></iframe>',
      '<p><a href="https://a.example/">The map</a></p>',
    ],
    ['<frame src="/a">', '<p><a href="/a">/a</a></p>'],
    ['<video src=" /a.mp4 "></video>', '<p><a href="/a.mp4">/a.mp4</a></p>'],
    ['<video src=" "><source src="/a.mp4"></video>', '<p><a href="/a.mp4">/a.mp4</a></p>'],
    ['<map><area href="/a" alt="The quay"></map>', '<p><a href="/a">The quay</a></p>'],
    [
      'A <video src="/a.mp4"></video> in a line.',
      '<p>A <a href="/a.mp4">/a.mp4</a> in a line.</p>',
    ],
    ['[a <video src="/a.mp4"></video>](/b)', '<p><a href="/b">a /a.mp4</a></p>'],
  ])("%s", (source, html) => {
    expect(page(source).replaceAll("\n", "")).toBe(html);
    expect(fixes(source).every((fix) => fix.startsWith("html/element-removed"))).toBe(true);
  });

  test("a feed has the same link", () => {
    expect(feedHtml(parseBody('<audio><source src="/a.mp3"></audio>', "md"), testTargets())).toBe(
      '<p><a href="https://press.example/a.mp3">/a.mp3</a></p>',
    );
  });

  test("the link is checked as any other", () => {
    expect(parseBody('<video><source src="/a.mp4"></video>', "md").metadata.links).toMatchObject([
      { href: "/a.mp4", line: 1, column: 1 },
    ]);
  });
});

describe("the frame of a known player", () => {
  test.each([
    [
      "https://www.youtube.com/embed/aqz-KE-bpKQ?rel=0",
      "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    ],
    ["//www.youtube.com/embed/aqz-KE-bpKQ", "https://www.youtube.com/watch?v=aqz-KE-bpKQ"],
    [
      "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
      "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    ],
    ["https://player.vimeo.com/video/76979871", "https://vimeo.com/76979871"],
  ])("%s becomes a link to its page, and names the component", (frame, address) => {
    expect(page(`<iframe src="${frame}" title="A film"></iframe>`)).toBe(
      `<p><a href="${address}">A film</a></p>`,
    );
    const tag = `<Video src="${address}" title="WRITE THE TITLE HERE" />`;
    expect(fixes(`<iframe src="${frame}"></iframe>`)).toEqual([
      `html/element-removed: Rename the file so that it ends in \`.mdx\`, and write \`${tag}\`.`,
    ]);
    expect(fixes(`<iframe src="${frame}"></iframe>`, "mdx")).toEqual([
      `html/element-removed: Write \`${tag}\`.`,
    ]);
    const filled = tag.replace("WRITE THE TITLE HERE", "A film");
    expect(parseBody(filled, "mdx").diagnostics).toEqual([]);
  });

  test("of the time of Flash is one too", () => {
    expect(
      page(
        '<object><param name="movie" value="http://www.youtube.com/v/aqz-KE-bpKQ&hl=en"></object>',
      ),
    ).toBe(
      '<p><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">https://www.youtube.com/watch?v=aqz-KE-bpKQ</a></p>',
    );
  });

  test("of a list of films becomes a link to the list", () => {
    const frame = '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>';
    const address = "https://www.youtube.com/playlist?list=PL1";
    expect(page(frame)).toBe(`<p><a href="${address}">${address}</a></p>`);
    for (const format of ["md", "mdx"] as const)
      expect(fixes(frame, format)).toEqual([
        `html/element-removed: Write \`[youtube.com](${address})\`.`,
      ]);
  });

  test("that a script was to load is one too", () => {
    expect(page('<iframe data-src="//www.youtube.com/embed/aqz-KE-bpKQ" title="A"></iframe>')).toBe(
      '<p><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">A</a></p>',
    );
  });

  test("of another host keeps its address, and names none", () => {
    for (const format of ["md", "mdx"] as const)
      expect(fixes('<iframe src="https://a.example/"></iframe>', format)).toEqual([
        "html/element-removed: Write `[a.example](https://a.example/)`.",
      ]);
  });
});

test("two addresses in a line do not run together", () => {
  expect(page('A <object data="/b.swf"><embed src="/c.swf"></object>')).toBe(
    '<p>A <a href="/b.swf">/b.swf</a> <a href="/c.swf">/c.swf</a></p>',
  );
});

test.each([
  ["<button>Press</button> it", "Write `Press`."],
  [
    "<button><b>Press</b></button> it",
    "Remove `<button>` and `</button>`, or write it in Markdown.",
  ],
  ["<script>a()</script> it", "Remove `<script>a()</script>`."],
  [
    "<svg><text>a</text></svg>",
    "Put the drawing in a file next to the article, and write `![WRITE WHAT THE PICTURE SHOWS HERE](./drawing.svg)`.",
  ],
  ['<Aside title="b">a</Aside>', "Rename the file so that it ends in `.mdx`."],
  ['<Table caption="b">\n\n| a |\n|---|\n\n</Table>', "Rename the file so that it ends in `.mdx`."],
  ['<Code title="b.js">a</Code>', "Rename the file so that it ends in `.mdx`."],
])("%s: what to write instead is told", (source, fix) => {
  expect(fixes(source)).toEqual([`html/element-removed: ${fix}`]);
});

test("tables and code of old pages may have capitals", () => {
  expect(fixes("<Table><Tr><Td><Code>a</Code></Td></Tr></Table>\n\n<FIGURE>b</FIGURE>")).toEqual(
    [],
  );
});

test("a component in .md is told by its own name", () => {
  expect(parseBody('<Callout kind="note">a</Callout>', "md").diagnostics[0]?.message).toMatch(
    /^`<Callout>` is a component/,
  );
});

describe("other elements that no article holds leave their text:", () => {
  test.each([
    ['<progress value="3" max="5">3 of 5</progress>', "<p>3 of 5</p>"],
    ['<progress value="3" max="5"></progress>', "<p>3/5</p>"],
    ['<meter value="0.6"></meter>', "<p>0.6</p>"],
    ["<button>Press</button> it", "<p>Press it</p>"],
    ["<select><option>One</option><option>Two</option></select>", "<p>One Two </p>"],
    ["<textarea>A *b* <b>c</b></textarea>", "A *b* <b>c</b>"],
    ["a <textarea>A *b* <b>c</b></textarea>", "<p>a A <em>b</em> <b>c</b></p>"],
    ["<title>T</title>", "T"],
    ["<fieldset><legend>L</legend>F</fieldset>", "L F"],
    ["<template>T</template>", "<p>T</p>"],
    ["<canvas>T</canvas> <output>U</output>", "<p>T U</p>"],
    ["<noembed><a href=/a>T</a></noembed>", '<p><a href="/a">T</a></p>'],
    [
      "<svg><title>The quay</title><path d='M0'/><text>12 m</text><style>a{}</style></svg>",
      "<p>The quay 12 m</p>",
    ],
  ])("%s", (source, html) => {
    expect(page(source)).toBe(html);
    expect(fixes(source).length).toBeGreaterThan(0);
  });

  test("pictures that only name their forms, or were to be loaded by a script, are pictures", () => {
    const sources = (source: string): string[] =>
      parseBody(source, "md").metadata.images.map(({ src }) => src);
    expect(sources('<picture><source srcset="/a.webp 1x, /b.webp 2x"></picture>')).toEqual([
      "/a.webp",
    ]);
    expect(
      sources('<picture><source srcset="/a.webp"><img src="/b.png" alt="B"></picture>'),
    ).toEqual(["/b.png"]);
    expect(sources('<img data-src="/a.png" alt="A"> <img srcset="/b.png 2x" alt="B">')).toEqual([
      "/a.png",
      "/b.png",
    ]);
  });
});

describe.each(["md", "mdx"] as const)("formulas in .%s", (format) => {
  const formula =
    '<math display="block"><mfrac linethickness="0"><mi mathvariant="normal">x</mi><mn>2</mn></mfrac><mo>=</mo><mtext>a b</mtext></math>';

  test("are kept, on the page and in feeds", () => {
    const body = parseBody(formula, format);
    expect(body.diagnostics).toEqual([]);
    expect(pageHtml(body, testTargets())).toContain(formula);
    expect(feedHtml(body, testTargets())).toContain(formula);
    expect(body.metadata.words).toBe(3);
  });

  test("have nothing in them that acts or says them twice", () => {
    const body = parseBody(
      "a <math><semantics><mi>x</mi><annotation encoding='x'>\\x</annotation></semantics></math> b",
      format,
    );
    expect(pageHtml(body, testTargets())).toMatch(/^<p>a <math>(?:<mi>x<\/mi>)<\/math> b<\/p>$/);
  });

  test("have their parts in them alone", () => {
    expect(parseBody("<mi>x</mi>", format).diagnostics).toHaveLength(format === "md" ? 2 : 1);
  });
});
