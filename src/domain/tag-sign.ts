/** Signs that open or close words in any text, and those that slugs spell out. */
const OF_NO_MEANING = /['’‘‚"“”„«»‹›()[\]{}¿¡+#&@]|[.,;:!?…]+(?![\p{L}\p{N}\p{M}])/gu;

/** Signs that touch a word on one side alone. */
const AT_EDGES =
  /(?<![\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?=[\p{L}\p{N}\p{M}])|(?<=[\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?![\p{L}\p{N}\p{M}])/gu;

/**
 * Whether two tags of one slug differ by a sign before or after a word, which may make another thing of it: `.net` and
 * `net`, `A-` and `A`. Signs within words (`Node.js`, `node-js`) are ways to spell one thing.
 */
export function differsBySign(one: string, other: string): boolean {
  return signsOf(one) !== signsOf(other);
}

function signsOf(tag: string): string {
  return tag.replace(OF_NO_MEANING, "").match(AT_EDGES)?.join(" ") ?? "";
}

const NAMES: Readonly<Record<string, string>> = {
  ".": "dot",
  "-": "minus",
  "−": "minus",
  "*": "star",
  "%": "percent",
  $: "dollar",
  "€": "euro",
  "£": "pound",
  "~": "tilde",
  "^": "caret",
  "=": "equals",
  "/": "slash",
  "\\": "backslash",
  _: "underscore",
  "|": "bar",
  "°": "degrees",
  "§": "section",
  "<": "less than",
  ">": "greater than",
};

/** A tag whose signs before and after words are written as words, `dot net`; `undefined` where one has no name. */
export function withSignsAsWords(tag: string): string | undefined {
  let isNamed = true;
  const written = tag.replace(OF_NO_MEANING, "").replace(AT_EDGES, (signs) =>
    Array.from(signs, (sign) => {
      isNamed &&= Object.hasOwn(NAMES, sign);
      return ` ${NAMES[sign] ?? ""} `;
    }).join(""),
  );
  return isNamed ? written.replace(/\s+/g, " ").trim() : undefined;
}
