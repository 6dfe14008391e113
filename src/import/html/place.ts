import type { Element, ElementContent } from "hast";
import type { Conversion } from "./conversion.ts";

/** What blocks stand in, and how those within them are made. */
export interface Place {
  conversion: Conversion;
  /** Whether components may stand here: not within most of them. */
  allowsComponents: boolean;
  /** Whether headings may: not within components. */
  allowsHeadings: boolean;
  /** Whether no component is around at all. */
  isOutside: boolean;
  /** The blocks that nodes make, each with these elements of running text around its words. */
  blocksOf: (
    nodes: readonly ElementContent[],
    place: Place,
    around?: readonly Element[],
  ) => ElementContent[];
}

/** What an element becomes; `dissolve` for one that only ends the paragraphs around it. */
export type BlockKind = (
  node: Element,
  place: Place,
  around: readonly Element[],
) => ElementContent[] | "dissolve";

/** A place within a component. */
export function withinComponent(place: Place, allowsComponents = false): Place {
  return { ...place, allowsComponents, allowsHeadings: false, isOutside: false };
}

/** Nodes with these elements around them, the first the outermost. */
export function wrapped(
  nodes: readonly ElementContent[],
  around: readonly Element[],
): ElementContent[] {
  return around.reduceRight<ElementContent[]>(
    (inner, mark) => [{ ...mark, children: inner }],
    [...nodes],
  );
}
