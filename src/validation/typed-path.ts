import { posix } from "node:path";

/** What parts addresses from what stands around them, in Markdown, in an attribute, in YAML or in an address itself. */
const UNSAFE = /[\s%#?"'`()<>{}[\],|\\^*&]/g;

/** A path as it is typed where a link or a picture is asked for: with `%20` for a blank, and letters as they are. */
export function typedAddress(path: string): string {
  return path.replace(UNSAFE, (sign) => {
    const byte = sign.charCodeAt(0);
    return byte < 0x80 ? `%${byte.toString(16).toUpperCase().padStart(2, "0")}` : encodeURI(sign);
  });
}

/** How a file of the content folder is written in another: `/a.jpg` in `public/`, or the way there from the other one. */
export function typedPath(file: string, from: string): string {
  if (file.startsWith("public/")) return typedAddress(file.slice("public".length));
  const way = posix.relative(posix.dirname(from), file);
  return typedAddress(way.startsWith("../") ? way : `./${way}`);
}

/**
 * An address below the base as a link has it that is written as `written`: with scheme, host and base, where that spells
 * out the publication's own address. An address in running text, or in `<>`, is no link without them.
 */
export function typedLike(written: string, address: string, base: string): string {
  const beginning = /^\s*((?:[a-z][a-z\d+.-]*:)?[\\/]{2}[^\\/?#]*)/i.exec(written)?.[1];
  if (beginning === undefined || !address.startsWith("/")) return address;
  return `${beginning}${base}${address.slice(1)}`;
}
