import { expect, test } from "vitest";
import {
  CARD_FIELDS,
  LEXICAL_CARDS,
  LEXICAL_TEXT,
  lexicalDocument,
  lexicalElement,
  lexicalText,
  MOBILEDOC_CARDS,
  MOBILEDOC_TEXT,
  mobiledocCard,
} from "../../../tests/fixtures/ghost-documents.ts";
import { installGhostRenderers } from "../../../tests/tools/ghost-renderers/ghost-renderers.ts";
import { provided } from "../../../tests/tools/need.ts";
import type { BodyContext, ConvertedBody } from "../converted-body.ts";
import { plainText } from "../html-text.ts";
import { contentPath } from "./content-files.ts";
import { convertGhost } from "./convert-ghost.ts";

const ROOT = "https://old.example/";

const fileAt = (path: string): ReturnType<BodyContext["fileOf"]> => ({
  file: { key: path, addresses: [], target: { public: path } },
  src: `/${path}`,
});
const CONTEXT: BodyContext = {
  base: `${ROOT}post/`,
  language: "en",
  link: () => undefined,
  file: (url) => {
    const path = contentPath(url.href, ROOT);
    return path === undefined ? undefined : fileAt(path);
  },
  fileOf: fileAt,
};

function converted(body: string, form: string): ConvertedBody {
  return convertGhost({ body, details: { form, root: ROOT } }, CONTEXT);
}

/** What readers have of a text: words, links and pictures, in order. */
function shown({ text, after, files, notes }: ConvertedBody): object {
  return {
    text: text.trim(),
    counts: after,
    files: files.toSorted(),
    // What e-mails alone had is not in the HTML.
    lost: notes.flatMap(({ kind, what }) =>
      kind === "lost" && !what.startsWith("A part for e-mails only") ? [what] : [],
    ),
  };
}

const renderers = provided(installGhostRenderers);
const compared = test.skipIf(renderers === undefined);

/** Cards that are left out, with a note. */
const FOR_MEMBERS = new Set(["signup", "transistor"]);

/** What Ghost's HTML has besides what an author wrote: parts of players, and forms for members. */
const NOT_WRITTEN =
  /<(button|svg|script|noscript)\b[\s\S]*?<\/\1>|<span class="kg-(?:audio|video)-current-time">.*?<\/span>|<div class="kg-(?:audio|video)-time">[\s\S]*?<\/div>/g;

/** Words, addresses of links and names of pictures in Ghost's HTML that a text lacks. */
function missing(html: string, { text }: ConvertedBody): string[] {
  const written = html.replaceAll(NOT_WRITTEN, " ").replaceAll("</span><span", "</span> <span");
  const words = plainText(written).match(/[\p{L}\p{N}]+/gu) ?? [];
  const links = Array.from(written.matchAll(/<a [^>]*href="([^"#]+)"/g), ([, href = ""]) => href);
  const images = Array.from(
    written
      .replaceAll(
        /<img class="kg-bookmark-icon"[^>]*>|<div class="kg-bookmark-thumbnail">.*?<\/div>/g,
        "",
      )
      .matchAll(/<img [^>]*?src="([^"]+)"/g),
    ([, src = ""]) => src,
  );
  const has = text.replaceAll("\\", "");
  return [
    ...words,
    ...[...links, ...images].map((href) =>
      href.replace("__GHOST_URL__", "").replaceAll("&amp;", "&"),
    ),
  ].filter((one) => !has.includes(one));
}

const END = lexicalElement("paragraph", [lexicalText("The words behind the card.")]);

compared.for(Object.entries({ ...CARD_FIELDS, ...LEXICAL_CARDS }))(
  "the card %s of Lexical is the same as in Ghost's own HTML",
  async ([type, fields]) => {
    const document = lexicalDocument({ version: 1, ...fields, type }, END);
    const html = (await renderers?.lexical(document)) ?? "";
    const made = converted(document, "lexical");
    expect(shown(made)).toEqual(shown(converted(html, "html")));
    if (!FOR_MEMBERS.has(type)) expect(missing(html, made)).toEqual([]);
  },
);

compared.for(Object.entries({ ...CARD_FIELDS, ...MOBILEDOC_CARDS }))(
  "the card %s of Mobiledoc is the same as in Ghost's own HTML",
  ([name, fields]) => {
    const document = mobiledocCard(name, fields);
    const html = renderers?.mobiledoc(document) ?? "";
    const made = converted(document, "mobiledoc");
    expect(shown(made)).toEqual(shown(converted(html, "html")));
    expect(missing(html, made)).toEqual([]);
  },
);

compared("running text is the same as in Ghost's own HTML", async () => {
  const lexical = lexicalDocument(...LEXICAL_TEXT);
  expect(shown(converted(lexical, "lexical"))).toEqual(
    shown(converted((await renderers?.lexical(lexical)) ?? "", "html")),
  );
  expect(shown(converted(MOBILEDOC_TEXT, "mobiledoc"))).toEqual(
    shown(converted(renderers?.mobiledoc(MOBILEDOC_TEXT) ?? "", "html")),
  );
});
