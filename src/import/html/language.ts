import type { Element } from "hast";
import { valueOf } from "./html-nodes.ts";

const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** A language tag (BCP 47), roughly. */
const TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Language and direction that an element has and its publication has not, as attributes. */
export function languageOf(node: Element, language: string): Element["properties"] {
  const lang = (valueOf(node, "lang") || valueOf(node, "xmlLang")).replaceAll("_", "-");
  const dir = valueOf(node, "dir").toLowerCase();
  const isOwn = primary(lang) === primary(language);
  const usual = RIGHT_TO_LEFT.test(isOwn || lang === "" ? language : lang) ? "rtl" : "ltr";
  return {
    ...(TAG.test(lang) && !isOwn ? { lang } : {}),
    ...((dir === "rtl" || dir === "ltr") && (dir !== usual || (!isOwn && lang !== ""))
      ? { dir }
      : {}),
  };
}

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
