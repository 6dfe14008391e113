/** What in a body may be the path or the address of a file or of another text. */
const CANDIDATE = /[^\s"'`()<>{}[\]|,;]+\.[A-Za-z\d]{1,8}(?=[\s"'`()<>{}[\]|,;?#]|$)/g;

/** Destinations in angle brackets and values in quotation marks, which may have blanks. */
const QUOTED = /<([^<>\n]{1,500})>|"([^"\n]{1,500})"|'([^'\n]{1,500})'/g;

/** Everything in a body that may name a file, each once. */
export function candidatePaths(body: string): string[] {
  const found = new Set<string>();
  for (const [written] of body.matchAll(CANDIDATE)) found.add(written);
  for (const [, angle, double, single] of body.matchAll(QUOTED)) {
    const written = angle ?? double ?? single ?? "";
    if (/\.[A-Za-z\d]{1,8}$/.test(written)) found.add(written);
  }
  return [...found];
}

/** What texts are named by: paths that end in `.md`, and what Liquid and shortcodes name. */
export function candidateTexts(body: string): string[] {
  const found = new Set<string>();
  for (const [written] of body.matchAll(/[^\s"'`()<>{}[\]|,;#?]+\.(?:mdx?|markdown|html)/g))
    found.add(written);
  for (const [, written = ""] of body.matchAll(/\{%-?\s*(?:post_url|link)\s+(.+?)\s*-?%\}/g))
    found.add(written.replace(/^["']|["']$/g, ""));
  for (const [, written = ""] of body.matchAll(/\b(?:rel)?ref\s+(?:\.\s+)?["'`]?([^"'`\s>%}]+)/g))
    found.add(written);
  return [...found];
}
