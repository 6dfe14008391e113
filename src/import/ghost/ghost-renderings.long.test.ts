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
import { contentPath } from "./content-files.ts";
import { convertGhost } from "./convert-ghost.ts";

const ROOT = "https://old.example/";

const fileAt = (path: string): ReturnType<BodyContext["fileOf"]> => ({
  file: { key: path, addresses: [], target: { public: path } },
  src: `/${path}`,
});
const CONTEXT: BodyContext = {
  base: `${ROOT}post/`,
  format: "mdx",
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

const END = lexicalElement("paragraph", [lexicalText("The words behind the card.")]);

compared.for(Object.entries({ ...CARD_FIELDS, ...LEXICAL_CARDS }))(
  "the card %s of Lexical is the same as in Ghost's own HTML",
  async ([type, fields]) => {
    const document = lexicalDocument({ version: 1, ...fields, type }, END);
    const html = (await renderers?.lexical(document)) ?? "";
    expect(shown(converted(document, "lexical"))).toEqual(shown(converted(html, "html")));
  },
);

compared.for(Object.entries({ ...CARD_FIELDS, ...MOBILEDOC_CARDS }))(
  "the card %s of Mobiledoc is the same as in Ghost's own HTML",
  ([name, fields]) => {
    const document = mobiledocCard(name, fields);
    const html = renderers?.mobiledoc(document) ?? "";
    expect(shown(converted(document, "mobiledoc"))).toEqual(shown(converted(html, "html")));
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
