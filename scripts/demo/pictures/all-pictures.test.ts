import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../tests/structure/project-files.ts";
import { printed } from "../drawing/sheet.ts";
import { ALL_PICTURES } from "./all-pictures.ts";
import type { Picture, Typefaces } from "./picture.ts";
import { openTypefaces } from "./typefaces.ts";

let faces: Typefaces;

beforeAll(async () => {
  faces = await openTypefaces((path) => readFileSync(path));
});

function drawn({ draw }: Picture): string {
  return printed(draw(faces));
}

describe.each(ALL_PICTURES)("$file", (picture) => {
  test("is in the publication as it is drawn: if not, `npm run draw` writes it", () => {
    const path = join(ROOT, "content", picture.file);
    const kept = existsSync(path) ? readFileSync(path, "utf8") : "";
    expect(kept === drawn(picture), "Run `npm run draw` and commit what it writes.").toBe(true);
  });

  test("has a title, no text, and no more bytes than a page can spare", () => {
    const svg = drawn(picture);
    expect(svg).toMatch(/<title>[^<]+<\/title>/);
    expect(svg).not.toContain("<text");
    expect(svg.length).toBeLessThan(30_000);
  });
});

test("no two pictures share a file or the beginning of their ids", () => {
  const names = ALL_PICTURES.map(({ draw }) => draw(faces).name);
  const files = ALL_PICTURES.map(({ file }) => file);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(files).size).toBe(files.length);
});

test("the icon is small enough to be sent with every page", () => {
  const icon = ALL_PICTURES.find(({ file }) => file === "icon.svg");
  expect(icon === undefined ? Infinity : drawn(icon).length).toBeLessThan(1500);
});
