import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writePublicationBelowPath } from "../pages/below-path.ts";
import { writeContent } from "../publication.ts";

/** Everything in a title that has broken a feed somewhere. */
export const NASTY_TITLE = `Fish & <b>chips</b> ]]> "two" &amp; 'one' 🦀𝄞 ‮tide‬ </title><item>`;

/** A text with what has broken feeds. */
export const NASTY_BODY = `A paragraph with a [note](#end), \`]]>\` and \`<script>alert(1)</script>\`.[^1]

\`\`\`xml
<![CDATA[ a & b ]]>
\`\`\`

## End

[^1]: Read to the end, &amp; back.
`;

function article(keys: Record<string, string>, body: string): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join("")}---\n\n${body}`;
}

const KEYS = {
  description: JSON.stringify("Summary: <i>fish</i> & ]]> &amp; 🐟"),
  category: "town",
  author: "[ben-osei, ada-lund]",
  tags: '["C++", 中文, "<b>&", schools]',
};

/** Every component in one text, with markup in whatever may be written. */
const EVERY_COMPONENT = `It begins with a note[^1].

<KeyPoints title="In & out">

- One <b>bold</b> point.

</KeyPoints>

<Aside title="Aside & <more>">

Beside the point: \`]]>\`.

</Aside>

<Audio src="https://sound.courier.example/a.mp3?a=1&b=2" title="Heard & <seen>" length="0:42" />

<Video src="/council/vote.webm" poster="/crest.png" captions="/council/vote.vtt" title="Votes & <hands>" length="3:42" caption="All & more." credit="O'Brien & Sons">

Seven hands, then five.

</Video>

<Callout kind="warning" title="Mind the <gap> & step">

It is deep.

</Callout>

<Chart kind="bar" title="Fish & <chips>" columns={["Way", "Share & rest"]} data={[["<By> road & rail", 81.5], ["中文", 18.5]]} alt="Most of it & more." source="O'Brien & Sons" />

<Code title="a&b.js" caption="1 < 2 & 3.">

\`\`\`js
const a = 1 < 2 && "]]>";
\`\`\`

</Code>

<Correction date="2025-06-14" />

<DocumentQuote title="Minutes & <votes>" by="The clerk" date="2025-04" page="3" href="/2024/11/quay-planned/?a=1&b=2">

The chair thanked all & left.

</DocumentQuote>

<Figure src="../../2024/11/quay.png" alt="A quay & <boats>" caption="Low & high." credit="O'Brien & Sons" />

<Gallery title="Before & after">

<Figure src="../../2024/11/quay.png" alt="The old quay" />

<Figure src="../02/ribbon.jpg" alt="The new & better quay" />

</Gallery>

<PullQuote by="O'Brien & Sons" role="Masters of the < harbour">Never say ]]> & never.</PullQuote>

<QandA asks="The Courier & us" answers="The chair">

**Is 1 < 2 & 3?**

It is &amp; was.

</QandA>

<SocialPost post="board-gangway" />

<Table caption="Votes & <hands>">

| Round | For & against |
| --- | --- |
| 1 < 2 | 7 🦀 |

</Table>

<Timeline title="Then & now">

<TimelineEvent date="2024-11-04" title="Planned & <agreed>">By spring.</TimelineEvent>

</Timeline>

<LiveUpdate time="2025-06-13T10:00:00Z" title="First & <last> ]]>">

Low water & high.

</LiveUpdate>

[^1]: A note & more.
`;

/** Two articles of one second, and one that is read from right to left. */
const ARTICLES: Record<string, string> = {
  "articles/2025/06/nasty.mdx": article(
    { ...KEYS, title: JSON.stringify(NASTY_TITLE), date: "2025-06-12T08:30:00Z" },
    NASTY_BODY,
  ),
  "articles/2025/06/twin.md": article(
    { ...KEYS, title: '"]]>"', date: "2025-06-12T08:30:00Z" },
    "Of the same second.\n",
  ),
  "articles/2025/06/right-to-left.md": article(
    { ...KEYS, title: "الميناء يفتح أبوابه", date: "2025-06-12T09:00:00Z", category: "harbour" },
    "وصلت السفينة الأولى في الصباح & غادرت.\n",
  ),
  "articles/2025/06/every-component.mdx": article(
    {
      ...KEYS,
      title: "Every component & <tag>",
      date: "2025-06-13T08:00:00Z",
      kind: "live",
      corrections: `[{ date: 2025-06-14, note: "It was <cod> & ]]>." }]`,
    },
    EVERY_COMPONENT,
  ),
};

/**
 * Writes the fixture that uses everything, with what has broken feeds: markup in names, titles and topics, two
 * articles of one second, a section without an article, a topic called as a section, and one text with every component.
 */
export async function writeNastyPublication(content: string): Promise<void> {
  await writePublicationBelowPath(content);
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const before = readFileSync(join(content, file), "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${String(from)}.`);
    writeContent(content, file, after);
  };
  edit("site.yaml", /^name: .*/m, `name: "Salt & <Marsh> ]]> 'Courier'"`);
  edit("authors/ben-osei.yaml", /^name: .*/m, `name: O'Brien & Sons`);
  writeContent(content, "categories/empty.yaml", `title: "Nothing & <more>"\norder: 9\n`);
  for (const [file, text] of Object.entries(ARTICLES)) writeContent(content, file, text);
}
