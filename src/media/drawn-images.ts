import { nameOf } from "../domain/path-parts.ts";
import { hash } from "node:crypto";
import type { Article, StandingPage } from "../domain/article.ts";
import type { DrawnUse } from "../domain/body.ts";
import type { DataTable, DrawingSource, Image, Publication } from "../domain/publication.ts";
import { imageSource } from "../urls/image-source.ts";
import { drawChart, SHEETS } from "../markdown/chart/draw-chart.ts";
import { themeColours } from "../site/theme-css.ts";

/**
 * What besides figures, language and colours decides a drawing. The number rises with every change of
 * `src/markdown/chart/`, of the letters or of what is made of them that changes a drawing, so that caches which keep
 * an address for ever never hold two files of it.
 */
const DRAWING = `1 ${process.versions["cldr"] ?? ""}`;

/** What is kept free around a drawing, in its own units: readers of feeds set pictures on any ground. */
export const DRAWING_MARGIN = 20;

/** What a drawing has to know of its context. */
type Context = Pick<Publication, "site" | "categories" | "data">;

/** The pictures that the press draws for a text, with the names that its body asks for them by. */
export function drawnImages(
  text: Article | StandingPage,
  publication: Context,
): { name: string; image: Image }[] {
  return (text.metadata.drawn ?? []).flatMap((drawn) => {
    const image = drawnImage(drawn, text, publication);
    return image === undefined ? [] : [{ name: drawn.name, image }];
  });
}

/** The figures of the files that a text draws, by address as written. */
export function drawnData(
  { metadata, file }: Pick<Article, "metadata" | "file">,
  { data }: Pick<Publication, "data">,
): Record<string, DataTable> {
  const tables: Record<string, DataTable> = {};
  for (const { src } of metadata.drawn ?? []) {
    const table = src === undefined ? undefined : tableAt(src, file, data);
    if (src !== undefined && table !== undefined) tables[src] = table;
  }
  return tables;
}

function tableAt(src: string, file: string, data: Publication["data"]): DataTable | undefined {
  const source = imageSource(src, file);
  return source.kind === "file" ? data[source.file] : undefined;
}

function drawnImage(
  { name, kind, unit, src, height }: DrawnUse,
  text: Article | StandingPage,
  { site, categories, data }: Context,
): Image | undefined {
  const { file, format, digest } = text;
  const { language } = site;
  const table = src === undefined ? undefined : tableAt(src, file, data);
  const high =
    table === undefined
      ? height
      : drawChart({ kind, table, unit, language, fromRight: false }, SHEETS.column).height;
  if (high === undefined) return undefined;
  const section = "category" in text ? text.category : undefined;
  const accent = categories.find(({ slug }) => slug === section)?.accent?.light;
  const colours = themeColours(site.theme, "light");
  const source: DrawingSource = {
    text: { file, format, digest },
    name,
    ...(table === undefined || src === undefined ? {} : { data: { src, table } }),
    language,
    colours: { ...colours, accent: accent ?? colours.accent },
  };
  const stem = nameOf(file).replace(/\.[^.]*$/, "");
  return {
    file: `drawing:${stem}.svg`,
    // The text around the figures may change without a new drawing.
    digest: hash(
      "sha256",
      JSON.stringify([DRAWING, name, table ?? null, language, source.colours]),
      "hex",
    ),
    bytes: 0,
    width: SHEETS.column.width + 2 * DRAWING_MARGIN,
    height: Math.ceil(high) + 2 * DRAWING_MARGIN,
    type: "svg",
    drawn: source,
  };
}
