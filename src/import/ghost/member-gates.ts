import { plainText } from "../html-text.ts";
import type { BodyNotes } from "../body-work.ts";

const BEGIN = "<!--kg-gated-block:begin";
const END = "<!--kg-gated-block:end-->";

/** HTML without the parts that readers who are no members did not see; they are noted. */
export function withoutGates(html: string, notes: BodyNotes): string {
  const [first = "", ...rest] = html.split(BEGIN);
  return rest.reduce((open, part) => {
    const endOfMark = part.indexOf("-->");
    const end = part.indexOf(END);
    const mark = part.slice(0, Math.max(0, endOfMark));
    const isForAll = !/\bnonMember:false\b/.test(mark);
    const content = part.slice(endOfMark + 3, end === -1 ? part.length : end);
    const behind = end === -1 ? "" : part.slice(end + END.length);
    if (isForAll) return open + content + behind;
    notes.add("lost", `A part for members or e-mails only: ${plainText(content)}`);
    return open + behind;
  }, first);
}
