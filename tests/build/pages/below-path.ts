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

/** A live blog that goes on, with updates written in no order, a note, and a link to one of them. */
const LIVE = `---
title: The regatta, race by race
description: We stand at the finish with a watch.
category: harbour
author: [ada-lund, mia-roth]
date: 2025-06-10T09:00:00+01:00
kind: live
tags: [Regatta]
---

Forty boats, six races. The [first start](#update-first-start) was late[^1].

<LiveUpdate time="2025-06-10T11:20:00+01:00" title="The ferry is in the way" by="mia-roth">

Nobody was hurt; the race is sailed again.

<PullQuote by="Iris Holt" role="Harbour master">A ferry has right of way, always.</PullQuote>

</LiveUpdate>

<LiveUpdate time="2025-06-10T09:12:30+01:00" title="The first start" key id="first-start">

Twelve minutes late[^2], for want of wind.

</LiveUpdate>

<LiveUpdate time="2025-06-10T13:00:00Z" key>

Heron wins by a length, and the flags come down.

</LiveUpdate>

[^1]: By the church clock.
[^2]: By ours.
`;

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

/** Address of the publication below a path. */
export const BELOW_PATH = "https://x.example/café/paper/";

/** Writes the fixture as a publication below a path, with old addresses, take-downs, and what comes from other hosts. */
export async function writePublicationBelowPath(content: string): Promise<void> {
  await writePublication(content);
  const site = readFileSync(join(content, "site.yaml"), "utf8");
  writeContent(
    content,
    "site.yaml",
    site
      .replace(/^url: .*/m, `url: ${BELOW_PATH}`)
      .replace("public:\n  - public/robots.txt\n", "") + ELSEWHERE,
  );
  // Its own file is of use at the root of a host only.
  rmSync(join(content, "public/robots.txt"));
  writeContent(content, "redirects.yaml", REDIRECTS);
  writeContent(content, "articles/2025/06/every-heading.md", HEADINGS);
  writeContent(content, "articles/2025/06/regatta-live.mdx", LIVE);
  writeContent(content, "articles/2025/06/paint.mdx", PAID);
}
