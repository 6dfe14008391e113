import { inContent } from "../../domain/content-path.ts";
import { z } from "astro/zod";
import type { Element, ElementContent, Text } from "hast";
import type { BodyTargets, Literal } from "../body.ts";
import { element } from "../tree.ts";
import type { AttributeSpec, Component, ComponentUse, UseFault } from "./component.ts";

/** What the functions of a publication's component are given besides the use. */
export interface OwnComponentTools {
  /** An element of HTML. Classes are `className: ["a", "b"]`. Addresses are written as authors write them. */
  element: (
    name: string,
    attributes: Element["properties"],
    children: readonly ElementContent[],
  ) => Element;
  /** A text. */
  text: (words: string) => Text;
  /** Language of the publication, for dates and numbers. */
  language: string;
  /** Time zone of the publication, by IANA name. */
  timezone: string;
}

/** One use of a component: its attributes, checked, and what stands between its tags. */
export interface OwnComponentUse {
  values: Readonly<Record<string, Literal>>;
  children: readonly ElementContent[];
}

/**
 * A component of a publication's own, `component` of a file in `components/`: the contract that built-in ones keep. Its
 * functions give the same for the same use, whatever the time or the machine.
 */
export interface OwnComponent {
  /** What it is for, in a sentence. */
  description: string;
  /** Its attributes by name; what is not listed is an error in articles. */
  attributes: Readonly<Record<string, AttributeSpec>>;
  /** What may stand between its tags: nothing, Markdown alone, or Markdown and other components. */
  children: "none" | "text" | "blocks";
  /** Whether nothing may stand there as well. */
  mayBeEmpty?: boolean;
  /** Whether it stands among the blocks of a text only, in no other component. */
  alone?: boolean;
  /** On the page of the article. */
  page: (use: OwnComponentUse, tools: OwnComponentTools) => readonly ElementContent[];
  /** In feeds, without a style sheet. Its text is what the search and the count of words see. */
  feed: (use: OwnComponentUse, tools: OwnComponentTools) => readonly ElementContent[];
}

/** What attributes of a publication's component take; what else there is belongs to built-in ones. */
const TYPES = [
  ...["string", "number", "boolean", "image", "link", "period", "date", "instant", "duration"],
  ...["texts", "numbers", "rows"],
] as const;

/** A form of a component. */
const form = z.custom<OwnComponent["page"]>(
  (value) => typeof value === "function",
  "must be a function that gives a list of nodes",
);

const SCHEMA = z.strictObject(
  {
    description: z.string().trim().min(1),
    attributes: z.record(
      z.string().regex(/^[a-z][a-z\d-]*$/, "must be named in small letters"),
      z.strictObject({
        type: z.enum(TYPES as readonly [string, ...string[]], `must be one of ${TYPES.join(", ")}`),
        description: z.string().trim().min(1),
        required: z.boolean().optional(),
        values: z.array(z.string()).min(1).optional(),
        maxLength: z.number().int().positive().optional(),
        maxItems: z.number().int().positive().optional(),
      }),
    ),
    children: z.enum(["none", "text", "blocks"], "must be none, text or blocks"),
    mayBeEmpty: z.boolean().optional(),
    alone: z.boolean().optional(),
    page: form,
    feed: form,
  },
  "must be an object with `description`, `attributes`, `children`, `page` and `feed`",
);

/**
 * The component of that name, from what a module exports as `component`, or every reason why it is none, as
 * `attributes.kind.type must be …`.
 */
export function ownComponent(
  name: string,
  exported: unknown,
): { component: Component } | { faults: string[] } {
  const { success, error } = SCHEMA.safeParse(exported);
  if (!success)
    return {
      faults: error.issues.map(
        ({ path, message }) => `\`${["component", ...path].map(String).join(".")}\` ${message}`,
      ),
    };
  const own = exported as OwnComponent;
  const formOf = (which: "page" | "feed") => (use: ComponentUse, targets: BodyTargets) => {
    try {
      return nodesOf(own[which]({ values: use.values, children: use.children }, toolsOf(targets)));
    } catch (fault) {
      throw new Error(`The form \`${which}\` of <${name}> fails: ${wordsOf(fault)}`, {
        cause: fault,
      });
    }
  };
  const component: Component = {
    name,
    description: own.description,
    example: `<${name} />`,
    attributes: own.attributes,
    children: own.children,
    ...(own.mayBeEmpty === true ? { mayBeEmpty: true } : {}),
    ...(own.alone === true ? { alone: true } : {}),
    page: formOf("page"),
    feed: formOf("feed"),
  };
  return {
    component: { ...component, tryForms: (use, targets) => faultOf(component, use, targets) },
  };
}

function toolsOf({ language, timezone }: BodyTargets): OwnComponentTools {
  return {
    element: (name, attributes, children) => element(name, attributes, [...children]),
    text: (words) => ({ type: "text", value: words }),
    language,
    timezone,
  };
}

function faultOf(
  component: Component,
  use: ComponentUse,
  targets: BodyTargets,
): UseFault | undefined {
  try {
    component.page(use, targets);
    component.feed(use, targets);
    return undefined;
  } catch (error) {
    return {
      message: `${wordsOf(error)}.`,
      fix: `Correct ${inContent(`components/${component.name}`)}, or write this in another way.`,
    };
  }
}

/** What a form gives. Throws where that is not a list of nodes. */
function nodesOf(given: readonly ElementContent[]): ElementContent[] {
  const isList = Array.isArray(given);
  if (!isList || !given.every(isNode))
    throw new Error(`it gives ${isList ? "a list with something else" : "no list"} than nodes`);
  return [...given];
}

const NODE_TYPES: ReadonlySet<unknown> = new Set(["element", "text", "comment", "component"]);

function isNode(node: unknown): node is ElementContent {
  if (typeof node !== "object" || node === null || !("type" in node)) return false;
  if (!NODE_TYPES.has(node.type)) return false;
  return !("children" in node) || (Array.isArray(node.children) && node.children.every(isNode));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
