/** Words that YAML or its older version take for something else than a text. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan))$/i;

/** What begins like a number, a date, a time or a version: it stays a text for certain in quotation marks alone. */
const NUMBER_LIKE = /^[-+]?\.?\d/;

/** Signs that a text may hold without quotation marks, also between brackets: letters, and what YAML gives no meaning. */
const PLAIN = /^[\p{L}\p{N}./(](?:[\p{L}\p{M}\p{N}_ .;!?()/+=&$€£%~*@^“”‘’„‚«»‹›…–—'-]|:(?=\S))*$/u;

/**
 * A text as the value of a key in YAML on one line, between brackets too: as it is where that is safe, else in the
 * quotation marks that it does not hold. Line ends become blanks.
 */
export function yamlText(text: string): string {
  const line = text.replace(/(?<!\s)\s*[\n\r]\s*/g, " ").trim();
  if (PLAIN.test(line) && !WORDS.test(line) && !NUMBER_LIKE.test(line)) return line;
  if (!line.includes("'")) return `'${line}'`;
  if (!/["\\]/.test(line)) return `"${line}"`;
  return `'${line.replaceAll("'", "''")}'`;
}

/** Pairs of signs that people set around a text, of which YAML knows the straight ones alone. */
const PAIRS =
  /^(?:“(.*)[”“]|”(.*)”|„(.*)[“”]|«(.*)»|»(.*)«|‘(.*)[’‘]|’(.*)’|‚(.*)[‘’]|‹(.*)›|「(.*)」|『(.*)』|`(.*)`)$/su;

/** What stands between quotation marks that are none to YAML, and these; undefined where the text is not wrapped so. */
export function unwrapped(
  text: string,
): { inner: string; open: string; close: string } | undefined {
  const found = PAIRS.exec(text.trim());
  const inner = found?.slice(1).find((group) => group !== undefined);
  if (found === null || inner === undefined) return undefined;
  const whole = found[0];
  const [open = "", close = ""] = [Array.from(whole)[0], Array.from(whole).at(-1)];
  // “One” and “two” are two quotations.
  if (inner.includes(open) || (open !== "’" && inner.includes(close) && close !== "’"))
    return undefined;
  return { inner: inner.replaceAll(/[\u00a0\u202f]/g, " ").trim(), open, close };
}
