import { join } from "node:path";
import { formatFindings, formatTotal } from "../archive/report.ts";
import type { Finding } from "../domain/finding.ts";

/** What Vite's overlay shows (its `ErrorPayload`), as far as it is filled here. */
export interface OverlayMessage {
  type: "error";
  /** Astro leaves a message with this mark as it is; any other it looks through for code. */
  __isEnhancedAstroErrorPayload: true;
  err: {
    name: string;
    title: string;
    /** Set as HTML. */
    message: string;
    /** Set as text. */
    stack: string;
    loc?: { file: string; line: number; column: number };
  };
}

/** What stands in the way of showing the publication, or of showing it right. */
export type DevTrouble =
  /** Errors of the content. */
  | { kind: "content"; findings: readonly Finding[]; content: string }
  /** The press itself failed, for instance because its code is being edited. */
  | { kind: "press"; error: unknown };

/** The trouble as text for people; `colour` for a terminal. */
export function troubleText(trouble: DevTrouble, colour: boolean): string {
  if (trouble.kind === "content")
    return formatFindings(trouble.findings, {
      content: trouble.content,
      colour,
      warnings: "counts",
    });
  const { error } = trouble;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

/** The trouble as one message of the browser's overlay: every finding with its place, frame, reason and fix. */
export function overlayMessage(trouble: DevTrouble): OverlayMessage {
  const stack = troubleText(trouble, false);
  if (trouble.kind === "press") {
    return overlay({
      name: "Press",
      title: "The press cannot read the content.",
      message: "Mend the code named below; the page comes back by itself.",
      stack,
    });
  }
  const [first] = trouble.findings;
  return overlay({
    name: "Content",
    title: formatTotal(trouble.findings),
    message: "The page comes back by itself when these are mended.",
    stack,
    ...(first === undefined
      ? {}
      : {
          loc: { file: join(trouble.content, first.file), line: first.line, column: first.column },
        }),
  });
}

/**
 * A page that says what is wrong, for where there is none to lay the overlay over. It waits for the mending as any
 * page does in development. `base` has a slash at both ends.
 */
export function troublePage(trouble: DevTrouble, base: string): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><title>Nothing to show yet</title>',
    `<script type="module" src="${escapeHtml(base)}@vite/client"></script></head>`,
    `<body><h1>Nothing to show yet</h1><pre>${escapeHtml(troubleText(trouble, false))}</pre></body></html>`,
    "",
  ].join("\n");
}

function overlay(err: OverlayMessage["err"]): OverlayMessage {
  return { type: "error", __isEnhancedAstroErrorPayload: true, err };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
