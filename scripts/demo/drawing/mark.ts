import type { Role } from "./palette.ts";
import type { Shape } from "./shape.ts";
import type { Line } from "./typeface.ts";

/** One stroke of the press: what is put on the sheet, in one colour. */
export type Mark =
  | { readonly kind: "area"; readonly role: Role; readonly path: string }
  | {
      readonly kind: "lines";
      readonly role: Role;
      readonly path: string;
      readonly width: number;
      /** Ends and corners are round; otherwise ends are cut off, and corners sharp. */
      readonly round: boolean;
    }
  | { readonly kind: "words"; readonly role: Role; readonly line: Line }
  | { readonly kind: "group"; readonly transform: string; readonly marks: readonly Mark[] };

/** Fills a figure. Where it overlaps itself is a hole. */
export function area(role: Role, shape: Shape): Mark {
  return { kind: "area", role, path: shape.path };
}

/** Draws a figure's outline, `width` units wide. */
export function outline(role: Role, width: number, shape: Shape, round = false): Mark {
  return { kind: "lines", role, path: shape.path, width, round };
}

/** Moves, turns (degrees, clockwise) and then scales marks about their origin. */
export function placed(
  position: { x: number; y: number; turn?: number; scale?: number },
  ...marks: readonly Mark[]
): Mark {
  const { x, y, turn = 0, scale = 1 } = position;
  const parts = [`translate(${x} ${y})`];
  if (turn !== 0) parts.push(`rotate(${turn})`);
  if (scale !== 1) parts.push(`scale(${scale})`);
  return { kind: "group", transform: parts.join(" "), marks };
}
