import type { Root } from "hast";
import type { BodyDiagnostic, BodyTargets } from "../body.ts";
import type { MarkedSource } from "../marked-source.ts";
import type { Locator } from "../node-location.ts";
import type { BodyFormat } from "../../domain/body.ts";
import type { SourceLocation } from "../../domain/source-location.ts";

/** What a transform of the parsed tree may know. */
export interface ParseContext {
  format: BodyFormat;
  /** The whole file that the tree was parsed from. */
  source: string;
  /** What of it was parsed, with the marks that were put into it; in a faulty `.mdx` the faults are masked. */
  marked: MarkedSource;
  locator: Locator;
  /** Whether the same source was parsed before, so that nothing is reported that only the check asks for. */
  isChecked: boolean;
  report(diagnostic: BodyDiagnostic): void;
  /** Whether a problem of this code has been reported at this place. */
  isTold(code: string, location: SourceLocation): boolean;
}

/** A step from the parser's tree to the body's tree; changes the tree in place. */
export type ParseTransform = (tree: Root, context: ParseContext) => void;

/** A step from the body's tree to one of its forms; changes the tree in place. */
export type RenderTransform = (tree: Root, targets: BodyTargets) => void;
