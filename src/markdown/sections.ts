import type { Root } from "hast";
import { NO_TARGETS } from "./body.ts";
import type { BodyTree, BodyTargets } from "./body.ts";
import { updateContent, updateIn } from "./live-updates.ts";
import { opening } from "./opening.ts";
import { partedText, textOf } from "./text.ts";
import { headingDepth } from "./transforms/headings.ts";
import { stringProperty } from "./tree.ts";

/** The text of a body up to its next heading. */
export interface BodySection {
  /** Absent on what stands before the first heading. */
  heading?: { text: string; id: string };
  /** On one line, components included. */
  text: string;
  /** The data in it, likewise: what is found and not quoted. */
  data?: string;
}

/**
 * The text of the whole body, parted at the updates of a live blog, and at the headings that stand in no other block
 * but a component that made them; components say what they can with these targets.
 */
export function bodySections(body: BodyTree, targets: BodyTargets = NO_TARGETS): BodySection[] {
  const sections: BodySection[] = [];
  let heading: BodySection["heading"];
  let nodes: Root["children"] = [];
  const close = (): void => {
    const { prose, data } = partedText({ type: "root", children: nodes }, targets);
    if (heading !== undefined || prose !== "" || data !== "")
      sections.push(sectionOf(heading, prose, data));
  };
  for (const node of body.tree.children.flatMap(withHeadings)) {
    const found = updateIn(node);
    if (found !== undefined) {
      close();
      const { update } = found;
      const content = { type: "root" as const, children: updateContent(found.node) };
      const { prose, data } = partedText(content, targets);
      const text = update.title ?? opening(prose || data);
      sections.push(sectionOf({ text, id: update.id }, prose, data));
      heading = undefined;
      nodes = [];
      continue;
    }
    if (node.type !== "element" || headingDepth(node) === undefined) {
      nodes.push(node);
      continue;
    }
    close();
    heading = { text: textOf(node), id: stringProperty(node, "id") ?? "" };
    nodes = [];
  }
  close();
  return sections;
}

function sectionOf(heading: BodySection["heading"], text: string, data: string): BodySection {
  return {
    ...(heading === undefined ? {} : { heading }),
    text,
    ...(data === "" ? {} : { data }),
  };
}

/** The children of a component with headings, since the text goes on in them; any other node, and an update, as it is. */
function withHeadings(node: Root["children"][number]): Root["children"] {
  const isParted =
    node.type === "component" &&
    updateIn(node) === undefined &&
    node.children.some((child) => child.type === "element" && headingDepth(child) !== undefined);
  return isParted ? node.children : [node];
}
