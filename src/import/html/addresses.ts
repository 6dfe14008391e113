import { decoded } from "../../domain/decoded.ts";
import { addressKind, whyNowhere } from "../../markdown/addresses.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";

/** An address of the old text as an absolute one; undefined where it is none. */
export function absoluteUrl(address: string, { context }: Conversion): URL | undefined {
  const written = address.trim();
  if (written === "" || !URL.canParse(written, context.base)) return undefined;
  return new URL(written, context.base);
}

/**
 * Where a link of the old text leads in the new one: to a new address, to a file of the archive, to a place in the same
 * text (`#id`), or where it led before. Undefined for one that leads nowhere or would run code, which is noted.
 */
export function linkTarget(href: string, conversion: Conversion): string | undefined {
  const written = href.trim();
  if (written === "" || written === "#") return undefined;
  if (written.startsWith("#")) return written;
  if (addressKind(written) === "script") {
    addNote(conversion, "lost", `A link that runs code; its text is kept: ${written}`);
    return undefined;
  }
  if (addressKind(written) === "unknown-scheme") {
    addNote(conversion, "lost", `A link that leads nowhere; its text is kept: ${written}`);
    return undefined;
  }
  const url = absoluteUrl(mendedSlashes(written), conversion);
  if (url === undefined || whyNowhere(url.href) !== undefined) {
    addNote(conversion, "lost", `A link that leads nowhere; its text is kept: ${written}`);
    return undefined;
  }
  return /^https?:$/.test(url.protocol) ? webTarget(url, conversion) : url.href;
}

/** `http:/a.example` and `http:a.example` with both slashes. */
function mendedSlashes(address: string): string {
  return address.replace(/^(https?):\/?(?!\/)/i, "$1://");
}

function webTarget(url: URL, conversion: Conversion): string | undefined {
  const { context, files } = conversion;
  const { hash } = url;
  const page = new URL(url);
  page.hash = "";
  const own = new URL(context.base);
  own.hash = "";
  if (hash.length > 1 && page.href === own.href) return hash;
  const found = context.file(page);
  if (found !== undefined) {
    files.add(found.file.key);
    return found.src + hash;
  }
  const moved = context.link(url);
  if (moved !== null) return moved ?? url.href;
  addNote(
    conversion,
    "lost",
    `A link to what is not in the archive; its text is kept: ${url.pathname}${url.search}`,
  );
  return undefined;
}

/** The last part of an address's path, decoded: the name of a file. The host where there is none. */
export function nameInAddress(url: URL): string {
  return decoded(url.pathname.split("/").findLast((part) => part !== "") ?? url.hostname);
}
