import { escapeXml } from "../domain/xml-text.ts";
import type { BodyCounts } from "./converted-body.ts";
import { lookFirst, unaccounted } from "./ledger.ts";
import type { FileRecord, Ledger, TextRecord } from "./ledger.ts";

/** Most texts that are listed to be looked at first. */
const MOST_FIRST = 50;

const COUNTS: readonly (keyof BodyCounts)[] = [
  "words",
  "links",
  "pictures",
  "headings",
  "tables",
  "footnotes",
  "embeds",
];

/** The ledger as a page for a browser, which loads nothing: totals, what to look at first, and everything, with a filter. */
export function ledgerHtml(ledger: Ledger, name: string): string {
  const { texts, files, leftOut, totals, forHost, notes, comments } = ledger;
  const open = unaccounted(totals);
  const first = lookFirst(texts);
  const ofDrafts = files.filter(({ isOfDrafts }) => isOfDrafts);
  const missing = files.filter(({ file }) => file === undefined);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Import of ${escapeXml(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Import of ${escapeXml(name)}</h1>
<p>What became of everything in the archive. The same is in <a href="ledger.json">ledger.json</a> for programs.</p>
${notes.length === 0 ? "" : list(notes.map(withCode))}
<h2>Totals</h2>
<p>${open.length === 0 ? "Everything is accounted for." : `<strong>Not accounted for: ${escapeXml(open.map(({ kind }) => kind).join(", "))}.</strong>`}</p>
${table(
  ["", "in the archive", "imported", "left out"],
  totals.map((total) => [
    escapeXml(total.kind),
    ...[total.inArchive, total.imported, total.leftOut].map(number),
  ]),
  { numbers: [1, 2, 3] },
)}
<h2>Bodies, before and after</h2>
${table(
  ["", ...COUNTS],
  (["before", "after"] as const).map((side) => [
    side,
    ...COUNTS.map((count) =>
      number(texts.reduce((sum, { counts }) => sum + counts[side][count], 0)),
    ),
  ]),
  { numbers: COUNTS.map((_, at) => at + 1) },
)}
<h2>Look at these first</h2>
${first.length === 0 ? "<p>Nothing is noted of any text.</p>" : textTable(first.slice(0, MOST_FIRST))}
${first.length > MOST_FIRST ? `<p>${number(first.length - MOST_FIRST)} more have notes; they are among all texts.</p>` : ""}
<h2>All texts</h2>
<p><label>Show those with <input id="filter" type="search" placeholder="draft, lost, a word of the headline …"></label> <span id="shown"></span></p>
${textTable(texts, "all")}
<h2>Files</h2>
<p>${number(files.length - missing.length)} files were taken, ${number(missing.length)} were not.</p>
${missing.length === 0 ? "" : fileTable(missing)}
${ofDrafts.length === 0 ? "" : `<h3>In <code>public/</code>, though only drafts show them</h3>\n${list(ofDrafts.map(({ file = "" }) => escapeXml(file)))}`}
<h2>Comments</h2>
<p>${number(comments.imported)} were imported.</p>
${
  comments.leftOut.length === 0
    ? ""
    : table(
        ["text", "comment", "why it was left out"],
        comments.leftOut.map(({ text, id, why }) => [text, id, why].map(escapeXml)),
      )
}
<h2>Left out</h2>
${
  leftOut.length === 0
    ? "<p>Nothing.</p>"
    : table(
        ["kind", "what", "how many", "why"],
        leftOut.map(({ kind, title, why, count = 1 }) => [
          escapeXml(kind),
          escapeXml(title),
          number(count),
          withCode(why),
        ]),
        { numbers: [2] },
      )
}
<h2>Addresses for the rules of the host</h2>
${
  forHost.length === 0
    ? "<p>None: every old address is answered by the bundle.</p>"
    : `<p>A bundle of files cannot answer these. Write them into the rules of the host.</p>${table(
        ["old address", "now", "why"],
        forHost.map(({ from, to, why }) => [escapeXml(from), escapeXml(to), escapeXml(why)]),
      )}`
}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function textTable(texts: readonly TextRecord[], id?: string): string {
  return table(
    ["text", "was", "is", "words", "notes"],
    texts.map((text) => [
      `<a href="../${encodeURI(text.file)}">${escapeXml(text.title || text.file)}</a><br><small>${escapeXml(text.key)}, ${escapeXml(text.origin)}</small>`,
      text.before
        .slice(0, 3)
        .map((address) => escapeXml(withoutHost(address)))
        .join("<br>"),
      `${escapeXml(text.after)}<br><small>${text.state}${text.why === undefined ? "" : `: ${escapeXml(text.why)}`}</small>`,
      wordsOf(text),
      list(text.notes.map(({ kind, what }) => `<b>${kind}</b> ${withCode(what)}`)),
    ]),
    { kind: "texts", numbers: [3], ...(id === undefined ? {} : { id }) },
  );
}

function withoutHost(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

function wordsOf({ counts: { before, after }, isShort }: TextRecord): string {
  const said =
    before.words === after.words
      ? number(after.words)
      : `${number(before.words)} → ${number(after.words)}`;
  return isShort === true ? `<strong>${said}</strong>` : said;
}

function fileTable(files: readonly FileRecord[]): string {
  return table(
    ["file", "why it was not taken", "texts that use it"],
    files.map(({ key, before, why = "", uses }) => [
      escapeXml(before[0] ?? key),
      withCode(why),
      number(uses),
    ]),
    { kind: "files", numbers: [2] },
  );
}

/** A table of cells that are HTML already. `numbers` are the columns in which there are numbers, from 0. */
function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { id, kind, numbers = [] }: { id?: string; kind?: string; numbers?: readonly number[] } = {},
): string {
  const of = (at: number): string => (numbers.includes(at) ? ' class="number"' : "");
  const head = heads.map((one, at) => `<th scope="col"${of(at)}>${one}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell, at) => `<td${of(at)}>${cell}</td>`).join("")}</tr>`)
    .join("\n");
  const attributes = `${id === undefined ? "" : ` id="${id}"`}${kind === undefined ? "" : ` class="${kind}"`}`;
  return `<div class="scroll" tabindex="0"><table${attributes}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/** A note as HTML, with what stands between backticks as code. */
function withCode(note: string): string {
  return escapeXml(note).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function number(count: number): string {
  return count.toLocaleString("en");
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; }
th { text-align: start; }
th, td { border-bottom: 1px solid #8886; padding: .375rem .75rem .375rem 0; vertical-align: top; overflow-wrap: break-word; }
th { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.texts, .files { table-layout: fixed; min-width: 48rem; }
.texts th:nth-child(-n + 3) { width: 18%; }
.texts th:nth-child(4) { width: 6rem; }
.texts .number { padding-inline-end: 1.5rem; }
.files th:last-child { width: 10rem; }
code { font-size: .9em; background: #8882; border-radius: .2em; padding: 0 .25em; }
small { opacity: .85; }
ul { margin: 0; padding-inline-start: 1.1em; }
strong { color: light-dark(#a01313, #ff9a9a); }
tr[hidden] { display: none !important; }
@media (max-width: 48rem) {
  .texts { min-width: 0; }
  .texts thead { display: none; }
  .texts tr, .texts td { display: block; }
  .texts tr { border-bottom: 1px solid #8886; padding: .75rem 0; }
  .texts td { border: 0; padding: 0 0 .25rem; text-align: start; }
  .texts td:nth-child(2):not(:empty)::before { content: "was "; opacity: .85; }
  .texts td:nth-child(3)::before { content: "is "; opacity: .85; }
  .texts td:nth-child(4)::after { content: " words"; }
}
input { font: inherit; min-width: min(24rem, 100%); padding: .25rem .5rem; }
`;

const SCRIPT = `
const filter = document.getElementById("filter");
const rows = [...document.querySelectorAll("#all tbody tr")];
const shown = document.getElementById("shown");
filter.addEventListener("input", () => {
  const wanted = filter.value.toLowerCase().trim();
  let count = 0;
  for (const row of rows) {
    const fits = row.textContent.toLowerCase().includes(wanted);
    row.hidden = !fits;
    if (fits) count += 1;
  }
  shown.textContent = wanted === "" ? "" : count + " of " + rows.length;
});
`;
