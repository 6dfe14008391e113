/** Longest piece of a text that a message repeats, in characters. */
const LONGEST = 60;

/** Longest text that is given to be typed within a sentence, in UTF-16 units. */
const TYPED = 240;

/** A piece of what an author wrote, on one line, cut where it is long. */
export function quoted(written: string): string {
  return inBackticks(shown(written));
}

/** What an author is to type, to the letter but on one line; cut where it is far too long to be typed. */
export function typed(text: string): string {
  return inBackticks(text.length > TYPED ? shown(text) : onOneLine(text));
}

/** Whether a text can be typed as one line. */
export function isTypable(text: string): boolean {
  return text.length <= TYPED && !/[\n\r]/.test(text);
}

/** Lines to be typed, which stand below a sentence. */
export function lines(...typed: readonly string[]): string {
  return typed.map((line) => `\n${line}`).join("");
}

/** The sentence that gives lines to be typed: one of them within it, several below it. */
export function write(...text: readonly string[]): string {
  const [only = "", ...others] = text;
  return others.length === 0 && isTypable(only)
    ? `Write ${typed(only)}.`
    : `Write:${lines(...text)}`;
}

/** Several things as a sentence names them: `a, b and c`, or with another word before the last. */
export function listed(names: readonly string[], word = "and"): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** A text as it is written in `.mdx` for readers to see its braces. */
export function escapedBraces(text: string): string {
  return text.replaceAll(/(?<!\\)[{}]/g, "\\$&");
}

function shown(text: string): string {
  const line = Array.from(text.replaceAll(/\s+/g, " ").trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join("")}…` : line.join("");
}

function onOneLine(text: string): string {
  return text.replaceAll(/(?<!\s)\s*[\n\r]\s*/g, " ");
}

function inBackticks(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
