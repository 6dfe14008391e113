import { afterEach, expect, test, vi } from "vitest";
import { aImage } from "../../tests/fixtures/image-files.ts";
import { derivative, formatType } from "./derivative.ts";
import type { Derivative } from "./derivative.ts";

const ORDER = { width: 800, height: 533, format: "webp", framing: "scale" } as const;

afterEach(() => {
  vi.doUnmock("../../package.json");
  vi.resetModules();
});

test("a form has the name of its picture, a digest and its width", () => {
  expect(derivative(aImage(), ORDER).path).toMatch(/^\/media\/harbour\.[\da-f]{16}-800\.webp$/);
});

test("a form that is framed has both of its sides in its name", () => {
  const framed: Pick<Derivative, "width" | "height" | "format" | "framing"> = {
    width: 1200,
    height: 630,
    format: "jpg",
    framing: "pad",
  };
  expect(derivative(aImage(), framed).path).toMatch(/-1200x630\.jpg$/);
});

test("equal orders of equal pictures have one address", () => {
  expect(derivative(aImage(), ORDER).path).toBe(derivative(aImage(), ORDER).path);
});

test.each([
  ["other bytes", derivative(aImage({ digest: "other" }), ORDER)],
  ["another type", derivative(aImage({ digest: aImage().digest, type: "png" }), ORDER)],
  ["another width", derivative(aImage(), { ...ORDER, width: 480 })],
  ["another format", derivative(aImage(), { ...ORDER, format: "jpg" })],
  ["another framing", derivative(aImage(), { ...ORDER, framing: "pad" })],
])("with %s the address is another", (_, form) => {
  expect(form.path).not.toBe(derivative(aImage(), ORDER).path);
});

test("with another version of sharp every address is another", async () => {
  vi.resetModules();
  vi.doMock("../../package.json", () => ({ default: { dependencies: { sharp: "99.0.0" } } }));
  const other = await import("./derivative.ts");
  expect(other.RECIPE).toContain("99.0.0");
  expect(other.derivative(aImage(), ORDER).path).not.toBe(derivative(aImage(), ORDER).path);
});

test("each format has its media type", () => {
  expect((["webp", "jpg", "png"] as const).map(formatType)).toEqual([
    "image/webp",
    "image/jpeg",
    "image/png",
  ]);
});
