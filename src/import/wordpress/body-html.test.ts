import { expect, test } from "vitest";
import { bodyContext, madeFile } from "../../../tests/fixtures/body-context.ts";
import { bodyHtml } from "./body-html.ts";

const CONTEXT = bodyContext(
  madeFile("5", "2020/a.jpg", { alt: "A boat", caption: "Boats" }),
  madeFile("6", "2020/b.jpg"),
  madeFile("7", "2020/talk.mp3"),
  madeFile("8", "2020/plan.pdf"),
);
const UPLOADS = "https://old.example/wp-content/uploads/2020";

/** The HTML of a body on one line, and its notes. */
function converted(
  body: string,
  details: Record<string, string> = {},
): { html: string; notes: string[] } {
  const notes: string[] = [];
  const html = bodyHtml(body, details, CONTEXT)
    .replace(
      /<stet-note data-kind="(\w+)" data-what="([^"]*)"><\/stet-note>/g,
      (_, kind: string, what: string) => {
        notes.push(`${kind}: ${what}`);
        return "";
      },
    )
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
  return { html, notes };
}

const block = (name: string, html: string, json = ""): string =>
  `<!-- wp:${name} ${json === "" ? "" : `${json} `}-->\n${html}\n<!-- /wp:${name} -->`;

test.each([
  [
    "paragraph",
    block("paragraph", '<p class="has-drop-cap">One</p>'),
    '<p class="has-drop-cap">One</p>',
  ],
  ["list", block("list", `<ul>${block("list-item", "<li>a</li>")}</ul>`), "<ul><li>a</li></ul>"],
  [
    "code",
    block(
      "code",
      '<pre class="wp-block-code"><code lang="php" class="language-php">a &lt; b\n  c</code></pre>',
    ),
    '<stet-code data-language="php">a &lt; b c</stet-code>',
  ],
  [
    "code with a comment of a block",
    block("code", "<pre><code><!-- wp:paragraph --></code></pre>"),
    "<stet-code>&lt;!-- wp:paragraph --&gt;</stet-code>",
  ],
  [
    "verse",
    block("verse", '<pre class="wp-block-verse">a\n  b</pre>'),
    "<stet-verse>a b</stet-verse>",
  ],
  [
    "pull quote",
    block(
      "pullquote",
      "<figure><blockquote><p>Never.</p><cite>The keeper</cite></blockquote></figure>",
    ),
    '<stet-pullquote data-by="The keeper"><p>Never.</p></stet-pullquote>',
  ],
  [
    "image",
    block(
      "image",
      `<figure class="wp-block-image"><a href="/x"><img src="${UPLOADS}/a.jpg" alt="b" class="wp-image-5"/></a><figcaption>C</figcaption></figure>`,
      '{"id":5}',
    ),
    `<figure class="wp-block-image"><a href="/x"><img src="${UPLOADS}/a.jpg" alt="b" class="wp-image-5"/></a><figcaption>C</figcaption></figure>`,
  ],
  [
    "new gallery",
    block(
      "gallery",
      `<figure class="wp-block-gallery">${block("image", '<figure><img src="a.jpg" alt="a"/><figcaption>A</figcaption></figure>')}${block("image", '<figure><img src="b.jpg" alt=""/></figure>')}<figcaption>All</figcaption></figure>`,
    ),
    '<stet-gallery data-caption="All"><figure><img src="a.jpg" alt="a"><figcaption>A</figcaption></figure><figure><img src="b.jpg" alt=""></figure></stet-gallery>',
  ],
  [
    "old gallery",
    block(
      "gallery",
      '<ul class="wp-block-gallery"><li><figure><img src="a.jpg"/><figcaption>A</figcaption></figure></li><li><figure><img src="b.jpg"/></figure></li></ul>',
    ),
    '<stet-gallery><figure><img src="a.jpg"><figcaption>A</figcaption></figure><figure><img src="b.jpg"></figure></stet-gallery>',
  ],
  [
    "cover",
    block(
      "cover",
      '<div class="wp-block-cover"><span class="wp-block-cover__background"></span><img class="wp-block-cover__image-background" src="a.jpg"/><div>' +
        block("paragraph", "<p>On it</p>") +
        "</div></div>",
    ),
    '<figure><img class="wp-block-cover__image-background" src="a.jpg"></figure><div class="wp-block-cover"><div><p>On it</p></div></div>',
  ],
  [
    "audio",
    block(
      "audio",
      `<figure><audio controls src="${UPLOADS}/talk.mp3"></audio><figcaption>Talk &amp; more</figcaption></figure>`,
      '{"id":7}',
    ),
    `<stet-player data-kind="audio" data-src="${UPLOADS}/talk.mp3" data-file-key="7" data-caption="Talk &amp; more"></stet-player>`,
  ],
  [
    "file",
    block(
      "file",
      `<div><object data="x"></object><a href="${UPLOADS}/plan.pdf">Plan</a><a href="${UPLOADS}/plan.pdf" class="wp-block-file__button" download>Download</a></div>`,
      '{"id":8}',
    ),
    '<p><stet-file data-file-key="8">Plan</stet-file></p>',
  ],
  [
    "button",
    block(
      "buttons",
      `<div>${block("button", '<div><a class="wp-block-button__link" href="/go">Go <b>on</b></a></div>')}</div>`,
    ),
    '<div><p><a href="/go">Go <b>on</b></a></p></div>',
  ],
  [
    "YouTube",
    block(
      "embed",
      '<figure><div class="wp-block-embed__wrapper">\nhttps://youtu.be/ex8fMxXJDJw\n</div><figcaption>Film</figcaption></figure>',
      '{"url":"https://youtu.be/ex8fMxXJDJw"}',
    ),
    '<stet-player data-kind="video" data-src="https://youtu.be/ex8fMxXJDJw" data-caption="Film"></stet-player>',
  ],
  [
    "a post of X",
    block("core-embed/twitter", "<figure>https://twitter.com/a/status/123456</figure>"),
    '<stet-post data-url="https://twitter.com/a/status/123456" data-network="X"></stet-post>',
  ],
  [
    "a toot",
    block("embed", "", '{"url":"https://some.example/@a/109372843234"}'),
    '<stet-post data-url="https://some.example/@a/109372843234" data-network="Mastodon"></stet-post>',
  ],
  [
    "page break",
    `a${block("nextpage", "<!--nextpage-->")}`,
    '<p>a</p><hr><stet-break data-kind="page"></stet-break>',
  ],
  ["more", block("more", "<!--more-->"), '<stet-break data-kind="more"></stet-break>'],
  ["spacer", `${block("spacer", '<div style="height:9px"></div>')}`, ""],
  [
    "details",
    block("details", `<details><summary>S</summary>${block("paragraph", "<p>D</p>")}</details>`),
    "<details><summary>S</summary><p>D</p></details>",
  ],
  [
    "accordion",
    block(
      "accordion-heading",
      '<h3 class="wp-block-accordion-heading"><button><span>T</span><span class="x__toggle-icon">+</span></button></h3>',
    ),
    '<h3 class="wp-block-accordion-heading">T</h3>',
  ],
  [
    "social links",
    block(
      "social-links",
      '<ul class="x"><!-- wp:social-link {"url":"https://a.example","service":"mastodon"} /--></ul>',
    ),
    '<ul><li><a href="https://a.example">mastodon</a></li></ul>',
  ],
  ["classic block", block("freeform", "one\n\ntwo"), "<p>one</p><p>two</p>"],
  [
    "words between blocks",
    `${block("paragraph", "<p>a</p>")}\n\nb\n\nc`,
    "<p>a</p><p>b</p><p>c</p>",
  ],
  [
    "shortcode in a block",
    block("shortcode", "[audio src=https://a.example/b.mp3]"),
    '<stet-player data-kind="audio" data-src="https://a.example/b.mp3"></stet-player>',
  ],
  [
    "Jetpack's gallery",
    block(
      "jetpack/tiled-gallery",
      '<div><figure><img src="a.jpg" data-id="1"/></figure><figure><img src="b.jpg"/></figure></div>',
    ),
    '<stet-gallery><figure><img src="a.jpg" data-id="1"></figure><figure><img src="b.jpg"></figure></stet-gallery>',
  ],
])("the block %s", (_, body, expected) => {
  expect(converted(body)).toEqual({ html: expected, notes: [] });
});

test.each([
  [
    "<!-- wp:latest-posts /-->",
    "",
    "lost: WordPress filled it when the page was shown: the block `latest-posts`",
  ],
  [
    block("query", "<div><p>x</p></div>"),
    "",
    "lost: WordPress filled it when the page was shown: the block `query`",
  ],
  [
    block("acme/box", "<div><p>x</p></div>"),
    "<div><p>x</p></div>",
    "look: The block `acme/box` of a plugin: what the export has of it is there",
  ],
  [
    "<!-- wp:acme/map /-->",
    "",
    "lost: The block `acme/map` of a plugin, which the export has nothing of",
  ],
  ['<!-- wp:block {"ref":9} /-->', "", "lost: The reusable block 9 is not in the archive"],
  [
    `${block("paragraph", "<p>a</p>")}<!-- /wp:group -->`,
    "<p>a</p>",
    "look: `&lt;!-- /wp:group --&gt;` closes a block that is not open",
  ],
])("%s leaves %j and a note", (body, html, note) => {
  expect(converted(body)).toEqual({ html, notes: [note] });
});

test("reusable blocks stand where they are used, and one in itself does not", () => {
  const use = '<!-- wp:block {"ref":9} /-->';
  expect(converted(use, { "block:9": `<p>Shared</p>${use}` })).toEqual({
    html: "<p>Shared</p>",
    notes: ["lost: The reusable block 9 contains itself"],
  });
});

test("footnotes of the block editor come from beside the body", () => {
  const body = `${block("paragraph", '<p>a<sup data-fn="x1" class="fn"><a href="#x1" id="x1-link">1</a></sup></p>')}<!-- wp:footnotes /-->`;
  const footnotes = JSON.stringify([{ id: "x1", content: "A <b>note</b>" }]);
  expect(converted(body, { footnotes }).html).toContain(
    '<ol class="wp-block-footnotes"><li id="x1">A <b>note</b><a href="#x1-link">↩</a></li></ol>',
  );
});

test.each([
  [
    '[caption id="attachment_5" align="left" width="300"]<a href="/x"><img src="a.jpg" alt="b" /></a> Some <em>words</em>[/caption]',
    '<figure><a href="/x"><img src="a.jpg" alt="b" /></a><figcaption>Some <em>words</em></figcaption></figure>',
  ],
  [
    '[caption caption="Words"]<img src="a.jpg">[/caption]',
    '<figure><img src="a.jpg"><figcaption>Words</figcaption></figure>',
  ],
  [
    "[wp_caption]<img src='a.jpg' alt='x > y'> Words[/wp_caption]",
    "<figure><img src='a.jpg' alt='x > y'><figcaption>Words</figcaption></figure>",
  ],
  [
    '[gallery ids="5,6" columns="2"]',
    '<stet-gallery><stet-figure data-file-key="5" data-alt="A boat" data-caption="Boats"></stet-figure><stet-figure data-file-key="6"></stet-figure></stet-gallery>',
  ],
  [
    "[embed width=5]https://vimeo.com/123[/embed]",
    '<stet-player data-kind="video" data-src="https://vimeo.com/123"></stet-player>',
  ],
  [
    "[youtube https://www.youtube.com/watch?v=ex8fMxXJDJw&amp;w=5]",
    '<stet-player data-kind="video" data-src="https://www.youtube.com/watch?v=ex8fMxXJDJw&amp;w=5"></stet-player>',
  ],
  [
    "[youtube=https://www.youtube.com/watch?v=ex8fMxXJDJw]",
    '<stet-player data-kind="video" data-src="https://www.youtube.com/watch?v=ex8fMxXJDJw"></stet-player>',
  ],
  [
    "[youtube id=ex8fMxXJDJw]",
    '<stet-player data-kind="video" data-src="https://www.youtube.com/watch?v=ex8fMxXJDJw"></stet-player>',
  ],
  [
    "[vimeo 123 w=5]",
    '<stet-player data-kind="video" data-src="https://vimeo.com/123"></stet-player>',
  ],
  [
    "[audio http://a.example/b.mp3|titles=x]",
    '<stet-player data-kind="audio" data-src="http://a.example/b.mp3"></stet-player>',
  ],
  [
    '[video mp4="/b.mp4" poster="/c.jpg"][/video]',
    '<stet-player data-kind="video" data-src="https://old.example/b.mp4" data-poster="/c.jpg"></stet-player>',
  ],
  [
    "[sourcecode language='js']if (a[0] &lt; b) {\n  [c]\n}[/sourcecode]",
    '<stet-code data-language="js">if (a[0] &lt; b) { [c] }</stet-code>',
  ],
  ["one [[gallery]] two", "<p>one [gallery] two</p>"],
  ["<pre>[gallery]</pre>", "<pre>[gallery]</pre>"],
  ["a [left] b", "<p>a [left] b</p>"],
  [
    "[embed]\n https://vimeo.com/123 [/embed]",
    '<stet-player data-kind="video" data-src="https://vimeo.com/123"></stet-player>',
  ],
  [
    '[sourcecode lang="css" title="a.css"]a {}[/sourcecode]',
    '<stet-code data-language="css" data-title="a.css">a {}</stet-code>',
  ],
  [
    "[video]https://a.example/b.mp4[/video]",
    '<stet-player data-kind="video" data-src="https://a.example/b.mp4"></stet-player>',
  ],
  ["one [sic] two [1]", "<p>one [sic] two [1]</p>"],
  ["see the [map] here", "<p>see the [map] here</p>"],
  [
    "a\n\nhttps://youtu.be/ex8fMxXJDJw\n\nb",
    '<p>a</p><stet-player data-kind="video" data-src="https://youtu.be/ex8fMxXJDJw"></stet-player><p>b</p>',
  ],
  ["a https://youtu.be/ex8fMxXJDJw b", "<p>a https://youtu.be/ex8fMxXJDJw b</p>"],
  ["a<!--more Read on-->b", '<p>a</p><stet-break data-kind="more"></stet-break><p>b</p>'],
  [
    "a\n<!--nextpage-->\nb<!--noteaser-->",
    '<p>a</p><hr><stet-break data-kind="page"></stet-break><p>b</p>',
  ],
  [
    "a[ref]A note[/ref].",
    '<p>a<sup><a href="#fn-1" id="fnref-1">1</a></sup>.</p><ol class="footnotes"><li id="fn-1">A note <a href="#fnref-1">↩</a></li></ol>',
  ],
  ['[su_quote cite="Ann"]a[/su_quote]', "<blockquote><p>a</p><p><cite>Ann</cite></p></blockquote>"],
])("a classic body %j", (body, expected) => {
  expect(converted(body)).toEqual({ html: expected, notes: [] });
});

test.each([
  [
    "[acme id=1]",
    "<p>[acme id=1]</p>",
    "look: The shortcode `[acme]` is in the text as it was written",
  ],
  [
    "[acme]a[/acme]",
    "<p>[acme]a[/acme]</p>",
    "look: The shortcode `[acme]` is in the text as it was written",
  ],
  [
    "[contact-form-7 id=1]",
    "",
    "lost: The shortcode `[contact-form-7]`: it was filled when the page was shown",
  ],
  [
    "[table id=4 /]",
    "",
    "lost: The shortcode `[table]`: it was filled when the page was shown. The export does not have the table 4: copy it",
  ],
  ["[gallery ids=99]", "", "lost: Attachment 99, which the text shows, is not in the archive"],
  [
    "a word((this is a note)).",
    '<p>a word<sup><a href="#fn-1" id="fnref-1">1</a></sup>.</p><ol class="footnotes"><li id="fn-1">this is a note <a href="#fnref-1">↩</a></li></ol>',
    "look: What stood in double brackets is a footnote",
  ],
])("%j is %j and a note", (body, html, note) => {
  expect(converted(body)).toEqual({ html, notes: [note] });
});

test("visual editors are unwrapped, with what is in their attributes", () => {
  const body =
    '[vc_row][vc_column width="1/2"][vc_custom_heading text="A title"][vc_column_text]One\n\nTwo[/vc_column_text][vc_single_image image="6"][/vc_column][/vc_row][et_pb_section][et_pb_blurb title="B"]Three[/et_pb_blurb][/et_pb_section]';
  const { html, notes } = converted(body);
  expect(html).toBe(
    '<h2>A title</h2><p>One</p><p>Two</p><stet-figure data-file-key="6"></stet-figure><h3>B</h3><p>Three</p>',
  );
  expect(notes).toHaveLength(7);
});

test.each([
  ['[et_pb_text title="" heading="B"]a[/et_pb_text]', "<h3>B</h3><p>a</p>"],
  [
    '[vc_btn title="Go" link="url:https%3A%2F%2Fa.example%2F|title:Go"]',
    '<p><a href="https://a.example/">Go</a></p>',
  ],
  [
    '[vc_gallery images="5,6"]',
    '<stet-gallery><stet-figure data-file-key="5" data-alt="A boat" data-caption="Boats"></stet-figure><stet-figure data-file-key="6"></stet-figure></stet-gallery>',
  ],
  ["[vc_raw_html]JTNDcCUzRVJhdyUzQyUyRnAlM0U=[/vc_raw_html]", "<p>Raw</p>"],
  [
    '[vc_video link="https://vimeo.com/123"]',
    '<stet-player data-kind="video" data-src="https://vimeo.com/123"></stet-player>',
  ],
  [
    '[et_pb_image src="/wp-content/uploads/2020/a.jpg" alt="b"]',
    '<figure><img src="/wp-content/uploads/2020/a.jpg" alt="b"></figure>',
  ],
])("the part %s of a visual editor shows %s", (body, expected) => {
  expect(converted(body).html).toBe(expected);
});

test("a gallery without numbers has the pictures that belong to its text", () => {
  const { html } = converted("[gallery]", { attachments: "6,5,7" });
  expect(html.match(/file-key="\d"/g)).toEqual(['file-key="6"', 'file-key="5"']);
});

test("a post is quoted from the answer that WordPress kept", () => {
  const answers = JSON.stringify([
    '<blockquote class="twitter-tweet"><p lang="en">Ahoy <a href="https://t.co/x">x</a></p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/123456">June 1, 2020</a></blockquote><script src="x"></script>',
  ]);
  expect(converted("https://twitter.com/ann/status/123456", { answers }).html).toBe(
    '<stet-post data-url="https://twitter.com/ann/status/123456" data-network="X" data-author="Ann" data-handle="@ann" data-date="2020-06-01"><p>Ahoy <a href="https://t.co/x">x</a></p></stet-post>',
  );
});

test.each([
  [
    `<img src="data:image/gif;base64,x" data-src="${UPLOADS}/a.jpg" alt="b">`,
    `<img src="${UPLOADS}/a.jpg" alt="b">`,
  ],
  [
    '<img class="wp-image-5" src="https://cdn.example/x/a-300x200.jpg" alt="b">',
    '<img src="https://cdn.example/x/a-300x200.jpg" data-stet-file="5" alt="b" class="wp-image-5">',
  ],
  [
    '<img class="wp-image-5" src="https://cdn.example/other.jpg">',
    '<img class="wp-image-5" src="https://cdn.example/other.jpg">',
  ],
])("the picture %s is %s", (tag, expected) => {
  expect(converted(tag).html).toBe(`<p>${expected}</p>`);
});

test("the recording of a podcast is in its text, once", () => {
  const enclosures = "https://a.example/b.mp3";
  const player = '<stet-player data-kind="audio" data-src="https://a.example/b.mp3"></stet-player>';
  expect(converted("Words", { enclosures }).html).toBe(`<p>Words</p>${player}`);
  expect(converted("[audio https://a.example/b.mp3]", { enclosures }).html).toBe(player);
});

test.each([
  ["elements", "<div>".repeat(10_000) + "a"],
  [
    "groups",
    "<!-- wp:group --><div>".repeat(3_000) + "a" + "</div><!-- /wp:group -->".repeat(3_000),
  ],
  ["galleries", block("gallery", "<div>".repeat(10_000) + '<img src="a.jpg">')],
  ["shortcodes", "[su_box]".repeat(3_000) + "a" + "[/su_box]".repeat(3_000)],
  ["quotation marks", '<a b="'.repeat(5_000) + "a"],
  ["brackets", "a((".repeat(20_000)],
  ["comments", "<!-- wp:a {".repeat(5_000) + "a"],
])("many %s in each other end in time, with all words", (_, body) => {
  expect(bodyHtml(body, {}, CONTEXT)).toContain("a");
});
