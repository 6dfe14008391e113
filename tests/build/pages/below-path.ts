import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PAGE_IDS } from "../../../src/domain/page-ids.ts";
import { writeContent, writePublication } from "../publication.ts";

const REDIRECTS = `moved:
  /old/quay.html: articles/2025/02/quay-opens.mdx
  /blog/: /
  /away/: https://elsewhere.example/?a=1&b=2
gone:
  articles/2025/04/heron-count.md: { date: 2025-06-01, note: The count was wrong. }
  /2018/deleted/: { date: 2025-06-02 }
`;

/** Everything that a publication can let in from other hosts. */
const ELSEWHERE = `embeds:
  players: [youtube]
  media: [sound.courier.example]
comments:
  giscus:
    repo: courier/talk
    repo-id: R_kgDOcourier
    category: Comments
    category-id: DIC_kwDOcourier
`;

/** An article of a story, with a correction, whose headings are called as the page's own parts. */
const HEADINGS = `---
title: Headings that are called as parts of the page
description: Their ids must differ from those of the page.
category: town
author: ben-osei
date: 2025-06-03
story: new-quay
tags: [Quay]
corrections: [{ date: 2025-06-04, note: A word was wrong. }]
---

${PAGE_IDS.map((id) => `## ${id.replace("-", " ")}\n\nText.\n`).join("\n")}`;

/** An advertisement that names who paid. */
const PAID = `---
title: Paint that stays on boats
description: A message from a maker of paint.
category: harbour
author: [ada-lund, ben-osei, mia-roth]
date: 2025-06-05
kind: sponsored
sponsor: Barnacle & Sons
contents: true
tags: [Boats]
---

It stays[^1].

## Why

It is thick.

[^1]: On [most](https://paint.example/).
`;

/** Writes the fixture as a publication below a path, with old addresses, take-downs, and what comes from other hosts. */
export async function writePublicationBelowPath(content: string): Promise<void> {
  await writePublication(content);
  const site = readFileSync(join(content, "site.yaml"), "utf8");
  writeContent(
    content,
    "site.yaml",
    site.replace(/^url: .*/m, "url: https://x.example/paper/") + ELSEWHERE,
  );
  // Its own file is of use at the root of a host only.
  rmSync(join(content, "public/robots.txt"));
  writeContent(content, "redirects.yaml", REDIRECTS);
  writeContent(content, "articles/2025/06/every-heading.md", HEADINGS);
  writeContent(content, "articles/2025/06/paint.mdx", PAID);
}
