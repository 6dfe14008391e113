import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { WriteCard } from "./card.ts";
import { captionedHtml, linkHtml, paragraphHtml } from "./card-parts.ts";
import type { BodyNotes } from "../body-work.ts";
import { asRow, textIn } from "./row.ts";
import { markdownHtml } from "./markdown-text.ts";
import type { Row } from "./row.ts";

/** A block of code. */
export const codeCard: WriteCard = (fields) => {
  const code = typeof fields["code"] === "string" ? fields["code"] : "";
  const caption = textIn(fields, "caption");
  if (code.trim() === "") return paragraphHtml(caption);
  const language = textIn(fields, "language") || undefined;
  return captionedHtml(markedHtml(MARKED_ELEMENTS.code, { language }, escapedHtml(code)), caption);
};

/** HTML that an editor wrote. */
export const htmlCard: WriteCard = (fields) => textIn(fields, "html");

/** Markdown that an editor wrote, in which Ghost breaks lines where they end. */
export const markdownCard: WriteCard = (fields) =>
  markdownHtml(textIn(fields, "markdown") || textIn(fields, "markdownText"));

/** What was embedded from another site, with the HTML that the site gave for it. */
export const embedCard: WriteCard = (fields, notes) => {
  const metadata = asRow(fields["metadata"]);
  const url = textIn(fields, "url");
  const caption = textIn(fields, "caption");
  // What programs of networks make of the rest is known; they would be noted as lost.
  const html = withoutPrograms(textIn(fields, "html"));
  if (textIn(fields, "embedType") === "nft" || textIn(fields, "type") === "nft")
    return tokenHtml(url, metadata, notes) + paragraphHtml(caption);
  if (html !== "") return captionedHtml(html, caption);
  const title = textIn(metadata, "title") || url;
  if (url !== "") notes.add("changed", `What is embedded is a link: ${url}`);
  return (url === "" ? "" : paragraphHtml(linkHtml(url, title))) + paragraphHtml(caption);
};

/** A token (NFT) of which Ghost showed a preview. */
function tokenHtml(url: string, metadata: Row, notes: BodyNotes): string {
  notes.add("changed", `A preview of a token (NFT) is a link; its picture is left out: ${url}`);
  const [title, author, collection, description] = [
    "title",
    "author_name",
    "collection_name",
    "description",
  ].map((name) => textIn(metadata, name));
  const lines = [[author, collection].filter(Boolean).join(" · "), description ?? ""];
  const more = lines.filter((line) => line !== "").map((line) => `<br>${escapedHtml(line)}`);
  return paragraphHtml(linkHtml(url, title || url) + more.join(""));
}

/** HTML without its programs. */
function withoutPrograms(html: string): string {
  const [first = "", ...rest] = html.split(/<script\b/i);
  return rest.reduce((shown, part) => {
    const end = part.toLowerCase().indexOf("</script>");
    return end === -1 ? `${shown}<script${part}` : shown + part.slice(end + "</script>".length);
  }, first);
}
