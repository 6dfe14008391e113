import { isTimezone } from "../../domain/dates.ts";
import { folderOf, nameOf } from "../../domain/path-parts.ts";
import { DATA_ENDINGS, firstFile, readDataFile } from "./config-file.ts";
import type { Generator, OpenGenerator, PlacedText, SourceText } from "./generator.ts";
import { pick } from "./values.ts";
import { cleanAddress, jekyllAddress, postTemplate, withEnding } from "./jekyll-address.ts";
import { jekyllDefaults } from "./jekyll-defaults.ts";
import { jekyllTitle } from "./jekyll-slug.ts";
import { isHtmlText } from "./source-folder.ts";
import { asValues, isFalse, isTrue, isValues, textOf, textsOf, valuesOf } from "./values.ts";
import type { Values } from "./values.ts";
import { localTime, readDate } from "./written-date.ts";
import type { DateZones } from "./written-date.ts";
import { trimmedEnd } from "./text-scan.ts";

export const JEKYLL_CONFIGS = ["_config.yml", "_config.yaml", "_config.toml"];

const DATED = /^(?:.*\/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)\.[^./]+$/;

/** Files that Jekyll never takes, and those of its own. */
const NOT_PUBLISHED =
  /(?:^|\/)[._#~]|^(?:Gemfile(?:\.lock)?|.*\.gemspec|package(?:-lock)?\.json|Rakefile)$/;

/** Reads the configuration of a site of Jekyll. */
export const openJekyll: OpenGenerator = (folder, faults) => {
  const file = firstFile(folder, JEKYLL_CONFIGS);
  const config = file === undefined ? {} : readDataFile(folder, file, faults);
  const notes: Generator["notes"] = [];
  const timezone = textOf(config, "timezone");
  const isKnown = timezone !== undefined && isTimezone(timezone);
  if (!isKnown)
    notes.push({
      ...(file === undefined ? {} : { file }),
      what:
        timezone === undefined
          ? "`timezone` is not set, so Jekyll used that of the machine; times without a zone are read as UTC"
          : `the time zone \`${timezone}\` is not known; times are read as UTC`,
    });
  const zone = isKnown ? timezone : "UTC";
  const zones: DateZones = { timezone: zone, local: zone, localWithSeconds: "UTC" };
  const site = new JekyllSite(config, zones);
  const url = textOf(config, "url");
  const base = site.base;
  const language = textOf(config, "lang", "language", "locale")?.replace("_", "-");
  return {
    system: "jekyll",
    site: {
      ...pick("title", textOf(config, "title", "name")),
      ...pick("description", textOf(config, "description", "tagline")),
      ...pick("url", url === undefined ? undefined : `${trimmedEnd(url, "/")}${base}/`),
      ...pick("language", language),
      ...(isKnown ? { timezone } : {}),
    },
    base,
    zones,
    menus: [],
    notes,
    variables: { site: config },
    spacedTags: true,
    authorFiles: ["authors", "author", "people"].flatMap((name) =>
      DATA_ENDINGS.map((ending) => `${textOf(config, "data_dir") ?? "_data"}/${name}.${ending}`),
    ),
    isText: (path) => site.typeOf(path) !== undefined,
    defaults: (path) => {
      const type = site.typeOf(path);
      return type === undefined ? {} : site.defaults(path, type);
    },
    place: (text) => site.place(text),
    fileAddresses: (path) => (site.isPublished(path) ? [`${base}/${path}`] : []),
    bundleOf: () => undefined,
    termAddress: () => undefined,
  };
};

class JekyllSite {
  readonly base: string;
  readonly #config: Values;
  readonly #zones: DateZones;
  readonly #style: string;
  readonly #collections: Values;
  readonly #folder: string;

  constructor(config: Values, zones: DateZones) {
    this.#config = config;
    this.#zones = zones;
    this.base = trimmedEnd(textOf(config, "baseurl") ?? "", "/").replace(/^(?=[^/])/, "/");
    this.#style = textOf(config, "permalink") ?? "date";
    this.#folder = (textOf(config, "collections_dir") ?? "").replace(/^\/|\/$/g, "");
    const written = config["collections"];
    this.#collections = isValues(written)
      ? written
      : Object.fromEntries(textsOf(written).map((name) => [name, {}]));
  }

  /** `posts`, `drafts`, `pages` or the name of a collection; undefined for a file that is no text of the site. */
  typeOf(path: string): string | undefined {
    if (/(?:^|\/)_posts\//.test(path)) return "posts";
    if (/(?:^|\/)_drafts\//.test(path)) return "drafts";
    const below = this.#inCollections(path);
    const name = /^_([^/]+)\//.exec(below)?.[1];
    if (name !== undefined && Object.hasOwn(this.#collections, name)) return name;
    if (isHtmlText(path) || NOT_PUBLISHED.test(path) || this.#isExcluded(path)) return undefined;
    return "pages";
  }

  #inCollections(path: string): string {
    const isBelow = this.#folder !== "" && path.startsWith(`${this.#folder}/`);
    return isBelow ? path.slice(this.#folder.length + 1) : path;
  }

  #isExcluded(path: string): boolean {
    return textsOf(this.#config["exclude"]).some((one) => {
      const name = one.replace(/\/$/, "");
      return path === name || path.startsWith(`${name}/`);
    });
  }

  isPublished(path: string): boolean {
    const isIncluded = textsOf(this.#config["include"]).some(
      (one) => path === one || path.startsWith(`${one.replace(/\/$/, "")}/`),
    );
    if (isIncluded) return true;
    const below = this.#inCollections(path);
    if (NOT_PUBLISHED.test(below.replaceAll(".well-known/", ""))) return false;
    return !this.#isExcluded(path);
  }

  defaults(path: string, type: string): Values {
    const over = type === "drafts" ? "posts" : type;
    return jekyllDefaults(this.#config, { path: this.#inCollections(path), type: over });
  }

  place(text: SourceText): ReturnType<Generator["place"]> {
    const { path, values, own } = text;
    const type = this.typeOf(path) ?? "pages";
    if (type === "pages") {
      if (!own.hasFrontMatter)
        return {
          leftOut: "it has no front matter, so Jekyll copied it without making a page of it",
        };
      return this.#page(text);
    }
    const dated = DATED.exec(path);
    if (type === "posts" && dated === null)
      return { leftOut: "its name does not begin with a date, so Jekyll did not read it" };
    const name = nameOf(path).replace(/\.[^.]+$/, "");
    const fileSlug = trimmedEnd(dated?.[2] ?? name, ".");
    const date = textOf(values, "date") ?? dated?.[1];
    const collection = asValues(this.#collections[type]);
    const isPost = type === "posts" || type === "drafts";
    if (!isPost && !isTrue(collection["output"]))
      return { leftOut: `the collection \`${type}\` was not published as pages` };
    const slug = textOf(values, "slug") ?? fileSlug;
    const special = path.search(/(?:^|\/)_(?:posts|drafts)\//);
    const pathCategories = isPost
      ? path
          .slice(0, special)
          .split("/")
          .filter((part) => part !== "")
      : [];
    const template = isPost
      ? postTemplate(textOf(valuesOf(this.#collections, "posts"), "permalink") ?? this.#style)
      : (textOf(collection, "permalink") ?? withEnding("/:collection/:path", this.#style));
    const stem = this.#inCollections(path).replace(/\.[^./]+$/, "");
    const below = isPost
      ? stem.slice(stem.search(/_(?:posts|drafts)\//)).replace(/^_[a-z]+/, "")
      : stem.slice(type.length + 1);
    const address = this.#address(textOf(values, "permalink") ?? postTemplate(template), {
      collection: isPost ? "posts" : type,
      basename: name,
      slug,
      path: trimmedEnd(below, "."),
      categories: [...new Set([...pathCategories, ...categoriesOf(values)])],
      date,
    });
    const isDraft = type === "drafts" ? "it lies in `_drafts`" : draftOf(values);
    return {
      kind: isPost || date !== undefined ? "article" : "page",
      ...pick("address", isDraft === undefined ? address : undefined),
      slug,
      ...pick("date", date),
      title: jekyllTitle(fileSlug),
      ...(isDraft === undefined ? {} : { draft: isDraft }),
      categories: pathCategories,
      ...(address === undefined
        ? {
            notes: [
              "its old address is not known: its permalink has a part that Jekyll does not have",
            ],
          }
        : {}),
    };
  }

  #address(
    template: string,
    parts: Omit<Parameters<typeof jekyllAddress>[1], "date"> & { date: string | undefined },
  ): string | undefined {
    const read = parts.date === undefined ? undefined : readDate(parts.date, this.#zones);
    const hasDate = read !== undefined && "date" in read;
    if (!hasDate && /:(?:[a-z_]*(?:year|month|day|week|hour|minute|second))/.test(template))
      return undefined;
    const date = hasDate ? localTime(read.date, this.#zones.timezone) : "1970-01-01T00:00:00";
    const address = jekyllAddress(template, { ...parts, date });
    return address === undefined ? undefined : `${this.base}${address}`;
  }

  #page({ path, values }: SourceText): PlacedText {
    const basename = nameOf(path).replace(/\.[^.]+$/, "");
    const folder = folderOf(path);
    const template =
      textOf(values, "permalink") ??
      (basename === "index" ? "/:path/" : withEnding("/:path/:basename", this.#style));
    const filled = template
      .replaceAll(":output_ext", ".html")
      .replaceAll(":path", folder)
      .replaceAll(":basename", basename);
    const date = textOf(values, "date");
    const draft = draftOf(values);
    return {
      kind: "page",
      ...(draft === undefined ? { address: `${this.base}${cleanAddress(filled)}` } : {}),
      slug: textOf(values, "slug") ?? (basename === "index" ? nameOf(folder) : basename),
      ...pick("date", date),
      title: jekyllTitle(basename === "index" ? nameOf(folder) : basename),
      ...(draft === undefined ? {} : { draft }),
    };
  }
}

function draftOf(values: Values): string | true | undefined {
  if (isFalse(values["published"])) return "`published` is false";
  return isTrue(values["draft"]) ? true : undefined;
}

/** Categories of front matter; a text of `categories` is one for each word, one of `category` is one. */
function categoriesOf(values: Values): string[] {
  const one = textsOf(values["category"]);
  const { categories } = values;
  const many =
    typeof categories === "string"
      ? categories.split(/\s+/).filter((word) => word !== "")
      : textsOf(categories);
  return [...new Set([...many, ...one])];
}
