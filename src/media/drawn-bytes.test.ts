import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Publication } from "../domain/publication.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { drawnBytes } from "./drawn-bytes.ts";
import { drawnImages } from "./drawn-images.ts";
import { outlinesOf } from "./letter-outlines.ts";

const content = mkdtempSync(join(tmpdir(), "stet-drawn-"));
afterAll(() => rmSync(content, { recursive: true, force: true }));

const INLINE = `<Chart kind="column" title="T" alt="A." unit="%" columns={["Year", "Share"]} data={[["2025", 40], ["2026", 22]]} />`;
const FROM_FILE = `<Chart kind="bar" title="T" alt="A." src="./a.csv" />`;
const LINES = `<Chart kind="line" title="T" alt="A." columns={["Month", "a", "b"]} data={[["2025-11", 4, 1], ["2025-12", "", 2], ["2026-01", 3, ""]]} />`;
const TABLE = { columns: ["Łódź", "Доля"], rows: [{ name: "Ž", values: [3] }] };

/** The pictures of an article of this body, laid into the content folder. */
function imagesOf(body: string, changes: Partial<Publication> = {}) {
  const text = `---\ntitle: T\n---\n\n${body}\n`;
  const { metadata, diagnostics } = parseBody(text, "mdx");
  expect(diagnostics).toEqual([]);
  const digest = hash("sha256", text, "hex");
  const article = anArticle({ day: "2026-01-02", slug: "drawn", metadata, digest });
  mkdirSync(dirname(join(content, article.file)), { recursive: true });
  writeFileSync(join(content, article.file), text);
  const data = { "articles/2026/01/a.csv": TABLE };
  return drawnImages(article, aPublication([article], { data, ...changes })).map(
    ({ image }) => image,
  );
}

function svgOf([image]: ReturnType<typeof imagesOf>): string {
  if (image?.drawn === undefined) throw new Error("Nothing is drawn.");
  return drawnBytes(image.drawn, image, content).toString();
}

test("a drawing is an SVG of paths alone, as large as was said before it was made", async () => {
  const [image] = imagesOf(INLINE);
  const svg = svgOf(imagesOf(INLINE));
  expect(svg).not.toMatch(/<text|font|style|class/);
  const { width, height } = await sharp(Buffer.from(svg)).metadata();
  expect({ width, height }).toEqual({ width: image?.width, height: image?.height });
});

test("drawings that caches keep are drawn as they were: if not, raise the number in drawn-images.ts", () => {
  expect(svgOf(imagesOf(INLINE))).toMatchSnapshot("drawing 1");
  expect(hash("sha256", svgOf(imagesOf(FROM_FILE)), "hex")).toMatchSnapshot("drawing 1 of a file");
  expect(hash("sha256", svgOf(imagesOf(LINES)), "hex")).toMatchSnapshot("drawing 1 of lines");
});

test("its address follows from figures, language and colours, and not from the words around", () => {
  const digestOf = (...order: Parameters<typeof imagesOf>): string =>
    imagesOf(...order)[0]?.digest ?? "";
  const before = digestOf(INLINE);
  expect(digestOf(`Words.\n\n${INLINE.replace('title="T"', 'title="Another"')}`)).toBe(before);
  expect(digestOf(INLINE.replace("22", "23"))).not.toBe(before);
  expect(digestOf(INLINE.replace("column", "line"))).not.toBe(before);
  const { site } = aPublication([]);
  expect(digestOf(INLINE, { site: { ...site, language: "fr" } })).not.toBe(before);
  const accent = { light: "#123456", dark: "#abcdef" };
  const categories = [{ slug: "news", title: "News", order: 1, accent }];
  expect(digestOf(INLINE, { categories })).not.toBe(before);
  const other = { ...TABLE, rows: [{ name: "Ž", values: [4] }] };
  expect(digestOf(FROM_FILE, { data: { "articles/2026/01/a.csv": other } })).not.toBe(
    digestOf(FROM_FILE),
  );
});

test("figures that are not at hand are not drawn", () => {
  expect(imagesOf(FROM_FILE, { data: {} })).toEqual([]);
});

test("a text that was changed since the check is not drawn from", () => {
  const [image] = imagesOf(INLINE);
  imagesOf(`${INLINE}\n\nMore.`);
  expect(() => image?.drawn && drawnBytes(image.drawn, image, content)).toThrow("was changed");
});

test("letters are outlines of the press's own type, across its parts; of what it lacks there are none", () => {
  const plain = outlinesOf("40%", 15);
  expect(plain?.d).toMatch(/^M[\d.\- MLQCZ]+$/);
  expect(plain?.width).toBeCloseTo(15 * 2.2, -1);
  expect(outlinesOf("Łódź, Доля", 15)?.width).toBeGreaterThan(60);
  // A mark of direction has no form, and a blank that does not break is as wide as one that does.
  expect(outlinesOf("\u200e40\u00a0%", 15)).toEqual(outlinesOf("40 %", 15));
  expect(outlinesOf("مرحبا", 15)).toBeUndefined();
  expect(outlinesOf("2 年", 15)).toBeUndefined();
  expect(outlinesOf("", 15)).toBeUndefined();
});
