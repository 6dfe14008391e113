import type { ArchiveFile } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { originalPaths } from "./image-sizes.ts";
import { phpPart, phpValue } from "./php-value.ts";
import type { PhpValue } from "./php-value.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { uploadPath } from "./upload-path.ts";
import { urlOf } from "../web-address.ts";
import { metaOf, rawTextIn, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** Fields in which plugins keep who made a picture: Media Credit, Navis, Image Source Control, and themes. */
export const CREDIT_FIELDS = [
  "_media_credit",
  "_credit",
  "media_credit",
  "_navis_media_credit",
  "_navis_media_credit_org",
  "isc_image_source",
  "photographer_name",
];

/** Fields that are read here, besides those of credits. */
export const FILE_FIELDS = [
  "_wp_attached_file",
  "_wp_attachment_metadata",
  "_wp_attachment_image_alt",
  "_wp_attachment_backup_sizes",
];

/**
 * The file of an attachment, without its bytes where `uploads` does not have them; undefined where no address names one.
 * `root` is the address of the site, with a slash at its end.
 */
export function attachmentFile(
  item: WxrElement,
  key: string,
  { root, uploads }: { root: string; uploads: UploadsFolder | undefined },
): ArchiveFile | undefined {
  const meta = metaOf(item);
  const field = (name: string): string => meta.get(name)?.[0]?.trim() ?? "";
  const guid = textIn(item, "guid");
  const attached = field("_wp_attached_file");
  const url =
    urlOf(textIn(item, "wp:attachment_url")) ??
    (/\.\w{2,5}$/.test(guid) ? urlOf(guid) : undefined) ??
    urlOf(attached === "" ? "" : `${root}wp-content/uploads/${attached}`);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const metadata = phpValue(field("_wp_attachment_metadata"));
  const made = [...sizesIn(metadata), ...sizesIn(phpValue(field("_wp_attachment_backup_sizes")))];
  const addresses = [url.href, ...made.map((name) => new URL(encodeURIComponent(name), url).href)];
  const link = textIn(item, "link");
  if (link !== "") addresses.push(link);
  addresses.push(`${root}?attachment_id=${key}`);
  if (urlOf(guid)?.protocol.startsWith("http") === true) addresses.push(guid);
  const path = uploadPath(url, root);
  const names = [attached, ...path.candidates, ...made.map((name) => sibling(path.below, name))];
  const source = uploads?.find([...names, ...names.flatMap((name) => originalPaths(name))]);
  const credit = CREDIT_FIELDS.map((name) => plainText(field(name))).filter((text) => text !== "");
  return {
    key,
    addresses: [...new Set(addresses)],
    source,
    target: { public: path.target },
    counted: "attachment",
    alt: plainText(field("_wp_attachment_image_alt")) || undefined,
    caption: plainText(rawTextIn(item, "excerpt:encoded")) || undefined,
    credit: [...new Set(credit)].join(", ") || undefined,
    description: plainText(rawTextIn(item, "content:encoded")) || undefined,
  };
}

/** Names of the files that WordPress made of a picture, and of its original, as its metadata lists them. */
function sizesIn(metadata: PhpValue | undefined): string[] {
  const sizes = phpPart(metadata, "sizes") ?? metadata;
  const names = [phpPart(metadata, "original_image")];
  if (typeof sizes === "object" && sizes !== null)
    for (const size of Object.values(sizes)) names.push(phpPart(size, "file"));
  return names.filter((name) => typeof name === "string").filter((name) => /^[^/\\]+$/.test(name));
}

function sibling(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}
