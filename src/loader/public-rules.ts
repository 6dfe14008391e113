import { nameOf } from "../domain/path-parts.ts";
import { feedFormat } from "../domain/feed-formats.ts";
import { fileEnding, publishableType } from "../domain/publishable-types.ts";

/**
 * Why a file of `public/` is not everyone's to publish, as a sentence; `undefined` where it is. `path` lies below
 * `public/`. Whoever may write an article may put a file there, so what acts in the name of the publication is the
 * owner's: what browsers run, what a host takes for an instruction, what takes the place of something that Stet makes,
 * and what vouches for the whole address to other services. Dots and blanks at the end of a name do not count: some
 * systems and hosts take them off.
 */
export function ownersReason(path: string): string | undefined {
  const name = nameOf(path).replace(/(?<![. ])[. ]+$/, "");
  const ending = fileEnding(name);
  const atRoot = !path.includes("/");
  if (HOST_FILES.test(name) || (atRoot && name.startsWith("_")))
    return "Hosts read a file of this name as configuration, or run it.";
  if (RUN_BY_HOSTS.test(name)) return "Some hosts run files with such a name.";
  if (/^robots\.txt$/i.test(path) || feedFormat(path.toLowerCase()) !== undefined)
    return "Stet writes a file of this name itself.";
  if (path.toLowerCase().startsWith(".well-known/") && !/^[^/]+\/[^/]+\.txt$/i.test(path))
    return "Other services trust files in `.well-known/` as coming from the owner.";
  if (isVerificationName(path)) return undefined;
  if (publishableType(name) === undefined) {
    if (RUN_BY_BROWSERS.has(ending))
      return `Browsers may run the content of a .${ending} file, at the publication's own address.`;
    return ending === ""
      ? "Its name has no extension, so its type is unknown."
      : `Files that end in .${ending} are not among the types that anyone may publish.`;
  }
  if (ending === "json" && atRoot && !/^sellers\.json$/i.test(name))
    return "Hosts look for their configuration in .json files here.";
  return undefined;
}

/** Names that hosts act upon in whatever folder they lie. Those with a leading dot are never published. */
const HOST_FILES =
  /^(?:CNAME|web\.config|staticwebapp\.config\.json|(?:netlify|wrangler|fly)\.toml|Caddyfile|Procfile|Staticfile|Dockerfile|nginx\.conf|php\.ini)$/i;

/** Servers that run by ending may run a file that has one of these anywhere behind a dot: `x.php.txt`. */
const RUN_BY_HOSTS =
  /\.(?:php\d?|phtml|phar|pht|phps|f?cgi|aspx?|ashx|asmx|jspx?|cfm|shtml?|stm)(?:\.|$)/i;

/** Endings of what browsers read as markup, script or style; XML in whatever dress can hold a script. */
const RUN_BY_BROWSERS = new Set(
  (
    "html htm xhtml xht xml xsl xslt rdf rss atom opml kml gpx svgz mht mhtml webmanifest " +
    "js mjs cjs wasm css swf"
  ).split(" "),
);

/** Files by which search engines and the like see that a site is somebody's, at the root, by name. */
const VERIFICATION_FILES: readonly RegExp[] = [
  /^google[\da-f]{16}\.html$/,
  /^yandex_[\da-f]{16}\.html$/,
  /^BingSiteAuth\.xml$/i,
  /^pinterest-[\da-z]{1,64}\.html$/,
  /^naver[\da-f]{32}\.html$/,
  /^baidu_verify_[\w-]{1,64}\.html$/,
  /^(?:mailru-verification|wmail_)[\da-f]{16,32}\.html$/,
];

/** Longest of them, in bytes. */
export const LONGEST_VERIFICATION = 2000;

/** Whether a path below `public/` is the name of a file by which a search engine recognises a site. */
export function isVerificationName(path: string): boolean {
  return VERIFICATION_FILES.some((name) => name.test(path));
}

/** What such files hold besides their code: elements that show nothing and do nothing. */
const INERT_MARKUP =
  /<!doctype html>|<\?xml version="1\.0"(?: encoding="utf-8")?\s*\?>|<\/?(?:html|head|body|title|p|users|user)>|<meta http-equiv="content-type" content="text\/html; ?charset=utf-8" ?\/?>|<meta (?:name|property)="[\w:-]+" content="[\w-]+" ?\/?>/gi;

/** Whether a text is no more than a code, or a page that holds nothing but one. */
export function isVerification(text: string): boolean {
  if (text.length > LONGEST_VERIFICATION) return false;
  const left = text.replace(/^\ufeff/, "").replace(INERT_MARKUP, " ");
  return /^[\w\s:.,=-]*$/.test(left);
}
