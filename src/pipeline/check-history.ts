import { weighed } from "../checks/switches.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { History } from "../history/earlier-content.ts";
import { historyDiagnostics } from "../validation/history/history-diagnostics.ts";
import type { CompareTexts } from "../validation/history/updated-diagnostic.ts";
import type { CheckedContent } from "./check-content.ts";
import type { Loaded } from "./load-publication.ts";

/**
 * A publication that was loaded, with the diagnostics of the rules `history/*` too, which compare it with what git has of
 * it; `skipped` is a sentence where that cannot be done, with what to do about it. `history` is best begun before the
 * publication is loaded: git works meanwhile. `compare` counts the words in which texts differ.
 */
export async function withHistory(
  loaded: Loaded,
  history: History | Promise<History>,
  compare?: CompareTexts,
): Promise<CheckedContent> {
  const read = await history;
  const { present, prose, diagnostics } = loaded;
  if (present === undefined || prose === undefined) return loaded;
  if ("none" in read) {
    const { why, fix } = read.none;
    return { ...loaded, skipped: `Not compared with what was published: ${why}. ${fix}` };
  }
  const told = await historyDiagnostics(present, read.earlier, compare);
  const found = weighed(told, prose.switches, prose.isDraft);
  if (found.length === 0) return loaded;
  return { ...loaded, diagnostics: [...diagnostics, ...found].sort(compareDiagnostics) };
}
