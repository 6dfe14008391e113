import type { Editor } from "../domain/editor.ts";
import type { Site } from "../domain/publication.ts";
import { escapeXml } from "../domain/xml-text.ts";
import { editorPolicy } from "./editor-headers.ts";

/** Name of the page, in the editor's folder. */
export const EDITOR_PAGE = "index.html";

/** Name of the script that starts the editor, beside the page. */
const EDITOR_SCRIPT = "editor.js";

/**
 * The page of the editor. It states the policy of its header once more, for hosts that send no headers; a policy in a
 * page cannot keep it out of frames (CSP level 3, section 3.3).
 */
export function editorPage(
  { name, language }: Pick<Site, "name" | "language">,
  editor: Editor,
): string {
  const policy = editorPolicy(editor).replace(/; frame-ancestors [^;]*/, "");
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeXml(language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${escapeXml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeXml(name)}</title>`,
    `<script type="module" src="${EDITOR_SCRIPT}"></script>`,
    "</head>",
    "<body>",
    "<noscript>The editor needs JavaScript.</noscript>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
