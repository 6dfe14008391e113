/** What a request's target asks for. */
export type Asked =
  /** A path below the base: decoded parts, and whether it ends with a slash. */
  | { kind: "path"; parts: string[]; folder: boolean }
  /** Something else than the bundle: the address to go to, with the query. */
  | { kind: "elsewhere"; location: string }
  | { kind: "nothing" }
  | { kind: "malformed" };

/** The records that the press keeps at the root of the bundle for itself. */
const RECORDS = /^stet-[a-z]+\.jsonl?$/;

/**
 * Reads the target of a request (RFC 9112, section 3.2.1: a path with perhaps a query). `base` has a slash at
 * both ends. A path that could lead out of the folder, to a hidden file, or to the press's own records is
 * `nothing`; so are empty parts, which would make a redirect to another host of `//host`.
 */
export function readTarget(target: string, base: string): Asked {
  const mark = target.search(/[?#]/);
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? "" : target.slice(mark);
  if (!path.startsWith("/")) return { kind: "malformed" };
  if (!path.startsWith(base)) {
    const entrance = path === "/" || `${path}/` === base;
    return entrance ? { kind: "elsewhere", location: base + query } : { kind: "nothing" };
  }
  const below = path.slice(base.length);
  const folder = below === "" || below.endsWith("/");
  const parts: string[] = [];
  try {
    for (const part of below === "" ? [] : below.replace(/\/$/, "").split("/")) {
      parts.push(decodeURIComponent(part));
    }
  } catch {
    return { kind: "malformed" };
  }
  const isOpen =
    parts.every(
      (part, index) => isPlain(part) && (!part.startsWith(".") || isWellKnown(part, index)),
    ) && !(parts.length === 1 && RECORDS.test(parts[0] ?? ""));
  return isOpen ? { kind: "path", parts, folder } : { kind: "nothing" };
}

/** The address of the same target with a closing slash. */
export function withSlash(target: string): string {
  return target.replace(/(?=[?#]|$)/, "/");
}

function isPlain(part: string): boolean {
  return part !== "" && !/[/\\\u0000-\u001F]/.test(part);
}

function isWellKnown(part: string, index: number): boolean {
  return index === 0 && part === ".well-known";
}
