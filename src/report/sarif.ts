import type { Diagnostic, Severity } from "../domain/diagnostic.ts";
import type { SourceEdit } from "../domain/source-edit.ts";
import { located } from "./report.ts";

/** What SARIF calls what a diagnostic weighs. */
const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  hint: "note",
};

/** A rule as far as SARIF tells of it. */
export interface SarifRule {
  code: string;
  summary: string;
  severity: Severity;
}

/** What a log tells besides diagnostics. */
export interface SarifContext {
  /** Stet's. */
  version: string;
  rules: readonly SarifRule[];
  /** Stands before paths of files, from the root of the repository: `site/content/`. */
  root: string;
  /** Stands before paths in messages, as they are typed: `content/`. */
  prefix: string;
  /** Digests a text, in hex. */
  digestOf: (text: string) => string;
}

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Uri that paths begin at: the root of the repository, wherever that is. */
const ROOT = "%SRCROOT%";

/**
 * Diagnostics as a log of SARIF 2.1.0 (OASIS Standard): code hosts show them beside the lines, and know one again that has
 * moved to another line by its fingerprint.
 */
export function sarifLog(diagnostics: readonly Diagnostic[], context: SarifContext): string {
  const { rules, version } = context;
  const indices = new Map(rules.map(({ code }, index) => [code, index]));
  const seen = new Map<string, number>();
  const results = diagnostics.map((found) => {
    const { message, fix, edits } = located(found, context.prefix);
    const identity = JSON.stringify([found.code, found.file, message]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const index = indices.get(found.code);
    return {
      ruleId: found.code,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: LEVELS[found.severity],
      message: { text: `${message}\n${fix}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(found.file, context),
            region: regionOf(found),
          },
        },
      ],
      partialFingerprints: { "stetDiagnostic/v1": context.digestOf(`${identity} ${count}`) },
      ...(edits === undefined || edits.length === 0
        ? {}
        : {
            fixes: [
              {
                description: { text: fix },
                artifactChanges: changesOf(found.file, edits, context),
              },
            ],
          }),
    };
  });
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Stet",
            version,
            rules: rules.map(({ code, summary, severity }) => ({
              id: code,
              shortDescription: { text: plain(summary) },
              fullDescription: { text: plain(summary) },
              help: { text: plain(summary), markdown: summary },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function regionOf({ line, column, length }: Diagnostic) {
  return {
    startLine: line,
    startColumn: column,
    ...(length === undefined ? {} : { endColumn: column + length }),
  };
}

/** Edits as SARIF has them, those of a file together. */
function changesOf(file: string, edits: readonly SourceEdit[], context: SarifContext) {
  return Array.from(
    Map.groupBy(edits, (edit) => edit.file ?? file),
    ([name, own]) => ({
      artifactLocation: artifact(name, context),
      replacements: own.map(({ start, end, text }) => ({
        deletedRegion: {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
        },
        insertedContent: { text },
      })),
    }),
  );
}

/** A file below the content folder, as a relative reference (RFC 3986, section 4.2). */
function artifact(file: string, { root }: SarifContext) {
  const path = file === "." ? root : `${root}${file}`;
  return { uri: path.split("/").map(encodeURIComponent).join("/") || "./", uriBaseId: ROOT };
}

function plain(summary: string): string {
  return summary.replaceAll("`", "");
}
