import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ContentListing } from "../loader/content-files.ts";
import type { Content } from "../loader/read-content.ts";
import { REDIRECTS_FILE } from "../loader/redirects-file.ts";
import { textIn } from "../report/text-in.ts";
import type { PresentContent } from "../validation/history/present-content.ts";
import type { GatheredTexts } from "./gathered-texts.ts";
import type { LoadOptions } from "./load-options.ts";
import type { partsOf, urlsOf } from "./publication-urls.ts";

/** A content folder as it is after the check, for those who compare or change it. */
export function presentContent(
  { content: folder, now }: LoadOptions,
  read: {
    listing: Pick<ContentListing, "files">;
    content: Content;
    gathered: GatheredTexts;
    parts: Pick<ReturnType<typeof partsOf>, "written">;
    urls: Pick<ReturnType<typeof urlsOf>, "urls">;
  },
  diagnostics: readonly Diagnostic[],
): PresentContent {
  const { placed, invalid, texts } = read.gathered;
  const { moved, takedowns } = read.parts.written;
  const isUnread = diagnostics.some(
    ({ file, code, severity }) =>
      file === REDIRECTS_FILE && severity === "error" && !code.startsWith("redirect/"),
  );
  return {
    now,
    site: read.content.site,
    files: read.listing.files,
    placed,
    pages: read.content.pages.pages,
    invalid,
    texts,
    ...(isUnread ? {} : { written: { moved, takedowns } }),
    urls: read.urls.urls,
    textOf: textIn(folder),
  };
}
