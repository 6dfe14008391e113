import { EDITOR_PAGE, editorPage } from "../deploy/editor-page.ts";
import type { Publication } from "../domain/publication.ts";
import { EDITOR_CONFIG, editorConfigText } from "../editor/cms-config.ts";

/** The files of the editor that follow from the content, by path below the editor's folder; none without an editor. */
export function devEditorTexts(publication: Publication): ReadonlyMap<string, string> {
  const { site } = publication;
  return site.editor === undefined
    ? new Map()
    : new Map([
        [EDITOR_PAGE, editorPage(site, site.editor)],
        [EDITOR_CONFIG, editorConfigText(publication, site.editor)],
      ]);
}
