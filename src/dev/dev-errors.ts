import { join } from "node:path";
import { CodeFrames } from "../report/code-frame.ts";
import { formatDiagnostics, formatTotal, located } from "../report/report.ts";
import { linesHtml, sentenceHtml } from "../report/message-html.ts";
import { printable } from "../report/terminal-text.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { escapeXml } from "../domain/xml-text.ts";
import { STATE_PATH } from "./dev-protocol.ts";

/** What stands in the way of showing the publication, or of showing it right. */
export type DevError =
  /** Errors of the content. */
  | {
      kind: "content";
      diagnostics: readonly Diagnostic[];
      /** Absolute path of the content folder, and what stands before paths in it for who works in the project. */
      content: string;
      prefix: string;
    }
  /** The press itself failed, for instance because its code is being edited. */
  | { kind: "press"; error: unknown };

/** Widest line of a code frame in the browser, in characters; where it does not fit, the frame scrolls. */
const FRAME_COLUMNS = 100;

/** The error as text for a terminal. */
export function errorText(error: DevError, colour: boolean): string {
  if (error.kind === "content")
    return formatDiagnostics(error.diagnostics, {
      content: error.content,
      prefix: error.prefix,
      colour,
      warnings: "counts",
    });
  return `${stackOf(error.error)}\n`;
}

/**
 * The error as HTML with its styles, for the overlay and for a page: every diagnostic with the path of its file from
 * the project on, the reason, the line that it is about and the way to mend it.
 */
export function errorHtml(error: DevError): string {
  return `<style>${ERROR_CSS}</style>\n<main>\n${error.kind === "content" ? contentHtml(error) : internalErrorHtml(error.error)}</main>\n`;
}

/**
 * A page that says what is wrong, for where there is none to lay the overlay over. It asks whether something has
 * changed since `revision`, by itself: it has to come back where Vite does not run, or has lost its socket.
 */
export function errorPage(error: DevError, revision: number): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    "<title>Nothing to show yet</title>",
    `<script type="module">
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = await fetch(${JSON.stringify(STATE_PATH)}).catch(() => undefined);
  const state = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  if (state !== undefined && state.revision !== ${revision}) break;
}
location.reload();
</script></head>`,
    `<body>${errorHtml(error)}</body></html>`,
    "",
  ].join("\n");
}

function contentHtml(error: Extract<DevError, { kind: "content" }>): string {
  const { diagnostics, content } = error;
  const frames = new CodeFrames(content);
  return `<h1>${escapeXml(formatTotal(diagnostics))}</h1>
<p>The page comes back by itself when ${diagnostics.length === 1 ? "it is" : "they are"} fixed.</p>
<ol>
${diagnostics.map((found) => diagnosticHtml(found, error, frames)).join("\n")}
</ol>
`;
}

function diagnosticHtml(
  found: Diagnostic,
  { content, prefix }: Extract<DevError, { kind: "content" }>,
  frames: CodeFrames,
): string {
  const { line, column, message, fix, code } = located(found, prefix);
  const [sentence = "", ...lines] = fix.split("\n");
  const place = `:${line}:${column}`;
  const location = join(content, found.file) + place;
  const shown = prefix + found.file + place;
  const frame = frames.frame(found, FRAME_COLUMNS);
  return [
    `<li><p class="location"><a href="/__open-in-editor?file=${escapeXml(encodeURIComponent(location))}">${escapeXml(printable(shown))}</a> <code>${code}</code></p>`,
    `<p dir="auto">${sentenceHtml(message)}</p>`,
    ...(frame === undefined
      ? []
      : [
          `<pre>${escapeXml(`${frame.gutter}${frame.code}`)}\n${"| ".padStart(frame.gutter.length)}${frame.indent}<b>${frame.marks}</b></pre>`,
        ]),
    `<p class="fix" dir="auto">→ ${sentenceHtml(sentence)}</p>${lines.length === 0 ? "" : `\n<pre class="typed">${linesHtml(lines)}</pre>`}</li>`,
  ].join("\n");
}

function internalErrorHtml(error: unknown): string {
  return `<h1>The press cannot read the content.</h1>
<p>Fix the code named below; the page comes back by itself.</p>
<pre>${escapeXml(stackOf(error))}</pre>
`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const ERROR_CSS = `
body { margin: 0; }
main { all: initial; box-sizing: border-box; display: block; min-height: 100vh; padding: 2rem clamp(1rem, 5vw, 4rem);
  color-scheme: light dark; background: light-dark(#fff, #16161a); color: light-dark(#1c1c22, #ececf0);
  font: 1rem/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; color: light-dark(#a30f0f, #ff9a90); }
p { margin: 0.5rem 0 0; max-width: 72ch; }
ol { margin: 0; padding: 0; list-style: none; }
li { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid light-dark(#d5d5dc, #3a3a44); }
.location { max-width: none; font: 600 0.9375rem/1.4 ui-monospace, monospace; }
.location a { color: inherit; text-underline-offset: 0.2em; }
code { font: 0.9375em/1.4 ui-monospace, monospace; }
.location code { font-weight: 400; color: light-dark(#61616e, #a5a5b3); }
p:not(.location) > code { padding: 0.05em 0.3em; border-radius: 0.2em; background: light-dark(#f3f3f6, #222229); }
pre { margin: 0.75rem 0 0; padding: 0.75rem; overflow-x: auto; overflow-wrap: normal; direction: ltr;
  background: light-dark(#f3f3f6, #222229); font: 0.875rem/1.5 ui-monospace, monospace; tab-size: 2; }
pre b, .fix, pre.typed { color: light-dark(#7a1fa2, #d9a5f5); }
`;
