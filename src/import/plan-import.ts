import type { Instant } from "../domain/dates.ts";
import { dayOf, parseDate } from "../domain/dates.ts";
import { isHostsOwn } from "../domain/portable-name.ts";
import { addresses } from "../urls/hrefs.ts";
import { isReservedName } from "../urls/reserved-names.ts";
import type { Archive, ArchiveText } from "./archive.ts";
import { freeNames } from "./free-names.ts";
import type { ImportMap } from "./import-map.ts";
import { plannedAuthors } from "./planned-authors.ts";
import type { PlannedAuthors } from "./planned-authors.ts";
import { planFiles } from "./planned-files.ts";
import type { PlannedFile } from "./planned-files.ts";
import { byClaim, kindOf } from "./planned-text.ts";
import type { PlannedText } from "./planned-text.ts";
import { planTerms, withoutUnused } from "./planned-terms.ts";
import type { PlannedTerms } from "./planned-terms.ts";
import { textSlug } from "./text-slug.ts";

/** What the publication is called and where it is. */
export interface PlannedSite {
  name: string;
  /** Absolute, with a closing slash. */
  url: string;
  description: string;
  language: string;
  timezone: string;
}

/** Where everything of an archive goes. */
export interface ImportPlan {
  site: PlannedSite;
  texts: PlannedText[];
  authors: PlannedAuthors;
  terms: PlannedTerms & {
    /** Names of categories and series that no article has. */
    unused: string[];
  };
  files: PlannedFile[];
}

/** What an import decides besides the map. */
export interface PlanOptions {
  map: ImportMap;
  site: PlannedSite;
  /** Why files cannot be shown, by where their bytes are. */
  faults: ReadonlyMap<string, string>;
}

/** Plans the names and addresses of everything in an archive. Equal archives give equal plans. */
export function planImport(archive: Archive, { map, site, faults }: PlanOptions): ImportPlan {
  const { timezone, language } = site;
  const articles = archive.texts.filter((text) => kindOf(text) === "article");
  const terms = withoutUnused(planTerms(archive.terms, map, language), articles);
  const authors = plannedAuthors(archive, map, site);
  const last = lastDate(archive.texts, timezone);
  const topLevel = freeNames(terms.categories.keys());
  const perMonth = new Map<string, (wanted: string) => string>();
  const feedIds = new Set<string>();
  const feedIdOf = ({ feedId = "" }: ArchiveText): { feedId?: string } => {
    if (feedId.trim() === "" || feedIds.has(feedId)) return {};
    feedIds.add(feedId);
    return { feedId };
  };
  const planned = new Map<ArchiveText, PlannedText>();
  const plan = (text: ArchiveText): PlannedText => {
    const slug = textSlug(text, language);
    const kind = kindOf(text);
    if (kind === "page") {
      const isTaken = isReservedName(slug) || isHostsOwn(slug);
      const name = topLevel(isTaken ? `our-${slug}` : slug);
      return { text, kind, stem: `pages/${name}`, path: addresses.page(name), isDateMade: false };
    }
    const known = [text.date, text.modified].find(
      (date) => date !== undefined && parseDate(date, timezone) !== undefined,
    );
    const date = known ?? last;
    const day = parseDate(date, timezone)?.day ?? last;
    const [year = "", month = ""] = day.split("-");
    const folder = `articles/${year}/${month}`;
    const free = perMonth.get(folder) ?? freeNames();
    perMonth.set(folder, free);
    const name = free(slug);
    return {
      text,
      kind,
      stem: `${folder}/${name}`,
      path: addresses.article(year, month, name),
      date,
      ...feedIdOf(text),
      isDateMade: text.date === undefined || known !== text.date,
    };
  };
  for (const text of archive.texts.toSorted(byClaim)) planned.set(text, plan(text));
  const texts = archive.texts.flatMap((text) => planned.get(text) ?? []);
  return { site, texts, authors, terms, files: planFiles(archive.files, texts, faults) };
}

/** The day of the newest text: what stands for a date that nobody knows, so that every import gives the same. */
function lastDate(texts: readonly ArchiveText[], timezone: string): string {
  const instants = texts.flatMap(({ date = "", modified = "" }): Instant[] =>
    [date, modified].flatMap((written) => parseDate(written, timezone)?.instant ?? []),
  );
  const newest = instants.reduce((latest, one) => Math.max(latest, one), 0);
  return dayOf(newest, timezone);
}
