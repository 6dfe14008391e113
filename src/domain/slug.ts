import { composed } from "./composed.ts";

const SPELT_OUT: Record<string, string> = {
  "+": " plus ",
  "#": " sharp ",
  "&": " and ",
  "@": " at ",
};

/**
 * The address part for a free text such as a tag: lower case letters and digits of any script,
 * parted by single hyphens. `C++` and `C#` differ (`c-plus-plus`, `c-sharp`); a text without letters
 * or digits becomes its code points (`u1f600`), so the result is never empty for a non-empty text.
 */
export function slugify(text: string): string {
  const known = slugs.get(text) ?? slugOf(text);
  // Of short texts, which tags are: every article asks for the same few hundred again and again.
  if (text.length <= MOST_KEPT && slugs.size < MOST_SLUGS) slugs.set(text, known);
  return known;
}

const MOST_KEPT = 60;
const MOST_SLUGS = 20_000;
const slugs = new Map<string, string>();

function slugOf(text: string): string {
  const spelt = text.replace(/[+#&@]/g, (sign) => SPELT_OUT[sign] ?? sign);
  const slug = spelt
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if (slug !== "") return slug;
  return Array.from(text.trim(), (sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`).join("-");
}

/** Whether a text can stand in an address as it is: lower case letters, digits and single hyphens or dots inside. */
export function isSlug(text: string): boolean {
  return (
    /^[\p{Ll}\p{Lo}\p{N}\p{M}]+(?:[-_.][\p{Ll}\p{Lo}\p{N}\p{M}]+)*$/u.test(text) &&
    text === composed(text)
  );
}
