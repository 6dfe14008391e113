import type { IncomingMessage, ServerResponse } from "node:http";
import { contentType } from "../deploy/content-type.ts";
import { editorHeaders } from "../deploy/editor-headers.ts";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import { editorScripts } from "../editor/editor-scripts.ts";
import type { EditorFiles } from "../editor/editor-scripts.ts";
import { editorModule } from "../pipeline/editor-package.ts";
import type { Roots } from "../settings/settings.ts";
import type { DevSnapshot } from "./dev-snapshot.ts";

/** Answers for the editor in development, with the headers that hosts send. */
export class DevEditor {
  readonly #roots: Roots;
  #scripts: Promise<EditorFiles> | undefined;

  constructor(roots: Roots) {
    this.#roots = roots;
  }

  /**
   * Answers a request for a bundle path; false where it is none of the editor's, or its package is not installed, which
   * the check tells. Scripts are made when first asked for.
   */
  async send(
    path: string,
    shown: DevSnapshot["shown"],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const name = path.slice(EDITOR_FOLDER.length + 1);
    const editor = shown?.site.editor;
    if (editor === undefined || path !== `${EDITOR_FOLDER}/${name}`) return false;
    const main = editorModule(this.#roots.projectRoot);
    if (main === undefined) return false;
    this.#scripts ??= editorScripts(this.#roots.packageRoot, main);
    const content = shown?.editor.get(name) ?? (await this.#scripts).get(name);
    if (content === undefined) return false;
    response.writeHead(200, {
      ...editorHeaders(editor),
      "content-type": contentType(path),
      "content-length": Buffer.byteLength(content),
      "cache-control": "no-store",
    });
    response.end(request.method === "HEAD" ? undefined : content);
    return true;
  }
}
