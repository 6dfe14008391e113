import { create } from "fontkit";
import type { Font, Path } from "fontkit";
import subsetFont from "subset-font";
import { short } from "./short-number.ts";

/** A letter's form: path data, a thousand units to the em, the base line at nought, down being more. */
export interface Letter {
  readonly key: string;
  readonly path: string;
}

/** Words as they are set: which letter stands where, in thousandths of the size from the start. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly letters: readonly { readonly letter: Letter; readonly at: number }[];
}

/** Letters of one weight. */
export interface Typeface {
  /** How wide words are, in thousandths of the size. Throws where the face lacks a letter. */
  width(words: string, tracking?: number): number;
  /** The letters of words, each with its place, in thousandths of the size. Throws where the face lacks one. */
  set(words: string, tracking?: number): Line["letters"];
}

const CHARACTERS =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
  "\u00a0£§·×÷éö–—‘’“”…−";

/**
 * Opens a variable font (WOFF2) at a place on its axes. `name` tells its letters from those of other faces.
 * Outlines instead of text make a picture look the same on every machine.
 */
export async function openTypeface(
  name: string,
  bytes: Buffer,
  axes: Readonly<Record<string, number>>,
): Promise<Typeface> {
  const cut = await subsetFont(bytes, CHARACTERS, {
    targetFormat: "truetype",
    variationAxes: axes,
  });
  const font = create(cut);
  if (!("layout" in font)) throw new Error(`${name} is a collection of fonts, not a font.`);
  return face(name, font);
}

function face(name: string, font: Font): Typeface {
  const scale = 1000 / font.unitsPerEm;
  const known = new Map<number, Letter>();
  const letterOf = (glyph: { id: number; path: Path }): Letter => {
    const { id, path } = glyph;
    const letter = known.get(id) ?? { key: `${name}${id}`, path: pathData(path, scale) };
    known.set(id, letter);
    return letter;
  };
  const laidOut = (words: string, tracking: number): { letters: Line["letters"]; end: number } => {
    const { glyphs, positions } = font.layout(words);
    const letters: { letter: Letter; at: number }[] = [];
    let at = 0;
    glyphs.forEach((glyph, index) => {
      if (glyph.id === 0) throw new Error(`${name} has no letter for all of “${words}”.`);
      const position = positions[index];
      if (glyph.path.commands.length > 0) {
        letters.push({
          letter: letterOf(glyph),
          at: Math.round(at + (position?.xOffset ?? 0) * scale),
        });
      }
      at += (position?.xAdvance ?? glyph.advanceWidth) * scale + tracking;
    });
    return { letters, end: at - tracking };
  };
  return {
    width: (words, tracking = 0) => laidOut(words, tracking).end,
    set: (words, tracking = 0) => laidOut(words, tracking).letters,
  };
}

/**
 * Path data of an outline, turned upside down, since fonts count upwards. Relative, in whole units; a curve that
 * goes on smoothly from the one before is written without its handle, which is most of a letter's length.
 */
function pathData(path: Path, scale: number): string {
  let data = "";
  let at: SourceLocation = [0, 0];
  let handle: SourceLocation | undefined;
  for (const { command, args } of path.commands) {
    if (command === "closePath") {
      data += "z";
      handle = undefined;
      continue;
    }
    const points = pairs(args, scale);
    const end = points.at(-1) ?? at;
    const [right, down] = [end[0] - at[0], end[1] - at[1]];
    if (command === "quadraticCurveTo") {
      const [wanted = at] = points;
      const smooth: SourceLocation = [2 * at[0] - (handle ?? at)[0], 2 * at[1] - (handle ?? at)[1]];
      const isSmooth =
        handle !== undefined &&
        Math.max(Math.abs(smooth[0] - wanted[0]), Math.abs(smooth[1] - wanted[1])) <= 1;
      data += isSmooth ? `t${row([right, down])}` : `q${relative(points, at)}`;
      handle = isSmooth ? smooth : wanted;
    } else {
      handle = undefined;
      if (command === "moveTo") data += `M${row(end)}`;
      else if (command === "bezierCurveTo") data += `c${relative(points, at)}`;
      else if (down === 0) data += `h${right}`;
      else data += right === 0 ? `v${down}` : `l${row([right, down])}`;
    }
    at = end;
  }
  return data;
}

type SourceLocation = readonly [x: number, y: number];

function pairs(args: readonly number[], scale: number): SourceLocation[] {
  const points: SourceLocation[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    points.push([
      Math.round((args[index] ?? 0) * scale),
      Math.round(-(args[index + 1] ?? 0) * scale),
    ]);
  }
  return points;
}

function relative(points: readonly SourceLocation[], [fromX, fromY]: SourceLocation): string {
  return row(points.flatMap(([x, y]) => [x - fromX, y - fromY]));
}

function row(values: readonly number[]): string {
  return values
    .map((value) => short(value, 0))
    .join(" ")
    .replaceAll(" -", "-");
}
