import { nameOf } from "../../domain/path-parts.ts";
import { DATA_ENDINGS, firstFile, readDataFile } from "./config-file.ts";
import type { SourceFolder } from "./source-folder.ts";
import { asValues, isTrue, isValues, mergedValues, textOf, textsOf, valuesOf } from "./values.ts";
import type { Value, Values } from "./values.ts";
import { trimmedEnd } from "./text-scan.ts";

const HUGO_CONFIGS = ["hugo", "config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`),
);

const HUGO_FOLDER = "config/_default/";

/** Whether a folder has a configuration of Hugo. */
export function hasHugoConfig(folder: SourceFolder): boolean {
  return (
    firstFile(folder, HUGO_CONFIGS) !== undefined ||
    folder.paths.some((path) => path.startsWith(HUGO_FOLDER))
  );
}

/** The configuration of a site of Hugo: that at the root, over it the files of `config/_default`. */
export function hugoConfig(folder: SourceFolder, faults: string[]): Values {
  const file = firstFile(folder, HUGO_CONFIGS);
  let config = file === undefined ? {} : readDataFile(folder, file, faults);
  for (const path of folder.paths) {
    const [name = "", ...endings] = nameOf(path).split(".");
    if (!path.startsWith(HUGO_FOLDER) || !DATA_ENDINGS.includes(endings.at(-1) ?? "")) continue;
    const values = readDataFile(folder, path, faults);
    const isWhole = name === "hugo" || name === "config";
    const language = endings.length > 1 ? endings[0] : undefined;
    const named = isWhole ? values : { [name]: values };
    config = mergedValues(
      config,
      language === undefined ? named : { languages: { [language]: named } },
    );
  }
  return config;
}

/** A language of a site of Hugo. */
export interface HugoLanguage {
  key: string;
  /** A language tag. */
  tag: string;
  /** `/fr`, or empty. */
  prefix: string;
  contentDir: string;
}

/** The languages of a site, that of its contents by default first. */
export function hugoLanguages(config: Values): HugoLanguage[] {
  const languages = valuesOf(config, "languages");
  const main = textOf(config, "defaultContentLanguage") ?? Object.keys(languages)[0] ?? "en";
  const contentDir = folderName(textOf(config, "contentDir")) ?? "content";
  const isBelow = isTrue(asText(config, "defaultContentLanguageInSubdir"));
  const keys = [main, ...Object.keys(languages).filter((key) => key !== main)];
  return keys.map((key) => {
    const own = asValues(languages[key]);
    const shared = key === main ? textOf(config, "languageCode", "locale") : undefined;
    return {
      key,
      tag: (textOf(own, "languageCode", "locale") ?? shared ?? key).replace("_", "-"),
      prefix: key === main && !isBelow ? "" : `/${key.toLowerCase()}`,
      contentDir: folderName(textOf(own, "contentDir")) ?? contentDir,
    };
  });
}

function folderName(written: string | undefined): string | undefined {
  return written?.replace(/^\.?\/|\/+$/g, "");
}

function asText(config: Values, key: string): string | undefined {
  return textOf(config, key);
}

/** The permalink pattern for texts of a section. */
export function sectionPattern(config: Values, section: string): string | undefined {
  const patterns = valuesOf(config, "permalinks");
  const page = patterns["page"];
  const within = isValues(page) ? { ...patterns, ...page } : patterns;
  const pattern: Value | undefined = within[section] ?? (section === "" ? within["/"] : undefined);
  return typeof pattern === "string" ? pattern : undefined;
}

/** The folders of a site's files that are published as they are. */
export function staticFolders(config: Values): string[] {
  const all = textsOf(config["staticDir"] ?? config["staticdir"]);
  return (all.length === 0 ? ["static"] : all).map((one) => trimmedEnd(one, "/"));
}

/** Plural names of taxonomies. */
export function taxonomies(config: Values): string[] {
  const written = config["taxonomies"];
  if (!isValues(written)) return ["categories", "tags"];
  return Object.values(written).filter((one): one is string => typeof one === "string");
}
