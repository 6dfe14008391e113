import { describe, expect, test } from "vitest";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { bodyContext } from "../../../tests/fixtures/body-context.ts";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";
import { convertHtml } from "./convert-html.ts";

const IMAGE = '<img src="/files/a.jpg" alt="A">';

const CASES: readonly (readonly [string, string, string])[] = [
  ["a picture", `<p>${IMAGE}</p>`, "![A](./a.jpg)"],
  ["a picture among words", `<p>a ${IMAGE} b</p>`, "a ![A](./a.jpg) b"],
  ["a picture without an alt text", '<img src="/files/a.jpg">', `![${MISSING_ALT}](./a.jpg)`],
  [
    "a picture that a script loads",
    '<img src="data:image/gif;base64,x" data-src="/files/a.jpg" alt="A"><noscript><img src="/files/a.jpg" alt="A"></noscript>',
    "![A](./a.jpg)",
  ],
  [
    "a picture with forms of several widths",
    '<picture><source srcset="/x.webp"><img srcset="/files/a.jpg 300w, /b.jpg 600w" alt="A"></picture>',
    "![A](./a.jpg)",
  ],
  [
    "a linked picture",
    `<a href="https://a.example/">${IMAGE}</a>`,
    "[![A](./a.jpg)](https://a.example/)",
  ],
  [
    "a figure",
    `<figure>${IMAGE}<figcaption>b <em>c</em></figcaption></figure>`,
    '<Figure src="./a.jpg" alt="A" caption="b c" />',
  ],
  [
    "a figure with a credit",
    `<figure>${IMAGE}<figcaption>b <span class="photo-credit">c</span></figcaption></figure>`,
    '<Figure src="./a.jpg" alt="A" caption="b" credit="c" />',
  ],
  ["a figure without a caption", `<figure>${IMAGE}</figure>`, "![A](./a.jpg)"],
  [
    "a figure whose caption has a link",
    `<figure>${IMAGE}<figcaption><a href="https://a.example/">b</a></figcaption></figure>`,
    "<figure>\n\n![A](./a.jpg)\n\n<figcaption>[b](https://a.example/)</figcaption>\n\n</figure>",
  ],
  [
    "a figure that is a link",
    `<figure><a href="https://a.example/">${IMAGE}</a><figcaption>b</figcaption></figure>`,
    "<figure>\n\n[![A](./a.jpg)](https://a.example/)\n\n<figcaption>b</figcaption>\n\n</figure>",
  ],
  [
    "a figure that links to its picture",
    `<figure><a href="/files/a.jpg">${IMAGE}</a><figcaption>b</figcaption></figure>`,
    '<Figure src="./a.jpg" alt="A" caption="b" />',
  ],
  [
    "a picture in the caption",
    `<figure>${IMAGE}<figcaption><img src="/files/b.jpg" alt="B"></figcaption></figure>`,
    "<figure>\n\n![A](./a.jpg)\n\n<figcaption>![B](./b.jpg)</figcaption>\n\n</figure>",
  ],
  [
    "a gallery",
    `<figure><figure>${IMAGE}<figcaption>a</figcaption></figure><figure>${IMAGE}</figure><figcaption>b</figcaption></figure>`,
    '<Gallery caption="b">\n\n<Figure src="./a.jpg" alt="A" caption="a" />\n\n<Figure src="./a.jpg" alt="A" />\n\n</Gallery>',
  ],
  [
    "a gallery as a list",
    `<ul class="wp-block-gallery"><li><figure>${IMAGE}</figure></li><li>${IMAGE}</li></ul>`,
    '<Gallery>\n\n<Figure src="./a.jpg" alt="A" />\n\n<Figure src="./a.jpg" alt="A" />\n\n</Gallery>',
  ],
  [
    "code with a caption",
    "<figure><pre>a</pre><figcaption>b</figcaption></figure>",
    "<figure>\n\n```\na\n```\n\n<figcaption>b</figcaption>\n\n</figure>",
  ],
  [
    "a quotation with a caption",
    "<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>",
    "> a\n\nb",
  ],
  [
    "a pull quote",
    '<figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite></blockquote></figure>',
    '<PullQuote by="b">\n\na\n\n</PullQuote>',
  ],
  [
    "a film of a player",
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="a"></iframe>',
    '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="a" />',
  ],
  [
    "a film with a caption",
    '<figure><div><iframe src="https://player.vimeo.com/video/123"></iframe></div><figcaption>a</figcaption></figure>',
    '<Video src="https://vimeo.com/123" title="Vimeo" caption="a" />',
  ],
  [
    "a film of the time of Flash",
    '<object><param name="movie" value="https://www.youtube.com/v/dQw4w9WgXcQ"></object>',
    '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="YouTube" />',
  ],
  [
    "a film of the archive",
    '<video poster="/files/p.jpg" title="a"><source src="/files/f.mp4"><track kind="captions" src="/files/f.vtt">Your browser is old.</video>',
    '<Video src="/files/f.mp4" title="a" poster="./p.jpg" captions="/files/f.vtt" />',
  ],
  [
    "a recording of the archive",
    '<audio src="/files/s.mp3"></audio>',
    '<Audio src="/files/s.mp3" title="s.mp3" />',
  ],
  ["a sign as a picture", 'a <img class="emoji" alt="😀" src="https://s.w.org/x.png">', "a 😀"],
  [
    "a wide figure",
    `<figure class="wp-block-image alignwide">${IMAGE}</figure>`,
    '<Figure src="./a.jpg" alt="A" wide />',
  ],
];

describe("pictures and players", () => {
  test.each(CASES)("%s", (_, html, text) => {
    const { before, after, text: made, notes } = converted(html);
    expect(made.trimEnd()).toBe(text);
    expect(after).toEqual(before);
    expect(notes).toEqual([]);
  });

  test("the archive names who made a picture", () => {
    const { text, before, after } = converted(
      '<figure><img src="/files/credited.jpg" alt="A"><figcaption>b</figcaption></figure>',
    );
    expect(text).toBe('<Figure src="./credited.jpg" alt="A" caption="b" credit="Ann" />\n');
    expect(after).toEqual(before);
  });

  test("a picture that is not in the archive is a link", () => {
    const { text, notes, before, after } = converted(
      '<p>a <img src="https://b.example/c%20d.png"></p>',
    );
    expect(text).toBe("a [c d.png](https://b.example/c%20d.png)\n");
    expect(notes).toEqual([
      {
        kind: "lost",
        what: "A picture that is not in the archive, now a link: https://b.example/c%20d.png",
      },
    ]);
    expect(after).toEqual({ ...before, pictures: 0 });
  });

  test("a picture that counts readers is left out", () => {
    const { text, notes } = converted('a<img src="https://b.example/p.gif" width="1" height="1">');
    expect(text).toBe("a\n");
    expect(notes[0]?.kind).toBe("lost");
  });

  test("more than twenty pictures are several galleries, none of one picture", () => {
    const { text, after } = converted(`<stet-gallery>${IMAGE.repeat(41)}</stet-gallery>`);
    expect(text.match(/<Gallery>/g)).toHaveLength(3);
    expect(after.pictures).toBe(41);
  });

  test("a caption that is too long for a component is kept", () => {
    const words = "word ".repeat(150).trim();
    const { text, after, before } = converted(
      `<figure>${IMAGE}<figcaption>${words}</figcaption></figure>`,
    );
    expect(text).toContain(`<figcaption>${words}</figcaption>`);
    expect(after).toEqual(before);
  });

  test("other frames and players become links", () => {
    const { text, notes, before, after } = converted(
      '<iframe src="https://maps.example/x" title="Map"></iframe><video src="https://b.example/f.mp4"></video><iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>',
    );
    expect(text).toBe(
      "[Map](https://maps.example/x)\n\n[f.mp4](https://b.example/f.mp4)\n\n[youtube.com](https://www.youtube.com/playlist?list=PL1)\n",
    );
    expect(notes.map(({ kind }) => kind)).toEqual(["changed", "changed", "changed"]);
    expect(after).toEqual({ ...before, embeds: 0 });
  });

  test("a player within a component is a link", () => {
    expect(
      convertedText('<stet-callout><iframe src="https://vimeo.com/123"></iframe></stet-callout>'),
    ).toBe('<Callout kind="note">\n\n[Vimeo](https://vimeo.com/123)\n\n</Callout>');
  });
});

test.each([
  ['<img src="https://old.example/lost.jpg" alt="The pier">', "The pier"],
  ['<video src="https://old.example/lost.mp4" title="The tide"></video>', "The tide"],
])("what the old site had and the archive has not leaves its words: %s", (html, text) => {
  const context = { ...bodyContext(), link: () => null };
  expect(convertHtml(html, context).text.trim()).toBe(text);
});
