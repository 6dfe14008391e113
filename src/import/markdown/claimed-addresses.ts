import type { PlacedText } from "./generator.ts";
import { comparablePath } from "./source-addresses.ts";

/** The old addresses that texts have got, each of them one text alone. */
export class ClaimedAddresses {
  readonly #base: string;
  readonly #texts = new Map<string, string>();
  readonly #slugs = new Set<string>();

  /** `base` is what all addresses of the site begin with. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Keeps the address that a text has itself for it, before what others list; the first of two texts gets it. */
  keep(path: string, address: string): void {
    const key = comparablePath(address);
    if (!this.#texts.has(key)) this.#texts.set(key, path);
  }

  /** Gives a text those of its addresses that no other has; one whose own is gone gets another slug. */
  claim(
    path: string,
    placed: PlacedText,
    listed: readonly string[],
  ): { slug: string; addresses: string[]; notes: string[] } {
    const own = placed.address;
    const all = [
      ...(own === undefined ? [] : [own]),
      ...listed.map((one) => this.#whole(one, own)),
    ];
    const notes: string[] = [];
    let { slug } = placed;
    const addresses = all.filter((address, at) => {
      const key = comparablePath(address);
      const first = this.#texts.get(key);
      if (first === undefined) {
        this.#texts.set(key, path);
        return true;
      }
      if (first === path) return all.findIndex((one) => comparablePath(one) === key) === at;
      const isOwn = own !== undefined && at === 0;
      if (isOwn) slug = this.#freeSlug(slug);
      const renamed = isOwn ? `; this text is called \`${slug}\`` : "";
      notes.push(`its address ${address} is also that of ${first}, which keeps it${renamed}`);
      return false;
    });
    return { slug, addresses, notes };
  }

  /** An address of a list below the host; one without a slash at its beginning starts from the text's own folder. */
  #whole(written: string, own: string | undefined): string {
    if (/^https?:/.test(written) && URL.canParse(written))
      return decodeURI(new URL(written).pathname);
    if (!written.startsWith("/") && own !== undefined)
      return `${own.replace(/[^/]*\/?$/, "")}${written}`;
    const isWhole = written.startsWith(`${this.#base}/`);
    return isWhole ? written : `${this.#base}/${written.replace(/^\/+/, "")}`;
  }

  #freeSlug(slug: string): string {
    for (let number = 2; ; number += 1) {
      const name = `${slug}-${number}`;
      if (this.#slugs.has(name)) continue;
      this.#slugs.add(name);
      return name;
    }
  }
}
