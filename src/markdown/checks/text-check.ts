import type { Root } from "hast";
import type { ParseContext } from "../transforms/transform.ts";
import type { WrittenText } from "../written-text.ts";

/** A rule about the running text of a block. */
export type TextCheck = (written: WrittenText, context: ParseContext) => void;

/** A rule about a whole body. */
export type BodyCheck = (tree: Root, context: ParseContext) => void;
