import { escapedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import { htmlParts, tagAttributes } from "./html-parts.ts";
import { isOfArchive } from "./single-blocks.ts";
import { urlOf } from "../web-address.ts";

/** Attributes in which plugins keep the address of a picture that loads later, the largest first. */
const LATER = [
  "data-orig-file",
  "data-full-url",
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-url",
];

/** HTML whose pictures name their files: by the number that WordPress gave them, where their address is not known. */
export function withImageFiles(html: string, work: BodyWork): string {
  if (!/<img\b/i.test(html)) return html;
  let written = "";
  for (const part of htmlParts(html)) {
    const text = html.slice(part.start, part.end);
    written += part.kind === "tag" && part.name === "img" ? imageTag(text, work) : text;
  }
  return written;
}

function imageTag(tag: string, work: BodyWork): string {
  const attributes = tagAttributes(tag);
  const src = attributes.get("src") ?? "";
  const known = (address: string): boolean => {
    const url = urlOf(address, work.context.base);
    return url !== undefined && work.context.file(url) !== undefined;
  };
  const later = LATER.map((name) => attributes.get(name) ?? "").filter((one) => one !== "");
  const isEmpty =
    src === "" || src.startsWith("data:") || /\/(?:blank|spacer|pixel|1x1)\.(?:gif|png)$/.test(src);
  const shown = (known(src) ? src : later.find(known)) ?? (isEmpty ? (later[0] ?? src) : src);
  const id =
    /\bwp-image-(\d{1,12})\b/.exec(attributes.get("class") ?? "")?.[1] ??
    attributes.get("data-id") ??
    "";
  const key = !known(shown) && isOfArchive(id, shown, work) ? id : "";
  if (shown === src && key === "") return tag;
  const kept = ["alt", "title", "width", "height", "class"].map((name) => {
    const value = attributes.get(name);
    return value === undefined ? "" : ` ${name}="${escapedHtml(value)}"`;
  });
  const file = key === "" ? "" : ` data-stet-file="${key}"`;
  return `<img src="${escapedHtml(shown)}"${file}${kept.join("")}>`;
}
