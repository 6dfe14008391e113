// Components are found by their names only where they are registered.
import "../../markdown/components/registry.ts";
import type { BodyFormat } from "../../domain/body.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import type { BodyContext, BodyNote, ConvertBody, ConvertedBody } from "../converted-body.ts";
import { admonitions } from "./admonitions.ts";
import { countBody, countSource, readBody } from "./body-counts.ts";
import { withConstructs } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";
import { hugoShortcodes } from "./hugo-shortcodes.ts";
import { kramdownConstructs } from "./kramdown.ts";
import { liquidTags } from "./liquid-tags.ts";
import { mdxEdits } from "./mdx-escapes.ts";
import { mdxSourceEdits } from "./mdx-source.ts";
import { NewAddresses } from "./new-addresses.ts";
import { parseData, parsedValues } from "./source-data.ts";
import { edited } from "./source-edits.ts";
import type { Edit } from "./source-edits.ts";
import {
  errorLines,
  hasOpenFence,
  usesMdx,
  withoutErrors,
  withoutHtmlComments,
} from "./source-blocks.ts";
import { codeRanges, sourceTree } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import type { Values } from "./values.ts";
import { refusedAnywhere } from "./strict-context.ts";
import { strictEdits } from "./strict-links.ts";
import { plainText } from "./written-forms.ts";
import { linkEdits } from "./written-links.ts";
import { fencedRanges } from "./text-scan.ts";

/**
 * Converts the body of a text of a site made with a generator. It is edited where it stands: what its author wrote stays
 * byte for byte, but for addresses, and for what only the old generator understands.
 */
export const convertMarkdown: ConvertBody = ({ body, details = {} }, context) =>
  new Conversion(body, details, context).result();

class Conversion {
  readonly #body: string;
  readonly #details: Record<string, string>;
  readonly #addresses: NewAddresses;
  readonly #variables: Values;
  readonly #base: string;
  #notes: BodyNote[] = [];
  readonly #from: string;

  constructor(body: string, details: Record<string, string>, context: BodyContext) {
    this.#body = body;
    this.#details = details;
    this.#from = details["from"] ?? "";
    this.#addresses = new NewAddresses(details, context);
    this.#variables = valuesIn(details["variables"]);
    this.#base = details["base"] ?? "";
  }

  result(): ConvertedBody {
    const isMdx = this.#details["format"] === "mdx" || this.#from === "docusaurus";
    const whole = isMdx ? this.#ofMdx() : undefined;
    const { text, format } = whole ?? this.#ofMarkdown();
    const body = readBody(text, format);
    return {
      text,
      format,
      excerpt: body.metadata.excerpt,
      before: this.#before(format),
      after: countBody(body),
      notes: uniqueNotes(this.#notes),
      posts: [],
      files: this.#addresses.files(),
    };
  }

  /** Markdown, with components only if it needs them and can have them. */
  #ofMarkdown(): { text: string; format: BodyFormat } {
    const constructs = this.#constructs(this.#body);
    const notes = this.#notes.slice();
    if (constructs.some(({ mdx }) => mdx !== undefined)) {
      const filled = withConstructs(this.#body, constructs, "mdx");
      const linked = this.#linked(filled, "md", "mdx");
      const tree = sourceTree(linked, "md");
      if (tree !== undefined) {
        const written = edited(
          linked,
          mdxEdits(linked, tree, (what) => this.#note("changed", what)),
        );
        const text = this.#strict(written, "mdx");
        if (errorLines(text, "mdx").length === 0) return { text, format: "mdx" };
      }
      this.#notes = notes;
      this.#note(
        "look",
        "players and notes are written as plain Markdown, because the HTML in this text cannot stand beside components",
      );
    }
    const linked = this.#linked(withConstructs(this.#body, constructs, "md"), "md");
    return { text: this.#valid(this.#strict(linked, "md"), "md"), format: "md" };
  }

  /** MDX without code; undefined where the source is none that can be read. */
  #ofMdx(): { text: string; format: BodyFormat } | undefined {
    const isMarkdown = this.#details["format"] !== "mdx";
    // Docusaurus takes comments of HTML in both.
    const source = this.#from === "docusaurus" ? withoutHtmlComments(this.#body) : this.#body;
    const constructs = this.#constructs(source, true);
    const filled = withConstructs(source, constructs, "mdx");
    const tree = sourceTree(filled, "mdx");
    if (tree === undefined) return undefined;
    // A text in which nothing is MDX stays what it is called.
    if (isMarkdown && !usesMdx(tree) && constructs.length === 0) return undefined;
    const edits = mdxSourceEdits(tree, this.#constructContext(filled, []));
    const linked = this.#linked(edited(filled, edits), "mdx");
    const text = this.#strict(this.#valid(linked, "mdx"), "mdx");
    return errorLines(text, "mdx").length === 0 ? { text, format: "mdx" } : undefined;
  }

  /** A text without the links and pictures that the check refuses in its format. */
  #strict(text: string, format: BodyFormat): string {
    const tree = sourceTree(text, format);
    if (tree === undefined) return text;
    const edits = strictEdits(text, tree, {
      addresses: format === "mdx" ? this.#addresses : refusedAnywhere(this.#addresses),
      ids: new Set(format === "mdx" ? parseBody(`\n${text}`, format).metadata.ids : []),
      note: (kind, what) => this.#note(kind, what),
    });
    return edited(text, edits);
  }

  #constructs(source: string, isMdx = false): Construct[] {
    const context = this.#constructContext(source, isMdx ? [] : codeRanges(source));
    switch (this.#from) {
      case "hugo":
        return hugoShortcodes(context);
      case "jekyll":
        return [...liquidTags(context), ...kramdownConstructs(context)];
      case "eleventy":
        return liquidTags(context);
      case "docusaurus":
        return admonitions({ ...context, code: fencedRanges(source) });
      case "astro":
        return admonitions({ ...context, code: fencedRanges(source) });
      default:
        return [];
    }
  }

  #constructContext(source: string, code: ConstructContext["code"]): ConstructContext {
    return {
      source,
      code,
      variables: this.#variables,
      base: this.#base,
      textAddress: (written) => this.#addresses.oldAddress(written),
      picture: (written) => this.#addresses.of(written, true) ?? written,
      note: (kind, what) => this.#note(kind, what),
      within: (from, to, format) => {
        const inner = source.slice(from, to);
        return withConstructs(inner, this.#constructs(inner, code.length === 0), format);
      },
    };
  }

  /** A source with new addresses; `target` is the format that it will have in the end. */
  #linked(source: string, format: BodyFormat, target = format): string {
    const tree = sourceTree(source, format);
    if (tree === undefined) return source;
    if (hasOpenFence(source, tree))
      this.#note("look", "a block of code is never closed, so everything behind it is code");
    const edits = linkEdits(source, tree, (written, isImage) => {
      const found = this.#addresses.of(written, isImage);
      // What the check only warns of stays for an editor.
      if (found === undefined && target === "md" && this.#addresses.isLost(written, isImage))
        this.#note(
          "look",
          `a ${isImage ? "picture" : "link"} leads to what is not in the archive: ${written}`,
        );
      return found;
    });
    return edited(source, [...this.#withoutTitle(source, tree), ...edits]);
  }

  /** Takes out a first heading that says the title again. */
  #withoutTitle(source: string, tree: TreeNode): Edit[] {
    const first = tree.children.find(({ type }) => !/^(?:html|mdxjsEsm|definition)$/.test(type));
    if (first?.type !== "heading" || first.depth !== 1) return [];
    const words = plainText(source.slice(first.from, first.to).replace(/\{#[\w-]+\}/, ""));
    if (words !== (this.#details["title"] ?? "").replace(/\s+/g, " ").trim()) return [];
    this.#note("changed", "the heading that says the title again was left out");
    const behind = /^[ \t]*(?:\r?\n)*/.exec(source.slice(first.to))?.[0].length ?? 0;
    return [{ from: first.from, to: first.to + behind, text: "" }];
  }

  /** What the old text held, with the values of its templates filled in and the rest of their markup taken out. */
  #before(format: BodyFormat): ConvertedBody["before"] {
    const isMdx = this.#details["format"] === "mdx" || this.#from === "docusaurus";
    const isBare = format === "mdx" && this.#from === "docusaurus";
    const source = isBare ? withoutHtmlComments(this.#body) : this.#body;
    const notes = this.#notes.slice();
    const constructs = this.#constructs(source, isMdx && format === "mdx");
    const filled = edited(
      source,
      constructs.map(({ from, to, md, mdx, isValue, embeds, pictures }) => {
        const shown = format === "mdx" ? (mdx ?? md) : md;
        const isCounted = isValue !== true && (embeds !== undefined || pictures !== undefined);
        return { from, to, text: isCounted ? "" : shown };
      }),
    );
    const whole = sourceTree(filled, format);
    const bare = whole === undefined ? filled : edited(filled, this.#withoutTitle(filled, whole));
    this.#notes = notes;
    const tree = sourceTree(bare, format);
    if (tree !== undefined && isMdx && format === "mdx") return countSource(tree);
    const counts = countBody(readBody(bare, tree === undefined ? "md" : format));
    for (const { embeds = 0, pictures = 0 } of constructs) {
      counts.embeds += embeds;
      counts.pictures += pictures;
    }
    return counts;
  }

  #valid(text: string, format: BodyFormat): string {
    return withoutErrors(text, format, (what) => this.#note("look", what));
  }

  #note(kind: BodyNote["kind"], what: string): void {
    this.#notes.push({ kind, what });
  }
}

function valuesIn(json: string | undefined): Values {
  return json === undefined ? {} : parsedValues(parseData(json, "json"));
}

function uniqueNotes(notes: readonly BodyNote[]): BodyNote[] {
  return [...new Map(notes.map((note) => [`${note.kind} ${note.what}`, note])).values()];
}
