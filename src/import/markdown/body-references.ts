import { templateTags, withoutQuery } from "./text-scan.ts";

/** A piece of a body in which no sign parts one path from another. */
const TOKEN = /[^\s"'`()<>{}[\]|,;]+/g;

/** Destinations in angle brackets and values in quotation marks, which may have blanks and stand in each other. */
const QUOTED = [/<([^<>\n]{1,500})>/g, /"([^"\n]{1,500})"/g, /'([^'\n]{1,500})'/g];

/** Everything in a body that may name a file, each once. */
export function candidatePaths(body: string): string[] {
  const found = new Set<string>();
  const add = (written: string): void => {
    const path = withoutQuery(written);
    if (/\.[A-Za-z\d]{1,8}$/.test(path.slice(-12))) found.add(path);
  };
  for (const [written] of body.matchAll(TOKEN)) add(written);
  for (const quoted of QUOTED) for (const [, inner = ""] of body.matchAll(quoted)) add(inner);
  return [...found];
}

/** What texts are named by: paths that end in `.md`, and what Liquid and shortcodes name. */
export function candidateTexts(body: string): string[] {
  const found = new Set<string>();
  for (const [written] of body.matchAll(TOKEN)) {
    const path = withoutQuery(written);
    if (/\.(?:mdx?|markdown|html)$/.test(path.slice(-12))) found.add(path);
  }
  for (const { inner } of templateTags(body, "{%", "%}")) {
    const [name, ...rest] = inner.replace(/^-|-$/g, "").trim().split(/\s+/);
    if (name === "post_url" || name === "link")
      found.add(rest.join(" ").replace(/^["']|["']$/g, ""));
  }
  for (const [open, close] of [
    ["{{<", ">}}"],
    ["{{%", "%}}"],
  ] as const)
    for (const { inner } of templateTags(body, open, close))
      if (/^\s*(?:rel)?ref\s/.test(inner))
        for (const [written] of inner.matchAll(/[^\s"'`=]+/g)) found.add(withoutQuery(written));
  return [...found];
}
