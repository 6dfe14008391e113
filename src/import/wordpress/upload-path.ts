import { decoded } from "../../domain/decoded.ts";
import { nameFault, portableName } from "../../domain/portable-name.ts";
import { urlOf } from "../web-address.ts";

/** Where a file lies below the uploads of a site, and in a folder `public` under which its address stays the same. */
export function uploadPath(
  url: URL,
  root: string,
): { below: string; candidates: string[]; target: string } {
  const base = urlOf(root);
  const path = url.pathname.split("/").map(decoded).join("/").replace(/^\/+/, "");
  const below = base === undefined ? "" : decoded(base.pathname).replace(/^\//, "");
  const isOnSite = url.hostname.replace(/^www\./, "") === base?.hostname.replace(/^www\./, "");
  const inSite = isOnSite && path.startsWith(below) ? path.slice(below.length) : path;
  const inUploads = inSite.replace(
    /^(?:.*\/)?(?:wp-content\/uploads|blogs\.dir\/\d+\/files)\//,
    "",
  );
  const month = /(?:^|\/)(\d{4}\/\d{2}\/[^/]+)$/.exec(inUploads)?.[1];
  return {
    below: inUploads,
    candidates: [...new Set([inUploads, inSite, ...(month === undefined ? [] : [month])])],
    // Files of WordPress.com are on a host of their own, where their addresses cannot be kept.
    target: portablePath(isOnSite ? inSite : `uploads/${inUploads}`),
  };
}

/** A path that every file system takes, and in which nothing leads upwards. */
function portablePath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return parts
    .map((part) => (nameFault(part) === undefined ? part : portableName(part)))
    .join("/")
    .normalize();
}
