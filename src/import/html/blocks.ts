import type { Element, ElementContent } from "hast";
import { blockOf } from "./block-kinds.ts";
import { isBlockElement } from "./block-elements.ts";
import type { Conversion } from "./conversion.ts";
import { create, elementsIn, isNamed, valueOf } from "./html-nodes.ts";
import { wrapped } from "./place.ts";
import type { Place } from "./place.ts";
import { paragraphsOf, showsSomething } from "./running-text.ts";

/** The blocks of a whole text, or of one that may hold no components, such as a note. */
export function arrangedBlocks(
  nodes: readonly ElementContent[],
  conversion: Conversion,
  isPlain = false,
): ElementContent[] {
  return blocksOf(nodes, {
    conversion,
    allowsComponents: !isPlain,
    allowsHeadings: !isPlain,
    isOutside: !isPlain,
    blocksOf,
  });
}

/**
 * The blocks of a cleaned tree: paragraphs around all running text, and whole blocks beside each other. A block within
 * emphasis or a link is taken out of it and its words are put into a copy of it, so that no words are glued.
 */
function blocksOf(
  nodes: readonly ElementContent[],
  place: Place,
  around: readonly Element[] = [],
): ElementContent[] {
  const flow = new Flow(place);
  flow.add(nodes, around);
  return flow.end();
}

class Flow {
  readonly #place: Place;
  readonly #blocks: ElementContent[] = [];
  #run: ElementContent[] = [];
  /** Places that links lead to, before there is a block that they can stand in. */
  #targets: Element[] = [];

  constructor(place: Place) {
    this.#place = place;
  }

  /** Adds nodes with these elements around them. */
  add(nodes: readonly ElementContent[], around: readonly Element[]): void {
    for (const node of nodes) {
      if (node.type === "element" && isBlockElement(node.tagName)) {
        this.#flush();
        const made = blockOf(node, this.#place, around);
        // Blocks without a meaning of their own only end paragraphs.
        if (made === "dissolve") this.add(node.children, around);
        else for (const block of made) this.#push(block);
        this.#flush();
      } else if (node.type === "element" && holdsBlock(node)) {
        this.add(node.children, [...around, node]);
      } else this.#run.push(...wrapped([node], around));
    }
  }

  /** The blocks. */
  end(): ElementContent[] {
    this.#flush();
    const last = this.#blocks.at(-1);
    if (this.#targets.length > 0) {
      if (isNamed(last, "p")) last.children.push(...this.#targets);
      else this.#blocks.push(create("p", {}, this.#targets));
    }
    return this.#blocks;
  }

  #push(block: ElementContent): void {
    const index = block.type === "element" ? block.data?.headingIndex : undefined;
    if (index !== undefined) {
      const { headingsOfTargets } = this.#place.conversion;
      for (const target of this.#targets) headingsOfTargets.set(valueOf(target, "id"), index);
      this.#targets = [];
    }
    if (this.#targets.length > 0) this.#putTargets(block);
    const last = this.#blocks.at(-1);
    if (isNamed(last, "stet-block") && isNamed(block, "stet-block") && isSameLanguage(last, block))
      last.children.push(...block.children);
    else this.#blocks.push(block);
  }

  /** Puts waiting places at the beginning of a block, or before one that has no paragraph. */
  #putTargets(block: ElementContent): void {
    const paragraph = isNamed(block, "p")
      ? block
      : elementsIn(block).find((one) => isNamed(one, "p"));
    const isTable = isNamed(block, "table") || block.type === "component";
    if (paragraph === undefined || isTable) this.#blocks.push(create("p", {}, this.#targets));
    else paragraph.children.unshift(...this.#targets);
    this.#targets = [];
  }

  #flush(): void {
    const run = this.#run;
    this.#run = [];
    if (run.length === 0) return;
    for (const children of paragraphsOf(run)) {
      if (showsSomething(children)) this.#push(create("p", {}, children));
      else
        this.#targets.push(
          ...elementsIn({ type: "root", children }).filter((one) => isNamed(one, "stet-target")),
        );
    }
  }
}

/** Whether two blocks are of the same language or direction, so that one element can say so of both. */
function isSameLanguage(one: Element, other: Element): boolean {
  return (
    valueOf(one, "dataElement") === "div" &&
    ["dataElement", "lang", "dir"].every((name) => valueOf(one, name) === valueOf(other, name))
  );
}

const known = new WeakMap<Element, boolean>();

/** Whether a block stands somewhere in an element of running text. */
function holdsBlock(node: Element): boolean {
  let holds = known.get(node);
  if (holds === undefined) {
    holds = node.children.some(
      (one) => one.type === "element" && (isBlockElement(one.tagName) || holdsBlock(one)),
    );
    known.set(node, holds);
  }
  return holds;
}
