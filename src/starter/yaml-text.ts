import { stringify } from "yaml";

/** A text as YAML takes it on one line: plain where that reads as the same text, else between quotation marks. */
export function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
}
