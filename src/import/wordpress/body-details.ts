import type { SharedBlocks } from "./shared-blocks.ts";
import { metaOf } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** What the converter is told of a body, by names that `convertWordPress` knows. */
export function bodyDetails(
  item: WxrElement,
  body: string,
  { attached, blocks }: { attached: readonly string[]; blocks: SharedBlocks },
): Record<string, string> {
  const meta = metaOf(item);
  const details: Record<string, string> = blocks.usedBy(body);
  if (attached.length > 0 && /\[(?:gallery|playlist)\b/.test(body))
    details["attachments"] = attached.join(",");
  const notes = meta.get("footnotes")?.[0];
  if (notes !== undefined && notes.trim() !== "") details["footnotes"] = notes;
  const answers = [...meta]
    .filter(([key]) => /^_oembed_[\da-f]{32}$/.test(key))
    .flatMap(([, values]) => values)
    .filter((html) => html.includes("<blockquote"));
  if (answers.length > 0) details["answers"] = JSON.stringify(answers);
  const enclosures = (meta.get("enclosure") ?? []).map(
    (value) => value.trim().split("\n")[0] ?? "",
  );
  if (enclosures.length > 0) details["enclosures"] = enclosures.map((url) => url.trim()).join("\n");
  return details;
}
