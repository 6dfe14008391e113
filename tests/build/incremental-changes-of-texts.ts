import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  contentFiles,
  editContent,
  looseArticle,
  moveContent,
  readContent,
  removeContent,
  replaceInSecret,
} from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import { one, twice } from "./incremental-change.ts";
import type { Change } from "./incremental-change.ts";
import { FIXTURE_NOW, shortArticle, writeContent } from "./publication.ts";

/** Components that make headings, ids and links. */
const BOILERPLATE = `
<QandA>

**Who mends it?**

<DocumentQuote title="The vote" href="../04/council-vote.mdx">Seven to five.</DocumentQuote>

</QandA>

<Timeline>

<TimelineEvent date="2025-05">The tiles come off.</TimelineEvent>

</Timeline>
`;

const ARTICLE = /^articles\/.*\.mdx?$/;

const LIVE_FILE = "articles/2025/06/tide-live.mdx";
const LIVE = `---
title: A tide, hour by hour
description: From low water to high.
category: harbour
author: mia-roth
date: 2025-06-10T05:00:00Z
kind: live
tags: [Tides]
---

<LiveUpdate time="2025-06-10T05:00:00Z" by="ada-lund">

Low water.

</LiveUpdate>
`;

/** A live blog, comments and a section with parts that are dated after the fixture's clock, some of them by hours. */
const TO_COME: Readonly<Record<string, string>> = {
  "articles/2025/06/goes-on.mdx": `---
title: The regatta goes on
description: We stand at the finish.
category: harbour
author: ada-lund
date: 2025-06-14
kind: live
tags: [Quay]
updated:
  - 2025-06-14T12:00:00Z
  - { date: 2025-06-16T08:00:00Z, note: The last race was added. }
corrections: [{ date: 2025-06-16, note: It was the third race. }]
ended: 2025-06-16T08:30:00Z
---

We watch[^1].

<LiveUpdate time="2025-06-14T11:00:00Z" title="The first start" key>

Late[^2].

</LiveUpdate>

<LiveUpdate time="2025-06-16T08:00:00Z" title="The last start" by="mia-roth" key>

In time[^3], says [the council](/2025/04/council-vote/).

</LiveUpdate>

[^1]: From the quay.
[^2]: By the church clock.
[^3]: By ours.
`,
  "comments/2025/06/goes-on.yaml":
    "comments:\n  - { id: 1, author: A, date: 2025-06-14, text: Good. }\n" +
    '  - { id: 2, author: B, date: "2025-06-16T08:00:00Z", parent: 1, text: Soon. }\n',
  "categories/later.yaml": "title: Later\n",
  "articles/2025/06/later.md": shortArticle(92, "2025-06-16").replace("harbour", "later"),
};

/** What authors and editors do to texts. */
export const CHANGES_OF_TEXTS: readonly Change[] = [
  one("an article is added", (world) => {
    const day = `2025-0${1 + world.chance.below(5)}-17`;
    add(world, day, `tide-note-new-${world.chance.below(1e6)}`);
  }),
  one("an article is added that is older than all", (world) => {
    add(world, "2019-03-04", `tide-note-old-${world.chance.below(1e6)}`);
  }),
  one("an article is corrected", (world) => {
    editContent(world, looseArticle(world), (text) =>
      text.replace(
        "\n---\n",
        "\ncorrections:\n  - date: 2025-06-02\n    note: The water stood higher.\n---\n",
      ),
    );
  }),
  twice("an article is updated with a note, and the note changes", (world) => {
    const file = looseArticle(world);
    const update = "updated: [{ date: 2025-06-01, note: The tide was higher. }]";
    editContent(world, file, (text) =>
      text.replace(/^updated: .*\n/m, "").replace("\n---\n", `\n${update}\n---\n`),
    );
    return () => editContent(world, file, (text) => text.replace("higher. }", "lower. }"));
  }),
  one("an article turns out to be paid for", (world) => {
    editContent(world, looseArticle(world), (text) =>
      text
        .replace(/^(?:kind|sponsor): .*\n/gm, "")
        .replace("\n---\n", "\nkind: sponsored\nsponsor: A chandler\n---\n"),
    );
  }),
  one("a correction that an article shows in its text changes", (world) => {
    editContent(world, "articles/2025/02/quay-opens.mdx", (text) =>
      text.replace("The ribbon was blue.", "The ribbon was green."),
    );
  }),
  one("an author's life changes", (world) => {
    editContent(
      world,
      "authors/mia-roth.yaml",
      (text) => `${text}bio: Lives in the town, and writes about it.\n`,
    );
  }),
  one("a story comes to another end", (world) => {
    editContent(world, "stories/new-quay.yaml", (text) =>
      text.replace("ended: 2025-02-14", "ended: 2025-02-15").replace("It stands.", "It fell."),
    );
  }),
  one("the text of an article is edited", (world) => {
    editContent(
      world,
      world.chance.one(contentFiles(world, ARTICLE)),
      (text) => `${text}\nAnd it rained.\n`,
    );
  }),
  one("a text is edited in secret: same length, same time", (world) => {
    const file = looseArticle(world);
    const text = readContent(world, file).replace("boats", "ships");
    replaceInSecret(join(world.options.content, file), Buffer.from(text));
  }),
  one("the front matter of an article is edited", (world) => {
    editContent(world, looseArticle(world), (text) =>
      text.replace(/^title: .*$/m, "title: A tide like no other"),
    );
  }),
  one("an article's kicker and kind change", (world) => {
    editContent(world, looseArticle(world), (text) =>
      text
        .replace(/^(?:kicker|kind|sponsor): .*\n/gm, "")
        .replace("\n---\n", "\nkicker: At sea\nkind: opinion\n---\n"),
    );
  }),
  {
    name: "a live blog begins, gets an update, one of its updates is edited, and it ends",
    steps: [
      (world) => writeContent(world.options.content, LIVE_FILE, LIVE),
      (world) => {
        editContent(
          world,
          LIVE_FILE,
          (text) =>
            `${text}\n<LiveUpdate time="2025-06-10T11:00:00Z" title="High water" key>\n\nAt the mark.\n\n</LiveUpdate>\n`,
        );
      },
      (world) => {
        editContent(world, LIVE_FILE, (text) => text.replace("Low water.", "Low water, and mud."));
      },
      (world) => {
        editContent(world, LIVE_FILE, (text) =>
          text.replace("kind: live\n", "kind: live\nended: 2025-06-10T12:00:00Z\n"),
        );
      },
    ],
  },
  twice("an interview and a timeline come into an article, and go", (world) => {
    const file = "articles/2025/05/pool-closed.mdx";
    const text = readContent(world, file);
    writeContent(world.options.content, file, `${text}${BOILERPLATE}`);
    return () => writeContent(world.options.content, file, text);
  }),
  one("an article is renamed", (world) => {
    const file = looseArticle(world);
    moveContent(world, file, file.replace(".md", `-again-${world.chance.below(1e6)}.md`));
  }),
  one("an article turns from Markdown to MDX", (world) => {
    const file = looseArticle(world);
    moveContent(world, file, file.replace(/\.md$/, ".mdx"));
  }),
  one("an article moves to another month", (world) => {
    const file = looseArticle(world);
    moveContent(world, file, file.replace(/^articles\/\d{4}\/\d{2}/, "articles/2023/08"));
    editContent(world, file.replace(/^articles\/\d{4}\/\d{2}/, "articles/2023/08"), (text) =>
      redated(text, "2023-08-21"),
    );
  }),
  one("an article is dated anew, in the folder where it was", (world) => {
    editContent(world, looseArticle(world), (text) => redated(text, "2024-10-10"));
  }),
  one("an article is deleted", (world) => {
    removeContent(world, looseArticle(world));
  }),
  twice("an article that others link to is deleted, and comes back", (world) => {
    const file = "articles/2025/04/heron-count.md";
    const text = readContent(world, file);
    removeContent(world, file);
    return () => writeContent(world.options.content, file, text);
  }),
  twice("an article becomes a draft, and is none again", (world) => {
    const file = looseArticle(world);
    editContent(world, file, (text) => text.replace("\n---\n", "\ndraft: true\n---\n"));
    return () => editContent(world, file, (text) => text.replace("\ndraft: true\n", "\n"));
  }),
  twice(
    "the day of an article of the future comes and a pin ends, and the clock is set back",
    (world) => {
      const { now } = world.options;
      world.options = { ...world.options, now: "2025-07-01T09:00:00Z" };
      return () => {
        world.options = { ...world.options, now };
      };
    },
  ),
  {
    name: "parts of published articles and a section are to come, the clock reaches them, and is set back",
    alone: true,
    steps: [
      (world) => {
        for (const [file, text] of Object.entries(TO_COME))
          writeContent(world.options.content, file, text);
      },
      (world) => {
        world.options = { ...world.options, now: "2025-06-16T09:00:00Z" };
      },
      (world) => {
        world.options = { ...world.options, now: FIXTURE_NOW };
      },
      (world) => {
        for (const file of Object.keys(TO_COME)) removeContent(world, file);
      },
    ],
  },
  twice("an article is pinned, and its pin has ended", (world) => {
    const file = looseArticle(world);
    editContent(world, file, (text) => text.replace("\n---\n", "\npin: true\n---\n"));
    return () =>
      editContent(world, file, (text) => text.replace("\npin: true\n", "\npin: 2025-06-01\n"));
  }),
  {
    name: "an article is news, and the clock passes its 48 hours",
    alone: true,
    rare: true,
    steps: [
      (world) => {
        writeContent(
          world.options.content,
          "articles/2025/06/seal.md",
          shortArticle(91, "2025-06-14T09:00:00Z"),
        );
        world.options = { ...world.options, now: "2025-06-16T08:59:59Z" };
      },
      (world) => {
        const news = readFileSync(join(world.options.out, "sitemap-news.xml"), "utf8");
        if (!news.includes("/2025/06/seal/")) throw new Error("The article is no news.");
        world.options = { ...world.options, now: "2025-06-16T09:00:00Z" };
      },
    ],
  },
  twice("a heading changes so that a link's fragment dies, and lives again", (world) => {
    const file = "articles/2025/02/code-club.mdx";
    editContent(world, file, (text) => text.replace("## Results", "## Outcome"));
    return () => editContent(world, file, (text) => text.replace("## Outcome", "## Results"));
  }),
  twice("readers' comments are brought in, and one of them is taken out in secret", (world) => {
    const file = "comments/2025/05/pool-closed.yaml";
    const comments = ["Wet", "Dry"].map(
      (text, id) => `  - { id: ${id}, author: A reader, date: 2025-05-07, text: ${text} }\n`,
    );
    writeContent(world.options.content, file, `comments:\n${comments.join("")}`);
    return () => {
      const text = readContent(world, file).replace("text: Wet", "text: Dry");
      replaceInSecret(join(world.options.content, file), Buffer.from(text));
    };
  }),
  twice("all comments of a piece go, and others come", (world) => {
    removeContent(world, "comments/2025/04/council-vote.yaml");
    return () =>
      writeContent(
        world.options.content,
        "comments/2025/04/council-vote.yaml",
        "comments:\n  - { id: 1, author: A reader, date: 2025-04-20, text: Seven. }\n",
      );
  }),
  twice("what comes from other hosts is let in, and shut out again", (world) => {
    editContent(
      world,
      "site.yaml",
      (text) =>
        `${text}embeds: { players: [youtube], media: [sound.courier.example] }\ncomments: { letters: ed@courier.example }\n`,
    );
    return () =>
      editContent(world, "site.yaml", (text) => text.replace(/^(?:embeds|comments): .*\n/gm, ""));
  }),
  one("a piece joins a running story", (world) => {
    editContent(world, looseArticle(world), (text) =>
      text.replace("\n---\n", "\nstory: new-quay\n---\n"),
    );
  }),
  one("a tag is renamed in every article that has it", (world) => {
    const tag = world.chance.one(["Tides", "Quay", "Market"]);
    const list = new RegExp(`^(tags: \\[.*)\\b${tag}\\b`, "m");
    for (const file of contentFiles(world, ARTICLE)) {
      const text = readContent(world, file);
      if (list.test(text))
        writeContent(world.options.content, file, text.replace(list, `$1${tag} of old`));
    }
  }),
  one("most articles spell a tag in another way", (world) => {
    for (const file of contentFiles(world, ARTICLE)) {
      const text = readContent(world, file);
      writeContent(world.options.content, file, text.replace(/^(tags: .*)\bBudget\b/m, "$1BUDGET"));
    }
  }),
  one("an author's name changes", (world) => {
    const file = world.chance.one(contentFiles(world, /^authors\//));
    editContent(world, file, (text) => text.replace(/^name: .*$/m, (name) => `${name} Jr`));
  }),
  one("an author leaves, and another takes the articles over", (world) => {
    removeContent(world, "authors/ben-osei.yaml");
    for (const file of contentFiles(world, ARTICLE)) {
      const text = readContent(world, file);
      writeContent(
        world.options.content,
        file,
        text.replace(/^(author: .*)\bben-osei\b/m, "$1ada-lund"),
      );
    }
  }),
  one("a story's data file changes", (world) => {
    editContent(world, "stories/new-quay.yaml", (text) =>
      text.replace("The new quay", "The second quay"),
    );
  }),
  twice("a tag's data file goes, and another comes", (world) => {
    removeContent(world, "tags/budget.yaml");
    return () => writeContent(world.options.content, "tags/tides.yaml", "name: Ebb and flood\n");
  }),
  twice("a post is edited, and is quoted no more", (world) => {
    editContent(world, "posts/board-gangway.yaml", (text) => text.replace("in May", "in June"));
    return () =>
      editContent(world, "articles/2025/01/quay-contract.mdx", (text) =>
        text.replace(/<SocialPost .*\n/, ""),
      );
  }),
  twice("an old article quotes a post, and the post goes to another date and author", (world) => {
    const file = "articles/2024/11/quay-planned.mdx";
    editContent(world, file, (text) => `${text}\n<SocialPost post="secret" />\n`);
    return () =>
      editContent(world, "posts/secret.yaml", (text) =>
        text.replace("Somebody", "Nobody").replace("2025-06-01", "2025-05-31"),
      );
  }),
  one("a standing page is edited", (world) => {
    editContent(world, "pages/about.md", (text) => `${text}\nAnd a cat.\n`);
  }),
  {
    ...one("an entry that runs code is edited", (world) => {
      editContent(world, "articles/2025/03/tide-clock.mdx", (text) => `${text}\nIt ticks.\n`);
    }),
    toEntry: true,
  },
  {
    ...one("what an entry that runs code imports changes", (world) => {
      editContent(world, "articles/2025/03/tide-clock-data.ts", (text) =>
        text.replace('"ebb"', '"low", "ebb"'),
      );
    }),
    alone: true,
    toEntry: true,
  },
  {
    ...twice("an article becomes an entry that runs code, and is none again", (world) => {
      editContent(world, "site.yaml", (text) =>
        text.replace("code:\n", "code:\n  - articles/2025/05/pool-closed.mdx\n"),
      );
      return () =>
        editContent(world, "site.yaml", (text) =>
          text.replace("  - articles/2025/05/pool-closed.mdx\n", ""),
        );
    }),
    alone: true,
    toEntry: true,
    rare: true,
  },
  {
    ...twice("a standing page is added, and removed", (world) => {
      writeContent(world.options.content, "pages/rules.md", "---\ntitle: Rules\n---\n\nBe kind.\n");
      return () => removeContent(world, "pages/rules.md");
    }),
    alone: true,
    rare: true,
  },
  {
    ...one("a category is added", (world) => {
      writeContent(world.options.content, "categories/nature.yaml", "title: Nature\norder: 4\n");
      editContent(world, looseArticle(world), (text) =>
        text.replace("category: harbour", "category: nature"),
      );
    }),
    alone: true,
    rare: true,
  },
  {
    ...one("a category is removed, and its articles move to another", (world) => {
      removeContent(world, "categories/schools.yaml");
      for (const file of contentFiles(world, ARTICLE)) {
        const text = readContent(world, file);
        writeContent(
          world.options.content,
          file,
          text.replace("category: schools", "category: town"),
        );
      }
    }),
    alone: true,
  },
  {
    ...one("the categories change places", (world) => {
      editContent(world, "categories/harbour.yaml", (text) => text.replace("order: 1", "order: 9"));
    }),
    alone: true,
    rare: true,
  },
  {
    ...one("the publication's name changes", (world) => {
      editContent(world, "site.yaml", (text) =>
        text.replace("Saltmarsh Courier", "Saltmarsh Herald"),
      );
    }),
    alone: true,
    rare: true,
  },
  {
    ...one("the publication moves to another address below a path", (world) => {
      editContent(world, "site.yaml", (text) =>
        text.replace("https://courier.example", "https://news.example/courier"),
      );
    }),
    alone: true,
  },
  {
    ...one("the publication's time zone changes", (world) => {
      editContent(world, "site.yaml", (text) => text.replace("Europe/London", "Pacific/Auckland"));
    }),
    alone: true,
    rare: true,
  },
  {
    ...twice("the publication's language changes, and changes back", (world) => {
      editContent(world, "site.yaml", (text) => text.replace("language: en", "language: de"));
      return () =>
        editContent(world, "site.yaml", (text) => text.replace("language: de", "language: en"));
    }),
    alone: true,
    rare: true,
  },
  {
    name: "words.yaml is added, edited, and removed",
    steps: [
      (world) => writeContent(world.options.content, "words.yaml", wordsOf("Errata", "Notices")),
      (world) => writeContent(world.options.content, "words.yaml", wordsOf("Mended", "Remarks")),
      (world) => removeContent(world, "words.yaml"),
    ],
    alone: true,
  },
];

/** Words of the page, of the texts and their feeds, and of what scripts show. */
function wordsOf(corrections: string, notes: string): string {
  return [
    `corrections: ${corrections}`,
    `moved: ${notes}`,
    `body: { footnotes: ${notes}, table: ${notes} }`,
    `search: { noneFor: '${notes} “{query}”' }`,
    `feeds: { headlinesOf: '{name}, ${notes}' }`,
    "",
  ].join("\n");
}

function add(world: World, day: string, slug: string): void {
  const [year = "", month = ""] = day.split("-");
  writeContent(
    world.options.content,
    `articles/${year}/${month}/${slug}.md`,
    shortArticle(world.chance.below(90), day),
  );
}

function redated(text: string, day: string): string {
  return text.replace(/^date: .*$/m, `date: ${day}`);
}
