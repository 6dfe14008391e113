import type { Diagnostic } from "../domain/diagnostic.ts";
import { noMetadata } from "../domain/body.ts";
import type { Navigation } from "../domain/own-parts.ts";
import type { ParsedSite } from "../loader/read-site.ts";
import { SITE_FILE } from "../loader/site-images.ts";
import type { References } from "../loader/references.ts";
import { linkDiagnostics } from "./link-diagnostics.ts";
import type { LinkContext } from "./link-diagnostics.ts";

/** Links of `site.yaml` that lead nowhere, by the rules of links in texts. */
export function navigationDiagnostics(
  navigation: Navigation | undefined,
  locationOf: ParsedSite["locationOf"],
  context: LinkContext,
): Diagnostic[] {
  if (navigation === undefined) return [];
  const links = (["masthead", "footer"] as const).flatMap((list) =>
    navigation[list].map(({ href }, at) => ({
      href,
      ...locationOf(["navigation", list, at, "href"]),
    })),
  );
  const text: References = {
    file: SITE_FILE,
    // It is no page, so that each link leads to another one.
    path: "//",
    metadata: { ...noMetadata(), links },
  };
  return linkDiagnostics(text, context);
}
