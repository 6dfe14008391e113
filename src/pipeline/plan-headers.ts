import { formatHeaders, HEADERS_NAME } from "../deploy/bundled-headers.ts";
import { editorHeaders } from "../deploy/editor-headers.ts";
import { allowedOrigins, securityHeaders } from "../deploy/headers.ts";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import type { Site } from "../domain/publication.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { planText } from "./plan-text.ts";

/** Plans the file in which the bundle says what headers its answers have. */
export function planHeaders(
  site: Site,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  const text = formatHeaders(
    securityHeaders(allowedOrigins(site)),
    site.editor === undefined ? {} : { [EDITOR_FOLDER]: editorHeaders(site.editor) },
  );
  return new Map([[HEADERS_NAME, planText(HEADERS_NAME, text, staging, intact)]]);
}
