import { decoded } from "../../domain/decoded.ts";
import { publishableType } from "../../domain/publishable-types.ts";
import { addressKind } from "../../markdown/addresses.ts";
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
  /** The new addresses that were given, by which the check finds what they lead to. */
  readonly #given = new Set<string>();
  /** New addresses of files that are shown as pictures and are none, by what the text calls them. */
  readonly #unfit = new Map<string, string>();
  /** The part of the old site's address that all its addresses begin with. */
  readonly #below: string;

  constructor(details: Record<string, string>, context: BodyContext) {
    this.#context = context;
    this.#below = details["base"] ?? "";
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
    const found = this.#find(written.trim(), isImage);
    if (found !== undefined) this.#given.add(found);
    return found;
  }

  /**
   * The address that a link of a text with components may have: without a part of another text, which may not be there;
   * `null` where the check would refuse it. `ids` are those of the text itself.
   */
  strictLink(address: string, ids: ReadonlySet<string>): string | null {
    if (addressKind(address) !== "plain") return null;
    if (address.startsWith("#"))
      return address === "#" || address === "#top" || ids.has(decoded(address.slice(1)))
        ? address
        : null;
    if (this.#given.has(address))
      return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address) ? address : address.replace(/#.*$/s, "");
    return this.#isDead(address) ? null : address;
  }

  /** The address of a file that a text shows as a picture and that is none. */
  unfitFile(address: string): string | undefined {
    return this.#unfit.get(address);
  }

  /** Whether a link or a picture, as it was written, is not in the archive. */
  isLost(written: string, isImage: boolean): boolean {
    if (isImage && !/^(?:https?:)?\/\//i.test(written)) return addressKind(written) === "plain";
    return this.#isDead(written);
  }

  /** Whether a picture with a new address can be shown, lies on another host, or is not there. */
  imageState(address: string): "shown" | "elsewhere" | "missing" {
    if (this.#given.has(address)) return "shown";
    const isWhole = /^(?:https?:)?\/\//i.test(address) && URL.canParse(address, this.#context.base);
    if (!isWhole) return "missing";
    return this.#context.link(new URL(address, this.#context.base)) === undefined
      ? "elsewhere"
      : "missing";
  }

  #isDead(address: string): boolean {
    if (address === "" || address.startsWith("#")) return false;
    if (!URL.canParse(address, this.#context.base)) return !/^[a-z][a-z\d+.-]*:/i.test(address);
    const url = new URL(address, this.#context.base);
    if (!/^https?:$/.test(url.protocol)) return false;
    // The host may have other sites, above this one or beside it.
    const isBelow = `${url.pathname}/`.startsWith(`${this.#below}/`);
    if (/^https?:/i.test(address) && !isBelow) return false;
    return this.#context.link(url) === null;
  }

  #find(address: string, isImage: boolean): string | undefined {
    if (address === "" || address.startsWith("#")) return undefined;
    const named = this.#files[address] ?? this.#files[withoutQuery(address)];
    const byName = typeof named === "string" ? this.#context.fileOf(named) : undefined;
    if (byName !== undefined) return this.#use(byName, isImage, address);
    const text = isImage ? undefined : this.oldAddress(address);
    const href = text ?? address;
    if (!URL.canParse(href, this.#context.base)) return undefined;
    const url = new URL(href, this.#context.base);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    const file = this.#context.file(url);
    if (file !== undefined) return this.#use(file, isImage, address);
    const link = isImage ? undefined : this.#context.link(url);
    if (link === undefined || link === null) return undefined;
    return link.includes("#") ? link : link + url.hash;
  }

  /** Keys of the files that were asked for. */
  files(): string[] {
    return [...this.#used];
  }

  /** The new address of a file; none for one that is to be shown and is no picture. */
  #use(
    { file, src }: { file: { key: string; source?: string }; src: string },
    isImage: boolean,
    address: string,
  ): string | undefined {
    this.#used.add(file.key);
    if (!isImage || publishableType(file.source ?? src)?.startsWith("image/") === true) return src;
    this.#unfit.set(address, src);
    return undefined;
  }
}
