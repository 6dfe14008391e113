import { addressesOfPage, addressesOfStyles, addressesOfXml } from "./addresses.ts";
import type { Named } from "./addresses.ts";
import { elementsOf, property } from "./elements.ts";

/** Something that is wrong with a file of a bundle. */
export interface Fault {
  /** What kind of thing it is, the same for all faults of one cause. */
  cause: string;
  /** Path in the bundle, and what stands there. */
  where: string;
}

/** What the links of a bundle are held against. */
interface Target {
  files: ReadonlySet<string>;
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Address of the publication, with a closing slash. */
  home: URL;
}

/**
 * Every address in a bundle that means a page or file of the publication and leads to none: not in the bundle,
 * outside the publication's base, only by way of a redirect, or to a fragment that its page lacks. `home` is the
 * address of the publication.
 */
export function linkFaults(bundle: ReadonlyMap<string, Buffer>, home: URL): Fault[] {
  const ids = new Map<string, Set<string>>();
  const named = new Map<string, Named[]>();
  for (const [path, bytes] of bundle) {
    if (path.endsWith(".html")) {
      const elements = elementsOf(bytes.toString("utf8"));
      ids.set(path, new Set(elements.flatMap((element) => property(element, "id") ?? [])));
      named.set(path, addressesOfPage(elements));
    } else if (path.endsWith(".xml")) named.set(path, addressesOfXml(bytes.toString("utf8")));
    else if (path.endsWith(".css")) named.set(path, addressesOfStyles(bytes.toString("utf8")));
    else if (path === "robots.txt") named.set(path, sitemapsOf(bytes.toString("utf8")));
  }
  const target = { files: new Set(bundle.keys()), ids, home };
  return [...named].flatMap(([path, addresses]) =>
    addresses.flatMap((one) => {
      const cause = faultOf(one, path, target);
      return cause === undefined
        ? []
        : [{ cause: `link ${cause}: ${one.by}`, where: `${path}: ${one.address}` }];
    }),
  );
}

function sitemapsOf(robots: string): Named[] {
  return [...robots.matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, address = ""]) => ({
    by: "robots.txt",
    address,
    loaded: false,
  }));
}

function faultOf({ address }: Named, from: string, target: Target): string | undefined {
  const { home, files, ids } = target;
  const page = new URL(from.replace(/(^|\/)index\.html$/, "$1"), home);
  if (!URL.canParse(address, page)) return "is no address";
  const to = new URL(address, page);
  if (to.origin !== home.origin) return undefined;
  if (!to.pathname.startsWith(home.pathname)) return "outside the base";
  const path = decode(to.pathname.slice(home.pathname.length));
  if (path === undefined) return "is no address";
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) {
    return files.has(`${file}/index.html`) ? "without its closing slash" : "leads nowhere";
  }
  const fragment = decode(to.hash.slice(1));
  if (fragment === undefined) return "is no address";
  // Both lead to the top of any page (HTML, section 7.4.6.3).
  if (fragment === "" || fragment.toLowerCase() === "top") return undefined;
  return ids.get(file)?.has(fragment) === true ? undefined : "no such fragment";
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
