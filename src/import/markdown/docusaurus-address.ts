import { folderOf, nameOf } from "../../domain/path-parts.ts";

/** What the path of a post says: its day, its last part, and the end of its address. */
export interface PostPath {
  date?: string;
  text: string;
  slug: string;
}

/** Reads the path of a post below the folder of its blog: the day may be in the name or in folders. */
export function postPath(path: string): PostPath {
  const stem = path.replace(/\.mdx?$/, "").replace(/\/index$/, "");
  // The last one counts, and may begin within another: `2019/06/2019-06-08-name`.
  const match = [...stem.matchAll(/(?=(\d{4}[-/]\d{1,2}[-/]\d{1,2}))/g)].at(-1);
  if (match === undefined) return { text: stem, slug: `/${stem}` };
  const { 1: date = "" } = match;
  const text = stem.slice(match.index + date.length).replace(/^[-/]/, "");
  const slug = `/${date.replaceAll("-", "/")}/${stem.slice(0, match.index)}${text}`;
  return { date: date.replaceAll("/", "-"), text, slug };
}

/** The end of the address of a document below the folder of the documents. */
export function documentSlug(path: string, { slug, id }: { slug?: string; id?: string }): string {
  if (slug?.startsWith("/") === true) return slug;
  const folder = folderOf(path);
  const name = nameOf(path).replace(/\.mdx?$/, "");
  const parts = folder.split("/").filter((part) => part !== "");
  const above = ["", ...parts.map(withoutNumber), ""].join("/");
  const isIndex = ["index", "readme", parts.at(-1)?.toLowerCase()].includes(name.toLowerCase());
  if (slug === undefined && isIndex) return above;
  return new URL(
    encodePath(slug ?? id ?? withoutNumber(name)),
    `http://a${encodePath(above)}`,
  ).pathname
    .split("/")
    .map(decodeURIComponent)
    .join("/");
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A name without the number that orders it among others: `01-start`. */
function withoutNumber(name: string): string {
  if (/^\d+[-_.]\d+/.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name;
}
