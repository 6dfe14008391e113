import { rule as orderRule } from "../checks/date/order.ts";
import { rule as strayLive } from "../checks/live/kind.ts";
import { rule as noUpdates } from "../checks/live/none.ts";
import type { LiveUpdate } from "../domain/live-update.ts";
import type { Instant } from "../domain/dates.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ComponentNode } from "../markdown/body.ts";
import { locationOf } from "../markdown/node-location.ts";
import type { ArticleFrontMatter } from "./schemas/article-schema.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

type LiveFront = Pick<ArticleFrontMatter, "kind" | "date" | "ended">;

/** What is wrong with an article as a live blog: updates and an end belong to that kind alone, and have an order. */
export function liveDiagnostics(
  front: LiveFront,
  updates: readonly LiveUpdate[],
  document: YamlDocument,
  { file, isCode }: { file: string; isCode: boolean },
): Diagnostic[] {
  if (front.kind !== "live") return strayEnd(front, document, file);
  const diagnostics = orderDiagnostics(front, updates, document, file);
  if (updates.length === 0 && !isCode) {
    const time = new Date(front.date.instant).toISOString().replace(/\.\d+Z$/, "Z");
    diagnostics.push(noUpdates.at({ file, ...document.locationOf(["kind"]) }, { time }));
  }
  return diagnostics;
}

/** What is wrong with updates is of no account where none has its place. */
const OF_UPDATES = /^(?:component\/attribute-|live\/|mdx\/spread$)/;

/**
 * The diagnostics of a text that is no live blog and has updates, as they stand in its tree: that it has them, in place of what
 * is wrong with their times and names. A standing page can be no live blog.
 */
export function withoutUpdates(
  diagnostics: readonly Diagnostic[],
  uses: readonly ComponentNode[],
  { file, ...where }: { file: string; onPage?: boolean; written?: string | undefined },
): Diagnostic[] {
  const [first] = uses;
  if (first === undefined) return [...diagnostics];
  const tags = uses
    .flatMap(({ position, children }) => {
      const inner = children.find((child) => child.position !== undefined)?.position?.start;
      const [start, end] = [position?.start, inner ?? position?.end];
      return start === undefined || end === undefined ? [] : [{ start, end }];
    })
    .sort((a, b) => (isBefore(a.start, b.start) ? -1 : 1));
  const inOrder = diagnostics
    .filter(({ code }) => OF_UPDATES.test(code))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const ofUpdates = new Set<Diagnostic>();
  let next = 0;
  for (const found of inOrder) {
    // No tag stands within another, so the last one that begins before a diagnostic is the one that can hold it.
    while (tags[next] !== undefined && !isBefore(found, tags[next]?.start ?? found)) next += 1;
    const tag = tags[next - 1];
    if (tag !== undefined && isBefore(found, tag.end)) ofUpdates.add(found);
  }
  const location = { ...locationOf(first), length: `<${first.name}`.length };
  return [
    ...diagnostics.filter((found) => !ofUpdates.has(found)),
    strayLive.at({ file, ...location }, { what: "update", ...where }),
  ];
}

function isBefore(one: SourceLocation, other: SourceLocation): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

/** The kind that stands in the front matter, if one does. */
export function writtenKind({ value }: YamlDocument): string | undefined {
  const kind = value["kind"];
  return kind === undefined || kind === null ? undefined : String(kind);
}

function strayEnd({ ended }: LiveFront, document: YamlDocument, file: string): Diagnostic[] {
  if (ended === undefined) return [];
  const location = { file, ...document.locationOfKey(["ended"]) };
  return [strayLive.at(location, { what: "end", written: writtenKind(document) })];
}

function orderDiagnostics(
  { date, ended }: LiveFront,
  updates: readonly LiveUpdate[],
  document: YamlDocument,
  file: string,
): Diagnostic[] {
  const diagnostics = updates.flatMap(({ instant, line, column, length }) => {
    const at = { file, line, column, length };
    if (instant < date.instant)
      return orderRule.at(at, { is: "update-before-article", date: iso(date.instant) });
    if (ended === undefined || instant <= ended) return [];
    return orderRule.at(at, { is: "update-after-end", ended: iso(ended) });
  });
  if (ended !== undefined && ended < date.instant) {
    const details = {
      is: "before-article",
      name: "`ended`",
      line: `ended: ${iso(date.instant)}`,
    } as const;
    diagnostics.push(orderRule.at({ file, ...document.locationOf(["ended"]) }, details));
  }
  return diagnostics;
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000", "");
}
