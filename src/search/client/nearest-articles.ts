import type { ArchiveSearch } from "./archive-search.ts";
import { nearestPages, SURELY_ALIKE, termsOfAddress } from "./asked-address.ts";
import type { AskedAddress, NearPage } from "./asked-address.ts";
import type { FoundRecord } from "../pagefind/engine.ts";

/** Articles that are looked at among those with some of the words. */
const LOOKED_AT = 12;

/** Articles that are looked through first, the newest, and how many times more each next time. */
const FIRST_ARTICLES = 800;
const TIMES_MORE = 4;

/**
 * The articles that a wrong address was most likely meant for, the likeliest first: those of its year are looked
 * through, then all from the newest on, until one is surely the right one.
 */
export async function nearestArticles(
  archive: Pick<ArchiveSearch, "withSome">,
  asked: AskedAddress,
): Promise<NearPage[]> {
  const terms = termsOfAddress(asked);
  if (terms.length === 0) return [];
  const seen = new Map<string, NearPage>();
  const near = () => nearestPages(asked, [...seen.values()]);
  const look = async (least: number, year?: string): Promise<boolean> => {
    const { results, whole } = await archive.withSome(terms, least, year);
    for (const fragment of await Promise.all(results.slice(0, LOOKED_AT).map((one) => one.data())))
      seen.set(fragment.url, pageOf(fragment));
    return whole || near().some(({ alike }) => alike >= SURELY_ALIKE);
  };
  if (asked.year !== undefined) await look(Infinity, asked.year);
  if (!near().some(({ alike }) => alike >= SURELY_ALIKE)) {
    for (let least = FIRST_ARTICLES; !(await look(least)); least *= TIMES_MORE);
  }
  return near().map(({ page }) => page);
}

function pageOf({ url, meta: { title, day } }: FoundRecord): NearPage {
  return { href: url, title, day };
}
