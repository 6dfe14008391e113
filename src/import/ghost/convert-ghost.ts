import type { BodyContext, ConvertBody } from "../converted-body.ts";
import { convertHtml } from "../html/convert-html.ts";
import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import { BodyNotes } from "../body-work.ts";
import { markdownHtml } from "./markdown-text.ts";
import { contentPath } from "./content-files.ts";
import { exportedHtml } from "./exported-html.ts";
import { lexicalHtml } from "./lexical.ts";
import { mobiledocHtml } from "./mobiledoc.ts";
import { rootOf, withSiteAddress } from "./site-address.ts";

/**
 * Converts a body of Ghost: the HTML that it exports, or the document of its editor. `details.form` is the column that it
 * is from, `details.root` the address of the site.
 */
export const convertGhost: ConvertBody = ({ body, details = {} }, context) => {
  const notes = new BodyNotes();
  const root = rootOf(details["root"]);
  const html = ghostHtml(withSiteAddress(body, root), details["form"] ?? "html", notes);
  return convertHtml(html + notes.html(), withSizes(context, root));
};

/** A body as marked HTML; see `MARKED_ELEMENTS`. What is no document of its form stays as it is written, and is noted. */
export function ghostHtml(body: string, form: string, notes: BodyNotes): string {
  try {
    const html =
      form === "lexical"
        ? lexicalHtml(body, notes)
        : form === "mobiledoc"
          ? mobiledocHtml(body, notes)
          : form === "markdown"
            ? markdownHtml(body)
            : exportedHtml(body, notes);
    if (html !== undefined) return html;
  } catch (error) {
    // Deeper than can be followed.
    if (!(error instanceof RangeError)) throw error;
  }
  if (form === "html") return body;
  return markedHtml(
    MARKED_ELEMENTS.unknown,
    { name: `A text in the form ${form}` },
    `<p>${escapedHtml(body)}</p>`,
  );
}

/** A context in which addresses of sizes of a picture lead to the picture, whether or not the archive lists them. */
function withSizes(context: BodyContext, root: string | undefined): BodyContext {
  return {
    ...context,
    file: (url) => {
      const direct = context.file(url);
      if (direct !== undefined) return direct;
      const path = contentPath(url.href, root ?? `${new URL(context.base).origin}/`);
      return path === undefined ? undefined : context.fileOf(path);
    },
  };
}
