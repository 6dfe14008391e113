import { urlOf } from "../web-address.ts";

/**
 * Addresses at which the original of a picture may be, for one that names a size of it, nearest first and without the
 * address itself: `a-300x200.jpg`, `a-scaled.jpg`, `a-e1234567890.jpg`, sizes in queries, and pictures that a service of
 * WordPress.com passes on.
 */
export function originalAddresses(address: URL): URL[] {
  const found: URL[] = [];
  const plain = passedOn(address) ?? new URL(address);
  if (plain.search !== "" || plain.hash !== "") {
    plain.search = "";
    plain.hash = "";
  }
  if (plain.href !== address.href) found.push(new URL(plain));
  for (const path of originalPaths(plain.pathname)) {
    const url = new URL(plain);
    url.pathname = path;
    found.push(url);
  }
  return found;
}

/** The same for paths or names of files. */
export function originalPaths(path: string): string[] {
  const found: string[] = [];
  let shorter = path;
  for (const ending of ENDINGS) {
    const cut = shorter.replace(ending, "$1");
    if (cut === shorter) continue;
    shorter = cut;
    found.push(shorter);
  }
  // A large original is kept beside the size that took its name.
  return [...found, ...[path, ...found].flatMap((one) => withScaled(one))];
}

const ENDINGS = [
  /-\d{1,5}x\d{1,5}(\.[A-Za-z]{3,4})$/,
  /-(?:scaled|rotated)(\.[A-Za-z]{3,4})$/,
  /-e\d{10,13}(\.[A-Za-z]{3,4})$/,
];

function withScaled(path: string): string[] {
  return /-scaled\.[A-Za-z]{3,4}$/.test(path) || !/\.[A-Za-z]{3,4}$/.test(path)
    ? []
    : [path.replace(/(\.[A-Za-z]{3,4})$/, "-scaled$1")];
}

/** `https://i0.wp.com/example.com/a.jpg` is the picture at `https://example.com/a.jpg`. */
function passedOn(address: URL): URL | undefined {
  if (!/^i\d\.wp\.com$/.test(address.hostname)) return undefined;
  return urlOf(`https:/${address.pathname}`);
}
