import { folderOf, nameOf } from "../../domain/path-parts.ts";
import type { Generator, SourceText } from "./generator.ts";
import { hugoPath, hugoPermalink } from "./hugo-address.ts";
import { hugoLanguages, sectionPattern, staticFolders, taxonomies } from "./hugo-config.ts";
import type { HugoLanguage } from "./hugo-config.ts";
import type { SourceFolder } from "./source-folder.ts";
import { isTrue, pick, textOf, textsOf, valuesOf } from "./values.ts";
import type { Values } from "./values.ts";
import { localTime, readDate } from "./written-date.ts";
import type { DateZones } from "./written-date.ts";
import { trimmedEnd } from "./text-scan.ts";

/** Sections that say no more than that their texts are articles. */
const PLAIN_SECTIONS = /^(?:posts?|blog|articles?)$/i;

/** The texts and files of a site of Hugo. */
export class HugoSite {
  readonly languages: HugoLanguage[];
  readonly base: string;
  readonly isUgly: boolean;
  /** Leaf bundles: the texts of folders. */
  readonly #bundles = new Map<string, string>();
  /** Folders that have a page of their own. */
  readonly #sections = new Set<string>();
  readonly #config: Values;
  readonly #zones: DateZones;
  readonly #isLower: boolean;

  constructor(folder: SourceFolder, config: Values, zones: DateZones) {
    for (const path of folder.paths)
      if (
        /^index(?:\.[\w-]+)?\.(?:md|markdown|mdx|html)$/.test(nameOf(path)) &&
        !this.#bundles.has(folderOf(path))
      )
        this.#bundles.set(folderOf(path), path);
    for (const path of folder.paths)
      if (/^_index(?:\.[\w-]+)?\.\w+$/.test(nameOf(path))) this.#sections.add(folderOf(path));
    this.#config = config;
    this.#zones = zones;
    this.languages = hugoLanguages(config);
    this.isUgly = isTrue(textOf(config, "uglyURLs"));
    this.#isLower = !isTrue(textOf(config, "disablePathToLower"));
    const url = textOf(config, "baseURL") ?? "";
    this.base = URL.canParse(url) ? trimmedEnd(decodeURI(new URL(url).pathname), "/") : "";
  }

  path(text: string): string {
    return hugoPath(text, this.#isLower);
  }

  /** The language of a text and its path in the contents; undefined for a file that lies outside of them. */
  languageOf(path: string): { language: HugoLanguage; rest: string } | undefined {
    const within = this.languages
      .filter(({ contentDir }) => path.startsWith(`${contentDir}/`))
      .toSorted((a, b) => b.contentDir.length - a.contentDir.length);
    const [language] = within;
    if (language === undefined) return undefined;
    const rest = path.slice(language.contentDir.length + 1);
    const [, stem, key, ending] = /^(.*)\.([\w-]+)(\.[^./]+)$/.exec(rest) ?? [];
    const named = this.languages.find((one) => one.key.toLowerCase() === key?.toLowerCase());
    if (named === undefined || stem === undefined || ending === undefined)
      return { language, rest };
    return { language: named, rest: stem + ending };
  }

  /** The leaf bundle that a file of the contents lies in. */
  bundleOf(path: string): { text: string; name: string } | undefined {
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
      const text = this.#bundles.get(folder);
      if (text !== undefined && text !== path) return { text, name: path.slice(folder.length + 1) };
    }
    return undefined;
  }

  fileAddresses(path: string): string[] {
    for (const folder of staticFolders(this.#config))
      if (path.startsWith(`${folder}/`)) return [`${this.base}/${path.slice(folder.length + 1)}`];
    const found = this.languageOf(path);
    if (found === undefined) return [];
    return [
      `${this.base}${found.language.prefix}/${this.path(path.slice(found.language.contentDir.length + 1))}`,
    ];
  }

  place({ path, values }: SourceText): ReturnType<Generator["place"]> {
    const found = this.languageOf(path);
    if (found === undefined) return { leftOut: "it lies outside of the contents" };
    const { language, rest } = found;
    const file = nameOf(rest).replace(/\.[^.]+$/, "");
    const folders = folderOf(rest)
      .split("/")
      .filter((part) => part !== "");
    if (file === "_index") return this.#section(folders, values);
    if (file !== "index" && this.bundleOf(path) !== undefined)
      return { leftOut: "it belongs to the bundle of another text and had no page of its own" };
    const isBundle = file === "index";
    const name = isBundle ? (folders.at(-1) ?? "") : file;
    const sections = isBundle ? folders.slice(0, -1) : folders;
    const { date, slug } = this.#dated(values, name);
    const render = { ...valuesOf(values, "_build"), ...valuesOf(values, "build") };
    const why =
      textOf(render, "render") === "never" || textOf(render, "render") === "false"
        ? "`build.render` is `never`, so it had no page"
        : isTrue(values["headless"])
          ? "`headless` is true, so it had no page"
          : isTrue(values["draft"])
            ? true
            : undefined;
    const address = this.#address({ values, name, sections, date, slug, language });
    const type = textOf(values, "type", "layout");
    const section = sections[0];
    const isPage = type === "page" || date === undefined || section === undefined;
    return {
      kind: isPage ? "page" : "article",
      ...(why === undefined ? pick("address", address) : {}),
      slug: slug ?? name,
      ...pick("date", date),
      title: name,
      ...pick("draft", why),
      ...(language === this.languages[0] ? {} : { language: language.tag }),
      ...(section === undefined || isPage || PLAIN_SECTIONS.test(section)
        ? {}
        : { categories: [section] }),
      ...(address === undefined
        ? {
            notes: [
              "its old address is not known: its permalink has a part that is not known here",
            ],
          }
        : {}),
    };
  }

  /** The date of a text, and the slug that its name holds behind one, where the configuration takes it from there. */
  #dated(values: Values, name: string): { date?: string; slug?: string } {
    const own = textOf(values, "slug");
    const configured = textsOf(valuesOf(this.#config, "frontmatter")["date"]);
    const handlers = configured.length === 0 ? [":default"] : configured;
    for (const handler of handlers) {
      if (handler === ":filename") {
        const day = /^\d{4}-\d\d-\d\d/.exec(name)?.[0];
        const slug = name.slice(10).replace(/^[ _-]+/, "");
        if (day !== undefined)
          return { date: day, ...pick("slug", own ?? (slug === "" ? undefined : slug)) };
      }
      const keys =
        handler === ":default"
          ? ["date", "publishdate", "pubdate", "published", "lastmod", "modified"]
          : [handler];
      const date =
        handler.startsWith(":") && handler !== ":default" ? undefined : textOf(values, ...keys);
      if (date !== undefined) return { date, ...pick("slug", own) };
    }
    return pick("slug", own);
  }

  #address(text: {
    values: Values;
    name: string;
    sections: readonly string[];
    date: string | undefined;
    slug: string | undefined;
    language: HugoLanguage;
  }): string | undefined {
    const { values, name, sections, date, slug, language } = text;
    const whole = (path: string, isBare = false): string =>
      `${this.base}${isBare ? "" : language.prefix}/${path}`.replace(/\/{2,}/g, "/");
    const url = textOf(values, "url");
    if (url !== undefined) {
      const path = /\.[^./]+$|\/$/.test(url) ? url : `${url}/`;
      return whole(path, url.startsWith("/"));
    }
    const pattern = sectionPattern(this.#config, sections[0] ?? "");
    const ending = (path: string): string => {
      const trimmed = path.replace(/^\/+|\/+$/g, "");
      return trimmed === "" ? "" : `${trimmed}${this.isUgly ? ".html" : "/"}`;
    };
    if (pattern !== undefined) {
      const read = date === undefined ? undefined : readDate(date, this.#zones);
      const time =
        read !== undefined && "date" in read
          ? localTime(read.date, this.#zones.timezone)
          : undefined;
      const path = hugoPermalink(pattern, {
        sections: this.#sectionsOf(sections, language),
        isLower: this.#isLower,
        title: textOf(values, "title") ?? name,
        name,
        ...pick("slug", slug),
        ...pick("date", time),
      });
      return path === undefined ? undefined : whole(ending(this.path(path)));
    }
    const last = slug === undefined ? name : slug.replace(/^-+|-+$/g, "");
    const trimmed = slug === undefined ? this.path(last) : this.path(last).replace(/^-+|-+$/g, "");
    return whole(ending([...sections.map((one) => this.path(one)), trimmed].join("/")));
  }

  /** The folders of a text that are sections: the outermost, and those down to the last with a page of its own. */
  #sectionsOf(folders: readonly string[], { contentDir }: HugoLanguage): readonly string[] {
    for (let depth = folders.length; depth > 1; depth -= 1)
      if (this.#sections.has([contentDir, ...folders.slice(0, depth)].join("/")))
        return folders.slice(0, depth);
    return folders.slice(0, 1);
  }

  #section(folders: readonly string[], values: Values): ReturnType<Generator["place"]> {
    const [first, second] = folders;
    if (first === undefined) return { leftOut: "it is the front page, which Stet makes itself" };
    const title = textOf(values, "title");
    if (second !== undefined && taxonomies(this.#config).includes(first))
      return {
        category: {
          name: second,
          kind: first === "tags" ? "tag" : "category",
          ...pick("title", title),
        },
      };
    if (folders.length > 1 || taxonomies(this.#config).includes(first))
      return { leftOut: "it introduces a list of texts, which Stet makes itself" };
    return { category: { name: first, kind: "category", ...pick("title", title) } };
  }
}
