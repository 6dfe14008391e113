import { explainMarkup, markupIn } from "../markdown/plain-text.ts";
import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";
import { nameOfPath, sentence } from "./parse-or-explain.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Markup in the texts of a YAML document, all of which are plain. What a post said is quoted as it was. */
export function markupFindings({ value, placeOf }: YamlDocument, file: string): Finding[] {
  const findings: Finding[] = [];
  const visit = (part: unknown, path: PropertyKey[]): void => {
    if (typeof part === "string") {
      for (const markup of markupIn(part)) {
        const told = explainMarkup(markup, sentence(nameOfPath(path)));
        findings.push(finding({ code: "text/markup", file, ...placeOf(path), ...told }));
      }
    } else if (typeof part === "object" && part !== null) {
      for (const [key, inner] of Object.entries(part))
        visit(inner, [...path, Array.isArray(part) ? Number(key) : key]);
    }
  };
  for (const [key, part] of Object.entries(value))
    if (!(file.startsWith("posts/") && key === "text")) visit(part, [key]);
  return findings;
}
