import type { BodyFormat } from "../domain/body.ts";
import { placeholderIn } from "../domain/placeholder.ts";
import type { SourceEdit } from "../domain/source-edit.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic, Severity } from "../domain/diagnostic.ts";
import type { Example } from "./example.ts";
import type { Switchable } from "./switchable.ts";

/** How much breaking a rule weighs: everywhere the same, or by the ending of the file. */
export type Weight = Severity | Readonly<Record<BodyFormat, Severity>>;

/** For what can be left out safely: imported archives (`.md`) are full of it, and nobody knows how to mend it. */
export const STRICT_IN_MDX: Weight = { md: "warning", mdx: "error" };

/** What is wrong and why it matters, and what to do about it: a sentence or two each. */
export interface Explanation {
  message: string;
  /** Lines that are to be typed stand below it, each behind a line break. */
  fix: string;
  /** What takes the place of the marked characters, if that alone is the remedy and certainly meant, in this form. */
  replacement?: string | undefined;
  /** Where this breach weighs less than the others of its rule. */
  severity?: "warning" | "hint";
}

/** A place in a file of the content folder. */
export interface Location extends SourceLocation {
  /** Path below the content folder, with `/`. */
  file: string;
}

/** One rule of the check. Its file is `FAMILY/NAME.ts` after its code, and exports it as `rule`. */
export interface RuleDeclaration<Details> {
  /** Stable name of the diagnostic. */
  code: string;
  severity: Weight;
  /** What the rule asks for and why, in a sentence or two of docs/check.md. */
  summary: string;
  /** What an author is told; `details` are what the test found. */
  explain: (details: Details) => Explanation;
  /** A publication that breaks the rule; absent where none is known that does. */
  example?: Example;
  /** How a publication may switch it, in `site.yaml`; absent where the rule protects what is published. */
  switchable?: Switchable;
  /** Whether `check --fix` mends breaches of the rule: those that have one remedy which is certainly meant. */
  mends?: true;
  /** Codes of other rules that the example breaks as well, since this one is never broken alone. */
  comesWith?: readonly string[];
}

/** A rule that the module which sees its breach reports. */
export interface Rule<Details> extends RuleDeclaration<Details> {
  /** The diagnostic at a place; weighed by the ending of the file. */
  at: (location: Location, details: Details) => Diagnostic;
  /** The same in a text whose file is not known yet. */
  inBody: (
    location: SourceLocation,
    format: BodyFormat,
    details: Details,
  ) => Omit<Diagnostic, "file">;
}

/** A rule from its declaration. */
export function defineRule<Details = void>(declaration: RuleDeclaration<Details>): Rule<Details> {
  const inBody: Rule<Details>["inBody"] = (location, format, details) => {
    const { replacement, ...explained } = declaration.explain(details);
    const { lines = 1, ...place } = location;
    const isCertain = replacement !== undefined && lines === 1 && isFinished(replacement);
    return {
      ...place,
      code: declaration.code,
      severity: severityIn(declaration.severity, format),
      ...explained,
      // Without a length the place is about where the fault is, and nothing that could be replaced.
      ...(isCertain && place.length !== undefined
        ? { edits: [replacing(place, place.length, replacement)] }
        : {}),
    };
  };
  return {
    ...declaration,
    inBody,
    at: ({ file, ...location }, details) => ({
      ...inBody(location, file.endsWith(".md") ? "md" : "mdx", details),
      file,
    }),
  };
}

/** Whether a text can be written as it is: it takes the place of what stands on one line, and nothing is left to be filled in. */
function isFinished(text: string): boolean {
  return !/[\n\r]/.test(text) && placeholderIn(text) === undefined;
}

/** The edit that puts a text in the place of what a diagnostic marks. */
function replacing({ line, column }: SourceLocation, length: number, text: string): SourceEdit {
  return { start: { line, column }, end: { line, column: column + length }, text };
}

function severityIn(weight: Weight, format: BodyFormat): Severity {
  return typeof weight === "string" ? weight : weight[format];
}
