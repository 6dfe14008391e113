import { slugify } from "../../domain/slug.ts";
import { hostOf } from "../../markdown/addresses.ts";

/** Most UTF-16 units of a post's name. */
const MOST_NAME = 60;

/** A name for the file of a post of an archive, from its address: such posts are many, and nobody types their names. */
export function postName({
  url,
  author,
  network,
}: {
  url: string;
  author: string;
  network: string;
}): string {
  const parts = URL.canParse(url) ? new URL(url).pathname.split("/") : [];
  const last = parts.findLast((part) => part !== "") ?? "";
  const name = slugify([network || hostOf(url), author, last].join(" ")).normalize("NFC");
  const ascii = name.replace(/[^a-z\d-]/g, "").replace(/-{2,}/g, "-");
  return ascii.slice(0, MOST_NAME).replace(/^-+|-+$/g, "") || "post";
}
