/** What is said of a post that only some may read. */
export function notForAll(): string {
  return "The post is for some readers alone, its author's followers or those it names, so it is not kept. If your newsroom has decided to quote it, give its address and --text, --author and --date.";
}

/**
 * A text with the warning that its author put before it, which its readers saw first too, and what an editor has to know
 * of that.
 */
export function warned({
  text,
  warning,
  isSensitive,
}: {
  text: string | undefined;
  warning: string;
  isSensitive: boolean;
}): { text: string | undefined; notes: string[] } {
  if (warning !== "")
    return {
      text: text === undefined || text === "" ? warning : `${warning}\n\n${text}`,
      notes: [
        "Its author put a content warning before it, which is now its first paragraph. Readers see all of it at once: decide whether they should.",
      ],
    };
  return {
    text,
    notes: isSensitive
      ? [
          "Its author marked it as sensitive. Readers see all of it at once: decide whether they should.",
        ]
      : [],
  };
}
