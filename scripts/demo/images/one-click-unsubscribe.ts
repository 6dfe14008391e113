import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { disc, polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A letter as large as a house, with a door in it that stands open. */
export const oneClickUnsubscribe: Image = {
  file: "articles/2026/09/one-click-unsubscribe.svg",
  draw: () => ({
    name: "door",
    title: "An open door in a large envelope",
    ...ILLUSTRATION,
    accent: "marketing",
    ground: "ground",
    marks: [...envelope(), ...door()],
  }),
};

const [LEFT, TOP, RIGHT, FOOT] = [240, 190, 1360, 930];

function envelope(): Mark[] {
  return [
    area("ink", rectangle(0, FOOT, 1600, 10)),
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, FOOT + 20, 1600, 120)),
    area("paper", rectangle(LEFT, TOP, RIGHT - LEFT, FOOT - TOP)),
    ruled("ink", { ...TONES.middle, angle: 30 }, polygon([LEFT, TOP], [800, 600], [LEFT, FOOT])),
    ruled("ink", { ...TONES.middle, angle: -30 }, polygon([RIGHT, TOP], [800, 600], [RIGHT, FOOT])),
    area("ink", polygon([LEFT, TOP], [RIGHT, TOP], [800, 640])),
    outline("paper", 8, polygon([LEFT + 30, TOP + 14], [RIGHT - 30, TOP + 14], [800, 612])),
    outline("ink", 14, rectangle(LEFT, TOP, RIGHT - LEFT, FOOT - TOP)),
  ];
}

/** Its light falls out of the letter. */
function door(): Mark[] {
  return [
    area("ink", rectangle(716, 676, 168, FOOT - 676)),
    area("accent", rectangle(732, 692, 136, FOOT - 692)),
    area("accent", polygon([732, FOOT + 10], [868, FOOT + 10], [1010, 1067], [660, 1067])),
    area("paper", polygon([884, 676], [990, 640], [990, 976], [884, FOOT])),
    outline("ink", 12, polygon([884, 676], [990, 640], [990, 976], [884, FOOT])),
    area("ink", disc(966, 812, 13)),
  ];
}
