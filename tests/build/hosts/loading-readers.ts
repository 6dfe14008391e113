import { setTimeout } from "node:timers/promises";

/** What a server answers, as far as these readers look. */
interface Loaded {
  status: number;
  body: Buffer;
}

/** Readers who load pages with all that belongs to them, for as long as they are wanted. */
export interface LoadingReaders {
  /** Settled when all have ended the loads they were at. Gives what was not there, and how many rounds were made. */
  stop: () => Promise<{ missing: string[]; rounds: number }>;
}

/** So many load at once. */
const READERS = 4;

/**
 * Has readers load these pages, the search and the feed again and again. Between a page and what it names they wait
 * `delay` milliseconds, as a browser does while it reads the page.
 */
export function startReaders(
  ask: (target: string) => Promise<Loaded>,
  pages: readonly string[],
  delay: number,
): LoadingReaders {
  let isOver = false;
  let rounds = 0;
  const missing: string[] = [];
  const reader = async (): Promise<void> => {
    while (!isOver) {
      const loads = [
        ...pages.map((page) => loadPage(ask, page, delay)),
        loadSearch(ask, delay),
        absent(ask, ["/rss.xml"], "a subscription"),
      ];
      missing.push(...(await Promise.all(loads)).flat());
      rounds += 1;
    }
  };
  const readers = Array.from({ length: READERS }, reader);
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(readers);
      return { missing, rounds };
    },
  };
}

/** The addresses of styles, scripts, pictures and search files that a page names. */
export function partsOf(html: string): string[] {
  const named = [...html.matchAll(/(?:href|src|srcset)="([^"]*)"/g)]
    .flatMap(([, value = ""]) => value.split(","))
    .map((value) => value.trim().split(" ")[0] ?? "");
  return [...new Set(named)].filter((value) => /^\/(?:_astro|media|pagefind)\//.test(value));
}

async function loadPage(
  ask: (target: string) => Promise<Loaded>,
  address: string,
  delay: number,
): Promise<string[]> {
  const page = await ask(address);
  if (page.status !== 200) return [`${address} ${page.status}`];
  await setTimeout(delay);
  return absent(ask, partsOf(page.body.toString()), address);
}

/** Asks for what the search reads first. */
async function loadSearch(
  ask: (target: string) => Promise<Loaded>,
  delay: number,
): Promise<string[]> {
  const list = await ask("/pagefind/periods.json");
  if (list.status !== 200) return [`periods.json ${list.status}`];
  const { periods } = JSON.parse(list.body.toString()) as {
    periods: { name: string; meta: string }[];
  };
  await setTimeout(delay);
  const parts = periods.map(({ name, meta }) => `/pagefind/${name}/${meta}.pf_meta`);
  return absent(ask, parts, "periods.json");
}

async function absent(
  ask: (target: string) => Promise<Loaded>,
  parts: readonly string[],
  namedBy: string,
): Promise<string[]> {
  const missing: string[] = [];
  for (const part of parts) {
    const { status } = await ask(part);
    if (status !== 200) missing.push(`${part} of ${namedBy} ${status}`);
  }
  return missing;
}
