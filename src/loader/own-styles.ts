import { rule as cssRule } from "../checks/part/css.ts";
import { rule as addressRule } from "../checks/part/css-address.ts";
import type { CssAddress } from "../checks/part/css-address.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { Site } from "../domain/publication.ts";
import { href } from "../urls/hrefs.ts";
import { decoded } from "../urls/image-source.ts";

/** What a style sheet may load: files of `public/`, by their composed paths below the content folder. */
export interface LoadableFiles {
  site: Pick<Site, "base" | "origin">;
  publicFiles: ReadonlySet<string>;
}

/** What the parser throws. */
interface SyntaxFault {
  message: string;
  loc?: { line: number; column: number };
}

/**
 * Checks the text of a style sheet of the publication's own. Gives it as it is to be published, with the addresses of
 * pages, or every reason against it at its line and column in `file`.
 */
export async function readOwnStyles(
  text: string,
  file: string,
  { site, publicFiles }: LoadableFiles,
): Promise<{ css?: string; diagnostics: Diagnostic[] }> {
  // A megabyte of machine code, for those publications alone that have a style sheet.
  const { transform } = await import("lightningcss");
  const diagnostics: Diagnostic[] = [];
  const refuse = (line: number, column: number, found: CssAddress): void => {
    diagnostics.push(addressRule.at({ file, line, column }, found));
  };
  /** Of rules the parser counts lines from nought. */
  const refuseRule = (is: "import" | "namespace") => {
    return ({ value: { loc } }: { value: { loc: { line: number; column: number } } }): [] => {
      refuse(loc.line + 1, loc.column, { is });
      return [];
    };
  };
  try {
    const { code } = transform({
      filename: file,
      code: Buffer.from(text),
      visitor: {
        Rule: { import: refuseRule("import"), namespace: refuseRule("namespace") },
        Url: ({ url, loc }) => {
          const found = whyNotLoaded(url, publicFiles);
          if (found !== undefined) refuse(loc.line, loc.column, found);
          return { url: url.startsWith("#") ? url : publishedUrl(url, site), loc };
        },
      },
    });
    return diagnostics.length > 0
      ? { diagnostics }
      : { css: Buffer.from(code).toString(), diagnostics };
  } catch (error) {
    const { message, loc = { line: 1, column: 1 } } = error as SyntaxFault;
    return { diagnostics: [cssRule.at({ file, ...loc }, { reason: message })] };
  }
}

function whyNotLoaded(url: string, publicFiles: ReadonlySet<string>): CssAddress | undefined {
  if (url.startsWith("#")) return undefined;
  if (/^data:/i.test(url)) return { is: "data", url };
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(url)) return { is: "elsewhere", url };
  if (!url.startsWith("/")) return { is: "relative", url };
  const path = `public${decoded(pathOf(url))}`;
  if (publicFiles.has(path)) return undefined;
  const near = nearestName(path, [...publicFiles]);
  return { is: "absent", url: pathOf(url), near: near?.slice("public".length) };
}

function publishedUrl(url: string, site: Pick<Site, "base">): string {
  const path = pathOf(url);
  return href(site, decoded(path)) + url.slice(path.length);
}

/** Without a query or a fragment, such as the one that names a drawing in an SVG. */
function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, "");
}
