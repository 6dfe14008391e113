import { playerPage } from "../../domain/players.ts";
import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { plainText } from "../html-text.ts";
import { networkOf } from "../posts/networks.ts";
import { quotedAnswer } from "../posts/quoted-answer.ts";
import { titledAnswer } from "./titled-answer.ts";
import { urlOf } from "../web-address.ts";

const VIDEO = /\.(?:mp4|m4v|webm|ogv|mov|mpe?g|avi|wmv|3gp)$/i;
const AUDIO = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac|wma)$/i;

/** Whether an address names a recording or a film: which of them. */
export function mediaKind(url: URL): "audio" | "video" | undefined {
  if (VIDEO.test(url.pathname)) return "video";
  return AUDIO.test(url.pathname) ? "audio" : undefined;
}

/**
 * A block for what stands at an address: a player, a post of a network, or a link. `caption` is HTML.
 */
export function embedHtml(address: string, work: BodyWork, caption = ""): string {
  const url = urlOf(address.trim(), work.context.base);
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return `<p>${escapedHtml(address.trim())}</p>${paragraphOf(caption)}`;
  const answer = titledAnswer(work.answers, url);
  const kind = playerPage(url.href) === undefined ? mediaKind(url) : "video";
  if (kind !== undefined) return playerHtml({ kind, src: url.href, caption, title: answer });
  const network = networkOf(url);
  if (network !== undefined) {
    const { text, ...quoted } = quotedAnswer(work.answers, url) ?? { text: "" };
    const attributes = { url: url.href, network, ...quoted };
    return markedHtml(MARKED_ELEMENTS.post, attributes, text) + paragraphOf(caption);
  }
  const label = answer ?? url.href;
  work.notes.add("changed", `What is embedded from ${url.hostname} is a link: ${url.href}`);
  return `<p><a href="${escapedHtml(url.href)}">${escapedHtml(label)}</a></p>${paragraphOf(caption)}`;
}

/** A player as a block. `caption` is HTML, of which the player shows the text. */
export function playerHtml(player: {
  kind: "audio" | "video";
  src?: string | undefined;
  fileKey?: string | undefined;
  caption?: string | undefined;
  title?: string | undefined;
  poster?: string | undefined;
  captions?: string | undefined;
}): string {
  const { caption = "", fileKey, ...rest } = player;
  const plain = plainText(caption);
  // A link in a caption leads somewhere: it stays in the text below.
  const isPlain = !/<a\s/i.test(caption);
  return (
    markedHtml(MARKED_ELEMENTS.player, {
      ...rest,
      "file-key": fileKey,
      caption: isPlain && plain !== "" ? plain : undefined,
    }) + (isPlain ? "" : paragraphOf(caption))
  );
}

function paragraphOf(html: string): string {
  return html.trim() === "" ? "" : `<p>${html.trim()}</p>`;
}
