import sharp from "sharp";
import { writeContent } from "./publication.ts";

/** When the marked publication is printed. */
export const MARKED_NOW = "2026-03-01T12:00:00Z";

/** Every text that stands around an article has this in it. */
export const AROUND = "zzaround";

/** An article each text of which has a mark of its own, `k1`, `k2` and so on, in the order in which the page shows them. */
export interface MarkedArticle {
  slug: string;
  extension: "md" | "mdx";
  text: string;
  /** How many marks it has. */
  marks: number;
  /** Whether it has a lead picture. */
  hasImage: boolean;
}

/** Puts the next mark behind a text. */
type Mark = (text: string) => string;

function marked(
  slug: string,
  extension: "md" | "mdx",
  more: (mark: Mark) => string,
  body: (mark: Mark) => string,
  end: (mark: Mark) => string = () => "",
): MarkedArticle {
  let marks = 0;
  const mark: Mark = (text) => `${text} k${(marks += 1)}`;
  // In the order of the page, which is not that of the file.
  const kicker = mark("The kicker");
  const description = mark(
    "What stands below a title, and says in a sentence what it is all about",
  );
  const before = more(mark);
  const written = body(mark);
  const after = end(mark);
  const text = `---
title: A title of ${slug} that nothing in its text repeats
kicker: ${kicker}
description: ${description}.
category: society
author: [ada, bo, cy]
date: 2026-02-20T09:00:00Z
tags: [Social, Comments]
story: related
${before}${after}---

${written}`;
  return { slug, extension, text, marks, hasImage: before.includes("image:") };
}

const WORDS =
  "and whoever reads this reads on to its end, since there is nothing in it, whatever one thinks of that, but words and commas";

const paragraph = (mark: Mark): string => `${mark("A paragraph begins")} ${WORDS}.\n\n`;

const link = (text: string): string => `[${text}](https://elsewhere.example/to-${text.length})`;

/** Headings that programs have taken for something else, in several languages. */
const HEADINGS = [
  "Ad revenue falls",
  "Share prices",
  "Comments of the minister",
  "Social media and their widgets",
  "Sponsor, banner, header and footer",
  "Contact: hidden costs, promos, tags",
  "Author, byline and dateline",
  "Metadata",
  "Menu",
  "Related",
  "Comment on en est arrivé là",
  "Commentaires, médias et extra",
  "Social-Media-Kommentar im Modalverb",
  "Comentarios del menú",
  "评论 media",
  "تعليقات share",
];

const headings = (mark: Mark): string =>
  HEADINGS.map(
    (words, at) => `${at % 3 === 2 ? "###" : "##"} ${mark(words)}\n\n${paragraph(mark)}`,
  ).join("");

const components = (mark: Mark): string => `
<KeyPoints title="${mark("In short")}">

- ${link(mark("A point"))}.
- ${link(mark("Another point"))}.

</KeyPoints>

<Aside title="${mark("Disclosure")}">

${link(mark("Short"))}

</Aside>

<Callout kind="update" title="${mark("A word")}">

${link(mark("All of it is a link"))}

- ${link(mark("And so is this"))}

</Callout>

<Timeline title="${mark("How it came")}">

<TimelineEvent date="2025-11" title="${mark("Began")}">

${link(mark("What happened"))}.

</TimelineEvent>

<TimelineEvent date="2026-01">${link(mark("Then this"))}.</TimelineEvent>

</Timeline>

<PullQuote by="${mark("Somebody")}" role="${mark("A reader")}">${mark("A quotation")}</PullQuote>

<DocumentQuote title="${mark("A ruling")}" by="${mark("A court")}" date="2025-05" page="7" href="https://court.example/">

${mark("Its words")}

</DocumentQuote>

<Gallery title="${mark("Pictures")}" caption="${mark("All of them")}" credit="${mark("By me")}">
<Figure src="./a.png" alt="A" caption="${mark("One")}" credit="${mark("Me")}" />
<Figure src="./b.png" alt="B" caption="${mark("Two")}" />
</Gallery>

<QandA asks="Paper" answers="Keeper">

**${mark("How often?")}**

${link(mark("As often as that"))}

</QandA>

<Table caption="${mark("Figures")}" credit="${mark("Their source")}">

| Year | Clicks |
| --- | --- |
| ${mark("First")} | ${link(mark("some"))} |

</Table>

<Code title="${mark("robots.txt")}" caption="${mark("Whole")}">

\`\`\`rss
${mark("# share")}
\`\`\`

</Code>

<Chart
  kind="column"
  title="${mark("Clicks fell")}"
  shown="${mark("Clicks")}"
  columns={["Month", "Share"]}
  data={[["Jan", 12], ["Feb", 14]]}
  alt="Two columns."
  caption="${mark("Below it")}"
  source="${mark("Us")}"
/>

<Video src="/film.mp4" title="${mark("A film")}" length="1:02" poster="./a.png" caption="${mark("Its caption")}">

${mark("Its transcript")}

</Video>

<Audio src="/film.mp3" title="${mark("A recording")}" length="1:02" />

<SocialPost post="social" />

<Correction date="2026-02-21" />

- ![A](./a.png) **${mark("A picture and")}** its words.
- ![B](./b.png) **${mark("another and")}** its words.

1. ${link(mark("A number"))}

- [x] ${mark("A task")}

Marks of notes[^comment] and[^share] and[^1].

[^comment]: ${mark("A note")}.

[^share]: ${mark("Another")}.

[^1]: ${mark("The last")}.
`;

const raw = (mark: Mark): string => `
<div id="comments">

${link(mark("All that a block holds"))}

${link(mark("is linked"))}

</div>

<ul id="main-menu"><li>${mark("An item")}.</li><li><a href="https://b.example/">${mark("of a menu")}</a>.</li></ul>

<dl id="contact"><div><dt>${mark("A term")}</dt><dd><a href="https://c.example/">${mark("its meaning")}</a>.</dd></div></dl>

<table id="social"><tr><td><a href="https://d.example/">${mark("Cell")}</a></td><td><a href="https://e.example/">${mark("beside")}</a></td></tr></table>

<details id="related"><summary>${mark("Open")}</summary><p><a href="https://f.example/">${mark("this")}</a></p></details>

<blockquote id="footer"><p><a href="https://g.example/">${mark("Said")}</a></p><footer>${mark("By whom")}</footer></blockquote>

<aside><p>${mark("Beside it")}</p></aside>

<p id="sponsor">${mark("A line")}</p>

<span id="extra">${mark("A few words")}</span>

${headings(mark)}`;

const updates = (mark: Mark): string =>
  ["media", "share-prices", "comments"]
    .map(
      (
        id,
        at,
      ) => `<LiveUpdate time="2026-02-20T1${8 - at}:00:00Z" id="${id}" title="${mark("Headline")}" by="ada">

${paragraph(mark)}${link(mark("Read on"))}

</LiveUpdate>

`,
    )
    .join("");

const image = (mark: Mark): string =>
  `image: { src: ./a.png, alt: A picture, caption: ${mark("Below the picture")}, credit: ${mark("Its maker")} }\n`;

/** Articles of every length and kind, each text of which programs should leave. */
export const MARKED: readonly MarkedArticle[] = [
  marked(
    "everything",
    "mdx",
    (mark) => `source: { name: ${mark("An agency")} }\ncontents: true\n${image(mark)}`,
    (mark) => `${paragraph(mark)}${components(mark)}`,
    () => "corrections: [{ date: 2026-02-21, note: It stands here and in a list. }]\n",
  ),
  marked("headings", "md", image, (mark) => paragraph(mark) + headings(mark)),
  marked(
    "raw",
    "md",
    () => "",
    (mark) => paragraph(mark) + raw(mark),
  ),
  marked("long", "md", image, (mark) => Array.from({ length: 80 }, () => paragraph(mark)).join("")),
  marked("short", "md", image, (mark) => paragraph(mark) + paragraph(mark) + paragraph(mark)),
  marked("brief", "md", () => "", paragraph),
  marked(
    "film",
    "mdx",
    () => "",
    (mark) =>
      `<Video src="/film.mp4" title="${mark("A film")}" length="1:02">\n\n${paragraph(mark)}</Video>\n`,
  ),
  marked(
    "links",
    "md",
    () => "",
    (mark) =>
      Array.from({ length: 40 }, () => `- ${link(mark("What we read, and where"))}.\n`).join(""),
  ),
  marked(
    "paid",
    "md",
    (mark) => `kind: sponsored\nsponsor: ${mark("Barnacle")}\n`,
    (mark) => paragraph(mark) + paragraph(mark) + paragraph(mark),
  ),
  marked(
    "opinion",
    "md",
    () => "kind: opinion\n",
    (mark) => paragraph(mark) + headings(mark),
  ),
  marked(
    "changed",
    "md",
    () => "",
    (mark) => paragraph(mark) + paragraph(mark) + paragraph(mark),
    (mark) => `updated:
  - { date: 2026-02-22, note: ${mark("Changed last")} }
  - { date: 2026-02-21, note: ${mark("Changed first")} }
corrections: [{ date: 2026-02-21, note: ${mark("It was wrong")} }]
`,
  ),
  marked(
    "live",
    "mdx",
    (mark) => `kind: live\n${image(mark)}`,
    (mark) => paragraph(mark) + updates(mark),
  ),
  marked(
    "german",
    "md",
    () => "language: de\n",
    (mark) => paragraph(mark) + headings(mark),
  ),
];

/** Writes the publication. */
export async function writeMarkedPublication(folder: string): Promise<void> {
  const files: Record<string, string> = {
    "site.yaml":
      "name: The Marked Paper\nurl: https://marked.example\ndescription: Every text has a mark.\nlanguage: en\ntimezone: UTC\ncomments:\n  letters: letters@marked.example\n",
    "categories/society.yaml": "title: Society\norder: 1\n",
    "stories/related.yaml": `title: ${AROUND} story\ndescription: It goes on.\n`,
    "posts/social.yaml":
      "text: A post.\nauthor: Somebody\nhandle: '@some'\nnetwork: Ripple\ndate: 2026-02-01\nurl: https://ripple.example/1\n",
    "public/film.mp4": "A film.",
    "public/film.mp3": "A recording.",
  };
  for (const [slug, name] of [
    ["ada", "Ada Lund"],
    ["bo", "Bo Osei"],
    ["cy", "Cy Roth"],
  ])
    files[`authors/${slug}.yaml`] =
      `name: ${name}\nrole: ${AROUND}\nbio: ${AROUND}, ${WORDS}, ${WORDS}, ${WORDS}.\n`;
  for (const { slug, extension, text } of MARKED)
    files[`articles/2026/02/${slug}.${extension}`] = text;
  for (let number = 1; number < 5; number++)
    files[`articles/2026/01/other-${number}.md`] = `---
title: ${AROUND} ${number}
description: ${AROUND}, ${WORDS}, ${WORDS}, ${WORDS}.
category: society
author: ada
date: 2026-01-0${number}
tags: [Social, Comments]
story: related
---

${AROUND}.
`;
  for (const [file, text] of Object.entries(files)) writeContent(folder, file, text);
  for (const [at, name] of ["a", "b"].entries())
    writeContent(folder, `articles/2026/02/${name}.png`, await imageOf(at));
}

/** As wide as a photograph: small ones are taken for signs. */
function imageOf(shade: number): Promise<Uint8Array> {
  const background = { r: 60 * (shade + 1), g: 90, b: 120 };
  return sharp({ create: { width: 800, height: 450, channels: 3, background } })
    .png()
    .toBuffer();
}
