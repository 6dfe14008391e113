import { holdsUnprintable } from "../domain/characters.ts";

/** Where a publication stands: the origin, and the path below it with slashes at both ends, percent-encoded. */
export interface SiteAddress {
  origin: string;
  base: string;
}

/** Signs that part addresses once they are decoded, so that tools of the web decode them or not, each in its own way. */
const ENCODED_SIGN = /%(?:2F|3F|23|3A|40|3B|3D|26|2B|24|2C)/i;

/**
 * Reads the public address of a publication: the origin and the base, which is encoded in one way however it is written
 * (`/café/`, `/caf%c3%a9/`). Or what the address must be and is not, as the end of a sentence.
 */
export function siteAddress(written: string): SiteAddress | { fault: string } {
  if (!URL.canParse(written)) return { fault: "must be an absolute address" };
  const { origin, username, password, pathname } = new URL(written);
  if (/[?#]/.test(written)) return { fault: "must have no query and no fragment" };
  if (username !== "" || password !== "")
    return { fault: "must have no user name and no password" };
  const path = decodedPath(pathname);
  if (path === undefined || /[\t\n\r\\]/.test(path) || holdsUnprintable(path)) {
    return {
      fault: "must be percent-encoded in UTF-8, without control characters or backslashes",
    };
  }
  if (path.includes("//")) return { fault: "must have no empty part in its path, as `//` is" };
  if (path.includes("/@") || ENCODED_SIGN.test(path)) {
    return {
      fault:
        "must have no part of its path that begins with `@`, and none of `/ ? # : @ & = + $ , ;` percent-encoded",
    };
  }
  return { origin, base: encodeURI(path.endsWith("/") ? path : `${path}/`) };
}

/** Decoded as far as that leaves an address: what parts addresses stays encoded. */
function decodedPath(pathname: string): string | undefined {
  try {
    return decodeURI(pathname);
  } catch {
    return undefined;
  }
}
