import { expect, test } from "vitest";
import { parseBody } from "../../markdown/parse-body.ts";
import type { ArchiveFile } from "../archive.ts";
import type { BodyContext, ConvertedBody } from "../converted-body.ts";
import { convertMarkdown } from "./convert-markdown.ts";

const FILE: ArchiveFile = {
  key: "static/lock.png",
  addresses: ["https://old.example/paper/lock.png"],
  target: { besideText: "a", name: "a-lock.png" },
};

const OLD_B = "https://old.example/paper/b/";

const DETAILS = {
  format: "md",
  path: "posts/a.md",
  title: "The Title",
  base: "/paper",
  texts: JSON.stringify({
    "b.md": OLD_B,
    "./b.md": OLD_B,
    "2019-01-01-b": OLD_B,
    "_posts/2019-01-01-b.md": OLD_B,
  }),
  files: JSON.stringify({ "../lock.png": "static/lock.png" }),
  variables: JSON.stringify({ page: { title: "P [x]", place: "Here" } }),
};

const CONTEXT: BodyContext = {
  base: "https://old.example/paper/a/",
  language: "en",
  link: (url) =>
    url.host === "old.example" && url.pathname === "/paper/b/" ? "./b.md" : undefined,
  file: (url) =>
    url.pathname === "/paper/lock.png" ? { file: FILE, src: "./a-lock.png" } : undefined,
  fileOf: (key) => (key === FILE.key ? { file: FILE, src: "./a-lock.png" } : undefined),
};

function converted(
  from: string,
  body: string,
  details: Record<string, string> = {},
): ConvertedBody {
  const result = convertMarkdown({ body, details: { ...DETAILS, from, ...details } }, CONTEXT);
  const errors = parseBody(`\n${result.text}`, result.format).diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors).toEqual([]);
  return result;
}

/** A text that has everything that Markdown has, in odd spellings. */
const UNCHANGED = `
Words  with **odd**   __spellings__,\ttabs and {braces} < signs. Line
break\\
here & there &amp; &copy; <b>HTML</b>\u00a0\u2028
{: .lead}

* one
+ two
1) three

Setext
======

## Closed ##   {#own}

| a|b |
|:-|--|
|1|2|

    indented {{ code }}

~~~~ js
"x" \`\`\`
~~~~

[x]: https://else.example/a_b "T"
[x] [y][x] ![z][x] https://else.example <https://else.example>

[^1]: A note.

A[^1] <!-- a comment --> <iframe src="https://else.example/"></iframe>

***
`;

test.each(["hugo", "jekyll", "astro", "docusaurus", "eleventy"])(
  "a text of %s without anything of its own stays byte for byte",
  (from) => {
    const body =
      from === "hugo" || from === "astro" || from === "docusaurus"
        ? UNCHANGED
        : UNCHANGED.replace("{{ code }}", "code");
    const { text, format, notes, before, after } = converted(from, body);
    expect(text).toBe(body);
    expect(format).toBe("md");
    expect(notes).toEqual([]);
    expect(after).toEqual(before);
  },
);

test.each<[string, string, string]>([
  ["a link", "[x](/paper/b/)", "[x](./b.md)"],
  ["a whole address with a fragment", `[x](${OLD_B}#h "T")`, '[x](./b.md#h "T")'],
  ["a path of a file", "[x](./b.md#h)", "[x](./b.md#h)"],
  ["an address in angle brackets", "[x](</paper/b/>)", "[x](./b.md)"],
  ["a bare address", OLD_B, `[${OLD_B}](./b.md)`],
  ["an address that shows itself", `<${OLD_B}>`, `[${OLD_B}](./b.md)`],
  ["an escape in the words", "[a\\]b](/paper/b/)", "[a\\]b](./b.md)"],
  ["a definition", '[r]: /paper/b/ "t"\n\n[x][r]', '[r]: ./b.md "t"\n\n[x][r]'],
  ["a picture", "![A [b] c](/paper/lock.png)", "![A [b] c](./a-lock.png)"],
  ["a picture beside the file", '![A](../lock.png "t")', '![A](./a-lock.png "t")'],
  [
    "a picture that links",
    "[![A](/paper/lock.png)](/paper/lock.png)",
    "[![A](./a-lock.png)](./a-lock.png)",
  ],
  ["a picture without words", "![](/paper/lock.png)", "![ALT MISSING](./a-lock.png)"],
  [
    "HTML",
    `<a href='/paper/b/'>x</a> <img alt="" src=/paper/lock.png>`,
    `<a href='./b.md'>x</a> <img alt="" src=./a-lock.png>`,
  ],
  ["Markdown in HTML", "<div>\n![A](/paper/lock.png)\n</div>", "<div>\n![A](./a-lock.png)\n</div>"],
  ["a cell", "| a |\n| - |\n| [x](/paper/b/) |", "| a |\n| - |\n| [x](./b.md) |"],
  ["code", "`[x](/paper/b/)`\n\n    [x](/paper/b/)", "`[x](/paper/b/)`\n\n    [x](/paper/b/)"],
  ["another site", "[x](https://else.example/paper/b/)", "[x](https://else.example/paper/b/)"],
  ["a mail and a fragment", "[x](mailto:a@b.example) [y](#z)", "[x](mailto:a@b.example) [y](#z)"],
])("addresses: %s", (_, body, text) => {
  const result = converted("astro", body);
  expect(result.text).toBe(text);
  expect(result.format).toBe("md");
});

const FILM = '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="YouTube video" />';

test.each<[string, string, string]>([
  [
    "ref",
    'See [x]({{< ref "b.md" >}}#h) and [gone]({{% relref "no one.md" %}}).',
    "See [x](./b.md#h) and [gone](no%20one.md).",
  ],
  ["figure", '{{< figure src="/paper/lock.png" alt="A lock" >}}', "![A lock](./a-lock.png)"],
  ["figure without words", '{{< figure src="/paper/lock.png" >}}', "![ALT MISSING](./a-lock.png)"],
  [
    "figure with a link",
    '{{< figure src="/paper/lock.png" alt="A" link="/paper/b/" >}}',
    "[![A](./a-lock.png)](./b.md)",
  ],
  [
    "figure with a caption",
    `{{< figure src="/paper/lock.png" alt='A "b"' caption="In *winter*, {x}" attr="Ada" >}}`,
    '<Figure src="./a-lock.png" alt="A &quot;b&quot;" caption="In winter, {x}" credit="Ada" />',
  ],
  [
    "figure of another host",
    '{{< figure src="https://else.example/a.png" alt="A" caption="C" >}}',
    '<figure><img src="https://else.example/a.png" alt="A"><figcaption>C</figcaption></figure>',
  ],
  ["youtube", "{{< youtube dQw4w9WgXcQ >}}", FILM],
  [
    "youtube by name",
    '{{< youtube id="dQw4w9WgXcQ" title="A film" >}}',
    FILM.replace("YouTube video", "A film"),
  ],
  [
    "vimeo",
    "{{< vimeo 146022717 >}}",
    '<Video src="https://vimeo.com/146022717" title="Vimeo video" />',
  ],
  [
    "posts and gists",
    '{{< tweet user="a" id="1" >}} {{< x user="b" id="2" >}} {{< instagram abc >}} {{< gist spf13 789 "i.html" >}}',
    "[A post by a on X](https://twitter.com/a/status/1) [A post by b on X](https://twitter.com/b/status/2) [A post on Instagram](https://www.instagram.com/p/abc/) [Code on GitHub: i.html](https://gist.github.com/spf13/789)",
  ],
  [
    "highlight",
    '{{< highlight go "linenos=table" >}}\nx := "```"\n{{< /highlight >}}',
    '````go\nx := "```"\n````',
  ],
  [
    "details",
    '{{< details summary="More & <b>" >}}\nInner [x](/paper/b/).\n{{< /details >}}',
    "<details>\n<summary>More & &lt;b></summary>\n\nInner [x](./b.md).\n\n</details>",
  ],
  [
    "a notice with a film in it",
    '{{% notice warning "Mind" %}}\nThe *gap*.\n\n{{< youtube dQw4w9WgXcQ >}}\n{{% /notice %}}',
    '<Callout kind="warning" title="Mind">\n\nThe *gap*.\n\n[YouTube video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n</Callout>',
  ],
  [
    "a notice",
    '{{% notice warning "Mind" %}}\nThe *gap*.\n{{% /notice %}}',
    '<Callout kind="warning" title="Mind">\n\nThe *gap*.\n\n</Callout>',
  ],
  [
    "an admonition",
    '{{< admonition type=tip title="A tip" >}}\nDo.\n{{< /admonition >}}',
    '<Callout kind="tip" title="A tip">\n\nDo.\n\n</Callout>',
  ],
  ["param", "{{< param place >}}", "Here"],
  ["what is shown only", "{{</* youtube x */>}} `{{%/* y */%}}`", "{{< youtube x >}} `{{% y %}}`"],
  ["a comment", "a {{< comment >}}b{{< /comment >}}c", "a c"],
  [
    "what is not known",
    '{{< param no >}} {{< own a="b" >}}x{{< /own >}}',
    '{{< param no >}} {{< own a="b" >}}x{{< /own >}}',
  ],
])("shortcodes of Hugo: %s", (_, body, text) => {
  expect(converted("hugo", body).text).toBe(text);
});

test.each<[string, string, string]>([
  ["highlight", "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"],
  ["raw", "{% raw %}{{ x }}{% endraw %} `{% raw %}{{ y }}{% endraw %}`", "{{ x }} `{{ y }}`"],
  ["comment", "a{% comment %} hid {% endcomment %} b", "a b"],
  ["post_url", "[b]({% post_url 2019-01-01-b %}#h)", "[b](./b.md#h)"],
  [
    "link",
    "[c]({% link _posts/2019-01-01-b.md %}) [d]({% link lock.png %})",
    "[c](./b.md) [d](./a-lock.png)",
  ],
  [
    "baseurl",
    "[d]({{ site.baseurl }}/lock.png) [f]({{ site.url }}{{site.baseurl}}/b/)",
    "[d](./a-lock.png) [f](./b.md)",
  ],
  [
    "filters of addresses",
    `![e]({{ "/lock.png" | relative_url }}) [f]({{ '/b/' | prepend: site.baseurl }})`,
    "![e](./a-lock.png) [f](./b.md)",
  ],
  ["a value of the page", "{{ page.title }}", "P \\[x\\]"],
  [
    "an included picture",
    '{% include figure.html src="/paper/lock.png" alt="A" caption="C" %}',
    '<Figure src="./a-lock.png" alt="A" caption="C" />',
  ],
  ["an included film", '{% include youtube.html id="dQw4w9WgXcQ" %}', FILM],
  ["a film of a provider", '{% include video id="dQw4w9WgXcQ" provider="youtube" %}', FILM],
  ["a table of contents", "* TOC\n{:toc}\n\nWords.\n{: .lead}\n", "\nWords.\n{: .lead}\n"],
  [
    "what is not known",
    "{{ site.time }} {% if x %}y{% endif %}",
    "{{ site.time }} {% if x %}y{% endif %}",
  ],
  [
    "what is not known beside a component",
    `${FILM_TAG()}\n\n{% include thing.html %}`,
    `${FILM}\n\n\\{% include thing.html %}`,
  ],
])("Liquid: %s", (_, body, text) => {
  expect(converted("jekyll", body).text).toBe(text);
});

function FILM_TAG(): string {
  return '{% include youtube.html id="dQw4w9WgXcQ" %}';
}

test("beside components, only what MDX would read otherwise is escaped", () => {
  const { text, format, notes, before, after } = converted(
    "hugo",
    `{{< youtube dQw4w9WgXcQ >}}

A {brace}, \\{ a < b, \`{code}\` &amp; {: .c}

<br> <span class=x id=y>{z}</span>

<!-- more */ -->

    indented {

> <https://else.example>

import me, please.

## H {#id}
`,
  );
  expect(format).toBe("mdx");
  expect(text).toBe(`${FILM}

A \\{brace}, \\{ a \\< b, \`{code}\` &amp;

<br /> <span id="y">\\{z}</span>

{/* more * / */}

\`\`\`
indented {
\`\`\`

> [https://else.example](https://else.example)

&#105;mport me, please.

## H
`);
  expect(notes.map(({ what }) => what)).toEqual([
    "a list of attributes was left out: {: .c}",
    "`class` of `<span>` was left out",
    "a list of attributes was left out: {#id}",
  ]);
  expect([before.embeds, after.embeds]).toEqual([1, 1]);
});

test("where HTML cannot stand beside components, plain Markdown says the same", () => {
  const { text, format, notes } = converted(
    "hugo",
    "{{< youtube dQw4w9WgXcQ >}}\n\n<div><p>open\n",
  );
  expect(text).toBe(
    "[YouTube video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n<div><p>open\n",
  );
  expect(format).toBe("md");
  expect(notes).toEqual([
    {
      kind: "look",
      what: "players and notes are written as plain Markdown, because the HTML in this text cannot stand beside components",
    },
  ]);
});

test.each<[string, string, string]>([
  [
    "a note",
    ":::note[Mind *this*]\n\nWords.\n\n:::",
    '<Callout kind="note" title="Mind this">\n\nWords.\n\n</Callout>',
  ],
  [
    "a note with a bare title",
    ":::danger Look out\nShort.\n:::",
    '<Callout kind="warning" title="Look out">\n\nShort.\n\n</Callout>',
  ],
  ["an unknown one", ":::own\n\nWords.\n\n:::", ":::own\n\nWords.\n\n:::"],
  [
    "tabs",
    'import Tabs from "@theme/Tabs";\n\n<Tabs>\n<TabItem value="a" label="Apple">\n\nAn apple.\n\n</TabItem>\n</Tabs>\n\n<!-- truncate -->\n',
    "\n**Apple**\n\n\nAn apple.\n\n\n\n\n{/* truncate */}\n",
  ],
])("Docusaurus: %s", (_, body, text) => {
  expect(converted("docusaurus", body, { format: "mdx" }).text).toBe(text);
});

test("code of MDX is shown as code, and pictures that it imports are pictures", () => {
  const { text, notes, before, after } = converted(
    "astro",
    `import Lock from "../lock.png";

import Foo from "../Foo.astro";

export const a = 1;

## H {a}

<Image src={Lock} alt="A lock" /> and [x](/paper/b/)

<Foo bar={1} />

Text <Foo/> and {/* unseen */} {expr}.

<div class="x">

q <br/>

</div>

<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" />
`,
    { format: "mdx" },
  );
  expect(text).toBe(`\`\`\`js
import Foo from "../Foo.astro";
\`\`\`

\`\`\`js
export const a = 1;
\`\`\`

## H \`{a}\`

![A lock](./a-lock.png) and [x](./b.md)

\`\`\`jsx
<Foo bar={1} />
\`\`\`

Text \`<Foo/>\` and {/* unseen */} \`{expr}\`.

<div>

q <br/>

</div>

${FILM}
`);
  expect(notes.map(({ kind }) => kind)).toEqual([
    "look",
    "look",
    "look",
    "look",
    "changed",
    "changed",
    "look",
    "look",
  ]);
  expect([before.pictures, before.links, before.embeds]).toEqual([1, 1, 1]);
  expect([after.pictures, after.links, after.embeds]).toEqual([1, 1, 1]);
});

test("MDX that cannot be read stays as text", () => {
  const { text, format } = converted("astro", "A {brace and <Foo\n", { format: "mdx" });
  expect(text).toBe("A {brace and <Foo\n");
  expect(format).toBe("md");
});

test.each<[string, string, string[]]>([
  ["# The  Title\n\nWords.\n", "Words.\n", ["the heading that says the title again was left out"]],
  ["# Another\n\nWords.\n", "# Another\n\nWords.\n", []],
  ["Words.\n\n# The Title\n", "Words.\n\n# The Title\n", []],
])("a first heading that says the title again goes: %j", (body, text, notes) => {
  const result = converted("hugo", body);
  expect(result.text).toBe(text);
  expect(result.notes.map(({ what }) => what)).toEqual(notes);
});

test("a block of code that is never closed is noted", () => {
  expect(converted("hugo", "~~~\nopen").notes).toEqual([
    { kind: "look", what: "a block of code is never closed, so everything behind it is code" },
  ]);
  expect(converted("hugo", "~~~\nclosed\n~~~").notes).toEqual([]);
});

test.each<[string, string, string[]]>([
  [
    "hugo",
    '{{< own a="b" >}} {{< param no >}}',
    [
      'a shortcode that is not known stays as text: {{< own a="b" >}}',
      "a shortcode that is not known stays as text: {{< param no >}}",
    ],
  ],
  ["hugo", "{{< >}} `{{< own >}}`", []],
  [
    "hugo",
    "{{< tweet 1 >}}",
    [
      "a post of a network became a link, because its words are not in the source: https://twitter.com/i/web/status/1",
    ],
  ],
  [
    "jekyll",
    "{% own x %} {% if x %}y{% else %}z{% endif %}",
    [
      "a tag that is not known stays as text: {% own x %}",
      "a tag that is not known stays as text: {% if x %}",
    ],
  ],
  [
    "jekyll",
    "{{ own }} {{ page.title | upcase }} `{{ own }} {% own %}`",
    [
      "a value that is not known stays as text: {{ own }}",
      "a value that is not known stays as text: {{ page.title | upcase }}",
    ],
  ],
  ["jekyll", "{% raw %}{{ x }} {% y %}{% endraw %}", []],
  [
    "jekyll",
    "{% include figure.html src=page.image %}",
    ["a tag that is not known stays as text: {% include figure.html src=page.image %}"],
  ],
  [
    "docusaurus",
    ":::own\n\nx\n\n:::\n\n```\n:::note\n```\n",
    ["`:::own` is not known and stays as text"],
  ],
])("%s notes what is not known: %j", (from, body, notes) => {
  const result = converted(from, body, from === "docusaurus" ? { format: "mdx" } : {});
  expect(result.notes.map(({ what }) => what)).toEqual(notes);
});

test.each<[string, string, string]>([
  [
    "notes within notes",
    "::::note\n\nOne.\n\n:::tip\n\nTwo.\n\n:::\n\nThree.\n\n::::",
    '<Callout kind="note">\n\nOne.\n\n> **Tip**\n>\n> Two.\n\nThree.\n\n</Callout>',
  ],
  [
    "notes within notes of as many colons",
    ":::own\n\n:::note\n\nIn.\n\n:::\n\n:::",
    ':::own\n\n<Callout kind="note">\n\nIn.\n\n</Callout>\n\n:::',
  ],
  ["an expression of its own", "{expr}\n\nWords.", "```jsx\n{expr}\n```\n\nWords."],
  [
    "signs in attributes",
    '<Tabs a="x > y" b={{ c: 1 > 0 }}>\n\nWords.\n\n</Tabs>',
    "\n\nWords.\n\n",
  ],
  [
    "a picture that a component gets",
    'import Lock from "../lock.png";\n\n<Own a={Lock} />',
    '```js\nimport Lock from "../lock.png";\n```\n\n```jsx\n<Own a={Lock} />\n```',
  ],
  [
    "a frame of another host",
    '<iframe src="https://else.example/" title="Map" />',
    "[Map](https://else.example/)",
  ],
  ["an element with an id", '<Own id="x" />', '```jsx\n<Own id="x" />\n```'],
  [
    "a picture that is required",
    '<img src={require("../lock.png").default} alt="A" />',
    "![A](./a-lock.png)",
  ],
])("MDX: %s", (name, body, text) => {
  const from = name.startsWith("notes") ? "docusaurus" : "astro";
  expect(converted(from, body, { format: "mdx" }).text).toBe(text);
});

test("tabs are noted", () => {
  const body = "<Tabs>\n\nWords.\n\n</Tabs>\n";
  expect(converted("docusaurus", body, { format: "mdx" }).notes).toEqual([
    { kind: "changed", what: "tabs became parts of the text, one below the other" },
  ]);
});

test("only addresses in tags are rewritten", () => {
  const body = 'A \\<a href="/paper/b/"> <b title="/paper/b/">x</b>\n';
  expect(converted("astro", body).text).toBe(body);
});

/** What an archive has that everything else of the old site is not in. */
const CLOSED: BodyContext = {
  ...CONTEXT,
  link: (url) =>
    url.host !== "old.example" ? undefined : url.pathname === "/paper/b/" ? "/2019/01/b/" : null,
};

/** A text that gets components for a film, without the film and the line below it. */
function withComponents(body: string): Pick<ConvertedBody, "text" | "notes" | "format"> {
  const film = "{{< youtube dQw4w9WgXcQ >}}";
  const details = { ...DETAILS, from: "hugo" };
  const converted = convertMarkdown({ body: `${film}\n\n${body}\n`, details }, CLOSED);
  return { ...converted, text: converted.text.replace(/^<Video .*\n\n/, "").trimEnd() };
}

test.each<[string, string, string]>([
  ["the words of a link", "[*x* y](/paper/gone/ 'T')", "*x* y"],
  ["the words of a link to a file", "[x](../gone.md#y)", "x"],
  ["those of a reference", "[x][r] [r]\n\n[r]: /paper/gone/", "x r"],
  [
    "a bare address",
    "See https://old.example/paper/gone.",
    "See `https://old.example/paper/gone`.",
  ],
  [
    "an address in angle brackets",
    "<https://old.example/paper/gone>",
    "`https://old.example/paper/gone`",
  ],
  ["a link of HTML", 'A <a href="/paper/gone/">x</a>', "A <a>x</a>"],
  ["a link that runs code", "[x](javascript:void(0))", "x"],
  ["a link with an unknown scheme", "[x](foo:bar)", "x"],
  ["a link to a part of the text that is not there", "[x](#none)", "x"],
  ["the words of a picture", "![A {lock}](gone.png)", "A \\{lock\\}"],
  ["no words of a picture without any", "x ![](gone.png)", "x"],
  [
    "a link to a picture of another host",
    "![A](https://far.example/a.png)",
    "[A](https://far.example/a.png)",
  ],
  [
    "the name of such a picture without words",
    "![](https://far.example/a.png)",
    "[a.png](https://far.example/a.png)",
  ],
  [
    "a link for such a picture in HTML",
    '<p><img src="https://far.example/a.png" alt="A"></p>',
    '<p><a href="https://far.example/a.png">A</a></p>',
  ],
  [
    "the words of a picture that links",
    "[![A](gone.png)](https://far.example/)",
    "[A](https://far.example/)",
  ],
  [
    "the words of a picture in a figure",
    '{{< figure src="gone.png" alt="A" caption="C *d*" attr="Me" >}}',
    "A C d Me",
  ],
])("in a text with components, %s stay of what is not in the archive", (_, body, text) => {
  const converted = withComponents(body);
  expect([converted.text, converted.format]).toEqual([text, "mdx"]);
  expect(converted.notes.map(({ kind }) => kind)).toContain("lost");
});

test.each<[string, string]>([
  ["[x](/paper/b/#part)", "[x](/2019/01/b/)"],
  ["[x][r]\n\n[r]: /paper/b/#part", "[x][r]\n\n[r]: /2019/01/b/"],
  ['<a href="/paper/b/#part">x</a>', '<a href="/2019/01/b/">x</a>'],
])(
  "in a text with components, a link leads to another text and not to a part of it: %s",
  (body, text) => {
    expect(withComponents(body).text).toBe(text);
  },
);

test.each([
  "[x](#a-head)\n\n## A head",
  "[x](https://far.example/#y)",
  "[x](mailto:a@b.example)",
  "![A](/paper/lock.png)",
])("in a text with components, what leads somewhere stays: %s", (body) => {
  expect(withComponents(body).text).toBe(body.replace("/paper/lock.png", "./a-lock.png"));
});

test("in a text without components, what leads nowhere stays as it is, and is noted", () => {
  const body = "[x](/paper/gone/) ![A](gone.png) [y](#none) ![B](https://far.example/b.png)\n";
  const { text, format, notes } = convertMarkdown(
    { body, details: { ...DETAILS, from: "hugo" } },
    CLOSED,
  );
  expect([text, format]).toEqual([body, "md"]);
  expect(notes).toEqual([
    { kind: "look", what: "a link leads to what is not in the archive: /paper/gone/" },
    { kind: "look", what: "a picture leads to what is not in the archive: gone.png" },
  ]);
});

test("a link that runs code loses its address in every format", () => {
  const body =
    'A [x](javascript:a) and <a href="javascript:b">y</a> ![z](data:image/png;base64,AA==)\n';
  expect(converted("jekyll", body).text).toBe("A x and <a>y</a> z\n");
});

test("a document that is shown as a picture becomes a link to it", () => {
  const context: BodyContext = {
    ...CLOSED,
    file: () => ({ file: { ...FILE, source: "/site/a.pdf" }, src: "/a.pdf" }),
  };
  const details = { ...DETAILS, from: "hugo" };
  expect(convertMarkdown({ body: "![A](/paper/a.pdf)", details }, context).text).toBe(
    "[A](/a.pdf)",
  );
});

test("a line of very many marks of lists or quotations is shown, and a rule of dashes stays one", () => {
  const rule = "-".repeat(100);
  const deep = "> ".repeat(120);
  const { text } = converted("hugo", `${rule}\n\n${deep}x\n`);
  expect(text).toBe(`${rule}\n\n\\${deep}x\n`);
});

test("a heading that says the title again and is left out is no loss of words", () => {
  const { before, after } = converted("jekyll", "# The Title\n\nWords.\n");
  expect(before).toEqual(after);
});

test("in a text with components, braces in the words of a picture are kept", () => {
  expect(withComponents("![A {lock}](/paper/lock.png)").text).toBe(
    String.raw`![A \{lock}](./a-lock.png)`,
  );
});
