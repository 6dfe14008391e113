import { parseAgain } from "../loader/read-body.ts";
import type { DrawingSource, Image } from "../domain/publication.ts";
import { drawnOrder } from "../markdown/drawn-order.ts";
import { drawChart, SHEETS } from "../markdown/chart/draw-chart.ts";
import type { Drawing, Part } from "../markdown/chart/drawing.ts";
import { strokesOf } from "../markdown/chart/shapes.ts";
import { DRAWING_MARGIN } from "./drawn-images.ts";
import { outlinesOf } from "./letter-outlines.ts";

/** Letters of the one weight that the press's type is opened in are drawn so much bolder, in parts of their size. */
const STRONG = 0.035;

/**
 * The SVG of a drawing of the press, its letters as outlines. Reads the text that it stands in, and throws when that
 * is no longer the one that was checked.
 */
export function drawnBytes(source: DrawingSource, size: Image, content: string): Buffer {
  const { text, name, data, language, colours } = source;
  const options = drawnOrder(parseAgain(content, text), name, {
    language,
    data: data === undefined ? {} : { [data.src]: data.table },
  });
  if (options === undefined) throw new Error(`${text.file} has no drawing ${name} any more.`);
  return Buffer.from(drawingSvg(drawChart(options, SHEETS.column), size, colours));
}

/** A drawing as a file of its own, in colours of its own. */
function drawingSvg(
  drawing: Drawing,
  { width, height }: Pick<Image, "width" | "height">,
  colours: DrawingSource["colours"],
): string {
  const parts = drawing.parts.map((part) =>
    part.kind === "words" ? words(part, drawing, colours) : strokes(part, colours),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-DRAWING_MARGIN} ${-DRAWING_MARGIN} ${width} ${height}">`,
    `<path fill="${colours.paper}" d="M${-DRAWING_MARGIN} ${-DRAWING_MARGIN}h${width}v${height}h${-width}z"/>`,
    ...parts.filter((part) => part !== ""),
    "</svg>\n",
  ].join("\n");
}

function strokes(part: Part, colours: DrawingSource["colours"]): string {
  return strokesOf(part)
    .map(({ role, d, width, dash }) =>
      width === undefined
        ? `<path fill="${colours[role]}" d="${d}"/>`
        : `<path fill="none" stroke="${colours[role]}" stroke-width="${width}"${dash === undefined ? "" : ` stroke-dasharray="${dash}"`} d="${d}"/>`,
    )
    .join("");
}

function words(
  { at: [x, y], text, size, anchor, role, strong }: Extract<Part, { kind: "words" }>,
  { fromRight = false }: Drawing,
  colours: DrawingSource["colours"],
): string {
  const outlines = outlinesOf(text, size);
  if (outlines === undefined) return "";
  const before = { start: fromRight ? 1 : 0, middle: 0.5, end: fromRight ? 0 : 1 }[anchor];
  const left = x - outlines.width * before;
  const bolder =
    strong === true
      ? ` stroke="${colours[role]}" stroke-width="${(size * STRONG).toFixed(2)}"`
      : "";
  return `<path fill="${colours[role]}"${bolder} transform="translate(${left.toFixed(2)} ${y.toFixed(2)})" d="${outlines.d}"/>`;
}
