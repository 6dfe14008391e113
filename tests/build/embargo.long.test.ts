import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { TestBuild } from "./checkout-commands.ts";
import { FIXTURE_NOW, writeContent, writePublication } from "./publication.ts";

/**
 * Words that occur nowhere else, by where they stand in the article that is held back, or in parts of published ones that
 * are dated later.
 */
const MARKERS = {
  category: "Nudiustertian",
  categoryName: "Ultracrepidarian",
  liveTitle: "Collywobbled",
  liveText: "Lollygagging",
  liveNote: "Bumfuzzlement",
  liveImage: "kerfuffler",
  liveImageBytes: "Malarkeyish",
  livePost: "Gardylooed",
  liveFigures: "Codswalloped",
  liveAuthor: "Argle-bargler",
  change: "Hootenannied",
  correctionOfPublished: "Mollycoddles",
  commentOfPublished: "Oxterguffing",
  answerToComment: "Pettifoggery",
  slug: "zanzibarquokka",
  title: "Vexillologist",
  description: "Xylophonically",
  kicker: "Quixotarium",
  tag: "Jabberwockish",
  author: "Wolpertinger",
  story: "Snollygostery",
  body: "Brobdingnagian",
  code: "Cattywampused",
  caption: "Gobbledygooker",
  correction: "Taradiddlery",
  comment: "Widdershinsly",
  imageBytes: "Lickpenniless",
  imageName: "flibbertigibbet",
  post: "Rumbustiously",
  postImageBytes: "Skullduggerous",
  postImageName: "hullabalooer",
  figures: "Absquatulation",
};
const SECRET = "canary-4f1d9c7e2b";

const HELD_BACK = `---
title: The ${MARKERS.title} speaks
description: ${MARKERS.description} told.
category: ${MARKERS.category.toLowerCase()}
author: held-back
date: 2025-06-15T12:00:01Z
kicker: ${MARKERS.kicker}
story: held-back
tags: [${MARKERS.tag}, Quay]
image:
  src: ./${MARKERS.imageName}.svg
  alt: Nothing to see
  caption: ${MARKERS.caption}
corrections:
  - date: 2025-06-15T12:00:01Z
    note: ${MARKERS.correction}
---

${MARKERS.body} things will happen.

<SocialPost post="held-back" />
<Chart kind="bar" title="Soon" src="./held-back.csv" alt="Soon." />

\`\`\`js
const ${MARKERS.code} = 1;
\`\`\`
`;

/** A live blog that goes on, published, with parts that are dated a second later than now. */
const PUBLISHED = `---
title: The regatta goes on
description: We stand at the finish.
category: harbour
author: ada-lund
date: 2025-06-14
kind: live
updated:
  - { date: 2025-06-14T12:00:00Z, note: A race was added. }
  - { date: 2025-06-15T12:00:01Z, note: ${MARKERS.change} races were added. }
corrections:
  - { date: 2025-06-15T12:00:01Z, note: It was the ${MARKERS.correctionOfPublished}. }
---

We watch[^1]. <em>Still</em>.

<LiveUpdate time="2025-06-14T11:00:00Z" title="The first start">

Twelve minutes late[^2].

</LiveUpdate>

<LiveUpdate time="2025-06-15T12:00:01Z" title="${MARKERS.liveTitle} at last" key by="later">

${MARKERS.liveText} all along[^3].

![Nothing](./${MARKERS.liveImage}.svg)

<SocialPost post="later" />
<Chart kind="bar" title="Soon" src="./later.csv" alt="Soon." />

</LiveUpdate>

<Correction date="2025-06-15" />

[^1]: From the quay.
[^2]: By the church clock.
[^3]: As the ${MARKERS.liveNote} said.
`;

const base = mkdtempSync(join(tmpdir(), "stet-embargo-"));
const options: TestBuild = {
  ...buildIn(base, FIXTURE_NOW),
  environment: {
    NPM_TOKEN: SECRET,
    STET_SECRET: `${SECRET}-stet`,
    AWS_SECRET_ACCESS_KEY: `${SECRET}-aws`,
  },
};
const printed = { before: new Map<string, string>(), after: new Map<string, string>() };

beforeAll(async () => {
  const { content } = options;
  await writePublication(content);
  writeContent(content, `articles/2025/06/${MARKERS.slug}.mdx`, HELD_BACK);
  writeContent(
    content,
    `articles/2025/06/${MARKERS.imageName}.svg`,
    drawingWith(MARKERS.imageBytes),
  );
  writeContent(
    content,
    `comments/2025/06/${MARKERS.slug}.yaml`,
    `comments:\n  - { id: 1, author: A reader, date: 2025-06-15, text: ${MARKERS.comment} }\n`,
  );
  writeContent(
    content,
    "posts/held-back.yaml",
    `text: ${MARKERS.post}\nauthor: A\ndate: 2025-06-01\nurl: https://ripple.example/\n` +
      `picture: { src: ./${MARKERS.postImageName}.svg, alt: Nothing }\n`,
  );
  writeContent(content, `posts/${MARKERS.postImageName}.svg`, drawingWith(MARKERS.postImageBytes));
  writeContent(content, "articles/2025/06/held-back.csv", `What,Sum\n${MARKERS.figures},7\n`);
  writeContent(content, "authors/held-back.yaml", `name: Hugo ${MARKERS.author}\n`);
  writeContent(content, "stories/held-back.yaml", `title: The ${MARKERS.story}\n`);
  const category = MARKERS.category.toLowerCase();
  writeContent(content, `categories/${category}.yaml`, `title: ${MARKERS.categoryName}\n`);
  writeContent(content, "articles/2025/06/goes-on.mdx", PUBLISHED);
  writeContent(
    content,
    `articles/2025/06/${MARKERS.liveImage}.svg`,
    drawingWith(MARKERS.liveImageBytes),
  );
  writeContent(content, "articles/2025/06/later.csv", `What,Sum\n${MARKERS.liveFigures},7\n`);
  writeContent(content, "authors/later.yaml", `name: Ida ${MARKERS.liveAuthor}\n`);
  writeContent(
    content,
    "posts/later.yaml",
    `text: ${MARKERS.livePost}\nauthor: A\ndate: 2025-06-01\nurl: https://ripple.example/\n`,
  );
  writeContent(
    content,
    "comments/2025/06/goes-on.yaml",
    [
      "comments:",
      "  - { id: 1, author: A reader, date: 2025-06-14, text: Good. }",
      `  - { id: 2, author: B, date: "2025-06-15T12:00:01Z", text: ${MARKERS.commentOfPublished} }`,
      `  - { id: 3, author: C, date: 2025-06-14, text: ${MARKERS.answerToComment}, parent: 2 }`,
      "",
    ].join("\n"),
  );
  // Published articles that point at it, and share its tag's neighbour.
  const late = "[Later](./goes-on.mdx#update-20250615-120001), [there](/nudiustertian/).\n";
  const link = `\n${late}\nMore [soon](/2025/06/${MARKERS.slug}/), says [the desk](../06/${MARKERS.slug}.mdx).\n`;
  writeContent(content, "articles/2025/05/looking-ahead.md", lookingAhead(link));
  const checkout = checkoutOf("embargo");
  const before = await checkout.build(options);
  assertBuilt(before);
  expect(before.stdout).toContain("2025-06-15T13:00:01+01:00");
  printed.before = readTexts(options.out);
  assertBuilt(await checkout.build({ ...options, now: "2025-06-15T12:00:01Z" }));
  printed.after = readTexts(options.out);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a second before its time, no byte of the bundle tells of an article, or of a part of one, by its", () => {
  test.each(Object.entries(MARKERS))("%s", (_, marker) => {
    expect(holding(printed.before, marker)).toEqual([]);
  });
});

test("when its time has come, the bundle holds every one of those marks", () => {
  const absent = Object.entries(MARKERS).filter(
    ([, marker]) => holding(printed.after, marker).length === 0,
  );
  expect(absent).toEqual([]);
});

test("no byte of the bundle holds a secret of the environment", () => {
  expect(holding(printed.after, SECRET)).toEqual([]);
  expect(holding(printed.before, SECRET)).toEqual([]);
});

/** The files that hold a word, in their path or their bytes; search's own word stems are shorter, so its start counts. */
function holding(files: ReadonlyMap<string, string>, word: string): string[] {
  const begin = word.toLowerCase().slice(0, 10);
  return [...files]
    .filter(([path, text]) => `${path}\n${text}`.toLowerCase().includes(begin))
    .map(([path]) => path);
}

/** Every file as text, one sign a byte; what is compressed, decompressed. */
function readTexts(folder: string): Map<string, string> {
  return new Map(
    [...readBundle(folder)].map(([path, bytes]) => {
      const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [
        path,
        `${(packed ? gunzipSync(bytes) : bytes).toString("latin1")}\n${bytes.toString("latin1")}`,
      ];
    }),
  );
}

/** A picture that carries a word in its bytes. */
/** A picture that is published as it is; of others only forms without their metadata are. */
function drawingWith(word: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${word}</desc><path d="M0 0h9v9H0z"/></svg>`;
}

function lookingAhead(link: string): string {
  return `---
title: Looking ahead
description: What comes next.
category: harbour
author: ada-lund
date: 2025-05-31
tags: [Quay]
---
${link}`;
}
