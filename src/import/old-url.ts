import { decoded } from "../domain/decoded.ts";
/** Addresses of the old site: which they are, and how they are compared. */
export interface OldSite {
  /** Its addresses, absolute, with a closing slash: the one that the archive names, and others that it was known by. */
  urls: readonly string[];
}

/** Whether an address is of the old site, with or without `www.`, by http or https. */
export function isOfOldSite({ hostname, port }: URL, { urls }: OldSite): boolean {
  return urls.some((one) => {
    const own = new URL(one);
    return bareHost(own.hostname) === bareHost(hostname) && own.port === port;
  });
}

function bareHost(hostname: string): string {
  return hostname.replace(/^www\./, "");
}

/**
 * What an address of the old site is compared by: its path, decoded, without a closing slash or the file that a folder
 * shows, and those parameters by which the old system names a text.
 */
export function oldKey({ pathname, searchParams }: URL): string {
  const path = decoded(pathname)
    .normalize("NFC")
    .replace(/\/{2,}/g, "/")
    .replace(/\/index\.(?:html?|php)$/i, "/")
    .replace(/(.)\/$/, "$1");
  for (const name of ["p", "page_id", "attachment_id", "cat", "tag", "author", "m"]) {
    const value = searchParams.get(name);
    if (value !== null && value !== "" && (path === "/" || /\.php$/.test(path)))
      return `?${name === "page_id" || name === "attachment_id" ? "p" : name}=${value}`;
  }
  return path;
}

/** An address of the archive as a URL: absolute, or a path below the old site. */
export function oldUrl(address: string, { urls }: OldSite): URL | undefined {
  const [base = "http://localhost/"] = urls;
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
