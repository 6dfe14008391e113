import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../tests/structure/project-files.ts";
import { printed } from "../drawing/sheet.ts";
import { ALL_IMAGES } from "./all-images.ts";
import type { Image, Typefaces } from "./image.ts";
import { openTypefaces } from "./typefaces.ts";

let faces: Typefaces;

beforeAll(async () => {
  faces = await openTypefaces((path) => readFileSync(path));
});

function drawn({ draw }: Image): string {
  return printed(draw(faces));
}

describe.each(ALL_IMAGES)("$file", (image) => {
  test("is in the publication as it is drawn: if not, `npm run draw` writes it", () => {
    const path = join(ROOT, "content", image.file);
    const kept = existsSync(path) ? readFileSync(path, "utf8") : "";
    expect(kept === drawn(image), "Run `npm run draw` and commit what it writes.").toBe(true);
  });

  test("has a title, no text, and no more bytes than a page can spare", () => {
    const svg = drawn(image);
    expect(svg).toMatch(/<title>[^<]+<\/title>/);
    expect(svg).not.toContain("<text");
    expect(svg.length).toBeLessThan(30_000);
  });
});

test("no two pictures share a file or the beginning of their ids", () => {
  const names = ALL_IMAGES.map(({ draw }) => draw(faces).name);
  const files = ALL_IMAGES.map(({ file }) => file);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(files).size).toBe(files.length);
});

test("the icon is small enough to be sent with every page", () => {
  const icon = ALL_IMAGES.find(({ file }) => file === "icon.svg");
  expect(icon === undefined ? Infinity : drawn(icon).length).toBeLessThan(1500);
});
