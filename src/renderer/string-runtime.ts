import type { SSRManifest } from "astro";
import { escapeHTML } from "astro/runtime/server/escape.js";

// Writes the page of a compiled component as one text, with no request, response or stream.
//
// Compiled components call functions of Astro, which give objects: templates, components and slots that wait, HTML,
// and instructions. Astro's `renderStreaming` walks these; so does this, in the same order. It knows them as they are
// in Astro 7.3 (`node_modules/astro/dist/`):
// - runtime/server/render/streaming.js: what is written for which value;
// - runtime/server/render/astro/render-template.js: `htmlParts` and `expressions`;
// - runtime/server/render/astro/instance.js: `init` makes what a component shows;
// - runtime/server/render/slot.js: `evaluate` gives what lies in a slot;
// - runtime/server/render/common.js: what becomes of instructions;
// - core/fetch/fetch-state.js: what components and these functions ask of `result`.
// At anything else it throws, and the page is rendered by Astro. string-runtime.test.ts says what a new Astro changed.

/** What pages of a route have in common. */
export interface RouteContext {
  /** The elements that Astro adds to the head, as HTML. */
  head: string;
  /** What Astro has written down of the bundled modules. */
  manifest: Pick<SSRManifest, "base" | "clientDirectives" | "componentMetadata" | "inlinedScripts">;
  /** The address of a bundled script. Throws where there is none. */
  scriptAddress: (module: string) => string;
}

/** A component as Astro has compiled it. */
export type CompiledComponent = (result: unknown, props: object, slots: object) => unknown;

/** A component uses what only Astro itself can render; the message says what, as a phrase. */
export class BeyondStrings extends Error {
  override name = "BeyondStrings";
}

/** Text, or what stands for text until all before it is known. */
type Piece = string | Instruction | Promise<Piece[]>;

interface Instruction {
  type: string;
  id: string;
  content: string;
}

/** What one of Astro's objects has, by which of these symbols it bears. */
interface AstroObject {
  htmlParts: string[];
  expressions: unknown[];
  init(result: object): unknown;
  content: unknown;
  evaluate?(): unknown;
  then?(use: (found: unknown) => Piece[]): Promise<Piece[]>;
  render?(to: { write(chunk: unknown): void }): unknown;
}

const TEMPLATE = Symbol.for("astro.renderTemplateResult");
const COMPONENT = Symbol.for("astro.componentInstance");
const HEAD_AND_CONTENT = Symbol.for("astro.headAndContent");
const INSTRUCTION = Symbol.for("astro:render");
const HTML = Symbol.for("astro:html-string");
const SLOT_TEXT = Symbol.for("astro:slot-string");

/**
 * The HTML of a page, whose component holds its `<head>`; the same that Astro makes of it. Throws BeyondStrings where
 * something cannot be written this way, and what components throw.
 */
export async function renderToText(
  page: CompiledComponent,
  props: object,
  { head, manifest, scriptAddress }: RouteContext,
): Promise<string> {
  const propagators = new Set();
  const { base, clientDirectives, componentMetadata, inlinedScripts } = manifest;
  const result = {
    __proto__: NO_RESULT,
    ...{ base, clientDirectives, componentMetadata, inlinedScripts },
    ...{ cancelled: false, renderers: [], userAssetsBase: undefined, resolve: scriptAddress },
    createAstro: astroGlobal,
    _metadata: { __proto__: NO_RESULT, propagators, routeHasPropagation: false },
  };
  const pieces: Piece[] = [];
  walk(await page(result, { ...props }, {}), result, pieces);
  const doctype = doctypeBefore(pieces[0]);
  const text = await joined(pieces, { head, scripts: new Set(), templateDepth: 0 });
  if (propagators.size > 0) throw new BeyondStrings("a component that adds to the head");
  return doctype + text;
}

/** `Astro` in a component, or the context of a file: of all that it has with Astro, only the props. */
export function astroGlobal(props: object): object {
  return { __proto__: NO_ASTRO, props, self: null };
}

const NO_RESULT = nothingBut("the page's ");
const NO_ASTRO = nothingBut("Astro.");

/** A prototype that throws at every property which an object does not have of its own. */
function nothingBut(owner: string): object {
  const refuse = (_: object, name: string | symbol): never => {
    throw new BeyondStrings(owner + String(name));
  };
  return new Proxy({}, { get: refuse, has: refuse, set: refuse });
}

/** Astro looks for a doctype in what is written first, and puts one before it where there is none. */
function doctypeBefore(start: Piece | undefined): string {
  if (typeof start !== "string") throw new BeyondStrings("a page that does not start with text");
  if (!/<!doctype html/i.test(start)) return "<!DOCTYPE html>";
  if (!/^\s*<!doctype html/i.test(start)) throw new BeyondStrings("a page with a doctype inside");
  return "";
}

/** Writes a value where it stands in a template. */
function walk(value: unknown, result: object, to: Piece[]): void {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "string") return write(escapeHTML(value), to);
  if (value === true || (typeof value === "number" && !Number.isNaN(value)))
    return write(String(value), to);
  if (typeof value !== "object") throw new BeyondStrings(`a ${typeof value} in a template`);
  if (Array.isArray(value)) {
    for (const one of value) walk(one, result, to);
    return;
  }
  const object = value as AstroObject;
  if (TEMPLATE in object) {
    const { htmlParts, expressions } = object;
    for (let at = 0; at < htmlParts.length; at += 1) {
      write(htmlParts[at] ?? "", to);
      if (at < expressions.length) walk(expressions[at], result, to);
    }
  } else if (HTML in object || INSTRUCTION in object) writeChunk(object, to);
  else if (COMPONENT in object) walk(object.init(result), result, to);
  else if (HEAD_AND_CONTENT in object) walk(object.content, result, to);
  else if (object.then !== undefined)
    writeLater(
      object.then((found) => {
        const own: Piece[] = [];
        walk(found, result, own);
        return own;
      }),
      to,
    );
  else if (object.evaluate !== undefined) walk(object.evaluate(), result, to);
  else if (object.render !== undefined) {
    // Such as a fragment, or an element whose name is a variable: they write themselves.
    const own: Piece[] = [];
    const written = object.render({ write: (chunk) => writeChunk(chunk, own) });
    if (written instanceof Promise)
      writeLater(
        written.then(() => own),
        to,
      );
    else for (const piece of own) write(piece, to);
  } else throw new BeyondStrings("an object that it does not know");
}

/** Writes what Astro's objects write: HTML and instructions. */
function writeChunk(chunk: unknown, to: Piece[]): void {
  if (typeof chunk === "string") return write(chunk, to);
  if (typeof chunk !== "object" || chunk === null || SLOT_TEXT in chunk)
    throw new BeyondStrings("a slot that was rendered before");
  if (HTML in chunk) write(String(chunk), to);
  else if (INSTRUCTION in chunk) to.push(chunk as Instruction & typeof chunk);
  else throw new BeyondStrings("an object that it does not know");
}

function write(piece: Piece, to: Piece[]): void {
  if (piece === "") return;
  const last = to.length - 1;
  if (typeof piece === "string" && typeof to[last] === "string") to[last] += piece;
  else to.push(piece);
}

function writeLater(later: Promise<Piece[]>, to: Piece[]): void {
  // Where something else fails first, nobody waits for it.
  later.catch(() => undefined);
  to.push(later);
}

/** What is known while instructions become text, in the order of the page. */
interface Progress {
  /** Added to the head once. */
  head: string;
  scripts: Set<string>;
  /** How many `template` elements are open: in these each script stands again. */
  templateDepth: number;
}

async function joined(pieces: readonly Piece[], progress: Progress): Promise<string> {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else if (piece instanceof Promise) text += await joined(await piece, progress);
    else text += instructed(piece, progress);
  }
  return text;
}

function instructed({ type, id, content }: Instruction, progress: Progress): string {
  switch (type) {
    case "head": {
      const { head } = progress;
      progress.head = "";
      return head;
    }
    // The page has a head of its own.
    case "maybe-head":
      return "";
    case "script":
      if (progress.templateDepth > 0) return content;
      if (progress.scripts.has(id)) return "";
      progress.scripts.add(id);
      return content;
    case "template-enter":
      progress.templateDepth += 1;
      return "";
    case "template-exit":
      progress.templateDepth -= 1;
      return "";
    default:
      throw new BeyondStrings(`the instruction ${type}`);
  }
}
