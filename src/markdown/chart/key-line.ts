import type { Part, Sheet } from "./drawing.ts";
import { textWidth, wrapped } from "./text-measure.ts";

/** What stands above a field: parts, and how much room they take. */
interface KeyLine {
  parts: Part[];
  height: number;
}

/** Lines that one name may have. */
const NAME_LINES = 2;

/** The names of the series above the field, each after a sample of how it is drawn; no room for one series alone. */
export function keyLine(
  names: readonly string[],
  sample: "box" | "run",
  { width, size }: Sheet,
): KeyLine {
  if (names.length < 2) return { parts: [], height: 0 };
  const parts: Part[] = [];
  const [swatch, apart, leading] = [sample === "box" ? size * 0.85 : size * 1.8, size * 1.4, 1.55];
  let [x, row] = [0, 0];
  names.forEach((name, series) => {
    const before = swatch + size * 0.45;
    const { lines } = wrapped(name, size, width - before, NAME_LINES);
    const taken = before + Math.max(...lines.map((line) => textWidth(line, size)));
    if (x > 0 && x + taken > width) [x, row] = [0, row + 1];
    const base = size * (1 + row * leading);
    if (sample === "box")
      parts.push({ kind: "box", series, x, y: base - swatch, width: swatch, height: swatch });
    else {
      const y = base - size * 0.35;
      parts.push(
        {
          kind: "run",
          series,
          points: [
            [x, y],
            [x + swatch, y],
          ],
        },
        { kind: "dot", series, at: [x + swatch / 2, y] },
      );
    }
    lines.forEach((text, line) =>
      parts.push({
        kind: "words",
        role: "ink",
        at: [x + before, base + size * line * leading],
        text,
        size,
        anchor: "start",
      }),
    );
    x += taken + apart;
    // A name of several lines is as wide as the field, so that none stands beside it.
    row += lines.length - 1;
  });
  return { parts, height: size * ((row + 1) * leading + 0.6) };
}
