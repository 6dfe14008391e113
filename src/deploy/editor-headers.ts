import { editorApi } from "../domain/editor.ts";
import type { Editor } from "../domain/editor.ts";

/**
 * What the page of the editor may do (CSP level 3, W3C). Its scripts, styles and typefaces come from the bundle; it
 * fetches from the bundle and from the API of the git host alone, so the token that an author signs in with can be sent
 * nowhere else. Sveltia CMS sets styles on elements, shows pictures that it holds in memory, and converts pictures by
 * WebAssembly. It writes HTML by itself, which Trusted Types would forbid; it evaluates no text as code. The frames of
 * previews are off.
 */
export function editorPolicy(editor: Pick<Editor, "host" | "api">): string {
  const directives: readonly (readonly [directive: string, ...sources: string[]])[] = [
    ["default-src", "'none'"],
    ["script-src", "'self'", "'wasm-unsafe-eval'"],
    ["worker-src", "'self'"],
    ["style-src", "'self'", "'unsafe-inline'"],
    ["img-src", "'self'", "blob:", "data:"],
    ["font-src", "'self'"],
    ["media-src", "'self'", "blob:"],
    ["connect-src", "'self'", "blob:", "data:", new URL(editorApi(editor)).origin],
    ["form-action", "'none'"],
    ["base-uri", "'none'"],
    ["frame-ancestors", "'none'"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

/** Names of the headers that the editor's files have besides or over those of every answer. */
export const EDITOR_HEADERS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "referrer-policy",
  "x-robots-tag",
] as const;

/**
 * The headers of the editor's files over those of every answer. A window that signs an author in is reached from the page
 * that opened it: by the server that GitHub needs it is another origin; at GitLab it goes there and comes back, which
 * only a page without a policy for its opener survives. Without either, no window is opened.
 */
export function editorHeaders({
  auth,
  app,
  ...editor
}: Editor): Readonly<Record<(typeof EDITOR_HEADERS)[number], string>> {
  return {
    "content-security-policy": editorPolicy(editor),
    "cross-origin-opener-policy":
      app === undefined
        ? auth === undefined
          ? "same-origin"
          : "same-origin-allow-popups"
        : "unsafe-none",
    // Also of pictures and typefaces, which otherwise any page may show.
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
}
