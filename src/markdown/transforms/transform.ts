import type { Root } from "hast";
import type { BodyProblem, BodyTargets } from "../body.ts";
import type { Locator } from "../places.ts";
import type { BodyFormat } from "../../domain/body.ts";

/** What a transform of the parsed tree may know. */
export interface ParseContext {
  format: BodyFormat;
  /** The whole file that the tree was parsed from. */
  source: string;
  locator: Locator;
  /** Whether the same source was parsed before, so that nothing is reported that only the check asks for. */
  isChecked: boolean;
  report(problem: BodyProblem): void;
}

/** A step from the parser's tree to the body's tree; changes the tree in place. */
export type ParseTransform = (tree: Root, context: ParseContext) => void;

/** A step from the body's tree to one of its forms; changes the tree in place. */
export type RenderTransform = (tree: Root, targets: BodyTargets) => void;
