import type { Element, ElementContent } from "hast";
import { playerPage, playlistPage } from "../../domain/players.ts";
import { hostOf } from "../../markdown/addresses.ts";
import { absoluteUrl, nameInAddress } from "./addresses.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import {
  create,
  elementsIn,
  firstValue,
  isNamed,
  onOneLine,
  textNode,
  valueOf,
} from "./html-nodes.ts";

/** Titles that players give all their frames. */
const EMPTY_TITLE =
  /^(?:youtube video player|vimeo video player|embedded (?:content|video)|video)$/i;

/** Names of players as readers know them. */
const PLAYERS = { vimeo: "Vimeo", youtube: "YouTube" } as const;

/** What an `iframe`, `object` or `embed` shows: `stet-player` for a known player, a link for anything else. */
export function frameNodes(node: Element, conversion: Conversion): ElementContent[] {
  const address = frameAddress(node);
  const url = absoluteUrl(address, conversion);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    addNote(conversion, "lost", `An embedded frame without an address (${node.tagName})`);
    return [];
  }
  const title = titleOf(node);
  const player = playerPage(url.href);
  if (player !== undefined)
    return [
      create("stet-player", {
        dataKind: "video",
        dataSrc: player.page,
        dataTitle: title || PLAYERS[player.player],
      }),
    ];
  const page = playlistPage(url.href) ?? url.href;
  addNote(conversion, "changed", `An embedded frame is now a link: ${page}`);
  return [create("p", {}, [addedLink(page, title || hostOf(page), conversion)])];
}

function titleOf(node: Element): string {
  const title = onOneLine(firstValue(node, "title", "ariaLabel"));
  return EMPTY_TITLE.test(title) ? "" : title;
}

function frameAddress(node: Element): string {
  const inner = elementsIn(node);
  const movie = inner.find(
    (one) => isNamed(one, "param") && /^(?:movie|src|url)$/i.test(valueOf(one, "name")),
  );
  const nested = inner.find((one) => isNamed(one, "embed", "iframe"));
  return (
    firstValue(node, "dataSrc", "dataLazySrc", "dataLitespeedSrc", "src", "data") ||
    (movie === undefined ? "" : valueOf(movie, "value")) ||
    (nested === undefined ? "" : frameAddress(nested))
  );
}

/** A film or recording: `stet-player` where it is in the archive and published as it is, else a link to it. */
export function mediaNodes(node: Element, conversion: Conversion): ElementContent[] {
  const inner = elementsIn(node);
  const addresses = [node, ...inner.filter((one) => isNamed(one, "source"))]
    .map((one) => firstValue(one, "src", "dataSrc"))
    .filter((address) => address !== "");
  const track = inner.find(
    (one) => isNamed(one, "track") && /^(?:captions|subtitles|)$/.test(valueOf(one, "kind")),
  );
  return playerNodes(
    {
      kind: isNamed(node, "audio") ? "audio" : "video",
      fileKey: valueOf(node, "dataStetFile"),
      addresses,
      title: titleOf(node),
      poster: valueOf(node, "poster"),
      captions: track === undefined ? "" : valueOf(track, "src"),
    },
    conversion,
  );
}

/** What a player of the old text says. */
export interface PlayerUse {
  kind: "audio" | "video";
  fileKey: string;
  addresses: readonly string[];
  title: string;
  poster: string;
  captions: string;
  caption?: string;
  credit?: string;
  transcript?: ElementContent[];
}

/** `stet-player` with final addresses for what Stet can play, else a link to it, above its transcript. */
export function playerNodes(use: PlayerUse, conversion: Conversion): ElementContent[] {
  const { context } = conversion;
  const urls = use.addresses.flatMap((address) => absoluteUrl(address, conversion) ?? []);
  const files = [
    ...(use.fileKey === "" ? [] : [context.fileOf(use.fileKey)]),
    ...urls.map((url) => context.file(url)),
  ].filter((one) => one !== undefined);
  const [url] = urls;
  const page = url === undefined || use.kind === "audio" ? undefined : playerPage(url.href);
  const file = files.find(({ src }) => src.startsWith("/"));
  const name = url === undefined ? (file?.src ?? "") : nameInAddress(url);
  const title = use.title || (page === undefined ? name.split("/").at(-1) : PLAYERS[page.player]);
  const src = page?.page ?? file?.src;
  if (file !== undefined && page === undefined) conversion.files.add(file.file.key);
  if (src === undefined) {
    const [beside] = files;
    if (beside !== undefined) conversion.files.add(beside.file.key);
    const href = beside?.src ?? url?.href;
    const what = use.kind === "audio" ? "A recording" : "A film";
    addNote(conversion, "changed", `${what} is now a link: ${href ?? use.title}`);
    const transcript = [
      ...[use.caption ?? "", use.credit ?? ""].flatMap((said) =>
        said === "" ? [] : [create("p", {}, [textNode(said)])],
      ),
      ...(use.transcript ?? []),
    ];
    return href === undefined
      ? transcript
      : [create("p", {}, [addedLink(href, title || href, conversion)]), ...transcript];
  }
  const player = create(
    "stet-player",
    {
      dataKind: use.kind,
      dataSrc: src,
      dataTitle: title ?? "",
      dataCaption: use.caption ?? "",
      dataCredit: use.credit ?? "",
      dataPoster: ownFile(use.poster, conversion, /^/),
      dataCaptions: ownFile(use.captions, conversion, /^\/.*\.vtt$/i),
    },
    use.transcript ?? [],
  );
  return [player];
}

/** How the new text names a further file of a player; empty where the archive does not have it in that form. */
function ownFile(address: string, conversion: Conversion, form: RegExp): string {
  const url = absoluteUrl(address, conversion);
  const found = url === undefined ? undefined : conversion.context.file(url);
  if (found === undefined || !form.test(found.src)) {
    if (address !== "") addNote(conversion, "lost", `A file of a player: ${address}`);
    return "";
  }
  conversion.files.add(found.file.key);
  return found.src;
}

/**
 * A link in the place of something that was no link; its words are ones that the old text did not show. They alone stand
 * there where the address is one of the old site at which there will be nothing.
 */
export function addedLink(href: string, label: string, conversion: Conversion): ElementContent {
  conversion.added.push(label);
  if (URL.canParse(href) && conversion.context.link(new URL(href)) === null) return textNode(label);
  conversion.addedLinks += 1;
  return create("a", { href }, [textNode(label)]);
}
