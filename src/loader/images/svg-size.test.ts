import { expect, test } from "vitest";
import { growth } from "../../../tests/tools/counted-steps.ts";
import { SVG_SIZES, svgWith } from "../../../tests/fixtures/svg-sizes.ts";
import { sizedSvg } from "./svg-size.ts";

const sized = (source: string) => sizedSvg(Buffer.from(source));

test.each(SVG_SIZES)("a drawing with `$head` is $width by $height", ({ head, ...size }) => {
  expect(sized(svgWith(head))).toMatchObject(size);
});

test("its bytes say that size and nothing else of the kind; all that is not the root's tag stays", () => {
  const head = `width='50%' style="width:1px" data-width="7" viewBox="0 0 10 5"  height = "5"`;
  const source = `\ufeff<?xml version="1.0"?><!-- <svg> --><s:svg xmlns:s="http://www.w3.org/2000/svg" ${head} >\u00e9<rect width="1"/></s:svg>`;
  expect(sized(source)?.bytes.toString("utf8")).toBe(
    `\ufeff<?xml version="1.0"?><!-- <svg> --><s:svg xmlns:s="http://www.w3.org/2000/svg" style="width:1px" data-width="7" viewBox="0 0 10 5" width="10" height="5">\u00e9<rect width="1"/></s:svg>`,
  );
  expect(sized('<svg xmlns="http://www.w3.org/2000/svg"/>')?.bytes.toString()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"/>',
  );
});

test.each([
  "<svg width='1' height='1'/>",
  '<g xmlns="http://www.w3.org/2000/svg"/>',
  '<svg xmlns="http://www.w3.org/1999/xhtml"/>',
  '<x:svg xmlns="http://www.w3.org/2000/svg"/>',
  "<svg",
  "",
])("browsers draw nothing of %j", (source) => {
  expect(sized(source)).toBeUndefined();
});

test.each<[what: string, value: (size: number) => string]>([
  ["digits", (size) => "1".repeat(size)],
  ["blanks", (size) => " ".repeat(size)],
  ["blanks behind a digit", (size) => `1${" ".repeat(size)}x`],
])("%s in a long attribute take steps in proportion to their number", (_, value) => {
  const look = (size: number): void => {
    const long = value(size);
    sized(svgWith(`width="${long}" height="${long}" viewBox="${long}"${" ".repeat(size)}`));
  };
  expect(growth(look)).toBeLessThan(2.5);
});
