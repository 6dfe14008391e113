import { MARKED_ELEMENTS } from "./marked-html.ts";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu " +
    "nav ol optgroup option p plaintext pre search section summary table tbody td template tfoot th thead tr ul xmp " +
    Object.values(MARKED_ELEMENTS)
      .filter((name) => name !== "stet-file" && name !== "stet-note")
      .join(" ")
  ).split(" "),
);

/** Whether an element of that name stands on lines of its own. */
export function isBlockElement(tagName: string): boolean {
  return BLOCKS.has(tagName);
}

/** Elements that are not shown and say nothing: programs, looks, data about the page. */
const SILENT = new Set(
  "script style link meta title base head template param source track datalist area map basefont".split(
    " ",
  ),
);

/** Whether readers see nothing of an element of that name, nor of what it holds. */
export function isSilentElement(tagName: string): boolean {
  return SILENT.has(tagName);
}

/** Elements whose content is shown only by programs that cannot show the elements themselves. */
const WITH_FALLBACK = new Set(
  "iframe object embed video audio canvas svg noembed noframes".split(" "),
);

/** Whether what an element of that name holds is not what it shows. */
export function hasFallback(tagName: string): boolean {
  return WITH_FALLBACK.has(tagName);
}
