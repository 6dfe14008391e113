import { createRequire } from "node:module";
import type { Element, Nodes, Root } from "hast";
import type * as hastUtilRaw from "hast-util-raw";
import { VFile } from "vfile";
import { rule as hostRule } from "../checks/part/host.ts";
import { rule as htmlRule } from "../checks/part/html.ts";
import type { HtmlFault } from "../checks/part/html.ts";
import type { AllowedHosts, HostKind } from "../domain/allowed-hosts.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { addressKind } from "../markdown/addresses.ts";
import { treeHtml } from "../markdown/tree-html.ts";
import { href } from "../urls/hrefs.ts";
import { decoded } from "../urls/image-source.ts";
import type { LoadableFiles } from "./own-styles.ts";

const require = createRequire(import.meta.url);

/** What a snippet of HTML is checked against. */
export interface SnippetContext extends LoadableFiles {
  /** The key of `site.yaml` that names the snippet. */
  key: "head" | "ads";
  /** The hosts that it lists. */
  hosts: Partial<AllowedHosts>;
}

/** The elements that snippets may hold, by what for. */
const ELEMENTS: Readonly<Record<SnippetContext["key"], readonly string[]>> = {
  head: ["link", "meta", "script"],
  ads: ["a", "br", "div", "em", "iframe", "img", "p", "script", "small", "span", "strong"],
};

/**
 * Checks a snippet of HTML that the owner wants on pages. Gives it as it is to be printed, without comments and with the
 * addresses of pages, or every reason against it at the line and column of its tag in `file`.
 */
export function readOwnHtml(
  text: string,
  file: string,
  context: SnippetContext,
): { html?: string; diagnostics: Diagnostic[] } {
  const checker = new SnippetChecker(file, context);
  const root = parsed(text);
  checker.checkChildren(root);
  const { diagnostics } = checker;
  return diagnostics.length > 0 ? { diagnostics } : { html: treeHtml(root).trim(), diagnostics };
}

/** The snippet as a browser reads it. */
function parsed(text: string): Root {
  // Fifty modules, for those publications alone that have a snippet.
  const { raw } = require("hast-util-raw") as typeof hastUtilRaw;
  const start = { line: 1, column: 1, offset: 0 };
  const node = { type: "raw" as const, value: text, position: { start, end: start } };
  const tree = raw({ type: "root", children: [node] }, { file: new VFile(text) });
  return tree.type === "root" ? tree : { type: "root", children: [tree as Element] };
}

class SnippetChecker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #context: SnippetContext;

  constructor(file: string, context: SnippetContext) {
    this.#file = file;
    this.#context = context;
  }

  /** Checks what stands in an element, and takes comments out. */
  checkChildren(parent: Root | Element): void {
    parent.children = parent.children.filter(({ type }) => type !== "comment") as Element[];
    for (const child of parent.children) {
      if (child.type === "element") this.#checkElement(child);
      else if (child.type === "text" && this.#context.key === "head" && child.value.trim() !== "")
        this.#refuse(child, { is: "text" });
    }
  }

  #checkElement(element: Element): void {
    const { tagName: name, properties } = element;
    const allowed = ELEMENTS[this.#context.key];
    if (name === "style") return this.#refuse(element, { is: "inline-style" });
    if (!allowed.includes(name)) return this.#refuse(element, { is: "element", name, allowed });
    for (const property of Object.keys(properties)) {
      if (/^(?:on\w+|style|srcDoc|httpEquiv|charSet|nonce)$/i.test(property))
        this.#refuse(element, { is: "attribute", name: property.toLowerCase(), element: name });
    }
    if (name === "script") this.#checkScript(element);
    else if (name === "link") this.#checkLink(element);
    else if (name === "img") this.#checkImage(element);
    else if (name === "iframe") {
      element.children = [];
      this.#load(element, "src", "frame");
    } else if (name === "a") this.#checkAnchor(element);
    if (name !== "script") this.checkChildren(element);
  }

  #checkScript(element: Element): void {
    const { src, async, defer, type } = element.properties;
    if (src === undefined) return this.#refuse(element, { is: "inline-script" });
    if (async !== true && defer !== true && type !== "module")
      this.#refuse(element, { is: "blocking" });
    element.children = [];
    this.#load(element, "src", "script");
  }

  #checkLink(element: Element): void {
    const { rel, as } = element.properties;
    const relations = Array.isArray(rel) ? rel.map(String) : [];
    const kind = kindOfLink(relations, String(as ?? ""));
    if (kind !== undefined) this.#load(element, "href", kind);
    else if (element.properties["href"] === undefined)
      this.#refuse(element, { is: "no-address", element: "link", attribute: "href" });
    else this.#checkAnchor(element);
  }

  #checkImage(element: Element): void {
    this.#load(element, "src", "img");
    if (element.properties["srcSet"] !== undefined)
      this.#refuse(element, { is: "attribute", name: "srcset", element: "img" });
  }

  /** An address that is followed and not loaded. */
  #checkAnchor(element: Element): void {
    const { href: address } = element.properties;
    if (typeof address !== "string") return;
    if (addressKind(address) !== "plain") this.#refuse(element, { is: "program", address });
    else if (address.startsWith("/") && !address.startsWith("//"))
      element.properties["href"] = publishedAddress(address, this.#context.site);
  }

  /** An address that browsers load by themselves. */
  #load(element: Element, attribute: "src" | "href", kind: HostKind): void {
    const address = element.properties[attribute];
    if (typeof address !== "string" || address.trim() === "") {
      return this.#refuse(element, { is: "no-address", element: element.tagName, attribute });
    }
    const { key, hosts, site, publicFiles } = this.#context;
    if (/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address.trim())) {
      const url = URL.parse(address, "https://a.example");
      if (url?.protocol !== "https:") return this.#refuse(element, { is: "insecure", address });
      const { origin } = url;
      if (origin === site.origin || hosts[kind]?.includes(origin) === true) return;
      this.diagnostics.push(hostRule.at(this.#at(element), { key, kind, origin }));
    } else if (!address.startsWith("/")) this.#refuse(element, { is: "relative", address });
    else {
      const path = address.replace(/[?#].*$/s, "");
      if (!publicFiles.has(`public${decoded(path)}`))
        this.#refuse(element, { is: "absent", address: path });
      element.properties[attribute] = publishedAddress(address, site);
    }
  }

  #refuse(node: Nodes, fault: HtmlFault): void {
    this.diagnostics.push(htmlRule.at(this.#at(node), fault));
  }

  #at({ position }: Nodes): { file: string; line: number; column: number } {
    const { line = 1, column = 1 } = position?.start ?? {};
    return { file: this.#file, line, column };
  }
}

/** What a link of the head loads, or reaches out to; undefined where it only names something. */
function kindOfLink(relations: readonly string[], as: string): HostKind | undefined {
  const has = (...names: string[]): boolean => names.some((name) => relations.includes(name));
  if (has("stylesheet")) return "style";
  if (has("icon", "apple-touch-icon", "mask-icon")) return "img";
  if (has("modulepreload")) return "script";
  if (has("manifest", "prefetch", "preconnect", "dns-prefetch")) return "connect";
  if (!has("preload")) return undefined;
  const kinds: Readonly<Record<string, HostKind>> = {
    font: "font",
    image: "img",
    script: "script",
    style: "style",
  };
  return kinds[as] ?? "connect";
}

function publishedAddress(address: string, site: LoadableFiles["site"]): string {
  const path = address.replace(/[?#].*$/s, "");
  return href(site, decoded(path)) + address.slice(path.length);
}
