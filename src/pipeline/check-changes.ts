import type { Diagnostic } from "../domain/diagnostic.ts";
import { viewContent } from "../loader/content-view.ts";
import type { ChangedFiles } from "../loader/content-view.ts";
import { notAmong } from "./check-content.ts";
import type { CheckContent, CheckedContent } from "./check-content.ts";
import { isSameToOthers } from "./same-to-others.ts";

/** What a change brings, and how much else there is. */
export interface ChangedDiagnostics {
  /** Of the changed files, and of others what was not there before. */
  diagnostics: Diagnostic[];
  /** Of others what was there before. */
  elsewhere: Diagnostic[];
}

/**
 * Parts the diagnostics of a content folder by whether a change brought them: all of a changed file do, and in others those
 * that the check of the earlier state does not have. That check is made only if it can tell something: not where there are
 * none, nor where the change is one of words. `earlier` is what the changed files were, in the folder `content` of which
 * `check` checks views; views lie in `parent` for that time.
 */
export async function changedDiagnostics(
  loaded: CheckedContent,
  { changed, earlier }: { changed: Iterable<string>; earlier: ChangedFiles },
  { content, parent, check }: { content: string; parent: string; check: CheckContent },
): Promise<ChangedDiagnostics> {
  const { diagnostics } = loaded;
  const isChanged = changeTest(changed);
  // What is said of the prose of a text follows from that text alone.
  const ofProse = diagnostics.filter(({ file, code }) => !isChanged(file) && isOfProse(code));
  const others = diagnostics.filter(({ file, code }) => !isChanged(file) && !isOfProse(code));
  const own = diagnostics.filter(({ file }) => isChanged(file));
  if (others.length === 0) return { diagnostics: own, elsewhere: ofProse };
  const view = viewContent(content, earlier, parent);
  try {
    // What was published is compared with yet another state.
    const isOfHistory = others.some(({ code }) => code.startsWith("history/"));
    if (!isOfHistory && (await isSameToOthers(loaded, earlier, view.folder)))
      return { diagnostics: own, elsewhere: [...ofProse, ...others] };
    const before = await check(view);
    const fresh = new Set(notAmong(others, before.diagnostics));
    return {
      diagnostics: diagnostics.filter((one) => isChanged(one.file) || fresh.has(one)),
      elsewhere: [...ofProse, ...others.filter((one) => !fresh.has(one))],
    };
  } finally {
    view.remove();
  }
}

function isOfProse(code: string): boolean {
  return code.startsWith("prose/");
}

/** Tells of a diagnostic's file whether it has changed, or is a folder in which something has. */
export function changeTest(changed: Iterable<string>): (file: string) => boolean {
  const names = new Set<string>(["."]);
  for (const file of changed) {
    names.add(file);
    for (let end = file.indexOf("/"); end >= 0; end = file.indexOf("/", end + 1))
      names.add(file.slice(0, end));
  }
  return (file) => names.has(file);
}
