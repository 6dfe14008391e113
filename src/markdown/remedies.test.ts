import { describe, expect, test } from "vitest";
import type { BodyFormat } from "../domain/body.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { parseBody } from "./parse-body.ts";

/** What a remedy gives to be typed: the lines below its sentence, else what stands between its first backticks. */
function toType(fix: string): string {
  const [sentence = "", ...lines] = fix.split("\n");
  if (lines.length > 0) return lines.join("\n").trim();
  return (/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/.exec(sentence)?.[2] ?? "").trim();
}

/** A remedy that is typed over what is pointed at. */
const IN_PLACE = /^(?:Write|Put it into backticks,) `/;

/** A text with what is pointed at replaced by what is to be typed. */
function typedOver(
  source: string,
  { line, column, length = 1 }: { line: number; column: number; length?: number },
  text: string,
): string {
  const lines = source.split("\n");
  const written = lines[line - 1] ?? "";
  lines[line - 1] = written.slice(0, column - 1) + text + written.slice(column - 1 + length);
  return lines.join("\n");
}

/** A text after edits, of which those behind come first. */
function edited(source: string, edits: NonNullable<Diagnostic["edits"]>): string {
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  const offset = ({ line, column }: { line: number; column: number }): number =>
    (starts[line - 1] ?? 0) + column - 1;
  return edits
    .toSorted((a, b) => offset(b.start) - offset(a.start))
    .reduce(
      (text, { start, end, text: meant }) =>
        text.slice(0, offset(start)) + meant + text.slice(offset(end)),
      source,
    );
}

/** Remedies that are typed in another place, or in several. */
const ELSEWHERE = / on a line |, and |for both lines|in the place of| in the text /;

/** What is told of a text in which something is yet to be written. */
const UNFINISHED = new Set(["text/placeholder", "component/attribute-type"]);

/** A text with a fault, and the same as it is when the remedy has been typed as it is told. */
type Row = [name: string, invalid: string, mended: string];

function holds(format: BodyFormat): (...row: Row) => void {
  return (_name, invalid, mended) => {
    const [diagnostic] = parseBody(invalid, format).diagnostics;
    const { fix = "" } = diagnostic ?? {};
    expect(fix).toMatchSnapshot();
    const typed = toType(fix);
    expect(typed, fix).not.toBe("");
    if (/^(?:Remove|Move|Write a space in place of) /.test(fix))
      expect(mended, fix).not.toContain(typed);
    else expect(mended, fix).toContain(typed);
    if (
      diagnostic !== undefined &&
      IN_PLACE.test(fix) &&
      !fix.includes("\n") &&
      !ELSEWHERE.test(fix)
    )
      expect(typedOver(invalid, diagnostic, typed), fix).toBe(mended);
    if (diagnostic?.edits !== undefined) expect(edited(invalid, diagnostic.edits)).toBe(mended);
    const left = parseBody(mended, format).diagnostics.map(({ code, message }) => [code, message]);
    const isUnfinished = /WRITE.* HERE|WRITE-THE|YYYY-MM-DD/.test(mended);
    expect(left.filter(([code = ""]) => !isUnfinished || !UNFINISHED.has(code))).toEqual([]);
    if (isUnfinished) expect(left).not.toEqual([]);
  };
}

describe("a remedy of .mdx mends the text when it is typed as it is told:", () => {
  test.each<Row>([
    ["a less-than sign", "Fewer than <5 remain.", "Fewer than \\<5 remain."],
    ["an arrow", "Then <- back.", "Then \\<- back."],
    ["a sign in a comparison", "1 <= 2.", "1 \\<= 2."],
    ["a sign between letters", "If a<b.", "If a\\<b."],
    ["a generic type", "A List<String> b.", "A `List<String>` b."],
    ["a name in brackets", "Use <name> here.", "Use `<name>` here."],
    ["a link in brackets", "See <https://a.example/b>.", "See [a.example/b](https://a.example/b)."],
    ["an address of mail", "Ask <me@a.example>.", "Ask [me@a.example](mailto:me@a.example)."],
    ["a comment", "A.\n\n<!-- ask the mayor -->\n\nB.", "A.\n\n{/* ask the mayor */}\n\nB."],
    ["a comment with braces", "A <!-- a {b} --> c.", "A {/* a {b} */} c."],
    ["a line break", "One<br>two", "One<br />two"],
    ["a line break in capitals", "One<BR>two", "One<br />two"],
    ["an end of a line break", "One</br>two", "One<br />two"],
    ["a rule", "One\n\n<hr>\n\ntwo", "One\n\n<hr />\n\ntwo"],
    ["a place for a line to break", "Auto<wbr>mobile", "Auto<wbr />mobile"],
    [
      "a picture",
      '<img src="./one.jpg" width="300" alt="A">',
      '<img src="./one.jpg" width="300" alt="A" />',
    ],
    [
      "a picture with looks",
      '<img class="a" src="./one.jpg" alt="A">',
      '<img src="./one.jpg" alt="A" />',
    ],
    ["a box to tick", 'A <input type="text"> b.', "A  b."],
    ["a brace", "A set {of things", "A set \\{of things"],
    ["two braces", "A set {{of things", "A set \\{\\{of things"],
    ["words in braces", "A set {of things}", "A set \\{of things\\}"],
    ["a list in braces", "The set {a, b} is.", "The set \\{a, b\\} is."],
    ["a name in braces", "It is {year}.", "It is \\{year\\}."],
    ["nothing in braces", "It is {}.", "It is \\{\\}."],
    ["a text in braces", 'It is {"so"}.', "It is so."],
    ["a number in braces", "It is {007}.".replace("007", "7.50"), "It is 7.50."],
    ["a blank in braces", "It is{' '}so.", "It is so."],
    ["a comment without its end", "{/* ask the mayor", "{/* ask the mayor */}"],
    ["a program", 'import X from "./X"\n\nA.', "A."],
    ["a sentence", "import duties fell.", "Import duties fell."],
    ["an export", "export const a = 1\n\nA.", "A."],
    ["a sentence of exports", "export duties fell.", "Export duties fell."],
    [
      "curly quotation marks",
      "<Aside title=“In short”>\n\nA.\n\n</Aside>",
      '<Aside title="In short">\n\nA.\n\n</Aside>',
    ],
    [
      "low quotation marks",
      "<Aside title=„In short“>\n\nA.\n\n</Aside>",
      '<Aside title="In short">\n\nA.\n\n</Aside>',
    ],
    [
      "an apostrophe between single marks",
      "<Aside title='It's short'>\n\nA.\n\n</Aside>",
      '<Aside title="It\'s short">\n\nA.\n\n</Aside>',
    ],
    [
      "marks within marks",
      '<Aside title="A "good" day">\n\nA.\n\n</Aside>',
      "<Aside title='A \"good\" day'>\n\nA.\n\n</Aside>",
    ],
    [
      "no quotation marks",
      '<Figure src=./one.jpg alt="x" />',
      '<Figure src="./one.jpg" alt="x" />',
    ],
    [
      "several words without them",
      "A <abbr title=three words>w</abbr>.",
      'A <abbr title="three words">w</abbr>.',
    ],
    [
      "a switch with a value",
      '<Figure src="./a.jpg" alt="x" wide=true />',
      '<Figure src="./a.jpg" alt="x" wide />',
    ],
    [
      "a number without marks",
      '<img src="./a.jpg" alt="a" width=3 />',
      '<img src="./a.jpg" alt="a" width="3" />',
    ],
    [
      "a comma between attributes",
      '<Figure src="./a.jpg", alt="x" />',
      '<Figure src="./a.jpg" alt="x" />',
    ],
    [
      "a mark that is missing",
      '<Figure src="./a.jpg alt="x" />',
      '<Figure src="./a.jpg" alt="x" />',
    ],
    [
      "a tag that is not finished",
      '<Figure src="./a.jpg" alt="x"\n\nA.',
      '<Figure src="./a.jpg" alt="x" />\n\nA.',
    ],
    [
      "a figure that is not closed",
      '<Figure src="./a.jpg" alt="x">\n\nA.',
      '<Figure src="./a.jpg" alt="x" />\n\nA.',
    ],
    [
      "a component in small letters",
      "<keypoints>\n\n- A\n\n</keypoints>",
      "<KeyPoints>\n\n- A\n\n</KeyPoints>",
    ],
    [
      "a component with its end misspelt",
      "<KeyPoints>\n\n- A\n\n</Keypoints>",
      "<KeyPoints>\n\n- A\n\n</KeyPoints>",
    ],
    [
      "a component misspelt",
      '<Keypoints title="In short">\n\n- A\n\n</Keypoints>',
      '<KeyPoints title="In short">\n\n- A\n\n</KeyPoints>',
    ],
    [
      "a component without its end",
      "<KeyPoints>\n\n- A\n- B\n\nC.",
      "<KeyPoints>\n\n- A\n- B\n\n</KeyPoints>\n\nC.",
    ],
    [
      "text beside a tag",
      '<Aside title="How">We asked **40**.\n- one\n- two\n</Aside>',
      '<Aside title="How">\n\nWe asked **40**.\n\n- one\n- two\n\n</Aside>',
    ],
    ["bold that is not closed", "A <b>bold word.", "A <b>bold</b> word."],
    ["bold in capitals", "A <B>bold word.", "A <b>bold</b> word."],
    ["an end of bold", "A word</b> and more.", "A word and more."],
    [
      "tags that cross",
      "A <em>w <strong>and</em> m</strong>.",
      "A <em>w <strong>and</strong></em> m.",
    ],
    ["an end of another name", "A <b>word</i> and.", "A <b>word</b> and."],
    [
      "a misspelt attribute",
      '<PullQuote bye="Ada">A.</PullQuote>',
      '<PullQuote by="Ada">A.</PullQuote>',
    ],
    [
      "an attribute of another name",
      '<PullQuote author="Ada">A.</PullQuote>',
      '<PullQuote by="Ada">A.</PullQuote>',
    ],
    [
      "an attribute that is none",
      '<PullQuote form="Ada">A.</PullQuote>',
      "<PullQuote>A.</PullQuote>",
    ],
    [
      "an attribute given twice",
      '<PullQuote by="Ada" by="Bob">A.</PullQuote>',
      '<PullQuote by="Bob">A.</PullQuote>',
    ],
    [
      "a number for a text",
      "<PullQuote by={007}>A.</PullQuote>".replace("007", "1.50"),
      '<PullQuote by="1.50">A.</PullQuote>',
    ],
    [
      "a switch in marks",
      '<Figure src="./a.jpg" alt="x" wide="true" />',
      '<Figure src="./a.jpg" alt="x" wide />',
    ],
    [
      "a switch that is off",
      '<Figure src="./a.jpg" alt="x" wide="false" />',
      '<Figure src="./a.jpg" alt="x"  />',
    ],
    [
      "a length in words",
      '<Audio src="/a.mp3" title="A" length="3 min 5 s" />',
      '<Audio src="/a.mp3" title="A" length="3:05" />',
    ],
    [
      "a day in words",
      '<Callout kind="note" date="5 March 2026">\n\nA.\n\n</Callout>',
      '<Callout kind="note" date="2026-03-05">\n\nA.\n\n</Callout>',
    ],
    [
      "a short date",
      '<Callout kind="note" date="2026-3-5">\n\nA.\n\n</Callout>',
      '<Callout kind="note" date="2026-03-05">\n\nA.\n\n</Callout>',
    ],
    [
      "a kind that is near",
      '<Callout kind="notes">\n\nA.\n\n</Callout>',
      '<Callout kind="note">\n\nA.\n\n</Callout>',
    ],
    [
      "a kind that is none",
      '<Callout kind="red">\n\nA.\n\n</Callout>',
      '<Callout kind="note">\n\nA.\n\n</Callout>',
    ],
    [
      "an attribute that is missing",
      "<Callout>\n\nA.\n\n</Callout>",
      '<Callout kind="note">\n\nA.\n\n</Callout>',
    ],
    [
      "an empty attribute",
      '<Figure src="./a.jpg" alt="" />',
      '<Figure src="./a.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />',
    ],
    [
      "a name in braces as a value",
      "<PullQuote by={Ada}>A.</PullQuote>",
      '<PullQuote by="Ada">A.</PullQuote>',
    ],
    [
      "a heading in an aside",
      "<Aside>\n\n## A heading\n\nA.\n\n</Aside>",
      "<Aside>\n\n**A heading**\n\nA.\n\n</Aside>",
    ],
    [
      "a heading behind words",
      "<Aside>\n\nA.\n\n## B\n\nC.\n\n</Aside>",
      "<Aside>\n\nA.\n\n**B**\n\nC.\n\n</Aside>",
    ],
    [
      "a component in a line",
      "Words <PullQuote>words</PullQuote> words.",
      "Words\n\n<PullQuote>words</PullQuote>\n\nwords.",
    ],
    [
      "an event without its timeline",
      '<TimelineEvent date="2023">A.</TimelineEvent>',
      '<Timeline>\n\n<TimelineEvent date="2023">A.</TimelineEvent>\n\n</Timeline>',
    ],
    [
      "events as a list",
      "<Timeline>\n\n- 2026: It began.\n\n</Timeline>",
      '<Timeline>\n\n<TimelineEvent date="2026">It began.</TimelineEvent>\n\n</Timeline>',
    ],
    [
      "pictures in a gallery",
      "<Gallery>\n\n![a](./one.jpg)\n![b](./two.jpg)\n\n</Gallery>",
      '<Gallery>\n\n<Figure src="./one.jpg" alt="a" />\n<Figure src="./two.jpg" alt="b" />\n\n</Gallery>',
    ],
    [
      "points without marks",
      "<KeyPoints>\n\nOne.\nTwo.\n\n</KeyPoints>",
      "<KeyPoints>\n\n- One.\n- Two.\n\n</KeyPoints>",
    ],
    [
      "nothing in a component",
      "<KeyPoints />",
      "<KeyPoints>\n\n- WRITE A POINT HERE\n- WRITE A POINT HERE\n\n</KeyPoints>",
    ],
    [
      "a question that is not bold",
      "<QandA>\n\nHow?\n\nSo.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n</QandA>",
    ],
    [
      "a question and its answer in lines of one paragraph",
      "<QandA>\n\nQ: How?\nA: So.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n</QandA>",
    ],
    [
      "a question and its answer in one line",
      "<QandA>\n\nQ: How? A: So.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n</QandA>",
    ],
    [
      "an answer behind its question",
      "<QandA>\n\nHow? So it is.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo it is.\n\n</QandA>",
    ],
    [
      "an answer below its question",
      "<QandA>\n\nWhy so?\nThus. Or not?\n\n</QandA>",
      "<QandA>\n\n**Why so?**\n\nThus. Or not?\n\n</QandA>",
    ],
    [
      "a mark of a question in bold",
      "<QandA>\n\n**Q:** How?\n**A:** So.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n</QandA>",
    ],
    [
      "two questions in one",
      "<QandA>\n\nHow? And why?\n\nSo.\n\n</QandA>",
      "<QandA>\n\n**How? And why?**\n\nSo.\n\n</QandA>",
    ],
    [
      "a marked question",
      "<QandA>\n\nQ: How?\n\nA: So.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nA: So.\n\n</QandA>",
    ],
    [
      "a marked question further down",
      "<QandA>\n\n**How?**\n\nSo.\n\nQ: Why?\nA: Thus.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n**Why?**\n\nThus.\n\n</QandA>",
    ],
    [
      "a recording",
      '<audio controls><source src="/a.mp3" /></audio>',
      '<Audio src="/a.mp3" title="WRITE THE TITLE HERE" />',
    ],
    ["a style sheet", "<style>\n\np\n\n</style>\n\nA.", "A."],
    [
      "an attribute by another name",
      '<Callout type="warning">\n\nA.\n\n</Callout>',
      '<Callout kind="warning">\n\nA.\n\n</Callout>',
    ],
    ["bold beside a word", "A **bold: **word.", "A **bold:** word."],
    [
      "a sentence with a comma",
      "import duties, which rose, fell.",
      "Import duties, which rose, fell.",
    ],
    [
      "a link with braces",
      "See <https://a.example/{x}>.",
      "See [a.example/\\{x\\}](https://a.example/%7Bx%7D).",
    ],
    ["a start tag for an end", "A <b>bold<b> word.", "A <b>bold</b> word."],
    ["a comment of another kind", "{# ask #}", "{/* ask */}"],
    [
      "an answer beside its question",
      "<QandA>\n\n**How?** So.\n\n</QandA>",
      "<QandA>\n\n**How?**\n\nSo.\n\n</QandA>",
    ],
    ["a blank in a host", "See [u](https:// y.example).", "See [u](https://y.example)."],
    [
      "a misspelt whole",
      '<TimeLine>\n\n<TimelineEvent date="2026">A.</TimelineEvent>\n\n</TimeLine>',
      '<Timeline>\n\n<TimelineEvent date="2026">A.</TimelineEvent>\n\n</Timeline>',
    ],
    ["a component for a sign in a line", "<Node>x</Node>", "x"],
    [
      "code without its lines",
      '<Code title="a">\n\n`b`\n\n</Code>',
      '<Code title="a">\n\n```\nb\n```\n\n</Code>',
    ],
    ["a link of a framework", '<Link href="/a">words</Link>', "[words](/a)"],
    ["a picture of a framework", '<Image src="./a.jpg" alt="b" width={3} />', "![b](./a.jpg)"],
    [
      "an admonition of a framework",
      '<Admonition type="tip" title="A">\n\nB.\n\n</Admonition>',
      '<Callout kind="tip" title="A">\n\nB.\n\n</Callout>',
    ],
    [
      "a film of a framework",
      '<YouTube id="dQw4w9WgXcQ" />',
      '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="WRITE THE TITLE HERE" />',
    ],
    [
      "a film by a name that YouTube does not give",
      '<Youtube id="abc" />',
      '<Video src="https://www.youtube.com/watch?v=abc" title="WRITE THE TITLE HERE" />',
    ],
    [
      "a film of Vimeo by its name",
      '<Vimeo id="76979871" />',
      '<Video src="https://vimeo.com/76979871" title="WRITE THE TITLE HERE" />',
    ],
    [
      "a film without an address",
      "<YouTube />",
      '<Video src="/film.mp4" title="WRITE THE TITLE HERE" />',
    ],
    [
      "a frame",
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A"></iframe>',
      '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="A" />',
    ],
    [
      "a frame of another host",
      '<iframe src="https://far.example/a"></iframe>',
      "[far.example](https://far.example/a)",
    ],
    ["a centred line", "<center>hi</center>", "hi"],
    ["an element of old", "A <strike>b</strike>.", "A <s>b</s>."],
    ["a program of a page", '<script src="https://far.example/x.js"></script>\n\nA.', "A."],
    ["looks", '<p class="lead">A.</p>', "<p >A.</p>"],
    ["a block in a line", "Words <div>more</div> words.", "Words\n\n<div>more</div>\n\nwords."],
    [
      "an id given twice",
      '<p id="a">A.</p>\n\n<p id="a">B.</p>',
      '<p id="a">A.</p>\n\n<p id="a-2">B.</p>',
    ],
    ["an id with a blank", '<p id="a b">A.</p>', '<p id="a-b">A.</p>'],
    ["an id of a heading", "## Old *heading* {#old-id}", '<h2 id="old-id">Old *heading*</h2>'],
    [
      "a link without its bracket",
      "A [link](https://a.example/b and more.",
      "A [link](https://a.example/b) and more.",
    ],
    ["an address without a slash", "See [a](https:/b.example).", "See [a](https://b.example)."],
    ["a misspelt scheme", "See [a](htps://b.example).", "See [a](https://b.example)."],
    [
      "a link without words",
      "See [](https://a.example/b).",
      "See [a.example/b](https://a.example/b).",
    ],
  ])("%s", holds("mdx"));
});

describe.each(["md", "mdx"] as const)("and so does one of .%s:", (format) => {
  test.each<Row>([
    ["a heading of the title", "# A\n\nB.", "## A\n\nB."],
    ["an underlined one", "A\n=\n\nB.", "## A\n\nB."],
    ["a heading without its blank", "##A `b` c", "## A `b` c"],
    ["bold with a blank", "A **bold **word", "A **bold** word"],
    ["bold that ends in a sign", "A **bold:**word", "A **bold:** word"],
    ["bold with one mark", "A **bold word", "A **bold** word"],
    ["bold with its end alone", "A bold** word", "A **bold** word"],
    ["marks that are not alike", "A *bold_ word", "A *bold* word"],
    ["uneven marks", "A **bold* word", "A **bold** word"],
    ["code with one mark", "A `word", "A `word`"],
    ["a definition", "Term\n: Words", "<dl><dt>Term</dt><dd>Words</dd></dl>"],
    ["a list without blanks", "Said:\n-one\n-two", "Said:\n- one\n- two"],
    ["bullets", "• a\n• b", "- a\n- b"],
    ["an address with blanks", "![A b](./My Photo 1.jpg)", "![A b](<./My Photo 1.jpg>)"],
    ["a torn link", "See [a] (https://a.example).", "See [a](https://a.example)."],
    ["a turned link", "See (a)[https://a.example].", "See [a](https://a.example)."],
    ["mail to nobody", "See [a](mailto:).", "See [a](mailto:WRITE-THE-ADDRESS-HERE)."],
    ["a call to nobody", "See [a](tel:).", "See [a](tel:WRITE-THE-NUMBER-HERE)."],
    ["a call in capitals", "See [a](TEL:).", "See [a](tel:WRITE-THE-NUMBER-HERE)."],
    ["a reference to nothing", "See [a][b].", "See [a](https://WRITE-THE-ADDRESS-HERE/)."],
    [
      "a misspelt reference",
      "See [a][cuort].\n\n[coort]: /b".replace("cuort", "court").replace("coort", "courts"),
      "See [a][courts].\n\n[courts]: /b",
    ],
    ["a line that is an address", "[Update]: Closed.\n\nText.", "\\[Update]: Closed.\n\nText."],
    [
      "a second note of a name",
      "A[^1].\n\n[^1]: One.\n\n[^1]: Two.",
      "A[^1], b[^2].\n\n[^1]: One.\n\n[^2]: Two.",
    ],
    ["a note without a mark", "A.\n\n[^1]: One.", "A[^1].\n\n[^1]: One."],
    ["a mark without a note", "A[^1].", "A[^1].\n\n[^1]: WRITE THE NOTE HERE"],
    ["a table without its rule", "| a | b |\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
    [
      "a rule that is too short",
      "| a | b |\n|:-:|\n| 1 | 2 |",
      "| a | b |\n| :-: | --- |\n| 1 | 2 |",
    ],
    ["a bar in code of a head", "`a | b` | c\n--- | ---\n1 | 2", "`a \\| b` | c\n--- | ---\n1 | 2"],
    [
      "a cell too many",
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
      "| a | b | WRITE THE NAME HERE |\n|---|---| --- |\n| 1 | 2 | 3 |",
    ],
    ["marked words", "A ==word== here.", "A <mark>word</mark> here."],
    ["raised signs", "5 km^2^", "5 km<sup>2</sup>"],
    ["a note of Pandoc", "A^[Note.] b.", "A[^1] b.\n\n[^1]: Note."],
    [
      "a formula",
      "Where $E = mc^2$ is",
      "Where <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> is",
    ],
    ["a sign by its name", "Yes :thumbsup:.", "Yes 👍."],
    ["an alert of GitHub", "> [!NOTE]\n> Words.", "> **Note**\n> Words."],
    ["a link of a wiki", "See [[Other page|there]].", `See [there](./other-page.${format}).`],
    ["bold of a forum", "A [b]word[/b].", "A **word**."],
  ])("%s", holds(format));
});

describe("and so does one of .md:", () => {
  test.each<Row>([
    ["a figure of Hugo", '{{< figure src="./a.png" alt="A b" >}}', "![A b](./a.png)"],
    [
      "a film of Hugo",
      "{{< youtube dQw4w9WgXcQ >}}",
      "[WRITE THE TITLE HERE](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
    ],
    ["an instruction to kramdown", "Words. {: .small}", "Words."],
    ["an id of a heading", "## Old heading {#old-id}", '<h2 id="old-id">Old heading</h2>'],
    [
      "an id of a heading with code",
      "## Old `heading` {#old-id}",
      '## <a id="old-id"></a>Old `heading`',
    ],
    ["a word in brackets", "A <name> b.", "A `<name>` b."],
    ["a comment without its end", "A.\n\n<!-- b", "A.\n\n<!-- b -->"],
    ["a mark that is missing", 'A <a href="/b>c</a> d.', 'A <a href="/b">c</a> d.'],
    ["bold in HTML", "<div>\n**bold**\n</div>", "<div>\n<strong>bold</strong>\n</div>"],
    ["a handler", '<b onclick="f()">g</b>', "<b >g</b>"],
  ])("%s", holds("md"));
});

test.each([
  [
    "an aside in an aside",
    '<Aside title="A">\n\n<Aside title="B">\n\nWords.\n\n</Aside>\n\n</Aside>',
    [1, 9],
  ],
  [
    "the same, by the inner one",
    '<Aside title="A">\n\n<Aside title="B">\n\nWords.\n\n</Aside>\n\n</Aside>',
    [3, 7],
  ],
  [
    "key points around a callout",
    '<KeyPoints>\n\n<Callout kind="note">\n\nWords.\n\n</Callout>\n\n</KeyPoints>',
    [1, 9],
  ],
  [
    "a callout with a quotation alone",
    '<Callout kind="note">\n\n<PullQuote>A.</PullQuote>\n\n</Callout>',
    [1, 5],
  ],
  [
    "an aside among other words of one",
    "<Aside>\n\nWords.\n\n<Aside>\n\nMore.\n\n</Aside>\n\n</Aside>",
    [5, 9],
  ],
])("lines that are told to be removed can be: %s", (_name, source, numbers) => {
  const [diagnostic, ...others] = parseBody(source, "mdx").diagnostics;
  expect(others).toEqual([]);
  const lines = source.split("\n");
  for (const number of numbers)
    expect(diagnostic?.fix).toContain(`\`${lines[number - 1] ?? ""}\` on line ${number}`);
  const rest = lines.filter((_, at) => !numbers.includes(at + 1)).join("\n");
  expect(parseBody(rest, "mdx").diagnostics).toEqual([]);
});

test("a part that is told to be moved can be", () => {
  const source = '<KeyPoints>\n\n- A\n\n<Figure src="./a.jpg" alt="A" />\n\n</KeyPoints>';
  expect(parseBody(source, "mdx").diagnostics.map(({ fix }) => fix)).toEqual([
    "Move line 5 below `</KeyPoints>` on line 7, with an empty line before and after.",
  ]);
  const mended = '<KeyPoints>\n\n- A\n\n</KeyPoints>\n\n<Figure src="./a.jpg" alt="A" />';
  expect(parseBody(mended, "mdx").diagnostics).toEqual([]);
});

test("lines to be typed hold no attribute that the next check would refuse", () => {
  const { diagnostics } = parseBody('Words <div style="color:red">more</div> words.', "mdx");
  expect(diagnostics.map(({ fix }) => fix.split("\n").slice(1))).toContainEqual([
    "<div>more</div>",
  ]);
});

test("all headings that go down with the title's level are told, as far as they are few", () => {
  const fixOf = (more: number): string | undefined =>
    parseBody(`# A\n\n## B\n\nC\n${"\n## D\n".repeat(more)}`, "mdx").diagnostics[0]?.fix;
  expect([fixOf(0), fixOf(1), fixOf(7)]).toEqual([
    "Write `## A`, and move the other headings one level down too: `### B` on line 3.",
    "Write `## A`, and move the other headings one level down too: `### B` on line 3 and `### D` on line 7.",
    "Write `## A`, and move the other headings one level down too: `### B` on line 3, `### D` on line 7, `### D` on line 9, `### D` on line 11, `### D` on line 13 and 3 more.",
  ]);
});

test("what stands in a tag that holds nothing goes below it, with all that the tag needs", () => {
  const source = '<Figure alt="A">\n\nWords *here*.\n\n</Figure>';
  const diagnostics = parseBody(source, "mdx").diagnostics.map(({ fix }) => fix);
  expect(diagnostics).toEqual([
    'Write, in place of everything from `<Figure` to `</Figure>`:\n<Figure alt="A" src="./picture.jpg" />\n\nWords *here*.',
  ]);
  expect(parseBody(toType(diagnostics[0] ?? ""), "mdx").diagnostics).toEqual([]);
});

test.each([
  ['type="tip"', 'Write `kind="tip"`.'],
  ['type="warn"', 'Write `kind="warning"`.'],
  ['type="info"', 'Write `kind="note"`, `kind="update"`, `kind="warning"` or `kind="tip"`.'],
])("an attribute by another name is offered with a value that it can have: %s", (written, fix) => {
  const source = `<Callout ${written}>\n\nWords.\n\n</Callout>`;
  expect(parseBody(source, "mdx").diagnostics.map((diagnostic) => diagnostic.fix)).toEqual([fix]);
});

test("parts of what is told are not told again: of a drawing, and the end of a component in .md", () => {
  const codes = (source: string, format: BodyFormat): string[] =>
    parseBody(source, format).diagnostics.map(({ code, line }) => `${code} ${line}`);
  expect(codes('<svg width="1"><g><path d="M0 0" /></g></svg>', "mdx")).toEqual([
    "html/element-removed 1",
  ]);
  expect(codes("<KeyPoints>\n\n- A\n\n</KeyPoints>", "md")).toEqual(["html/as-text 1"]);
});

test("components are listed once in a text, and only where none is meant", () => {
  const told = parseBody(
    "<o:p></o:p>\n\n<Foo />\n\n<Keypoints>\n\n- A\n\n</Keypoints>\n\n<Bar />",
    "mdx",
  ).diagnostics;
  expect(told.map(({ message }) => message.includes("<Aside>, <Audio>"))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test.each([
  ["a component that is not closed", '<Figure src="./a.jpg">'],
  ["a picture of HTML", '<img src="./a.jpg">'],
  ["a picture without words", "![](./a.jpg)"],
  ["a picture of HTML without words", '<img src="./a.jpg" alt="" />'],
])("the remedy for one fault leaves no other behind: %s", (_name, source) => {
  const [diagnostic] = parseBody(source, "mdx").diagnostics;
  if (diagnostic === undefined) throw new Error("Nothing is told.");
  const mended = typedOver(source, diagnostic, toType(diagnostic.fix));
  expect(parseBody(mended, "mdx").diagnostics.map(({ code }) => code)).toEqual([
    "text/placeholder",
  ]);
  const written = mended.replace("WRITE WHAT THE PICTURE SHOWS HERE", "A lock");
  expect(parseBody(written, "mdx").diagnostics).toEqual([]);
});

test.each([
  ["09:12", "2026-07-12T09:12:00+01:00"],
  ["2026-01-12 09:12", "2026-01-12T09:12:00+00:00"],
  ["12 March 2026, 9:12 pm", "2026-03-12T21:12:00+00:00"],
])(
  "a time without its day or its offset is one of the article and the publication: %s",
  (time, meant) => {
    const source = `---\ndate: 2026-07-12\n---\n\n<LiveUpdate time="${time}">\n\nA.\n\n</LiveUpdate>\n`;
    const { diagnostics } = parseBody(source, "mdx", { timezone: "Europe/London" });
    expect(diagnostics.map(({ fix }) => fix)).toEqual([`Write \`time="${meant}"\`.`]);
  },
);
