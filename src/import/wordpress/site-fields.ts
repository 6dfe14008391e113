import type { ArchiveSite } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { urlOf } from "../web-address.ts";
import type { WxrElement } from "./wxr-element.ts";

/** Takes what an element of the channel says of the site; of several files, the first counts. */
export function addSiteField(
  site: ArchiveSite,
  { name, text }: WxrElement,
  hasAddress: boolean,
): void {
  const value = plainText(text);
  if (value === "") return;
  if (name === "title") site.title ??= value;
  else if (name === "description") site.description ??= value;
  else if (name === "language") site.language ??= value;
  else if (name === "wp:base_blog_url" || (name === "link" && site.url === undefined)) {
    if (!hasAddress && urlOf(value) !== undefined) site.url = value;
  }
}
