import { stringify } from "yaml";

/** The lines of a key and its value in block style, each text on one line unless it has several. */
export function yamlLines(key: string, value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== "object" && isOneLine(one)))
    return `${stringify(key).trimEnd()}: ${yamlList(value)}\n`;
  return stringify({ [key]: value }, { lineWidth: 0 });
}

/**
 * A value on one line, in the quotation marks that were there (`type`, as `yaml` names it). Between braces, a comma or a
 * bracket would end a text without any.
 */
export function yamlScalar(value: unknown, type: string | undefined, isInBraces: boolean): string {
  const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const needsQuotes = isInBraces && /[,[\]{}]/.test(String(value));
  const style = isQuoted ? type : needsQuotes ? "QUOTE_DOUBLE" : "PLAIN";
  return stringify(value, {
    lineWidth: 0,
    defaultStringType: typeof value === "string" ? style : "PLAIN",
  }).trimEnd();
}

/** A list on one line, in brackets. */
export function yamlList(values: readonly unknown[]): string {
  return stringify(values, {
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trimEnd();
}

/** Whether a value is a text, a number, or true or false, on one line. */
export function isOneLine(value: unknown): boolean {
  return typeof value !== "object" && !String(value).includes("\n");
}

/** Lines further in by so many blanks. */
export function indented(text: string, by: number): string {
  return by === 0 ? text : text.replace(/^(?=.)/gm, " ".repeat(by));
}
