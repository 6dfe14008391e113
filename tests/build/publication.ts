import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";

/** Texts of a content folder by path. */
export type ContentTexts = Record<string, string>;

/** The moment at which tests print the fixture: one article lies in its future. */
export const FIXTURE_NOW = "2025-06-15T12:00:00Z";

/** Who wrote the short articles. */
const LONG_LIST_AUTHOR = "mia-roth";

/** More articles than a page lists in full, so that this author has month pages. */
const LONG_LIST_LENGTH = 34;

/**
 * Writes a small publication that uses everything the press can do: both formats, sections, several authors,
 * a story, tags, pictures, corrections, notes, a table, code, every component, posts, comments, an entry that runs code, public
 * files, a draft, an article of the future, and one list that is too long for one page.
 */
export async function writePublication(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(fixtureTexts())) writeContent(folder, file, text);
  writeContent(folder, "articles/2024/11/quay.png", await makeImage(1));
  writeContent(folder, "articles/2025/02/ribbon.jpg", await makeImage(2, "jpeg"));
  writeContent(folder, "articles/2025/04/lamp.png", await makeImage(3));
  writeContent(folder, "public/crest.png", await makeImage(4));
  writeContent(folder, "posts/gangway.png", await makeImage(5));
  writeContent(folder, "posts/secret.png", await makeImage(6));
}

/** Writes one file of a content folder, and the folders it lies in. */
export function writeContent(folder: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** A small picture of its own for each seed. PNG is not compressed, so all of them have one length. */
export async function makeImage(seed: number, type: "png" | "jpeg" = "png"): Promise<Uint8Array> {
  const [width, height] = [24, 16];
  const pixels = Uint8Array.from(
    { length: width * height * 3 },
    (_, at) => (at * (seed * 2 + 1) + seed * 31) % 256,
  );
  const image = sharp(pixels, { raw: { width, height, channels: 3 } });
  return type === "jpeg" ? image.jpeg().toBuffer() : image.png({ compressionLevel: 0 }).toBuffer();
}

/** One of the short articles that make a long list. */
export function shortArticle(number: number, day: string, rest = ""): string {
  return `---
title: Tide note ${number}
description: What the tide brought on ${day}.
category: harbour
author: ${LONG_LIST_AUTHOR}
date: ${day}
tags: [Tides]
${rest}---

The water stood ${number} hands above the mark on ${day}, and the boats lay quiet.
`;
}

function longList(): ContentTexts {
  const texts: ContentTexts = {};
  for (let number = 1; number <= LONG_LIST_LENGTH; number++) {
    const month = String(1 + (number % 9)).padStart(2, "0");
    const day = `2024-${month}-${String(1 + (number % 27)).padStart(2, "0")}`;
    texts[`articles/2024/${month}/tide-note-${number}.md`] = shortArticle(number, day);
  }
  return texts;
}

function fixtureTexts(): ContentTexts {
  return { ...SITE, ...DATA_FILES, ...ARTICLES, ...longList() };
}

const SITE: ContentTexts = {
  "site.yaml": `name: The Saltmarsh Courier
url: https://courier.example
description: News from a harbour town that does not exist.
language: en
timezone: Europe/London
code:
  - articles/2025/03/tide-clock.mdx
public:
  - public/robots.txt
`,
  "pages/about.md": `---
title: About the Courier
description: Who makes this paper.
---

![The crest of the paper: a heron](/crest.png)

Three people and a dog. See [the newest about the quay](/stories/new-quay/).
`,
  "pages/contact.mdx": `---
title: Contact
---

<Aside title="Post">

The Courier, Quay Lane 3.

</Aside>
`,
  "public/council/vote.webm": "A film.",
  "public/council/vote.vtt": "WEBVTT\n",
  "comments/2025/04/council-vote.yaml": `comments:
  - id: 11
    author: A reader in the square
    url: https://reader.example/
    date: 2025-04-18T19:00:00Z
    text: |
      **Seven** to five, as [the quay](/2025/02/quay-opens/) was.
  - id: 12
    author: Another reader
    date: 2025-04-19
    parent: 11
    text: It was [six](https://six.example) the first time.
`,
  "public/robots.txt": "User-agent: *\nAllow: /\n",
  "public/.well-known/security.txt": "Contact: mailto:editor@courier.example\n",
};

const DATA_FILES: ContentTexts = {
  "authors/ada-lund.yaml":
    "name: Ada Lund\nrole: Harbour correspondent\nurl: https://ada.example\n",
  "authors/ben-osei.yaml": "name: Ben Osei\nbio: Writes about the town and its money.\n",
  "authors/mia-roth.yaml": "name: Mia Roth\n",
  "categories/harbour.yaml": "title: Harbour\norder: 1\ndescription: Boats, quays and tides.\n",
  "categories/town.yaml": "title: Town\norder: 2\n",
  "categories/schools.yaml": "title: Schools\norder: 3\n",
  "stories/new-quay.yaml":
    "title: The new quay\ndescription: Who pays for it, and who moors there.\nsummary: |\n  It was planned.\n\n  It stands.\nended: 2025-02-14\ndates:\n  - { day: 2025-02-14, what: The ribbon is cut. }\n",
  "posts/board-gangway.yaml": `text: |
  Signed at noon.
  The gangway comes in May.

  #quay <b>& all</b>
author: The harbour board
handle: "@board"
network: Ripple
date: 2025-01-20T12:30:00Z
url: https://ripple.example/@board/88?a=1&b=2
picture:
  src: ./gangway.png
  alt: A gangway on a lorry
`,
  "posts/secret.yaml": `text: A word that only a draft quotes.
author: Somebody
date: 2025-06-01
url: https://ripple.example/@somebody/1
picture: { src: ./secret.png, alt: A secret }
`,
  "tags/budget.yaml": "name: The budget\ndescription: Where the money goes.\n",
};

/** The figures of a chart, as a test may change them. */
export const LANDINGS = "Year,Herring,Cod\n2022,310,120\n2023,402.5,\n2024,515,88\n";

const ARTICLES: ContentTexts = {
  "articles/2024/11/quay-planned.mdx": `---
id: 6f0d6c0e-8d0a-4c55-9d39-0a4a3d3c7b01
title: A new quay is planned
description: The harbour board wants a second quay by spring.
category: harbour
author: ada-lund
date: 2024-11-04
kicker: Harbour board
story: new-quay
tags: [Quay, Budget]
image:
  src: ./quay.png
  alt: The old quay at low water
  caption: The old quay.
  credit: Ada Lund
---

<KeyPoints title="In short">

- The quay costs four million.
- Work begins in January.

</KeyPoints>

The board met on Monday. {/* nobody outside was told */}

## Costs

Four million, says the board; five, says the [council](/2025/04/council-vote/).
`,
  "articles/2024/12/ferry-timetable.md": `---
title: "The winter timetable of the ferry"
description: Fewer crossings until March.
category: harbour
author: [ada-lund, ben-osei]
date: 2024-12-01
pin: 2025-06-30
tags: [Ferry]
---

| Day | First | Last |
|:----|:-----:|-----:|
| Mon | 07:10 | 18:40 |
| Sun | 09:00 | 16:00 |

Tickets cost what they did[^1], and dogs still travel free[^dogs].

[^1]: Three coins.
[^dogs]: But not on Sundays.
`,
  "articles/2025/01/quay-contract.mdx": `---
title: The contract for the quay is signed
description: A firm from over the water will build it.
category: harbour
author: ada-lund
date: 2025-01-20
story: new-quay
tags: [Quay, Budget, Contracts]
---

<PullQuote by="Iris Holt" role="Harbour master">We waited ten years for this.</PullQuote>

<SocialPost post="board-gangway" />

It was planned [in November](../../2024/11/quay-planned.mdx#costs).

![The old quay again](../../2024/11/quay.png)
`,
  "articles/2025/01/library-hours.md": `---
title: The library opens on Saturdays
description: From nine to one.
category: town
author: ben-osei
date: 2025-01-25
tags: [Library, budget]
corrections:
  - date: 2025-01-27
    note: An earlier version said Sundays.
---

Readers asked for it. The [timetable of the ferry](/2024/12/ferry-timetable/) has room for them.

<!-- a note to the desk -->
`,
  "articles/2025/02/quay-opens.mdx": `---
title: The quay opens
description: With a ribbon and rain.
category: harbour
author: [ada-lund, mia-roth]
date: 2025-02-14T10:30:00Z
updated:
  - 2025-02-14T17:00:00Z
  - { date: 2025-02-15, note: The names of the crew were added. }
corrections:
  - { date: 2025-02-16, note: The ribbon was blue. }
story: new-quay
tags: [Quay]
image:
  src: ./ribbon.jpg
  alt: A wet ribbon
---

<Figure src="./ribbon.jpg" alt="A ribbon in the rain" caption="It held." credit="Mia Roth" wide />

<Correction date="2025-02-16" />

The first boat was [the ferry](../../2024/12/ferry-timetable.md).

<Gallery title="Before and after" caption="Seen from the ferry." credit="Mia Roth">

<Figure src="../../2024/11/quay.png" alt="The old quay" caption="In November" />

<Figure src="./ribbon.jpg" alt="The new quay behind a ribbon" />

</Gallery>

<Timeline title="How it went">

<TimelineEvent date="2024-11-04" title="It is planned">The board wants it by spring.</TimelineEvent>

<TimelineEvent date="2025-01">A firm [signs](../01/quay-contract.mdx).</TimelineEvent>

<TimelineEvent date="2025" when="Some day this year">A second crane comes[^crane].</TimelineEvent>

</Timeline>

[^crane]: So the board says.
`,
  "articles/2025/02/code-club.mdx": `---
title: Children write a tide predictor
description: Twelve lines, and it is right.
category: schools
author: ben-osei
date: 2025-02-20
kind: explainer
tags: [Tides, Schools]
---

<Code title="tide.js" caption="All of it.">

\`\`\`js
const hours = 12.42;
export const next = (last) => last + hours; // good enough
\`\`\`

</Code>

<Callout kind="warning" title="At sea">

Ask the harbour master, not the children.

</Callout>

## Results

It was right nine times of ten.

<Aside title="How it works">

The moon needs a little more than a day.

</Aside>
`,
  "articles/2025/03/herring-prices.md": `---
title: Herring costs more
description: Twice what it did.
category: town
author: ben-osei
date: 2025-03-02
kind: analysis
tags: [Market, Budget]
---

- [x] cheap in autumn
- [ ] cheap in spring

~~Nobody~~ Everybody eats it. https://fish.example/prices. The children's [predictor](/2025/02/code-club/#results) knows why.
`,
  "articles/2025/03/tide-clock.mdx": `---
title: A clock for the tide
description: An interactive of three lines.
category: harbour
author: mia-roth
date: 2025-03-09
tags: [Tides]
---

import { hands } from "./tide-clock-data.ts";

The clock has {hands.length} hands: {hands.join(", ")}.
`,
  "articles/2025/03/landings.csv": LANDINGS,
  "public/visitors.csv": "Month,Visitors\n2025-01,120\n2025-02,\n2025-03,480\n",
  "articles/2025/03/landings.mdx": `---
title: What was landed at the quay
description: Three years of boxes, in figures.
category: harbour
author: mia-roth
date: 2025-03-21
tags: [Market]
---

<Chart kind="column" title="Herring is back" shown="Boxes landed" src="./landings.csv" alt="Herring rises, cod does not." source="The harbour board" />

<Chart
  kind="bar"
  title="Most of it goes by road"
  columns={["Way", "Share"]}
  data={[["By road, in the cold lorries of the market", 81.5], ["By rail", ""], ["On foot", 18.5]]}
  unit="%"
  alt="By road 81.5 per cent, on foot 18.5."
  caption="Nobody counts the railway."
  wide
/>

<Chart kind="line" title="People came to look" src="/visitors.csv" alt="120 in January, 480 in March." />
`,
  "articles/2025/03/tide-clock-data.ts": 'export const hands = ["ebb", "flood"];\n',
  "articles/2025/04/lighthouse-lamp.md": `---
title: The lighthouse has a new lamp
description: It turns as the old one did.
category: harbour
author: mia-roth
date: 2025-04-01
tags: [Lighthouse]
---

<p align="center">Seen from <b>far</b> away.</p>

![The lamp](lamp.png "By day")

Herons sit on it: [we counted](heron-count.md), and [again](/2025/04/heron-count/#again).
`,
  "articles/2025/04/heron-count.md": `---
title: Nine herons
description: One more than last year.
category: harbour
author: mia-roth
date: 2025-04-09
tags: [Herons]
---

Nine.

## Again

Ten, with the one asleep.
`,
  "articles/2025/04/council-vote.mdx": `---
title: The council votes on money
description: Seven to five.
category: town
author: [ben-osei, ada-lund]
date: 2025-04-18
kind: analysis
contents: true
tags: [Budget, Council]
source:
  name: Harbour Agency
  url: https://agency.example
---

Background: [what it costs](/2024/11/quay-planned/#costs).

<Video
  src="/council/vote.webm"
  poster="/crest.png"
  captions="/council/vote.vtt"
  title="The vote"
  length="3:42"
  caption="The whole of it."
  credit="Harbour Agency"
>

Seven hands are raised, then five.

</Video>

<Video src="https://youtu.be/aqz-KE-bpKQ" title="The vote, from the gallery" length="1:02:03" />

<Audio src="https://sound.courier.example/vote.mp3" title="The vote, heard" length="0:42" />

## The vote

Seven to five.

## The vote

And once more.

<Table caption="The votes" credit="The clerk" stack wide>

| Round | For | Against |
| --- | --- | --- |
| First | 7 | 5 |
| Second | 7 | 5 |

</Table>

<DocumentQuote title="Minutes of the council" by="The clerk" date="2025-04" page="3" href="/2024/11/quay-planned/#costs">

The chair thanked all who came.

</DocumentQuote>

<QandA asks="The Courier" answers="The chair">

**Was it close?**

Closer than last time.

**And next year?**

<Callout kind="update" date="2025-04-20T09:00:00+01:00">

The chair has since said that there will be no vote.

</Callout>

</QandA>
`,
  "articles/2025/05/pool-closed.mdx": `---
title: The pool closes for a month
description: The tiles come off.
category: town
author: ben-osei
date: 2025-05-06T08:00:00+01:00
pin: 2025-06-30
tags: [Pool]
---

See [the second vote](/2025/04/council-vote/#the-vote-1).
`,
  "articles/2025/05/market-day.md": `---
title: Market day moves to Friday
description: The square is needed on Saturdays.
category: town
author: mia-roth
date: 2025-05-30
canonical: https://agency.example/market
tags: [Market]
---

As [the vote](../04/council-vote.mdx#the-vote) had it. **Friday** it is.
`,
  "articles/2025/05/le-bateau.md": `---
title: Le bateau de Roscoff
description: Il arrive deux fois par semaine.
category: harbour
author: ada-lund
date: 2025-05-12
language: fr
tags: [Ferry]
---

Le bateau arrive le lundi et le jeudi.
`,
  "articles/2025/05/die-faehre.md": `---
title: Die Fähre aus Emden
description: Sie legt am Freitag an.
category: harbour
author: ada-lund
date: 2025-05-13
language: de
tags: [Ferry]
---

Die Fähre legt am Freitag um acht Uhr an.
`,
  "articles/2025/06/unfinished.mdx": `---
title: Not finished
description: Nobody should see this.
category: schools
author: ben-osei
date: 2025-06-01
draft: true
tags: [Secret drafts]
---

To be written.

<SocialPost post="secret" />
`,
  "articles/2025/07/regatta.md": `---
title: The regatta
description: Forty boats are expected.
category: harbour
author: ada-lund
date: 2025-07-01T09:00:00Z
tags: [Regatta]
---

They come from far.
`,
};

/** Takes the entry that runs code out of the publication: with one, Astro bundles the renderer in every build. */
export function removeCodeEntry(content: string): void {
  const site = join(content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace(/^code:(?:\n +- .*)+\n/m, ""));
  rmSync(join(content, "articles/2025/03/tide-clock.mdx"));
}
