import type { Element } from "hast";
import { element, textNode } from "../tree.ts";
import type { Drawing, Part } from "./drawing.ts";
import { short, strokesOf } from "./shapes.ts";
import type { Stroke } from "./shapes.ts";

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
    // Words last, so that nothing is drawn over them.
    [...joined(parts.flatMap(strokesOf)).map(pathElement), ...parts.flatMap(wordElements)],
  );
}

function wordElements(part: Part): Element[] {
  if (part.kind !== "words") return [];
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

/** The same strokes in fewer paths: those that follow each other and look alike are one. */
function joined(strokes: readonly Stroke[]): Stroke[] {
  const paths: Stroke[] = [];
  for (const stroke of strokes) {
    const last = paths.at(-1);
    if (last?.role === stroke.role && last.width === stroke.width && last.dash === stroke.dash)
      last.d += stroke.d;
    else paths.push({ ...stroke });
  }
  return paths;
}

function pathElement({ role, d, width, dash }: Stroke): Element {
  return element(
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
  );
}
