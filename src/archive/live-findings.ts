import type { LiveUpdate } from "../domain/live-update.ts";
import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";
import type { ArticleFrontMatter } from "./schemas.ts";
import type { YamlDocument } from "./yaml-document.ts";

type LiveFront = Pick<ArticleFrontMatter, "kind" | "date" | "ended">;

/** What is wrong with an article as a live blog: updates and an end belong to that kind alone, and have an order. */
export function liveFindings(
  front: LiveFront,
  updates: readonly LiveUpdate[],
  document: YamlDocument,
  { file, isCode }: { file: string; isCode: boolean },
): Finding[] {
  if (front.kind !== "live") return notLiveFindings(front, updates, document, file);
  const findings = orderFindings(front, updates, document, file);
  if (updates.length === 0 && !isCode) {
    findings.push(
      finding({
        code: "live/none",
        file,
        ...document.placeOf(["kind"]),
        message: "This live blog has no update yet.",
        fix: "Leave it, if the first is to follow; else write one in `<LiveUpdate>`, or take another kind.",
      }),
    );
  }
  return findings;
}

/** Updates on a standing page, which is never a live blog. */
export function strayUpdates(updates: readonly LiveUpdate[], file: string): Finding[] {
  return updates.slice(0, 1).map(({ line, column, length }) =>
    finding({
      code: "live/kind",
      file,
      line,
      column,
      length,
      message: "<LiveUpdate> stands in a text that is no live blog.",
      fix: "Write `kind: live` into the front matter of an article, or write the update as plain text.",
    }),
  );
}

function notLiveFindings(
  { ended }: LiveFront,
  updates: readonly LiveUpdate[],
  document: YamlDocument,
  file: string,
): Finding[] {
  const findings = strayUpdates(updates, file);
  if (ended !== undefined) {
    findings.push(
      finding({
        code: "live/kind",
        file,
        ...document.placeOfKey(["ended"]),
        message: "`ended` says when a live blog ended, but this article is none.",
        fix: "Write `kind: live`, or remove `ended`.",
      }),
    );
  }
  return findings;
}

function orderFindings(
  { date, ended }: LiveFront,
  updates: readonly LiveUpdate[],
  document: YamlDocument,
  file: string,
): Finding[] {
  const findings = updates.flatMap(({ instant, line, column, length }) => {
    const place = { code: "date/order" as const, file, line, column, length };
    if (instant < date.instant) {
      return finding({
        ...place,
        message: "This update is before the article's own `date`.",
        fix: "Correct one of the two.",
      });
    }
    if (ended === undefined || instant <= ended) return [];
    return finding({
      ...place,
      message: "This update is later than the end of the live blog.",
      fix: "Set `ended` to its time or later, or correct its `time`.",
    });
  });
  if (ended !== undefined && ended < date.instant) {
    findings.push(
      finding({
        code: "date/order",
        file,
        ...document.placeOf(["ended"]),
        message: "`ended` is before the article's own `date`.",
        fix: "Correct one of the two dates.",
      }),
    );
  }
  return findings;
}
