import type { Article, StandingPage } from "../domain/article.ts";
import type { Finding } from "../domain/finding.ts";
import { readOldAddress } from "../domain/old-address.ts";
import type { Gone } from "../domain/publication.ts";
import { finding } from "./diagnostics.ts";
import type { TakenAddresses } from "./taken-addresses.ts";
import { uuidOf } from "./identity.ts";
import { REDIRECTS_FILE } from "./redirects-file.ts";
import type { GoneEntry } from "./redirects-file.ts";

/** A take-down with the entry that asks for it. */
export interface Withdrawal extends Gone {
  entry: GoneEntry;
}

/**
 * What the entries under `gone` take down: for each the address where readers are told. The old addresses of an
 * article go with it. Entries that name nothing, or no address, are explained.
 */
export function withdrawals(
  entries: readonly GoneEntry[],
  texts: { articles: readonly Article[]; pages: readonly StandingPage[] },
): { gone: Withdrawal[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const gone: Withdrawal[] = [];
  const report = (
    code: "redirect/address" | "redirect/unknown",
    entry: GoneEntry,
    message: string,
    fix: string,
  ): void => {
    findings.push(finding({ code, file: REDIRECTS_FILE, ...entry.place, message, fix }));
  };
  const byPath = new Map(texts.articles.map((article) => [article.path, article]));
  for (const entry of entries) {
    const { what, day, note } = entry;
    const take = (path: string): void => {
      gone.push({ path, day, ...(note === undefined ? {} : { note }), entry });
    };
    const id = uuidOf(what);
    if (id !== undefined || /^(?:articles|pages)\//.test(what)) {
      const text =
        id === undefined
          ? [...texts.articles, ...texts.pages].find(({ file }) => file === what)
          : texts.articles.find((article) => article.id === id);
      if (text === undefined) {
        report(
          "redirect/unknown",
          entry,
          `There is no text ${what}, so nothing is taken down by this entry.`,
          "If it was deleted, write its address instead, and readers are told there.",
        );
        continue;
      }
      take(text.path);
      takeAliases(byPath.get(text.path), take);
      continue;
    }
    const old = readOldAddress(what);
    if ("fault" in old) {
      report("redirect/address", entry, `\`${what}\` ${old.fault}.`, old.fix);
      continue;
    }
    const path = old.path.endsWith("/") ? old.path : `${old.path}/`;
    take(path);
    takeAliases(byPath.get(path), take);
  }
  return { gone, findings };
}

/**
 * Take-downs of what the press goes on printing (a section, the front page), and two of one address. Their
 * addresses are taken from here on.
 */
export function takenByTheLiving(gone: readonly Withdrawal[], taken: TakenAddresses): Finding[] {
  return gone.flatMap(({ path, entry }) => {
    const holder = taken.holder(path);
    taken.take(path);
    if (holder === undefined) return [];
    return [
      finding({
        code: "redirect/taken",
        file: REDIRECTS_FILE,
        ...entry.place,
        message: `\`${entry.what}\` cannot be taken down at ${path}: ${holder === path && gone.filter((one) => one.path === path).length > 1 ? "another entry takes it down already" : `the bundle has ${holder}`}.`,
        fix: "Name an article, a standing page, or an address where nothing stands.",
      }),
    ];
  });
}

function takeAliases(article: Article | undefined, take: (path: string) => void): void {
  for (const alias of article?.aliases ?? []) {
    const old = readOldAddress(alias);
    if ("path" in old) take(old.path.endsWith("/") ? old.path : `${old.path}/`);
  }
}
