import type { CheckedArticle } from "./article-rule.ts";

/** The keys of a lead picture, in the order in which they are added. */
const KEYS = ["src", "alt", "caption", "credit"] as const;

/**
 * The lead picture of an article as its author wrote it, with one part more, or with another in the place of an empty one:
 * all of it, as lines that are typed in its place.
 */
export function imageWith(
  part: "alt" | "credit",
  value: string,
  { sourceOf, locationOfKey }: Pick<CheckedArticle, "sourceOf" | "locationOfKey">,
): string[] {
  const written = KEYS.flatMap((key) => {
    const source = sourceOf(["image", key]);
    return source === undefined || key === part ? [] : [{ key, source }];
  });
  const inOrder = written
    .map((one) => ({ ...one, location: locationOfKey(["image", one.key]) }))
    .sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
  const pairs = [...inOrder, { key: part, source: value }].map(
    ({ key, source }) => `${key}: ${source}`,
  );
  return sourceOf(["image"])?.startsWith("{") === true
    ? [`image: { ${pairs.map(onOneLine).join(", ")} }`]
    : ["image:", ...pairs.flatMap((pair) => pair.split("\n")).map((line) => `  ${line}`)];
}

function onOneLine(text: string): string {
  return text.replaceAll(/(?<!\s)\s*\n\s*/g, " ");
}
