import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A card index: one drawer is open, and full of cards. */
export const keepYourOwnCopy: Image = {
  file: "articles/2026/10/keep-your-own-copy.svg",
  draw: () => ({
    name: "cards",
    title: "An open drawer of a card index",
    ...ILLUSTRATION,
    accent: "social",
    ground: "ground",
    marks: [...cabinet(), ...open()],
  }),
};

function cabinet(): Mark[] {
  const drawers = Array.from({ length: 12 }, (_, index) => {
    const [x, y] = [96 + (index % 4) * 360, 70 + Math.floor(index / 4) * 320];
    const front = rectangle(x, y, 328, 288);
    return [
      area("ground", front),
      ...(index % 5 === 2 ? [ruled("ink", { ...TONES.light, angle: 90 }, front)] : []),
      area("paper", rectangle(x + 84, y + 66, 160, 66)),
      outline("ink", 7, rectangle(x + 84, y + 66, 160, 66)),
      area("ink", rectangle(x + 104, y + 92, 120, 12)),
      area("ink", rectangle(x + 124, y + 186, 80, 22)),
    ];
  });
  return [area("ink", rectangle(64, 38, 1472, 1029)), ...drawers.flat()];
}

/** The drawer stands out of the cabinet, so it is larger than the others and hides some of them. */
function open(): Mark[] {
  const [left, wide, front, high] = [388, 824, 640, 380];
  const cards = [7, 6, 5, 4, 3, 2, 1, 0].flatMap((card) => {
    const [x, y] = [left + 40 + card * 9, front - 60 - card * 46];
    const sheet = rectangle(x, y, wide - 80 - card * 18, 330);
    return [
      area(card === 3 ? "accent" : "paper", sheet),
      outline("ink", 7, sheet),
      area("ink", rectangle(x + 34, y + 18, card % 2 === 0 ? 260 : 180, 12)),
    ];
  });
  return [
    area("ink", rectangle(left - 8, front - 420, wide + 16, 440)),
    ...cards,
    area("ink", rectangle(left - 20, front, wide + 40, high)),
    area("ground", rectangle(left, front + 20, wide, high - 40)),
    ruled("ink", { ...TONES.middle, angle: 0 }, rectangle(left, front + 20, wide, high - 40)),
    area("paper", rectangle(left + 232, front + 80, 360, 120)),
    outline("ink", 10, rectangle(left + 232, front + 80, 360, 120)),
    area("ink", rectangle(left + 276, front + 116, 272, 16)),
    area("ink", rectangle(left + 276, front + 148, 180, 16)),
    area("ink", rectangle(left + 322, front + 258, 180, 40)),
  ];
}
