import type { Element, ElementContent, Root } from "hast";
import { placeholder } from "../../domain/placeholder.ts";
import { playerPage, playlistPage } from "../../domain/players.ts";
import { addressKind, isRemote } from "../addresses.ts";
import { isAllowedElement, removalOf } from "../html-allowed.ts";
import { textOf } from "../text.ts";
import { element, isBlank, isBlock, stringProperty, textNode, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";

/** Names of parameters that hold the address of what an `object` plays. */
const ADDRESS_PARAMETERS = /^(?:movie|src|url|filename|flashvars|href)$/i;

/** Addresses of what elements would load, by element: their own first, then those of what stands in them. */
export type Embedded = ReadonlyMap<Element, readonly string[]>;

/** Gathers the addresses that elements would load, before what holds them is taken away. */
export function embeddedAddresses(tree: Root): Embedded {
  const found = new Map<Element, string[]>();
  walk(tree, (node, parents) => {
    if (node.type !== "element" || isAllowedElement(node.tagName)) return;
    const isOwn = removalOf(node.tagName) === "link";
    const holder = isOwn ? node : parents.findLast(isEmbedding);
    if (holder?.type !== "element") return;
    const address = addressOf(node);
    if (address === undefined) return;
    const known = found.get(holder) ?? [];
    found.set(holder, known);
    if (!known.includes(address)) known.push(address);
  });
  return found;
}

function isEmbedding(holder: Holder): boolean {
  return (
    holder.type === "element" &&
    (removalOf(holder.tagName) === "link" || holder.tagName === "picture")
  );
}

function addressOf(node: Element): string | undefined {
  const property = (name: string): string | undefined => {
    const value = stringProperty(node, name)?.trim();
    return value === "" ? undefined : value;
  };
  switch (node.tagName) {
    case "iframe":
    case "embed":
    case "video":
    case "audio":
    case "frame":
    case "bgsound":
      // Scripts load many only when they are seen.
      return property("src") ?? property("dataSrc") ?? property("dataLazySrc");
    case "object":
      return property("data");
    case "area":
      return property("href");
    case "source":
      return property("src") ?? firstOfSet(node);
    case "param":
      return ADDRESS_PARAMETERS.test(property("name") ?? "") ? property("value") : undefined;
    default:
      return undefined;
  }
}

/** The first address of a `srcset`. */
export function firstOfSet({ properties }: Element): string | undefined {
  const set = properties["srcSet"];
  const first = Array.isArray(set) ? set[0] : set;
  return typeof first === "string" ? /^[\s,]*(\S+?),?(?:\s|$)/.exec(first)?.[1] : undefined;
}

/** What stands for an element that would have loaded something, and what to tell of it. */
export interface Replacement {
  nodes: ElementContent[];
  /** The address that is linked to; absent where there is none. */
  address?: string;
  /** The component that plays it, as it is written. */
  component?: string;
}

/**
 * What stands for an element that would load something: a link to it, and what it holds for those who cannot load it. For
 * the frame of a player it is the film's page. What it holds is enough where it links to the same address; a few words
 * without a link become the words of the link.
 */
export function linkInPlace(
  node: Element,
  addresses: readonly string[],
  parents: readonly Holder[],
): Replacement {
  const known = addresses.filter((address) => addressKind(address) === "plain");
  const film = known.map(filmPage).find((page) => page !== undefined);
  const address = film ?? known.map(framedPage).find((page) => page !== undefined) ?? known[0];
  const held = node.children.some((child) => !isBlank(child)) ? node.children : [];
  if (address === undefined) return { nodes: held };
  const component = playingComponent(
    node.tagName,
    address,
    film !== undefined,
    stringProperty(node, "title"),
  );
  const told = { address, ...(component === undefined ? {} : { component }) };
  const targets = [...known, address];
  if (linksIn(held).some((href) => targets.includes(href))) return { nodes: held, ...told };
  const said = saidOf(held);
  const title = stringProperty(node, "title") ?? stringProperty(node, "alt") ?? "";
  const words = title.trim() || said || address;
  const rest = said === undefined ? held : [];
  const link = element("a", { href: address }, [textNode(words)]);
  if (node.position !== undefined) link.position = node.position;
  if (parents.some((parent) => parent.type === "element" && parent.tagName === "a"))
    return { nodes: [textNode(words), ...rest], ...told };
  if (!isInText(parents.at(-1), node))
    return { nodes: [element("p", {}, [link]), ...rest], ...told };
  const gap = rest[0] === undefined || isBlock(rest[0]) ? [] : [textNode(" ")];
  return { nodes: [link, ...gap, ...rest], ...told };
}

/**
 * The component that plays what an element would have loaded, as it is written in `.mdx`; `undefined` where there is none.
 * `address` may be that of a frame.
 */
export function playingComponent(
  tagName: string,
  address: string,
  isFilm = filmPage(address) !== undefined,
  title = placeholder("the title"),
): string | undefined {
  const name = isFilm || tagName === "video" ? "Video" : tagName === "audio" ? "Audio" : undefined;
  if (name === undefined) return undefined;
  return `<${name} src="${filmPage(address) ?? address}" title="${title.replaceAll('"', "&quot;")}" />`;
}

/** The page of the film that a frame of a known player shows. */
function filmPage(address: string): string | undefined {
  const whole = withScheme(address);
  return isRemote(whole) ? playerPage(whole)?.page : undefined;
}

/** The page of what a frame of a known player shows, be it a film or a list of films. */
export function framedPage(address: string): string | undefined {
  return filmPage(address) ?? playlistPage(withScheme(address));
}

/** Old frames take the scheme of the page around them. */
function withScheme(address: string): string {
  return address.startsWith("//") ? `https:${address}` : address;
}

function linksIn(nodes: readonly ElementContent[]): string[] {
  const links: string[] = [];
  walk({ type: "root", children: [...nodes] }, (node) => {
    const href = node.type === "element" ? stringProperty(node, "href") : undefined;
    if (href !== undefined) links.push(href);
  });
  return links;
}

/** Most characters of what an element holds that can be the words of a link. */
const FEW = 120;

/**
 * What an element says to those who cannot load it, if words of a link can say it: nothing where that is only that their
 * browser cannot; absent where it is more than a line of text.
 */
function saidOf(held: readonly ElementContent[]): string | undefined {
  const text = textOf(held);
  let isPlain = text.length <= FEW;
  walk({ type: "root", children: [...held] }, (node) => {
    if (node.type === "component") isPlain = false;
    if (node.type === "element" && !/^(?:p|em|strong|b|i|span|br|small)$/.test(node.tagName))
      isPlain = false;
  });
  if (!isPlain) return undefined;
  return /\bbrowsers?\b|\bplug-?in|\biframes?\b/i.test(text) ? "" : text;
}

/** Whether an element stands among running text, where a paragraph has no place. */
function isInText(parent: Holder | undefined, node: Element): boolean {
  if (parent?.type !== "element") return false;
  if (!/^(?:div|blockquote|figure|li|dd|details|td|th)$/.test(parent.tagName)) return true;
  const siblings = parent.children as ElementContent[];
  return siblings.some((one) => one !== node && !isBlank(one) && !isBlock(one));
}
