import type { Element, ElementContent, Properties } from "hast";
import { element, textNode } from "../tree.ts";
import type { Drawing, Part, Role } from "./drawing.ts";
import { short, strokesOf } from "./shapes.ts";
import type { Stroke } from "./shapes.ts";

/**
 * A drawing as an SVG element, for pages: its colours and its type come from the style sheet, by class. Without one it is
 * in tones of the colour of the text around it, on any ground, and its words are apart where only text is left of it.
 */
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
      fill: "currentColor",
      // Letters of another typeface may be wider than those that it was measured for.
      overflow: "visible",
    },
    // Words last, so that nothing is drawn over them.
    [...joined(parts.flatMap(strokesOf)).map(pathElement), ...parts.flatMap(wordNodes)],
  );
}

/** What stands for a colour, where nothing else tells colours apart, by how strong it is. */
const TONES: Partial<Record<Role, number>> = { accent: 0.8, quiet: 0.7, rule: 0.3 };

function toneOf(role: Role): Properties {
  const opacity = TONES[role];
  return opacity === undefined ? {} : { opacity: String(opacity) };
}

function wordNodes(part: Part): ElementContent[] {
  if (part.kind !== "words") return [];
  const { at, text, size, anchor, role, strong } = part;
  const className = [`chart-${role}`, ...(strong === true ? ["chart-strong"] : [])];
  const properties = {
    className,
    x: short(at[0]),
    y: short(at[1]),
    fontSize: short(size),
    ...(strong === true ? { fontWeight: "600" } : {}),
    ...toneOf(role),
    ...(anchor === "start" ? {} : { textAnchor: anchor }),
  };
  return [element("text", properties, [textNode(text)]), textNode(" ")];
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
      ...toneOf(role),
      ...(width === undefined
        ? filling(role)
        : { fill: "none", stroke: "currentColor", strokeWidth: String(width) }),
      ...(dash === undefined ? {} : { strokeDashArray: dash.split(" ") }),
    },
    [],
  );
}

/**
 * Paper hides what is behind it where its colour is known; where not, there is none. Said on each path: programs that
 * take style sheets away draw only the edges of one with a class alone.
 */
function filling(role: Role): Properties {
  return { fill: role === "paper" ? "none" : "currentColor" };
}
