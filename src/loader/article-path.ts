import { nameOf } from "../domain/path-parts.ts";
import { rule as badNameRule } from "../checks/path/bad-name.ts";
import { rule as notInMonthRule } from "../checks/path/not-in-month.ts";
import { rule as reservedRule } from "../checks/path/reserved.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { addresses } from "../urls/hrefs.ts";
import { isReservedName } from "../urls/reserved-names.ts";
import { composed } from "../domain/composed.ts";
import type { Day } from "../domain/dates.ts";
import { isDeviceName, isHostsOwn, portableName } from "../domain/portable-name.ts";
import { isSlug, slugify } from "../domain/slug.ts";
import type { FreePath } from "./free-paths.ts";

/** What the path of an article says about it. */
export interface ArticlePath {
  year: string;
  month: string;
  slug: string;
  path: string;
}

const LONGEST_SLUG = 200;

/**
 * Reads `articles/YYYY/MM/slug.{mdx,md}`. The folder is part of the address and does not follow the date, so
 * that a corrected date breaks no link. `day` is that of the article, where it is known. Who is told to move is told of a
 * `free` path.
 */
export function articlePath(
  file: string,
  day?: Day,
  free: FreePath = asItIs,
): { parts?: ArticlePath; diagnostics: Diagnostic[] } {
  const parts = /^articles\/(\d{4})\/(0[1-9]|1[0-2])\/([^/]+)\.mdx?$/.exec(composed(file));
  if (parts === null) {
    const better = inMonth(file, day);
    const details = {
      better: better === undefined ? undefined : free(better, file),
      name: nameOf(file),
    };
    return { diagnostics: [notInMonthRule.at({ file, ...TOP }, details)] };
  }
  const [, year = "", month = "", slug = ""] = parts;
  const diagnostics = badName(file, slug, free);
  if (slug === INDEX_FILE)
    diagnostics.push(reserved(file, slug, addresses.article(year, month, slug), { free }));
  if (diagnostics.length > 0) return { diagnostics };
  return { parts: { year, month, slug, path: addresses.article(year, month, slug) }, diagnostics };
}

const TOP = { line: 1, column: 1 };

const asItIs: FreePath = (path) => path;

/** Where a file belongs by its path, which may hold its date as other generators write it, or by its article's day. */
function inMonth(file: string, day: Day | undefined): string | undefined {
  const [, year, month, rest = ""] =
    /^articles\/(\d{4})[/-](\d{1,2})(?:[/-]\d{1,2})?[/-]([^/]+)$/.exec(file) ?? [];
  const name = (year === undefined ? nameOf(file) : rest).replace(/^\d{4}-\d{2}-\d{2}-/, "");
  const written = year === undefined ? undefined : `${year}/${(month ?? "").padStart(2, "0")}`;
  const folder = /\/(?:0[1-9]|1[0-2])$/.test(written ?? "")
    ? written
    : day?.slice(0, 7).replace("-", "/");
  return folder === undefined ? undefined : `articles/${folder}/${name}`;
}

/**
 * The slug of a data file or a standing page, `authors/SLUG.yaml`; `topLevel` where it is a first part of addresses.
 * A faulty one is given too, so that who refers to it is not told that there is no such file.
 */
export function slugOf(
  file: string,
  topLevel: boolean,
  free: FreePath = asItIs,
): { slug: string; diagnostics: Diagnostic[] } {
  const name = composed(nameOf(file));
  const slug = name.replace(/\.(?:yaml|mdx?)$/, "");
  const diagnostics = badName(file, slug, free);
  if (file.split("/").length > 2) {
    const better = free(`${file.split("/")[0] ?? ""}/${name}`, file);
    diagnostics.push(badNameRule.at({ file, ...TOP }, { is: "folder", better }));
  }
  if (topLevel && isReservedName(slug))
    diagnostics.push(reserved(file, slug, `/${slug}/`, { free }));
  else if (topLevel && isHostsOwn(slug))
    diagnostics.push(reserved(file, slug, `/${slug}/`, { free, owner: "hosts" }));
  else if (slug === INDEX_FILE) diagnostics.push(reserved(file, slug, `…/${slug}`, { free }));
  return { slug, diagnostics };
}

/** The file that every page is; a page called so would take the place of the page above it. */
const INDEX_FILE = "index.html";

function reserved(
  file: string,
  slug: string,
  address: string,
  { free, owner = "press" }: { free: FreePath; owner?: "press" | "hosts" },
): Diagnostic {
  const better = free(renamed(file, `our-${slugify(slug)}`), file);
  return reservedRule.at({ file, ...TOP }, { address, owner, better });
}

function badName(file: string, slug: string, free: FreePath): Diagnostic[] {
  const isDevice = isDeviceName(slug);
  if (isSlug(slug) && slug.length <= LONGEST_SLUG && !isDevice) return [];
  const offered = isDevice
    ? portableName(slug)
    : // The language of the publication is not known yet, and with it not the word for the sign.
      slugify(slug.replaceAll("&", " "))
        .slice(0, LONGEST_SLUG)
        .replace(/(?<!-)-+$/, "");
  const better = free(renamed(file, offered), file);
  const details = { is: isDevice ? "device" : "address", better } as const;
  return [badNameRule.at({ file, ...TOP }, details)];
}

/** The path of a file with another name and its own ending. */
function renamed(file: string, slug: string): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}${slug}${file.slice(file.lastIndexOf("."))}`;
}
