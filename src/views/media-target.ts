import { mayBeLoaded, mediaSource } from "../loader/media-source.ts";
import { absolute, href } from "../urls/hrefs.ts";
import type { MediaUse } from "../domain/body.ts";
import type { Publication } from "../domain/publication.ts";
import type { AddressForm } from "./body-links.ts";
import type { MediaTarget } from "../markdown/body.ts";

/** What is to be played at an address as written; `null` where it is nothing that could be. */
export function mediaTarget(
  src: string,
  use: MediaUse,
  { site, files }: Publication,
  form: AddressForm,
): MediaTarget | null {
  const source = mediaSource(src, use);
  if (source.kind === "file") {
    const path = source.file.slice("public".length);
    if (!Object.hasOwn(files, path)) return null;
    const address = (form === "page" ? href : absolute)(site, path);
    return { href: address, plays: { as: "file" } };
  }
  if (source.kind !== "remote" && source.kind !== "page") return null;
  const elsewhere = { href: src.trim(), host: source.host };
  if (!mayBeLoaded(source, site)) return elsewhere;
  return source.kind === "remote"
    ? { ...elsewhere, plays: { as: "file" } }
    : {
        href: elsewhere.href,
        host: new URL(source.frame).host.replace(/^www\./, ""),
        plays: { as: "frame", url: source.frame },
      };
}
