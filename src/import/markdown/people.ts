import { slugify } from "../../domain/slug.ts";
import type { ArchiveAuthor } from "../archive.ts";
import { DATA_ENDINGS, readDataFile } from "./config-file.ts";
import { fileEnding } from "../../domain/publishable-types.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Generator } from "./generator.ts";
import type { SourceFolder } from "./source-folder.ts";
import { wholeAddress } from "./source-addresses.ts";
import { asList, isValues, pick, textOf } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** A file about one author, by its name. */
const AUTHOR_FILE = /(?:^|\/)_?authors\/([^/]+?)(?:\/_?index)?\.(?:md|markdown|ya?ml|json|toml)$/;

/** The authors of a site: those that its data files describe, and those that texts name. */
export class People {
  readonly #known = new Map<string, Values>();
  readonly #used = new Map<string, ArchiveAuthor>();
  readonly #generator: Generator;
  /** Files that say who authors are, and are no texts. */
  readonly files = new Set<string>();

  constructor(folder: SourceFolder, generator: Generator, faults: string[]) {
    this.#generator = generator;
    for (const path of generator.authorFiles)
      if (folder.has(path))
        for (const [key, value] of Object.entries(readDataFile(folder, path, faults))) {
          if (isValues(value)) this.#known.set(key, value);
          else if (typeof value === "string") this.#known.set(key, { name: value });
        }
    for (const path of folder.paths) {
      const key = AUTHOR_FILE.exec(path)?.[1];
      if (key === undefined || key === "_index" || key === "index") continue;
      if (DATA_ENDINGS.includes(fileEnding(path))) {
        if (!/^(?:_?data|src)\//.test(path)) continue;
        this.#known.set(key, readDataFile(folder, path, faults));
      } else if (/^(?:_authors|content|src\/content)\//.test(path)) {
        const read = folder.text(path);
        if ("faults" in read) continue;
        const { values, body } = splitFrontMatter(read.text);
        this.#known.set(key, body.trim() === "" ? values : { bio: body.trim(), ...values });
        this.files.add(path);
      }
    }
  }

  /** The keys of the authors of a text, from the values of its front matter. */
  keysOf(values: Values): string[] {
    const written = values["authors"] ?? values["author"] ?? values["byline"];
    const several = values["authors"] !== undefined && typeof written === "string";
    const list: Value[] =
      several && !this.#known.has(written)
        ? written.split(",").map((one) => one.trim())
        : asList(written);
    const extra: Values = {};
    for (const [own, name] of [
      ["author_url", "url"],
      ["author_title", "title"],
    ] as const) {
      const text = textOf(values, own);
      if (text !== undefined) extra[name] = text;
    }
    const keys = list.flatMap((one) => {
      const key = this.#keyOf(one, extra);
      return key === undefined ? [] : [key];
    });
    return [...new Set(keys)];
  }

  /** All authors of texts that were asked for, in that order. */
  all(): ArchiveAuthor[] {
    return [...this.#used.values()];
  }

  #keyOf(written: Value, extra: Values): string | undefined {
    if (Array.isArray(written)) return undefined;
    if (typeof written === "string") {
      const name = written.trim();
      if (name === "") return undefined;
      const values = this.#known.get(name) ?? this.#known.get(slugify(name));
      return this.#add(name, { ...extra, ...values });
    }
    const key = textOf(written, "key", "id", "slug", "username");
    const known = key === undefined ? {} : (this.#known.get(key) ?? {});
    const name = textOf(written, "name", "title") ?? key;
    return name === undefined ? undefined : this.#add(key ?? name, { ...known, ...written });
  }

  #add(written: string, values: Values): string {
    const key = slugify(written);
    if (this.#used.has(key)) return key;
    const parts = [
      textOf(values, "first_name", "firstname"),
      textOf(values, "last_name", "lastname"),
    ];
    const joined = parts.filter((part) => part !== undefined).join(" ");
    const name =
      textOf(values, "name", "full_name", "display_name") ??
      (joined === "" ? undefined : joined) ??
      written;
    const bio = textOf(values, "bio", "description", "about");
    const address = this.#generator.termAddress("author", written);
    this.#used.set(key, {
      key,
      name,
      slug: key,
      ...pick("bio", bio),
      ...pick("url", webAddress(values)),
      addresses: address === undefined ? [] : [wholeAddress(address, this.#generator.site.url)],
    });
    return key;
  }
}

function webAddress(values: Values): string | undefined {
  const url = textOf(values, "url", "website", "web", "homepage");
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}
