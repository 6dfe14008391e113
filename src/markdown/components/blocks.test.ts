import { describe, expect, test } from "vitest";
import type { BodyTargets } from "../body.ts";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml, plainText } from "../render-body.ts";
import { bodySections } from "../sections.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";

/** The two forms of a body without faults. */
function forms(source: string, changes: Partial<BodyTargets> = {}): { page: string; feed: string } {
  const body = parseBody(source, "mdx");
  expect(body.diagnostics).toEqual([]);
  const targets = testTargets(changes);
  return { page: pageHtml(body, targets), feed: feedHtml(body, targets) };
}

/** What is wrong with a source: place, code, message and mending. */
function faults(source: string): string[] {
  return parseBody(source, "mdx").diagnostics.map(
    ({ line, column, severity, code, message, fix }) =>
      `${line}:${column} ${severity} ${code}: ${message} ${fix}`,
  );
}

const images = {
  "a.png": { url: "/media/a.png", width: 300, height: 200 },
  "b.png": { url: "/media/b.png", width: 200, height: 400 },
  "c.png": { url: "/media/c.png", width: 3000, height: 200 },
};

describe("Gallery", () => {
  const source =
    '<Gallery title="Three" caption="All of them." credit="Me">\n<Figure src="a.png" alt="A" caption="One" />\n<Figure src="b.png" alt="B" wide />\n\n<Figure src="c.png" alt="C" credit="You" />\n</Gallery>\n';

  test("sets pictures by their proportions, and plain figures in feeds", () => {
    expect(forms(source, { images })).toMatchInlineSnapshot(`
      {
        "feed": "<p><strong>Three</strong></p><p>All of them. <small>Me</small></p><figure><img src="https://press.example/media/a.png" alt="A" width="300" height="200"><figcaption>One</figcaption></figure><figure><img src="https://press.example/media/b.png" alt="B" width="200" height="400"></figure><figure><img src="https://press.example/media/c.png" alt="C" width="3000" height="200"><figcaption><small>You</small></figcaption></figure>",
        "page": "<figure class="gallery wide"><figcaption><strong class="gallery-title">Three</strong> All of them. <span class="credit">Me</span></figcaption><section class="gallery-pictures"><figure class="figure ratio-6"><img src="/media/a.png" alt="A" width="300" height="200" loading="lazy" decoding="async"><figcaption>One</figcaption></figure><figure class="figure ratio-2"><img src="/media/b.png" alt="B" width="200" height="400" loading="lazy" decoding="async"></figure><figure class="figure ratio-12"><img src="/media/c.png" alt="C" width="3000" height="200" loading="lazy" decoding="async"><figcaption><span class="credit">You</span></figcaption></figure></section></figure>",
      }
    `);
  });

  test("has its pictures in the facts and its words in the text", () => {
    const body = parseBody(source, "mdx");
    expect(body.metadata.images.map(({ src }) => src)).toEqual(["a.png", "b.png", "c.png"]);
    expect(body.metadata.components).toEqual(["Gallery", "Figure"]);
    expect(plainText(body)).toBe("Three All of them. Me One You");
  });

  test("holds 2 to 20 figures and nothing else", () => {
    const figure = '<Figure src="a.png" alt="A" />\n';
    expect([
      ...faults(`<Gallery>\n${figure}</Gallery>`),
      ...faults(`<Gallery>\n${figure.repeat(21)}</Gallery>`),
      ...faults(`<Gallery>\n${figure}\nwords\n\n${figure}</Gallery>`),
      ...faults(`<Gallery>\n${figure}\n![A](a.png)\n</Gallery>`),
      ...faults(`<Gallery></Gallery>`),
      ...faults(`<Gallery>\n<Gallery>\n${figure}${figure}</Gallery>\n${figure}</Gallery>`),
    ]).toMatchInlineSnapshot(`
      [
        "1:1 error component/children: <Gallery> contains 1 of <Figure>; it needs 2 or more. Remove \`<Gallery>\` and \`</Gallery>\`, or write above \`</Gallery>\` on line 3:
      <Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />",
        "1:1 error component/children: <Gallery> contains 21 of <Figure>; the limit is 20. Move 1 of them to a second <Gallery> below it.",
        "4:1 error component/children: <Gallery> contains something other than <Figure>, which is all it may contain. Move \`words\` out of <Gallery>, or write it like this:
      <Gallery>

      <Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />
      <Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />

      </Gallery>",
        "4:1 error component/children: <Gallery> contains something other than <Figure>, which is all it may contain. Write:
      <Figure src="a.png" alt="A" />",
        "1:1 error component/children: <Gallery> has nothing between its tags. Write:
      <Gallery>

      <Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />
      <Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />

      </Gallery>",
        "2:1 error component/children: <Gallery> contains something other than <Figure>, which is all it may contain. Write:
      <Figure src="a.png" alt="A" />
      <Figure src="a.png" alt="A" />",
      ]
    `);
  });

  test("may stand in an aside", () => {
    const inside = source.replace(/^/, "<Aside>\n\n").replace(/$/, "\n</Aside>\n");
    expect(forms(inside, { images }).page).toMatch(
      /^<section class="background [^>]*><figure class="gallery wide">[^]*<\/figure><\/section>$/,
    );
  });
});

describe("Timeline", () => {
  const source =
    '<Timeline title="How">\n<TimelineEvent date="2022">Old.</TimelineEvent>\n<TimelineEvent date="2023-11" when="Before the 29th" title="Said">\nWords[^1] and\n\n- a list\n</TimelineEvent>\n<TimelineEvent date="2023-12-01">*New*.</TimelineEvent>\n</Timeline>\n\n[^1]: Note.\n';

  test("is an ordered list with dates for programs and for people", () => {
    expect(forms(source)).toMatchInlineSnapshot(`
      {
        "feed": "<p><strong>How</strong></p><ol><li><p><strong><time datetime="2022">2022</time></strong></p><p>Old.</p></li><li><p><strong><time datetime="2023-11">Before the 29th</time> – Said</strong></p><p>Words<sup><a href="https://press.example/2026/11/story/#fn-1">1</a></sup> and</p><ul>
      <li>a list</li>
      </ul></li><li><p><strong><time datetime="2023-12-01">December 1, 2023</time></strong></p><p><em>New</em>.</p></li></ol>
      <h2>Footnotes</h2>
      <ol>
      <li>
      <p>Note.</p>
      </li>
      </ol>",
        "page": "<section class="events content-part"><p class="events-title">How</p><ol><li><p class="event-date"><time datetime="2022">2022</time></p><p>Old.</p></li><li><p class="event-date"><time datetime="2023-11" class="in-words">Before the 29th</time></p><p class="event-title">Said</p><p>Words<sup><a href="#fn-1" id="fnref-1" class="footnote">1</a></sup> and</p><ul>
      <li>a list</li>
      </ul></li><li><p class="event-date"><time datetime="2023-12-01">December 1, 2023</time></p><p><em>New</em>.</p></li></ol></section>
      <section class="footnotes" aria-labelledby="footnotes"><h2 id="footnotes" class="footnotes-heading">Footnotes</h2>
      <ol>
      <li id="fn-1">
      <p>Note. <a href="#fnref-1" class="footnote-back" aria-label="Back to note 1">↩</a></p>
      </li>
      </ol>
      </section>",
      }
    `);
  });

  test("shows dates as the language of the publication has them, and writes none into search", () => {
    const { page } = forms(source, { language: "fr" });
    expect(page).toContain('<time datetime="2023-12-01">1 décembre 2023</time>');
    expect(plainText(parseBody(source, "mdx"))).toBe(
      "How 2022 Old. Before the 29th Said Words and a list 2023-12-01 New. Note.",
    );
  });

  test.each([
    ["2023", "2023-05", "2023-05-02", "2024"],
    ["2024", "2023-12-01", "2023", "2022"],
    ["2023-12", "2023-12-24", "2023-12", "2023-12-01", "2024"],
  ])("goes forth or back: %s, %s, %s …", (...dates) => {
    expect(faults(timeline(dates))).toEqual([]);
  });

  test("warns of an event that goes the other way", () => {
    expect([
      ...faults(timeline(["2023-12-01", "2023-12-03", "2023-12-02", "2023-12-04"])),
      ...faults(timeline(["2024", "2023", "2023-05", "2025"])),
    ]).toMatchInlineSnapshot(`
      [
        "4:16 warning component/children: The event of 2023-12-02 comes after that of 2023-12-03, but the events before it go from older to newer. Put it above the event of 2023-12-03, or correct its date.",
        "5:16 warning component/children: The event of 2025 comes after that of 2023-05, but the events before it go from newer to older. Put it above the event of 2024, or correct its date.",
      ]
    `);
  });

  test("and its events stand together", () => {
    expect([
      ...faults('<TimelineEvent date="2023">a</TimelineEvent>\n'),
      ...faults(
        '<Timeline>\n<Aside>\n<TimelineEvent date="2023">a</TimelineEvent>\n</Aside>\n</Timeline>',
      ),
      ...faults(timeline(["2023-02-29"])),
    ]).toMatchInlineSnapshot(`
      [
        "1:1 error component/misplaced: <TimelineEvent> is outside <Timeline>, which it belongs in. Write:
      <Timeline>

      <TimelineEvent date="2023">a</TimelineEvent>

      </Timeline>",
        "2:1 error component/children: <Timeline> contains something other than <TimelineEvent>, which is all it may contain. Write:
      <TimelineEvent date="2023">a</TimelineEvent>",
        "2:16 error component/attribute-type: <TimelineEvent> takes a calendar day such as 2026-03-31, a month such as 2026-03 or a year such as 2026 for \`date\`, not \`date="2023-02-29"\`. Write it in the form of \`date="YYYY-MM-DD"\`.",
      ]
    `);
  });

  function timeline(dates: readonly string[]): string {
    const events = dates.map((date) => `<TimelineEvent date="${date}">a</TimelineEvent>\n`);
    return `<Timeline>\n${events.join("")}</Timeline>\n`;
  }
});

describe("QandA", () => {
  const source =
    '## The talk\n\n<QandA asks="We" answers="It">\n\n**Is `a` *right*?**\n\nYes.\n\nOr no.\n\n**And?**\n\n- one\n\n</QandA>\n\n## After\n\nNote.\n';

  test("sets the questions as headings below the one before, and in bold in feeds", () => {
    expect(forms(source)).toMatchInlineSnapshot(`
      {
        "feed": "<h2>The talk</h2>
      <p><strong>We: Is <code translate="no">a</code> <em>right</em>?</strong></p><p><strong>It:</strong> Yes.</p><p>Or no.</p><p><strong>We: And?</strong></p><p><strong>It:</strong></p><ul>
      <li>one</li>
      </ul>
      <h2>After</h2>
      <p>Note.</p>",
        "page": "<h2 id="the-talk">The talk</h2>
      <h3 id="is-a-right" class="question"><span class="speaker">We:</span> Is <code translate="no">a</code> <em>right</em>?</h3><p><span class="speaker">It:</span> Yes.</p><p>Or no.</p><h3 id="and" class="question"><span class="speaker">We:</span> And?</h3><p><span class="speaker">It:</span> </p><ul>
      <li>one</li>
      </ul>
      <h2 id="after">After</h2>
      <p>Note.</p>",
      }
    `);
  });

  test("has its questions in the contents, and parts the text for search", () => {
    const body = parseBody(source, "mdx");
    expect(body.metadata.headings).toEqual([
      { depth: 2, id: "the-talk", text: "The talk" },
      { depth: 3, id: "is-a-right", text: "Is a right?" },
      { depth: 3, id: "and", text: "And?" },
      { depth: 2, id: "after", text: "After" },
    ]);
    expect(body.metadata.ids).toContain("is-a-right");
    expect(bodySections(body).map(({ heading, text }) => `${heading?.id ?? ""}: ${text}`)).toEqual([
      "the-talk: ",
      "is-a-right: Yes. Or no.",
      "and: one",
      "after: Note.",
    ]);
    expect(plainText(body)).toBe("The talk Is a right? Yes. Or no. And? one After Note.");
  });

  test("begins with headings of the second level where there is none before", () => {
    const { page } = forms(
      "<QandA>\n\n**A?**\n\nB.\n\n</QandA>\n\nC.\n\n<QandA>\n**D?**\n\nE.\n</QandA>",
    );
    expect(page).toBe(
      '<h2 id="a" class="question">A?</h2><p>B.</p>\n<p>C.</p>\n<h2 id="d" class="question">D?</h2><p>E.</p>',
    );
  });

  test("lets other components stand in the answers", () => {
    const { page } = forms(
      '<QandA answers="It">\n\n**A?**\n\n<PullQuote>B.</PullQuote>\n\nC.\n\n</QandA>\n',
    );
    expect(page).toContain(
      '<p><span class="speaker">It:</span> </p><figure class="pull-quote in-margin">',
    );
  });

  test("wants questions and answers by turns, and headings nowhere", () => {
    expect([
      ...faults("<QandA>\n\nSo?\n\n**A?**\n\nB.\n\n</QandA>"),
      ...faults("<QandA>\n\n**A?**\n\n**B?**\n\nC.\n\n</QandA>"),
      ...faults("<QandA>\n\n**A?**\n\nC.\n\n**B?**\n\n</QandA>"),
      ...faults("<QandA>\n\n**A?**\n\n### B\n\nC.\n\n</QandA>"),
      ...faults("<Aside>\n\n<QandA>\n\n**A?**\n\nC.\n\n</QandA>\n\n</Aside>"),
    ]).toMatchInlineSnapshot(`
      [
        "3:1 error component/children: <QandA> begins with something other than a question. Write \`**So?**\` if it is a question; otherwise move it above \`<QandA>\`.",
        "3:1 error component/children: A question in <QandA> has no answer: the next bold paragraph, or the end, follows it. Write the answer below it; if it is not a question, write \`A?\`.",
        "7:1 error component/children: A question in <QandA> has no answer: the next bold paragraph, or the end, follows it. Write the answer below it; if it is not a question, write \`B?\`.",
        "5:1 error component/heading: <QandA> contains a heading. Headings divide the article, and readers who navigate by them would take everything that follows for a part of <QandA>. Write \`**B**\`.",
        "3:1 error component/misplaced: <QandA> is inside <Aside>, but belongs at the top level of the text. Remove \`<Aside>\` on line 1 and \`</Aside>\` on line 11; or \`<QandA>\` on line 3 and \`</QandA>\` on line 9.",
      ]
    `);
  });
});

describe("Callout", () => {
  test("says in words what it is", () => {
    const source =
      '<Callout kind="update" date="2026-03-05T09:30:00-05:00" title="Confirmed">\nWords.\n</Callout>\n\n<Callout kind="warning">\n\n- one\n\n</Callout>\n';
    expect(forms(source)).toMatchInlineSnapshot(`
      {
        "feed": "<blockquote><p><strong>Update</strong>, <time datetime="2026-03-05T09:30:00-05:00">March 5, 2026, 2:30 PM UTC</time></p><p><strong>Confirmed</strong></p><p>Words.</p></blockquote>
      <blockquote><p><strong>Warning</strong></p><ul>
      <li>one</li>
      </ul></blockquote>",
        "page": "<section class="callout callout-update" role="note"><p class="callout-kind"><strong>Update</strong>, <time datetime="2026-03-05T09:30:00-05:00"><span>March 5, 2026,</span> <span>2:30 PM UTC</span></time></p><p class="callout-title">Confirmed</p><p>Words.</p></section>
      <section class="callout callout-warning" role="note"><p class="callout-kind"><strong>Warning</strong></p><ul>
      <li>one</li>
      </ul></section>",
      }
    `);
    expect(plainText(parseBody(source, "mdx"))).toBe(
      "2026-03-05T09:30:00-05:00 Confirmed Words. one",
    );
  });

  test("has few kinds", () => {
    expect(faults('<Callout kind="warn">a</Callout>')).toMatchInlineSnapshot(`
      [
        "1:10 error component/attribute-type: <Callout> does not accept \`kind="warn"\`. It takes "note", "update", "warning", "tip". Write \`kind="warning"\`.",
      ]
    `);
  });
});

describe("DocumentQuote", () => {
  test("names the document before its words", () => {
    const source =
      '<DocumentQuote title="Ordinance" by="Port" date="1987-05" page="12–13" href="./ordinance.mdx">\nWords.\n\n1. One\n</DocumentQuote>\n\n<DocumentQuote title="Letter" href="https://a.example/l.pdf">Words.</DocumentQuote>\n';
    expect(forms(source, { links: { "./ordinance.mdx": "/1987/05/ordinance/" } }))
      .toMatchInlineSnapshot(`
        {
          "feed": "<p><b>From the document</b> <a href="https://press.example/1987/05/ordinance/"><cite>Ordinance</cite></a>, Port, <time datetime="1987-05">May 1987</time>, page 12–13</p><blockquote cite="https://press.example/1987/05/ordinance/"><p>Words.</p><ol>
        <li>One</li>
        </ol></blockquote>
        <p><b>From the document</b> <a href="https://a.example/l.pdf"><cite>Letter</cite></a></p><blockquote cite="https://a.example/l.pdf"><p>Words.</p></blockquote>",
          "page": "<figure class="document-quote"><figcaption><b>From the document</b> <a href="/1987/05/ordinance/"><cite>Ordinance</cite></a>, Port, <time datetime="1987-05">May 1987</time>, page 12–13</figcaption><blockquote cite="/1987/05/ordinance/"><p>Words.</p><ol>
        <li>One</li>
        </ol></blockquote></figure>
        <figure class="document-quote"><figcaption><b>From the document</b> <a href="https://a.example/l.pdf" data-note="1"><cite>Letter</cite></a></figcaption><blockquote cite="https://a.example/l.pdf"><p>Words.</p></blockquote></figure><ol class="link-notes" hidden><li data-href="https://a.example/l.pdf"></li></ol>",
        }
      `);
    expect(parseBody(source, "mdx").metadata.links).toEqual([
      { href: "./ordinance.mdx", line: 1, column: 78, length: 15 },
      { href: "https://a.example/l.pdf", line: 7, column: 37, length: 23 },
    ]);
  });

  test("leads nowhere where the document is gone or the address acts", () => {
    const source = '<DocumentQuote title="Letter" href="/gone">Words.</DocumentQuote>\n';
    expect(forms(source, { links: { "/gone": null } }).page).not.toMatch(/gone|<a|cite=/);
    expect(faults(source.replace("/gone", "javascript:alert(1)"))).toMatchInlineSnapshot(`
      [
        "1:37 error link/script: The address \`javascript:alert(1)\` would run or contain code instead of leading somewhere. Write an address that begins with \`https://\`, or a path such as \`./other.mdx\`.",
      ]
    `);
  });

  test("holds no words of ours", () => {
    expect(
      faults('<DocumentQuote title="A">\n\n<Callout kind="note">B.</Callout>\n\n</DocumentQuote>'),
    ).toMatchInlineSnapshot(`
      [
        "3:1 error component/misplaced: <Callout> is inside <DocumentQuote>, which contains text and no other component. Remove \`<DocumentQuote title="A">\` on line 1 and \`</DocumentQuote>\` on line 5; or \`<Callout kind="note">\` on line 3 and \`</Callout>\` on line 3.",
      ]
    `);
  });
});

describe("Code", () => {
  test("has the name of its file above it", () => {
    expect(forms('<Code title="a.js" caption="Whole.">\n\n```js\nlet a\n```\n\n</Code>\n'))
      .toMatchInlineSnapshot(`
        {
          "feed": "<figure><figcaption><strong>a.js</strong> Whole.</figcaption><pre><code translate="no">let a
        </code></pre></figure>",
          "page": "<figure class="code"><figcaption><strong class="code-title">a.js</strong> Whole.</figcaption><pre tabindex="0"><code class="language-js" translate="no"><span class="hljs-keyword">let</span> a
        </code></pre></figure>",
        }
      `);
  });

  test("is one block", () => {
    expect([
      ...faults('<Code title="a">\n\n```\na\n```\n\n```\nb\n```\n\n</Code>'),
      ...faults('<Code title="a">`b`</Code>'),
    ]).toMatchInlineSnapshot(`
      [
        "1:1 error component/children: <Code> contains something other than one code block. Move what is not a code block below \`</Code>\`, and each further block into its own <Code>.",
        "1:1 error component/children: <Code> contains something other than one code block. Write the code between two lines of three backticks, with empty lines around it:
      \`\`\`
      b
      \`\`\`",
      ]
    `);
  });
});

describe("Table", () => {
  const rows =
    "| Year | Clicks | Of | Note |\n|--|--|:-:|--|\n| 2025 | 1,200 | 3 % | a |\n| 2026 | – | −4.5 % | 1 |\n";
  const source = `<Table caption="Clicks" credit="Source: us">\n\n${rows}\n</Table>\n`;

  test("has a caption, a source, and numbers below one another", () => {
    expect(forms(source)).toMatchInlineSnapshot(`
      {
        "feed": "<table><caption>Clicks</caption>
      <thead>
      <tr>
      <th>Year</th>
      <th>Clicks</th>
      <th>Of</th>
      <th>Note</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>2025</td>
      <td>1,200</td>
      <td>3 %</td>
      <td>a</td>
      </tr>
      <tr>
      <td>2026</td>
      <td>–</td>
      <td>−4.5 %</td>
      <td>1</td>
      </tr>
      </tbody>
      </table><p><small>Source: us</small></p>",
        "page": "<figure class="data-table keeps-first"><figcaption>Clicks</figcaption><section class="table" tabindex="0" aria-label="Clicks"><table>
      <thead>
      <tr>
      <th>Year</th>
      <th class="align-right">Clicks</th>
      <th class="align-center">Of</th>
      <th>Note</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>2025</td>
      <td class="align-right">1,200</td>
      <td class="align-center">3 %</td>
      <td>a</td>
      </tr>
      <tr>
      <td>2026</td>
      <td class="align-right">–</td>
      <td class="align-center">−4.5 %</td>
      <td>1</td>
      </tr>
      </tbody>
      </table></section><p class="table-credit">Source: us</p></figure>",
      }
    `);
  });

  test("stacks by the heads of its columns", () => {
    const { page, feed } = forms(source.replace("<Table", "<Table stack wide"));
    expect(page).toContain('<figure class="data-table stacks wide">');
    expect(page).toContain('<td class="align-right" data-label="Clicks">1,200</td>');
    expect(page).not.toContain('data-label="Year"');
    expect(feed).not.toContain("data-label");
  });

  test("counts no columns where cells span several", () => {
    const html =
      '<Table caption="A" stack>\n<table><tbody><tr><th>a</th><td colspan="2">1</td></tr><tr><th>b</th><td>2</td><td>3</td></tr></tbody></table>\n</Table>\n';
    expect(forms(html).page).not.toMatch(/data-label|align-right/);
  });

  test.each([
    ["1", true],
    ["−1.5", true],
    ["$1.9 bn", true],
    ["€1 200,50", true],
    ["١٢٫٥٪", true],
    ["+3 %", true],
    ["12 kB", true],
    ["about 3", false],
    ["2024–25 season", false],
    ["1a2", false],
    ["–", false],
  ])("%s alone in a column is set as a number: %s", (cell, isNumber) => {
    const { page } = forms(
      `<Table caption="A">\n\n| a | b |\n|--|--|\n| c | ${cell} |\n\n</Table>\n`,
    );
    expect(page.includes("align-right")).toBe(isNumber);
  });

  test("is one table", () => {
    expect(faults('<Table caption="A">\n\nwords\n\n</Table>')).toMatchInlineSnapshot(`
      [
        "1:1 error component/children: <Table> contains something other than one table. Write a table between the tags, with empty lines around it, like this:
      | WRITE THE NAME HERE | WRITE THE FIGURE HERE |
      | --- | --- |
      | WRITE THE NAME HERE | WRITE THE FIGURE HERE |",
      ]
    `);
  });
});

test("marks of notes and their ways back work in every component that holds Markdown", () => {
  const { page } = forms(
    '<Aside>A[^1]</Aside>\n\n<PullQuote>B[^2]</PullQuote>\n\n<KeyPoints>\n- C[^3]\n</KeyPoints>\n\n<Callout kind="tip">D[^4]</Callout>\n\n<QandA answers="I">\n\n**I[^6]?**\n\nJ[^7]\n\n</QandA>\n\n<Table caption="E">\n\n| F[^5] | G |\n|--|--|\n| H | 1 |\n\n</Table>\n\n[^1]: a\n\n[^2]: b\n\n[^3]: c\n\n[^4]: d\n\n[^5]: e\n\n[^6]: f\n\n[^7]: g\n',
  );
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    expect(page.match(new RegExp(`id="fnref-${number}"`, "g"))).toHaveLength(1);
    expect(page).toContain(`href="#fn-${number}"`);
    expect(page).toContain(`id="fn-${number}"`);
  }
  expect(page).not.toMatch(/<p>[^<]*<(?:p|figure|aside|div|ul|table)/);
});
