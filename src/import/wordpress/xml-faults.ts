import { EXPORT_AGAIN } from "./file-kind.ts";

/** What is wrong with a text as XML, in a sentence with its remedy; undefined for faults that lose nothing. */
export function xmlFault(message: string): string | undefined {
  // Positions are told apart from what is wrong.
  const what = message.replace(/^\d+:\d+: /, "");
  if (TOLERATED.some((start) => what.startsWith(start))) return undefined;
  const unclosed = /^unclosed tag: (.{1,80})/.exec(what)?.[1];
  if (unclosed !== undefined || what.startsWith("unexpected end"))
    return `The file ends ${unclosed === undefined ? "too early" : `inside \`<${unclosed}>\``}: it was cut short. Compare its size with that on the server, and download it again.`;
  const unmatched = /^unmatched closing tag: (.{1,80})\./.exec(what)?.[1];
  if (unmatched !== undefined)
    return `\`</${unmatched}>\` closes an element that is not open, so the file is damaged. ${AGAIN}`;
  if (what.startsWith("unexpected close tag"))
    return `An element is closed before the elements in it are, so the file is damaged. ${AGAIN}`;
  const [start = "", meaning = `The file is not well-formed XML (${what.replace(/\.$/, "")})`] =
    MEANINGS.find(([beginning]) => what.startsWith(beginning)) ?? [];
  return start === "undefined entity" ? meaning : `${meaning}, so the file is damaged. ${AGAIN}`;
}

const AGAIN = `Do not edit an export by hand; ${EXPORT_AGAIN}`;

/** Faults after which the parser goes on with all of the text. */
const TOLERATED = [
  'the string "]]>" is disallowed in char data',
  "unbound namespace prefix",
  "duplicate attribute",
  "malformed character entity",
  "disallowed character.",
  "the XML declaration must appear",
  "an XML declaration must be",
  "processing instructions are not allowed before root",
];

const MEANINGS: readonly (readonly [beginning: string, meaning: string])[] = [
  [
    "undefined entity",
    "An entity is not one of XML or HTML. Write `&amp;` in place of the `&` before it.",
  ],
  ["documents may contain only one root", "A second document begins behind the end of the first"],
  ["text data outside of root node", "There is text outside the document"],
  ["malformed comment", "A comment has two hyphens in it"],
  ["unquoted attribute value", "The value of an attribute has no quotation marks"],
  ["attribute without value", "An attribute has no value"],
  ["empty entity name", "A `&` stands alone, which XML writes as `&amp;`"],
  ["disallowed character in entity name", "A `&` stands alone, which XML writes as `&amp;`"],
  ["disallowed character in tag name", "A `<` stands alone, which XML writes as `&lt;`"],
];
