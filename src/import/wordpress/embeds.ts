import { playerPage } from "../../domain/players.ts";
import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { plainText } from "../html-text.ts";
import { quotedAnswer, titledAnswer } from "./oembed-answers.ts";
import { urlOf } from "../web-address.ts";

/** Networks whose posts are quoted, by their hosts, and what addresses of posts look like there. */
const NETWORKS: readonly { name: string; host: RegExp; path: RegExp }[] = [
  { name: "X", host: /^(?:twitter|x)\.com$/, path: /^\/(?:#!\/)?\w+\/status(?:es)?\/\d+/ },
  {
    name: "Instagram",
    host: /^instagram\.com$|^instagr\.am$/,
    path: /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+/,
  },
  {
    name: "Facebook",
    host: /^(?:facebook\.com|fb\.watch)$/,
    path: /\/(?:posts|videos|photos|permalink|story|photo|watch|reel)\b|^\/\w+\/?$/,
  },
  { name: "TikTok", host: /^(?:vm\.)?tiktok\.com$/, path: /^\/(?:@[\w.]+\/video\/\d+|\w+)/ },
  { name: "Bluesky", host: /^bsky\.app$/, path: /^\/profile\/[^/]+\/post\// },
  { name: "Threads", host: /^threads\.(?:net|com)$/, path: /^\/@[\w.]+\/post\// },
  { name: "Reddit", host: /^reddit\.com$/, path: /^\/r\/\w+\/(?:comments|s)\// },
  { name: "Tumblr", host: /(?:^|\.)tumblr\.com$/, path: /\/post\/|^\/[\w-]+\/\d+/ },
  { name: "LinkedIn", host: /^linkedin\.com$/, path: /^\/(?:posts|feed\/update|embed\/feed)\// },
  { name: "Pinterest", host: /^pinterest\.[a-z.]{2,6}$/, path: /^\/pin\/\d+/ },
];

/** Addresses on any host: Mastodon and what is like it. */
const MASTODON = /^\/(?:@[\w.-]+(?:@[\w.-]+)?|users\/\w+\/statuses)\/\d{8,20}\/?(?:embed)?$/;

const VIDEO = /\.(?:mp4|m4v|webm|ogv|mov|mpe?g|avi|wmv|3gp)$/i;
const AUDIO = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac|wma)$/i;

/** Whether an address names a recording or a film: which of them. */
export function mediaKind(url: URL): "audio" | "video" | undefined {
  if (VIDEO.test(url.pathname)) return "video";
  return AUDIO.test(url.pathname) ? "audio" : undefined;
}

/** The network on which an address is that of a post; undefined for any other address. */
function networkOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^(?:www|m|mobile|web|old)\./, "");
  const path = url.pathname + url.hash.replace(/^#!/, "");
  const found = NETWORKS.find((network) => network.host.test(host) && network.path.test(path));
  return found?.name ?? (MASTODON.test(url.pathname) ? "Mastodon" : undefined);
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
