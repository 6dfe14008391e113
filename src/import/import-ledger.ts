import { isDraftFile } from "./draft-files.ts";
import type { Archive, ArchiveReader } from "./archive.ts";
import { totalsOf } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedRedirects } from "./plan-redirects.ts";
import type { TextWriter } from "./text-writer.ts";

/** A note that begins with the path of a file, with its name alone: the ledger names no folder of this computer. */
function withoutFolder(note: string): string {
  return note.replace(/^(?:[A-Z]:\\|\/)[^:\n]*[\\/](?=[^\\/:\n]+\.[a-z]{2,5}[: ])/i, "");
}

/** What is to be said of files in `public/` that only drafts show. */
function draftFilesNote(count: number): string[] {
  return count === 0
    ? []
    : [
        `Films and recordings that only drafts show: ${count}. Players take them from \`public/\`, where anybody can load them who knows their address; the ledger lists them. Delete those that nobody should have.`,
      ];
}

/** What is to be said of categories and series that are not written. */
function unusedTerms({ terms: { unused } }: ImportPlan): string[] {
  if (unused.length === 0) return [];
  return [
    `Categories and series that no article has: ${unused.length}. Their pages would be empty, so they are not written; the ledger lists them.`,
  ];
}

/** What became of everything in an archive, when all of it is converted. */
export function ledgerOf({
  reader,
  archive,
  plan,
  redirects,
  writer,
  counted,
  notes,
}: {
  reader: ArchiveReader;
  archive: Archive;
  plan: ImportPlan;
  redirects: PlannedRedirects;
  writer: TextWriter;
  counted: Record<string, number>;
  notes: string[];
}): Ledger {
  const used = { ...archive.used };
  const leftOut = [...archive.leftOut];
  for (const { file, path, why = "" } of plan.files) {
    if (path !== undefined || file.counted === undefined) continue;
    used[file.counted] = (used[file.counted] ?? 0) - 1;
    const title = file.addresses[0] ?? file.key;
    leftOut.push({ kind: file.counted, key: file.key, title, why });
  }
  const { imported, leftOut: comments } = writer.comments;
  const isCounted = used["comment"] !== undefined;
  if (isCounted) used["comment"] = imported;
  for (const { text, id, why } of isCounted ? comments : [])
    leftOut.push({ kind: "comment", key: id, title: `of ${text}`, why });
  const closed = new Set(
    plan.files.filter((one) => isDraftFile(one, writer)).map(({ file }) => file.key),
  );
  return {
    system: reader.system,
    notes: [
      ...notes,
      ...(archive.notes ?? []).map(withoutFolder),
      ...draftFilesNote(closed.size),
      ...unusedTerms(plan),
    ],
    totals: totalsOf(counted, used, leftOut),
    texts: plan.texts.flatMap(({ text }) => writer.records.get(text.key) ?? []),
    files: plan.files.map(({ file, path, why }) => ({
      key: file.key,
      ...(path === undefined ? {} : { file: path }),
      ...(why === undefined ? {} : { why }),
      before: file.addresses.slice(0, 1),
      uses: writer.uses.get(file.key) ?? 0,
      ...(closed.has(file.key) ? { isOfDrafts: true as const } : {}),
    })),
    leftOut: [
      ...leftOut,
      ...plan.terms.unused.map((title) => ({
        kind: "empty",
        key: title,
        title,
        why: "is a category or series that no article has",
      })),
    ],
    forHost: redirects.forHost,
    comments: writer.comments,
  };
}
