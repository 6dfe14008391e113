import type { ElementContent } from "hast";
import type { Explanation } from "../../checks/rule.ts";
import type { DrawnUse } from "../../domain/body.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import type { BodyTargets, Literal } from "../body.ts";
import type { AttributeType, ValueOfType } from "./attribute-types.ts";

/** The declaration of one attribute: enough to check it and to document it. */
export interface AttributeSpec {
  type: AttributeType;
  description: string;
  required?: boolean;
  /** The only strings it takes. */
  values?: readonly string[];
  /** Most characters of a string. */
  maxLength?: number;
  /** Most members of a list. */
  maxItems?: number;
}

/**
 * What may stand between a component's tags: nothing; Markdown alone; Markdown and other components; or certain
 * components and nothing else. Headings never do: those of a text are the article's own.
 */
export type ChildrenSpec = "none" | "text" | "blocks" | ComponentsSpec;

/** Children that are components of certain names, as many as the limits say. */
export interface ComponentsSpec {
  only: readonly string[];
  least: number;
  most?: number;
  /** The lines that say the same as something else between the tags, where that can be told. */
  instead?(other: ElementContent, source: string): readonly string[] | undefined;
}

/** A fault found in what stands between a component's tags. */
export interface ChildrenFault extends Explanation {
  /** Where it stands, if not at the component's own tag. */
  location?: SourceLocation;
}

/** A fault found in attributes that are sound each for itself. */
export interface UseFault extends ChildrenFault {
  /** The attribute to be mended; absent where it is the tag. */
  attribute?: string;
}

/** One use of a component: its attributes, checked, and its children. */
export interface ComponentUse<V = Readonly<Record<string, Literal>>> {
  values: V;
  children: readonly ElementContent[];
}

/** A component that authors may use in `.mdx`: a contract, and pure functions from one use to its forms. */
export interface Component<V = Readonly<Record<string, Literal>>> {
  name: string;
  description: string;
  /** A use of it that passes every check, for the handbook. */
  example: string;
  attributes: Readonly<Record<string, AttributeSpec>>;
  children: ChildrenSpec;
  /** Whether nothing may stand between its tags as well. */
  mayBeEmpty?: true;
  /** The one component that it may stand in, and directly so; it stands nowhere else. */
  inside?: string;
  /** Whether it stands among the blocks of the text only, in no other component. */
  alone?: true;
  /** A rule for the children that `children` cannot express; `source` is the whole file. */
  checkChildren?(children: readonly ElementContent[], source: string): ChildrenFault | undefined;
  /** What is wrong with attributes that are sound each for itself. */
  checkUse?(values: V): UseFault[];
  /** What goes wrong when the forms of a sound use are made; of components that are not Stet's own. */
  tryForms?(use: ComponentUse<V>, targets: BodyTargets): UseFault | undefined;
  /** What the press draws of a use that is sound; none where the component draws nothing. */
  drawn?(values: V): DrawnUse;
  /**
   * The children as the body's tree shall hold them, where that is not what the author wrote: with headings, say,
   * which then have ids and stand in the contents. A heading there is of level `depth`, 2 to 6.
   */
  arrange?(use: ComponentUse<V>, depth: number): ElementContent[];
  /** The component on the article's page; `targets` answer what it asks of the publication around it. */
  page(use: ComponentUse<V>, targets: BodyTargets): ElementContent[];
  /**
   * The component in a feed, where no stylesheet reaches it and readers strip what they do not know.
   * Its text is also what search, word counts and excerpts see, which are made with targets that answer nothing.
   */
  feed(use: ComponentUse<V>, targets: BodyTargets): ElementContent[];
}

type ValueOf<S extends AttributeSpec> = S["values"] extends readonly (infer V)[]
  ? V
  : ValueOfType[S["type"]];

/** The values that a declaration of attributes promises, once a use has passed its checks. */
export type ValuesOf<A extends Readonly<Record<string, AttributeSpec>>> = {
  readonly [K in keyof A as A[K]["required"] extends true ? K : never]: ValueOf<A[K]>;
} & {
  readonly [K in keyof A as A[K]["required"] extends true ? never : K]?: ValueOf<A[K]>;
};

/** A component whose functions see its attributes by the types it declares for them. */
export function defineComponent<const A extends Readonly<Record<string, AttributeSpec>>>(
  component: Component<ValuesOf<A>> & { attributes: A },
): Component {
  // Sound because `checkAttributes` admits only values that the declaration allows.
  return component as unknown as Component;
}
