import type { Element, Root } from "hast";
import { playerPage } from "../../domain/players.ts";
import { attributeOf, elementsBelow, treeOf } from "../html-tree.ts";
import { urlOf } from "../web-address.ts";
import { TOO_DEEP, UnusableAnswer } from "./found-post.ts";
import type { FoundPost } from "./found-post.ts";
import { textAt } from "./json-fields.ts";
import type { JsonObject } from "./json-fields.ts";
import { networkOf } from "./networks.ts";
import { readPostAddress } from "./post-address.ts";
import { postTextOf } from "./post-text.ts";
import { quotedIn } from "./quoted-answer.ts";

/** Whether an object is an answer of oEmbed (oembed.com, section 2.3.4). */
export function isOembed(value: JsonObject): boolean {
  const type = textAt(value, "type");
  return textAt(value, "html") !== "" || /^(?:rich|video|photo|link)$/.test(type);
}

/** Names of attributes in which networks write the address of a post, as hast has them. */
const PERMALINKS = [
  "dataInstgrmPermalink",
  "dataTextPostPermalink",
  "dataBlueskyUri",
  "dataEmbedUrl",
  "dataHref",
  "cite",
] as const;

/** Networks whose answers have the text of a post as their title, besides those of films and pictures. */
const TITLED = /^(?:Reddit|Instagram|Tumblr|Pinterest)$/;

/**
 * A post as its network quotes it for those who embed it: X, Bluesky, TikTok, YouTube, Reddit, Instagram, Threads,
 * Facebook, Mastodon. Several give only a frame, without its text. Throws UnusableAnswer where the HTML cannot be read.
 */
export function oembedPost(answer: JsonObject): FoundPost {
  const tree = treeOf(textAt(answer, "html"));
  if (tree === undefined) throw new UnusableAnswer(TOO_DEEP);
  const url = addressOf(answer, tree);
  const network = url === undefined ? undefined : networkOf(url);
  const quoted = network === "Reddit" || network === "Mastodon" ? undefined : quotedIn(tree);
  const isTitled = /^(?:video|photo)$/.test(textAt(answer, "type")) || TITLED.test(network ?? "");
  const text = quoted === undefined ? "" : postTextOf(quoted.text, (href) => isSame(href, url));
  const provider = textAt(answer, "provider_name");
  const user = textAt(answer, "author_name");
  const handle =
    quoted?.handle ??
    accountOf(
      answer,
      network === "Reddit" ? (user === "" ? "" : `u/${user.replace(/^u\//, "")}`) : "",
    );
  return {
    text: isTitled ? textAt(answer, "title") || text : text,
    author: user || quoted?.author,
    handle,
    date: quoted?.date,
    url: url?.href,
    network: network ?? (/^[^./\n]{1,40}$/.test(provider) ? provider : ""),
    language: languageOf(tree),
    pictures: /\bpic\.(?:twitter|x)\.com\//.test(text ?? "") ? [""] : [],
    notes: [],
  };
}

/** The address of the post: of a picture, an answer has that of its file under `url`. */
function addressOf(answer: JsonObject, tree: Root): URL | undefined {
  const elements = elementsBelow(tree);
  const written = [
    textAt(answer, "type") === "photo" ? textAt(answer, "web_page") : textAt(answer, "url"),
    ...PERMALINKS.flatMap((name) => elements.map((one) => pageOf(attributeOf(one, name)))),
    ...elements.filter(isFrame).map((one) => attributeOf(one, "src")),
    // The date below a quotation leads to it; links before that are its own.
    ...elements
      .filter(isLink)
      .map((one) => attributeOf(one, "href"))
      .toReversed(),
  ];
  const urls = written
    .flatMap((one) => urlOf(one) ?? [])
    .filter(({ protocol }) => /^https?:$/.test(protocol));
  const [first] = written;
  return (
    urls.find((one) => networkOf(one) !== undefined || playerPage(one.href) !== undefined) ??
    urlOf(first ?? "")
  );
}

function isSame(href: string, url: URL | undefined): boolean {
  const other = urlOf(href);
  return (
    url !== undefined &&
    other !== undefined &&
    readPostAddress(other).key === readPostAddress(url).key
  );
}

/** The page of a record of Bluesky, which is written by its identity; any other address as it is. */
function pageOf(address: string): string {
  return address.replace(
    /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([\w-]+)$/,
    "https://bsky.app/profile/$1/post/$2",
  );
}

function isFrame({ tagName }: Element): boolean {
  return tagName === "iframe";
}

function isLink({ tagName }: Element): boolean {
  return tagName === "a";
}

/** The account, where its page has its name: `https://www.youtube.com/@ada`. */
function accountOf(answer: JsonObject, otherwise: string): string {
  const unique = textAt(answer, "author_unique_id");
  if (unique !== "") return `@${unique}`;
  const path = urlOf(textAt(answer, "author_url"))?.pathname ?? "";
  const named = /^\/@([\w.-]+)\/?$/.exec(path)?.[1];
  return otherwise || (named === undefined ? "" : `@${named}`);
}

function languageOf(tree: Root): string {
  const [paragraph] = elementsBelow(tree, "p");
  const language = attributeOf(paragraph, "lang");
  // What X writes where it does not know one.
  return /^(?:und|zxx|q..)$/.test(language) ? "" : language;
}
