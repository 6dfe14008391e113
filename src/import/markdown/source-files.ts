import { decoded } from "../../domain/decoded.ts";
import { join } from "node:path";
import { ownersReason } from "../../loader/public-rules.ts";
import { fileEnding } from "../../domain/publishable-types.ts";
import { nameOf } from "../../domain/path-parts.ts";
import { nameFault, portableName } from "../../domain/portable-name.ts";
import { slugify } from "../../domain/slug.ts";
import type { ArchiveFile, LeftOut } from "../archive.ts";
import type { Generator } from "./generator.ts";
import { besidePath, wholeAddress } from "./source-addresses.ts";
import { sourceKind } from "./source-folder.ts";
import type { SourceFolder } from "./source-folder.ts";
import { withoutQuery } from "./text-scan.ts";

/** What is played in place, for which a file must lie in `public/`, and what style sheets load. */
const ONLY_PUBLIC =
  /^(?:mp4|m4v|webm|mov|avi|mkv|ogv|mp3|m4a|aac|ogg|oga|opus|flac|wav|vtt|srt|woff2?|ttf|otf|ico)$/;

/** A text that refers to files. */
export interface ReferringText {
  path: string;
  slug: string;
  /** Its old address below the host. */
  address?: string;
}

/** The files of a site that are no texts, by what texts call them. */
export class SourceFiles {
  readonly #folder: SourceFolder;
  readonly #generator: Generator;
  readonly #addresses = new Map<string, string[]>();
  readonly #byAddress = new Map<string, string>();
  readonly #users = new Map<string, ReferringText[]>();

  constructor(
    folder: SourceFolder,
    generator: Generator,
    addressOf: (text: string) => string | undefined,
  ) {
    this.#folder = folder;
    this.#generator = generator;
    for (const path of folder.paths) {
      if (sourceKind(path) === "text") continue;
      const addresses = generator.fileAddresses(path);
      const bundle = generator.bundleOf(path);
      const above = bundle === undefined ? undefined : addressOf(bundle.text);
      if (above !== undefined && bundle !== undefined)
        addresses.unshift(`${above.replace(/\/?$/, "/")}${bundle.name}`);
      this.#addresses.set(path, addresses);
      for (const address of addresses)
        if (!this.#byAddress.has(address.toLowerCase()))
          this.#byAddress.set(address.toLowerCase(), path);
    }
  }

  /** The file that a text means by what it writes: an address of the site, or a path beside it. */
  find(written: string, text: ReferringText): string | undefined {
    const { url } = this.#generator.site;
    const site = url === undefined || !URL.canParse(url) ? undefined : new URL(url);
    let address = withoutQuery(written.trim());
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) {
      if (site === undefined || !URL.canParse(address, site)) return undefined;
      const whole = new URL(address, site);
      if (whole.host !== site.host) return undefined;
      address = whole.pathname;
    }
    address = decoded(address);
    if (address === "") return undefined;
    const { base } = this.#generator;
    const fromRoot = address.startsWith("/") ? [address, `${base}${address}`] : [];
    const below =
      text.address === undefined || address.startsWith("/")
        ? []
        : [decoded(new URL(encodeURI(address), `http://a${encodeURI(text.address)}`).pathname)];
    for (const one of [...fromRoot, ...below]) {
      const found = this.#byAddress.get(one.toLowerCase());
      if (found !== undefined) return found;
    }
    const beside = [
      besidePath(text.path, address),
      address.replace(/^\.?\//, ""),
      address.replace(/^[@~]\//, "src/"),
    ];
    // Many themes let front matter name a picture from the folder of all pictures, or leave out the first slash.
    const rooted = address.startsWith("/") ? [] : [`${base}/${address}`];
    return (
      beside.find((one): one is string => one !== undefined && this.#addresses.has(one)) ??
      rooted.map((one) => this.#byAddress.get(one.toLowerCase())).find((one) => one !== undefined)
    );
  }

  /** Keeps that a text refers to a file. */
  use(path: string, text: ReferringText): void {
    const users = this.#users.get(path) ?? [];
    if (!users.some((one) => one.path === text.path)) users.push(text);
    this.#users.set(path, users);
  }

  /** The files of the archive with their new places, and those that become nothing. */
  all(keyOf: (text: string) => string): { files: ArchiveFile[]; leftOut: LeftOut[] } {
    const files: ArchiveFile[] = [];
    const leftOut: LeftOut[] = [];
    const names = new Set<string>();
    for (const [path, addresses] of this.#addresses) {
      const users = this.#users.get(path) ?? [];
      const why = this.#refusal(path, addresses, users);
      if (why !== undefined) {
        leftOut.push({ kind: sourceKind(path), key: path, title: nameOf(path), why });
        continue;
      }
      const [only, ...others] = users;
      const isBeside =
        only !== undefined && others.length === 0 && !ONLY_PUBLIC.test(fileEnding(path));
      const name = isBeside ? besideName(path, only.slug, names) : undefined;
      files.push({
        key: path,
        addresses: addresses.map((one) => wholeAddress(one, this.#generator.site.url)),
        source: join(this.#folder.root, path),
        target:
          only === undefined || name === undefined
            ? { public: this.#publicPath(path, addresses) }
            : { besideText: keyOf(only.path), name },
      });
    }
    return { files, leftOut };
  }

  #refusal(
    path: string,
    addresses: readonly string[],
    users: readonly ReferringText[],
  ): string | undefined {
    const kind = sourceKind(path);
    if (kind === "template" && addresses.length === 0)
      return "a template: nothing of the old site runs";
    if (addresses.length === 0 && users.length === 0) {
      return kind === "other"
        ? "belongs to the old site's program or its configuration"
        : "was not published as it is, and no text refers to it";
    }
    const owner = ownersReason(this.#publicPath(path, addresses));
    return owner === undefined
      ? undefined
      : `${owner} Copy it into \`public/\` yourself and list it under \`public\` in \`site.yaml\` if it is wanted.`;
  }

  #publicPath(path: string, addresses: readonly string[]): string {
    const { base } = this.#generator;
    const [address] = addresses;
    const old =
      address === undefined
        ? path.replace(/^(?:src|content|docs|blog)\//, "")
        : address.startsWith(`${base}/`)
          ? address.slice(base.length)
          : address;
    return old
      .split("/")
      .filter((part) => part !== "")
      .map((part) => (nameFault(part) === undefined ? part : portableName(part)))
      .join("/")
      .replace(/^_+/, "");
  }
}

/** The name of a file beside the text that alone refers to it, which no other file has. */
function besideName(path: string, slug: string, names: Set<string>): string {
  const ending = fileEnding(path);
  const base = nameOf(path);
  const stem = slugify(ending === "" ? base : base.slice(0, -(ending.length + 1)));
  const plain = slugify(slug);
  const whole = stem === plain || stem.startsWith(`${plain}-`) ? stem : `${plain}-${stem}`;
  for (let number = 1; ; number += 1) {
    const name = portableName(
      `${whole}${number === 1 ? "" : `-${number}`}${ending === "" ? "" : `.${ending}`}`,
    );
    if (names.has(name)) continue;
    names.add(name);
    return name;
  }
}
