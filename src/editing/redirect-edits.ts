import { isMap } from "yaml";
import { REDIRECTS_FILE } from "../loader/redirects-file.ts";
import { readYaml } from "./editable-yaml.ts";
import type { TextEdit } from "../domain/text-edits.ts";
import { setValue } from "./yaml-edits.ts";

/** The edits of the text of `redirects.yaml` that lead an old address on. Throws `EditRefused` where it cannot be read. */
export function redirectEdits(text: string, from: string, to: string): TextEdit[] {
  const moved: unknown = readYaml(REDIRECTS_FILE, text).document.get("moved");
  return isMap(moved) && moved.items.length > 0
    ? setValue(REDIRECTS_FILE, text, ["moved", from], to)
    : setValue(REDIRECTS_FILE, text, ["moved"], { [from]: to });
}
