import { words } from "../drawing/lettering.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { beam, ellipse, line, Pen, polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image, Typefaces } from "./image.ts";

/** A closed gate with a sign on it stands on a road across open fields, and a track leads round it. */
export const robotsTxtAsks: Image = {
  file: "articles/2023/11/robots-txt-asks.svg",
  draw: (faces) => ({
    name: "gate",
    title: "A gate on a road, with no fence beside it",
    ...ILLUSTRATION,
    accent: "searchengines",
    ground: "ground",
    marks: [...fields(), ...road(), ...gate(faces)],
  }),
};

const HORIZON = 486;

/** Furrows, wider apart the nearer they are. */
function fields(): Mark[] {
  const furrows: Mark[] = [];
  for (let row = 0, y = HORIZON + 10; y < 1067; row += 1, y += 7 + row * 2.3) {
    furrows.push(outline("ink", 1.6 + row * 0.2, line([0, y], [1600, y])));
  }
  return [...poplars(), area("ink", rectangle(0, HORIZON - 6, 1600, 10)), ...furrows];
}

function poplars(): Mark[] {
  return [
    [64, 250],
    [140, 312],
    [210, 216],
    [1508, 150],
  ].flatMap(([x = 0, high = 0]) => [
    area("ink", rectangle(x - 3, HORIZON - 40, 6, 40)),
    area("ink", ellipse(x, HORIZON - 16 - high / 2, high * 0.26, high)),
  ]);
}

function road(): Mark[] {
  const way = polygon([290, 1067], [790, HORIZON], [810, HORIZON], [1150, 1067]);
  const track = new Pen()
    .move(1000, 1067)
    .curve([1130, 960], [1378, 970], [1378, 806])
    .curve([1378, 670], [1090, 640], [846, 556])
    .line([832, 536])
    .curve([1110, 610], [1492, 640], [1492, 806])
    .curve([1492, 950], [1330, 1000], [1240, 1067])
    .close()
    .shape();
  return [area("paper", way), area("paper", track)];
}

function gate({ sansBold }: Typefaces): Mark[] {
  const [left, right, top, foot] = [330, 1270, 470, 880];
  const bars = [0, 1, 2, 3, 4].map((bar) => top + 50 + bar * 72);
  return [
    area("ink", beam([left + 30, foot - 50], [right - 30, top + 60], 24)),
    ...bars.map((y) => area("ink", rectangle(left, y, right - left, 26))),
    ...[left + 10, right - 34].map((x) => area("ink", rectangle(x, top + 30, 26, 350))),
    ...[left - 60, right].map((x) => area("ink", rectangle(x, top - 40, 62, foot - top + 70))),
    ...[left - 70, right - 10].map((x) => area("ink", rectangle(x, top - 56, 82, 26))),
    area("ground", rectangle(510, 556, 580, 214)),
    area("accent", rectangle(522, 568, 556, 190)),
    words("paper", "Disallow: /", { face: sansBold, size: 92, x: 800, y: 695, align: "middle" }),
  ];
}
