import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { beam, disc, line, polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A balance: one page on the left, weights on the right, and the beam is level. */
export const pageWeightIsABudget: Image = {
  file: "articles/2026/05/page-weight-is-a-budget.svg",
  draw: () => ({
    name: "balance",
    title: "A page and a row of weights in balance",
    ...ILLUSTRATION,
    accent: "seo",
    ground: "ground",
    marks: [...stand(), ...scale(330), ...scale(1270), ...page(), ...weights()],
  }),
};

const PAN = 760;

function stand(): Mark[] {
  return [
    area("ink", rectangle(784, 180, 32, 760)),
    area("ink", polygon([620, 960], [700, 916], [900, 916], [980, 960])),
    area("ink", rectangle(0, 956, 1600, 8)),
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, 972, 1600, 95)),
    area("ink", beam([310, 232], [800, 206], 16, 44)),
    area("ink", beam([1290, 232], [800, 206], 16, 44)),
    area("accent", disc(800, 206, 46)),
    area("ink", disc(800, 206, 16)),
  ];
}

function scale(x: number): Mark[] {
  return [
    outline("ink", 6, line([x - 250, PAN], [x, 236], [x + 250, PAN])),
    area("ink", rectangle(x - 276, PAN, 552, 26)),
    area(
      "ink",
      polygon([x - 150, PAN + 26], [x + 150, PAN + 26], [x + 60, PAN + 62], [x - 60, PAN + 62]),
    ),
  ];
}

function page(): Mark[] {
  const [left, top, wide, high] = [222, 450, 216, PAN - 450];
  return [
    area("paper", rectangle(left, top, wide, high)),
    outline("ink", 8, rectangle(left, top, wide, high)),
    area("accent", rectangle(left + 26, top + 30, wide - 52, 90)),
    ...[0, 1, 2, 3, 4].map((row) =>
      area("ink", rectangle(left + 26, top + 146 + row * 32, row === 4 ? 80 : wide - 52, 10)),
    ),
  ];
}

function weights(): Mark[] {
  return [
    [1052, 76, 70],
    [1146, 110, 104],
    [1276, 166, 168],
    [1460, 60, 54],
  ].flatMap(([x = 0, wide = 0, high = 0], index) => {
    const top = PAN - high;
    const shape = polygon(
      [x + wide * 0.08, top],
      [x + wide * 0.92, top],
      [x + wide, PAN],
      [x, PAN],
    );
    return [
      area("ink", disc(x + wide / 2, top - wide * 0.1, wide * 0.16)),
      area(index === 2 ? "accent" : "paper", shape),
      ...(index === 2 ? [] : [ruled("ink", { ...TONES.dark, angle: 60 }, shape)]),
      outline("ink", 8, shape),
    ];
  });
}
