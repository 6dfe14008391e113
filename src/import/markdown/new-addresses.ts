import type { BodyContext } from "../converted-body.ts";
import { parseData, parsedValues } from "./source-data.ts";
import type { Values } from "./values.ts";
import { withoutQuery } from "./text-scan.ts";

/** New addresses for those that a text writes. */
export class NewAddresses {
  readonly #context: BodyContext;
  /** Old addresses of texts, and keys of files, by what the text calls them. */
  readonly #texts: Values;
  readonly #files: Values;
  readonly #used = new Set<string>();

  constructor(details: Record<string, string>, context: BodyContext) {
    this.#context = context;
    this.#texts = parsedValues(parseData(details["texts"] ?? "{}", "json"));
    this.#files = parsedValues(parseData(details["files"] ?? "{}", "json"));
  }

  /** The old address, whole, of the text that is called by a path or a name. */
  oldAddress(written: string): string | undefined {
    const [, bare = "", rest = ""] = /^([^#?]*)([^]*)$/.exec(written) ?? [];
    const address = Object.hasOwn(this.#texts, bare) ? this.#texts[bare] : this.#texts[written];
    return typeof address === "string" ? address + rest : undefined;
  }

  /** The new address for one as it is written; undefined where it stays. */
  of(written: string, isImage: boolean): string | undefined {
    const address = written.trim();
    if (address === "" || address.startsWith("#")) return undefined;
    const named = this.#files[address] ?? this.#files[withoutQuery(address)];
    const byName = typeof named === "string" ? this.#context.fileOf(named) : undefined;
    if (byName !== undefined) return this.#use(byName);
    const text = isImage ? undefined : this.oldAddress(address);
    const href = text ?? address;
    if (!URL.canParse(href, this.#context.base)) return undefined;
    const url = new URL(href, this.#context.base);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    const file = this.#context.file(url);
    if (file !== undefined) return this.#use(file);
    const link = isImage ? undefined : this.#context.link(url);
    if (link === undefined || link === null) return undefined;
    return link.includes("#") ? link : link + url.hash;
  }

  /** Keys of the files that were asked for. */
  files(): string[] {
    return [...this.#used];
  }

  #use({ file, src }: { file: { key: string }; src: string }): string {
    this.#used.add(file.key);
    return src;
  }
}
