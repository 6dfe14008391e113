import { rule as missingSiteRule } from "../checks/content/missing-site.ts";
import { rule as codeRule } from "../checks/reference/code.ts";
import { rule as typeRule } from "../checks/reference/type.ts";
import { rule as languageRule } from "../checks/site/language.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { composed } from "../domain/composed.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { Site } from "../domain/publication.ts";
import { partsShape } from "../site/parts-schema.ts";
import type { PartsFile } from "../site/parts-schema.ts";
import { checkSchema, switchesFrom } from "../checks/switches.ts";
import type { RuleSwitches } from "../checks/switchable.ts";
import { siteSchema } from "../site/site-schema.ts";
import { siteFileSchema } from "./schemas/site-file-schema.ts";
import type { SiteFile } from "../site/site-schema.ts";
import { siteFrom } from "../site/site.ts";
import { hasMessages } from "../i18n/languages.ts";
import type { ContentFiles } from "./content-lists.ts";
import { missingFromNothing } from "./yaml/parse-or-explain.ts";
import { readDataFile } from "./read-data-files.ts";
import { siteImagesOf } from "./site-images.ts";
import type { SiteImage } from "./site-images.ts";
import { readWords } from "./messages-file.ts";

/** What `site.yaml` gives, and `words.yaml` with it. */
export interface ParsedSite {
  /** Absent where the file cannot be used. */
  validSite?: Site;
  /** With what had to be assumed. */
  site: Site;
  images: SiteImage[];
  /** What `public` lists: files of `public/` that have the owner's leave, and folders, which end in a slash. */
  allowed: readonly string[];
  /** The looks and parts of the publication's own that it lists. */
  parts: Partial<PartsFile>;
  /** What it switches of the check. */
  switches: RuleSwitches;
  /** The media store, as it is written; absent where none is named. */
  media?: string;
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
  locationOfKey: (path: readonly PropertyKey[]) => SourceLocation;
}

/**
 * The publication's own card. Without a sound one nothing is published, but all the rest is checked in the same
 * run, by what can be taken from it.
 */
export function readSite(
  content: string,
  files: ContentFiles,
  diagnostics: Diagnostic[],
): ParsedSite {
  if (files.site === undefined) {
    const lines = (missingFromNothing(siteFileSchema, "site.yaml")?.keys ?? []).map(
      ({ line }) => line,
    );
    diagnostics.push(missingSiteRule.at({ file: "site.yaml", ...TOP }, { lines }));
    diagnostics.push(...readWords(content, files.words, ASSUMED_SITE.language).diagnostics);
    const site = siteFrom(ASSUMED_SITE);
    const nowhere = { locationOf: () => TOP, locationOfKey: () => TOP };
    return { site, images: [], allowed: [], parts: {}, switches: {}, ...nowhere };
  }
  const dataFile = readDataFile(content, files.site.file, siteFileSchema);
  diagnostics.push(...dataFile.diagnostics);
  const images = dataFile.document === undefined ? [] : siteImagesOf(dataFile.document);
  const { locationOf = () => TOP, locationOfKey = () => TOP } = dataFile.document ?? {};
  if (dataFile.value !== undefined) {
    const { value } = dataFile;
    const { words, ...found } = readWords(content, files.words, value.language);
    diagnostics.push(...found.diagnostics);
    const validSite = { ...siteFrom(value), ...(words === undefined ? {} : { words }) };
    const parts = partsOf((key) => value[key]);
    return {
      validSite,
      site: validSite,
      images,
      allowed: value.public,
      parts,
      switches: switchesFrom(value.check),
      locationOf,
      locationOfKey,
      ...(value.media === undefined ? {} : { media: value.media }),
    };
  }
  const { url, timezone, code, embeds, public: allowed } = siteSchema.shape;
  const of = dataFile.document?.value ?? {};
  const language = siteSchema.shape.language.safeParse(of["language"]).data;
  diagnostics.push(
    ...readWords(content, files.words, language ?? ASSUMED_SITE.language).diagnostics,
  );
  return {
    images,
    allowed: allowed.safeParse(of["public"]).data ?? ASSUMED_SITE.public,
    locationOf,
    locationOfKey,
    switches: switchesFrom(checkSchema.safeParse(of["check"]).data),
    parts: partsOf((key) => partsShape[key].safeParse(of[key]).data),
    site: siteFrom({
      ...ASSUMED_SITE,
      url: url.safeParse(of["url"]).data ?? ASSUMED_SITE.url,
      timezone: timezone.safeParse(of["timezone"]).data ?? ASSUMED_SITE.timezone,
      embeds: embeds.safeParse(of["embeds"]).data,
      code: code.safeParse(of["code"]).data ?? ASSUMED_SITE.code,
    }),
  };
}

/** The parts that are listed, by the value of each key. */
function partsOf(valueOf: (key: keyof PartsFile) => unknown): Partial<PartsFile> {
  const keys = Object.keys(partsShape) as (keyof PartsFile)[];
  const listed = keys.flatMap((key) => {
    const value = valueOf(key);
    return value === undefined ? [] : [[key, value]];
  });
  // Each value is what its schema gives.
  return Object.fromEntries(listed) as Partial<PartsFile>;
}

const ASSUMED_SITE: SiteFile = {
  name: "",
  url: { origin: "http://localhost", base: "/" },
  description: "",
  language: "en",
  timezone: "UTC",
  code: [],
  public: [],
};

const TOP: SourceLocation = { line: 1, column: 1 };

/** Entries under `code:` that are no articles in MDX. */
export function codeDiagnostics(
  site: Site,
  files: ContentFiles,
  locationOf: ParsedSite["locationOf"],
): Diagnostic[] {
  const known = files.articles
    .map(({ file }) => composed(file))
    .filter((file) => file.endsWith(".mdx"));
  return site.code.flatMap((file, index) => {
    if (known.includes(file)) return [];
    const at = { file: "site.yaml", ...locationOf(["code", index]) };
    return [codeRule.at(at, { file, near: nearestName(file, known) })];
  });
}

/** Font files under `type:` that are not in `public/`. */
export function typeDiagnostics(
  { theme }: Site,
  publicFiles: readonly string[],
  locationOf: ParsedSite["locationOf"],
): Diagnostic[] {
  return (["serif", "sans"] as const).flatMap((key) => {
    const choice = theme[key];
    if (choice.kind !== "file" || publicFiles.includes(`public${choice.path}`)) return [];
    const near = nearestName(`public${choice.path}`, publicFiles);
    const at = { file: "site.yaml", ...locationOf(["type", key]) };
    return [typeRule.at(at, { key, path: choice.path, near: near?.slice("public".length) })];
  });
}

/** A language that there are no words in for what surrounds the articles. */
export function languageDiagnostics(
  { language, words }: Site,
  locationOf: ParsedSite["locationOf"],
): Diagnostic[] {
  return words !== undefined || hasMessages(language)
    ? []
    : [languageRule.at({ file: "site.yaml", ...locationOf(["language"]) }, { language })];
}
