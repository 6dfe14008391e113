import { inContent } from "./content-path.ts";
import { holdsUnprintable } from "./characters.ts";
import type { Site } from "./publication.ts";

/** Longest part of an old address in bytes, and longest whole: what file systems and servers take. */
const LONGEST_PART = 200;
const LONGEST_ADDRESS = 1000;

/** An old address as a path below the base, or why nothing can be printed there. */
export type OldAddress = { path: string } | { fault: string; fix: string };

/**
 * Reads an address that something had before: a path below the base, percent-encoded or not. As it is copied from
 * a browser, with the base or as a whole address of this publication, it is taken too.
 *
 * What ends in `.html` or `.htm` is a file of that name; everything else gets a closing slash, because a host
 * shows a page by a folder's index, also where the old system wrote `/story.php`.
 */
export function readOldAddress(
  written: string,
  { origin, base }: Pick<Site, "origin" | "base">,
): OldAddress {
  const host = /^https?:\/\/[^/?#]*/i.exec(written)?.[0];
  const rooted = host === undefined ? written : written.slice(host.length) || "/";
  const isOwn = host === undefined || (URL.canParse(host) && new URL(host).origin === origin);
  if (!isOwn || !/^\/(?!\/)/.test(rooted)) return FOREIGN;
  if (/[?#]/.test(rooted)) {
    return {
      fault: "has a ? or a #, but a bundle of files cannot tell such addresses apart",
      fix: queryFix(rooted, base) ?? "Add it to the redirect rules of your host.",
    };
  }
  const whole = decodedPath(rooted);
  if (whole === undefined || /[\t\n\r\\]/.test(whole) || holdsUnprintable(whole)) {
    return {
      fault: "contains a character that is not allowed in addresses",
      fix: "Write it as it appears in the address bar.",
    };
  }
  const below = belowBase(whole, decodedPath(base) ?? base);
  // On the host of the publication, but not in it: nothing that is printed could stand there.
  if (below === undefined && host !== undefined) return FOREIGN;
  const path = below ?? whole;
  const parts = path.split("/").filter((part, at, all) => part !== "" || !isEnd(at, all.length));
  if (parts.some((part) => part === "" || part === "." || part === "..")) {
    return {
      fault: "has an empty part or a part made of dots",
      fix: "Write the address without such parts.",
    };
  }
  if (path.length > LONGEST_ADDRESS || parts.some((part) => bytesOf(part) > LONGEST_PART)) {
    return {
      fault: `is longer than ${LONGEST_ADDRESS} characters, or a part of it than ${LONGEST_PART} bytes`,
      fix: "Add it to the redirect rules of your host.",
    };
  }
  if (parts.at(-1) === "index.html") parts.pop();
  if (parts.length === 0)
    return { fault: "is the front page", fix: "Remove it: Stet writes the front page itself." };
  const isFile = !rooted.endsWith("/") && /\.html?$/i.test(parts.at(-1) ?? "");
  return { path: `/${parts.join("/")}${isFile ? "" : "/"}` };
}

/** What to write instead of the front page with a parameter, which hosts can be told of. */
function queryFix(rooted: string, base: string): string | undefined {
  const [, front = "", name = "", value = ""] =
    /^([^?#]*)\?([0-9A-Za-z_-]{1,50})=([0-9A-Za-z_-]{1,100})(?:[&#]|$)/.exec(rooted) ?? [];
  const bare = front.replace(/index\.php$/, "");
  return name !== "" && (bare === "/" || bare === base)
    ? `Write \`${name}: /${name}/\` below \`queries\` in ${inContent("redirects.yaml")}, and here \`/${name}/${value}/\`.`
    : undefined;
}

const FOREIGN: OldAddress = {
  fault: "is not an address of this publication",
  fix: "Write only the path, with its leading slash: /2019/old-name/.",
};

/** The path without the base, or `undefined` where it does not begin with it. */
function belowBase(path: string, base: string): string | undefined {
  if (`${path}/` === base) return "/";
  return path.startsWith(base) ? path.slice(base.length - 1) : undefined;
}

function isEnd(at: number, length: number): boolean {
  return at === 0 || at === length - 1;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function decodedPath(written: string): string | undefined {
  try {
    // A slash that is encoded would come out as one that parts.
    return /%2f/i.test(written) ? undefined : decodeURIComponent(written).normalize("NFC");
  } catch {
    return undefined;
  }
}

/**
 * The address that one which is none most likely means: the path of one on another host, or one without its first
 * slash, with backslashes or with parts of dots. `undefined` where that would be another address, or none either.
 */
export function correctedOldAddress(
  written: string,
  site: Pick<Site, "origin" | "base">,
): string | undefined {
  if (/[?#]/.test(written)) return undefined;
  const path = written
    .replace(/[\p{Cc}\s]/gu, "")
    .replaceAll("\\", "/")
    .replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  if (parts[0] === new URL(site.origin).host) parts.shift();
  const top = parts.findIndex((part) => part === "articles" || part === "pages");
  const name = parts.at(-1) ?? "";
  // The path of a file of the content folder, which a message named.
  if (top >= 0 && top < parts.length - 1 && /\.mdx?$/i.test(name))
    parts.splice(0, parts.length, ...parts.slice(top + 1, -1), name.replace(/\.mdx?$/i, ""));
  const isFile = /\.html?$/i.test(name) && !path.endsWith("/");
  const read = readOldAddress(`/${parts.join("/")}${isFile ? "" : "/"}`, site);
  return "path" in read ? read.path : undefined;
}
