import { urlOf } from "../web-address.ts";

/** What stands for the address of the site in exports since version 4. */
const GHOST_URL = "__GHOST_URL__";

/** The address of a site with a slash at its end; undefined where it is none. */
export function rootOf(base: string | undefined): string | undefined {
  const url = base === undefined ? undefined : urlOf(base.trim());
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${url.pathname.replace(/\/?$/, "/")}`;
}

/**
 * An address of an export, absolute where `root` is known: what begins with a slash or with `__GHOST_URL__` is below the
 * site. Others stay as they are.
 */
export function siteAddress(address: string, root: string | undefined): string {
  const written = address.startsWith(GHOST_URL)
    ? address.slice(GHOST_URL.length) || "/"
    : address.trim();
  if (!/^\/(?!\/)/.test(written)) return written;
  if (root === undefined) return written;
  // Addresses of a site that has a path of its own begin with it, or do not.
  const { origin, pathname } = new URL(root);
  return pathname !== "/" && written.startsWith(pathname)
    ? origin + written
    : root + written.slice(1);
}

/** A text with the address of the site in the place of what stands for it. */
export function withSiteAddress(text: string, root: string | undefined): string {
  return text.replaceAll(GHOST_URL, root === undefined ? "" : root.replace(/\/$/, ""));
}
