import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { readHistory } from "../history/earlier-content.ts";
import type { Loaded } from "../pipeline/load-publication.ts";
import { historyDiagnostics } from "../validation/history/history-diagnostics.ts";

/**
 * Every diagnostic of a publication that was loaded, with those of the rules `history/*`, which compare it with what git has
 * of it; `skipped` is a sentence where that cannot be done, with what to do about it. `history` is best begun before the
 * publication is loaded: git works meanwhile.
 */
export async function withHistory(
  { present, diagnostics }: Pick<Loaded, "present" | "diagnostics">,
  history: ReturnType<typeof readHistory>,
): Promise<{ diagnostics: Diagnostic[]; skipped?: string }> {
  const read = await history;
  if (present === undefined) return { diagnostics };
  if ("none" in read) {
    const { why, fix } = read.none;
    return { diagnostics, skipped: `Not compared with what was published: ${why}. ${fix}` };
  }
  const found = historyDiagnostics(present, read.earlier);
  if (found.length === 0) return { diagnostics };
  return { diagnostics: [...diagnostics, ...found].sort(compareDiagnostics) };
}
