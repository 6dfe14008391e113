import { rule as redirectRule } from "../../checks/history/redirect.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import { uuidOf } from "../../loader/identity.ts";
import { REDIRECTS_FILE } from "../../loader/redirects-file.ts";
import type { EarlierArticle, EarlierTexts } from "./earlier-articles.ts";
import type { FoundArticle, FoundTexts } from "./found-texts.ts";
import type { PresentContent } from "./present-content.ts";

/** What is compared to find what readers have lost. */
export interface Comparison {
  then: EarlierTexts;
  /** What has become of each article. */
  become: ReadonlyMap<EarlierArticle, FoundArticle>;
  found: FoundTexts;
  present: PresentContent;
}

/** Old addresses that led somewhere and lead nowhere now, though what they led to is still there. */
export function lostRedirectDiagnostics({
  then,
  become,
  found,
  present,
}: Comparison): Diagnostic[] {
  const { site } = present;
  const lost = (written: string): string | undefined => {
    const old = readOldAddress(written, site);
    return "path" in old && !found.isOpen(old.path) ? old.path : undefined;
  };
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<string, string>();
  for (const [article, is] of become) {
    if (is.kind !== "found" || !found.isPublic(is.located)) continue;
    const { file, path, aliases } = is.located.article;
    for (const name of [article.id, article.file, article.path]) targets.set(name, path);
    for (const alias of article.front.aliases) {
      const from = lost(alias);
      if (from === undefined) continue;
      const restored = [
        ...article.front.aliases,
        ...aliases.filter((one) => !article.front.aliases.includes(one)),
      ];
      const typed = ["aliases:", ...restored.map((one) => `  - ${one}`)];
      const at = { file, ...(is.located.places.aliases ?? { line: 1, column: 1 }) };
      diagnostics.push(redirectRule.at(at, { from, in: "aliases", typed }));
    }
  }
  for (const [written, to] of Object.entries(then.moved)) {
    const from = lost(written);
    if (from === undefined) continue;
    const target = targets.get(uuidOf(to) ?? to) ?? to;
    const typed = ["moved:", `  ${from}: ${target}`];
    const at = { file: REDIRECTS_FILE, line: 1, column: 1 };
    diagnostics.push(redirectRule.at(at, { from, in: "redirects", typed }));
  }
  return diagnostics;
}
