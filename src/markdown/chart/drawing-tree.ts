import type { Element } from "hast";
import { element, textNode } from "../tree.ts";
import type { Drawing, Part } from "./drawing.ts";
import { short, strokesOf } from "./shapes.ts";

/** A drawing as an SVG element, for pages: its colours and its type come from the style sheet, by class. */
export function drawingTree(
  { width, height, parts, fromRight = false }: Drawing,
  className: string,
  alt: string,
): Element {
  return element(
    "svg",
    {
      className: ["chart-drawing", className],
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      // The text around it may be in a language of its own, and words are set from where reading begins.
      direction: fromRight ? "rtl" : "ltr",
      role: "img",
      ariaLabel: alt,
    },
    parts.flatMap(partElements),
  );
}

function partElements(part: Part): Element[] {
  if (part.kind === "words") {
    const { at, text, size, anchor, role, strong } = part;
    const className = [`chart-${role}`, ...(strong === true ? ["chart-strong"] : [])];
    const properties = {
      className,
      x: short(at[0]),
      y: short(at[1]),
      fontSize: short(size),
      ...(anchor === "start" ? {} : { textAnchor: anchor }),
    };
    return [element("text", properties, [textNode(text)])];
  }
  return strokesOf(part).map(({ role, d, width, dash }) =>
    element(
      "path",
      {
        className: [`chart-${role}`],
        d,
        ...(width === undefined
          ? {}
          : { fill: "none", stroke: "currentColor", strokeWidth: String(width) }),
        ...(dash === undefined ? {} : { strokeDashArray: dash.split(" ") }),
      },
      [],
    ),
  );
}
