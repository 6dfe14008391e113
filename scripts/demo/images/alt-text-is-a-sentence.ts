import { ruled, spansAt, TONES, without } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { disc, line, Pen, polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A framed landscape whose hills are lines of text, and whose sun is the full stop. */
export const altTextIsASentence: Image = {
  file: "articles/2023/12/alt-text-is-a-sentence.svg",
  draw: () => ({
    name: "frame",
    title: "A picture frame that holds lines of text",
    ...ILLUSTRATION,
    accent: "seo",
    ground: "ground",
    marks: [...hanging(), ...frame(), ...landscape(), ...label()],
  }),
};

const FRAME = { x: 250, y: 214, width: 1010, height: 716, bar: 88 };

function hanging(): Mark[] {
  const middle = FRAME.x + FRAME.width / 2;
  return [
    outline(
      "ink",
      5,
      line([FRAME.x + 200, FRAME.y], [middle, 84], [FRAME.x + FRAME.width - 200, FRAME.y]),
    ),
    area("ink", disc(middle, 84, 15)),
  ];
}

function frame(): Mark[] {
  const { x, y, width, height, bar } = FRAME;
  const [right, bottom] = [x + width, y + height];
  const [inX, inY, inRight, inBottom] = [x + bar, y + bar, right - bar, bottom - bar];
  const sides = [
    {
      angle: 90,
      tone: TONES.light,
      shape: polygon([x, y], [right, y], [inRight, inY], [inX, inY]),
    },
    {
      angle: 0,
      tone: TONES.middle,
      shape: polygon([x, y], [inX, inY], [inX, inBottom], [x, bottom]),
    },
    {
      angle: 0,
      tone: TONES.middle,
      shape: polygon([right, y], [right, bottom], [inRight, inBottom], [inRight, inY]),
    },
    {
      angle: 90,
      tone: TONES.dark,
      shape: polygon([x, bottom], [inX, inBottom], [inRight, inBottom], [right, bottom]),
    },
  ];
  return [
    area("ink", rectangle(x - 14, y - 14, width + 28, height + 28)),
    area("paper", rectangle(x, y, width, height)),
    ...sides.map(({ angle, tone, shape }) => ruled("ink", { ...tone, angle }, shape)),
    outline("ink", 5, line([x, y], [inX, inY])),
    outline("ink", 5, line([right, y], [inRight, inY])),
    outline("ink", 5, line([x, bottom], [inX, inBottom])),
    outline("ink", 5, line([right, bottom], [inRight, inBottom])),
    area("ink", rectangle(inX - 10, inY - 10, inRight - inX + 20, inBottom - inY + 20)),
    area("paper", rectangle(inX, inY, inRight - inX, inBottom - inY)),
  ];
}

/** Widths of words, one after the other. */
const WORDS = [92, 46, 124, 66, 30, 108, 52, 80, 142, 38, 64];

/** A hill, a farther one and the sky: each is set in its own weight of line. */
function landscape(): Mark[] {
  const [left, right] = [FRAME.x + FRAME.bar + 40, FRAME.x + FRAME.width - FRAME.bar - 40];
  const [top, bottom] = [FRAME.y + FRAME.bar + 34, FRAME.y + FRAME.height - FRAME.bar - 34];
  const sun = disc(left + 500, top + 102, 72);
  const halo = disc(left + 500, top + 102, 94);
  const near = new Pen()
    .move(left, bottom + 20)
    .line([left, top + 200])
    .curve([left + 60, top + 130], [left + 150, top + 120], [left + 230, top + 180])
    .curve([left + 360, top + 300], [left + 480, top + 390], [right, bottom - 40])
    .line([right, bottom + 20])
    .close()
    .shape();
  const far = new Pen()
    .move(left + 100, bottom)
    .curve([left + 300, top + 330], [left + 500, top + 180], [right, top + 220])
    .line([right, bottom])
    .close()
    .shape();
  const lines = { near: "", far: "", sky: "" };
  let word = 0;
  for (let y = bottom; y >= top; y -= 24) {
    const hill = spansAt(near, y);
    const farther = without(spansAt(far, y), hill);
    const sky = without([[left, right]], [...hill, ...farther, ...spansAt(halo, y)]);
    for (const [layer, spans, thick] of [
      ["near", hill, 13],
      ["far", farther, 8],
      ["sky", sky, 2.5],
    ] as const) {
      for (const [from, to] of spans) {
        for (let x = from === left ? from : from + 12; to - x > 12; word += 1) {
          const end = Math.min(x + (WORDS[word % WORDS.length] ?? 0), to);
          lines[layer] += rectangle(x, y - thick / 2, end - x, thick).path;
          x = end + 17;
        }
      }
    }
  }
  return [
    area("ink", { path: lines.sky + lines.far, rings: [] }),
    area("accent", { path: lines.near, rings: [] }),
    area("accent", sun),
  ];
}

function label(): Mark[] {
  return [
    area("paper", rectangle(1340, 812, 150, 104)),
    outline("ink", 5, rectangle(1340, 812, 150, 104)),
    area("accent", rectangle(1362, 836, 84, 12)),
    area("ink", rectangle(1362, 862, 106, 8)),
    area("ink", rectangle(1362, 882, 66, 8)),
  ];
}
