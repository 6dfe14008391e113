import { fileBeside } from "../loader/files-beside.ts";
import { resolveLink } from "../urls/resolve-link.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { absolute, href, hrefWithFragment } from "../urls/hrefs.ts";
import type { StandingPage } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import { linkedAddress } from "../media/image-target.ts";

/** How addresses are written: below the host for pages, in full for feeds. */
export type AddressForm = "page" | "feed";

/** What links stand in: a text, or what is written of the whole publication. */
export type LinkingText = Pick<StandingPage, "file" | "path"> & {
  metadata: Pick<StandingPage["metadata"], "ids">;
};

/** Resolves links as they are written on the page of a text. */
export function resolveLinks(
  all: readonly string[],
  text: LinkingText,
  publication: Publication,
  published: PublishedUrls,
  form: AddressForm,
): Record<string, string | null> {
  const address = form === "page" ? href : absolute;
  const links: Record<string, string | null> = {};
  for (const written of all) {
    const file = fileBeside(written, text.file);
    const image = file === undefined ? undefined : publication.linked[file];
    if (image !== undefined) {
      links[written] = address(publication.site, linkedAddress(image));
      continue;
    }
    const target = resolveLink(written, text, published);
    if (target.kind === "external") continue;
    if (target.kind === "moved") {
      links[written] = target.to.startsWith("/")
        ? (form === "page" ? "" : publication.site.origin) +
          hrefWithFragment(publication.site, target.to)
        : target.to;
    } else if (target.kind !== "internal") links[written] = null;
    else if (
      form === "page" &&
      target.path === text.path &&
      target.fragment !== undefined &&
      target.query === undefined
    ) {
      links[written] = hasId(text, target.fragment)
        ? `#${encodeURIComponent(target.fragment)}`
        : null;
    } else {
      const ids =
        target.path === text.path ? new Set(text.metadata.ids) : published.pages.get(target.path);
      const { query = "", fragment } = target;
      const kept = fragment !== undefined && (ids === undefined || ids.has(fragment));
      links[written] =
        address(publication.site, target.path) +
        query +
        (kept
          ? `#${target.path.endsWith("/") ? encodeURIComponent(fragment) : fileFragment(fragment)}`
          : "");
    }
  }
  return links;
}

/** What stands behind the `#` of a file's address is for the program that shows it, as `page=3` of a PDF. */
function fileFragment(fragment: string): string {
  return encodeURIComponent(fragment).replace(/%(?:2[1468BCF]|3[ABDF]|40)/gi, decodeURIComponent);
}

function hasId(text: LinkingText, id: string): boolean {
  return id === "top" || text.metadata.ids.includes(id);
}
