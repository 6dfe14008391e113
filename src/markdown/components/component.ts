import type { ElementContent } from "hast";
import type { MediaUse } from "../../domain/body.ts";
import type { BodyTargets, Literal } from "../body.ts";

/**
 * What an attribute takes. `picture` is the address of a picture, `video`, `audio` and `captions` that of something to
 * be played or read; `boolean` may be written by its name alone.
 */
export type AttributeType = "string" | "number" | "boolean" | "picture" | MediaUse;

/** The declaration of one attribute: enough to check it and to document it. */
export interface AttributeSpec {
  type: AttributeType;
  description: string;
  required?: boolean;
  /** The only strings it takes. */
  values?: readonly string[];
  /** Most characters of a string. */
  maxLength?: number;
  /** What a string looks like, and one that does. */
  form?: { pattern: RegExp; like: string };
}

/** What may stand between a component's tags. */
export type ChildrenSpec = "none" | "blocks";

/** A fault found in what stands between a component's tags. */
export interface ChildrenFault {
  message: string;
  fix: string;
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
  /** A rule for the children that `children` cannot express. */
  checkChildren?(children: readonly ElementContent[]): ChildrenFault | undefined;
  /** The component on the article's page; `targets` answer what it asks of the publication around it. */
  page(use: ComponentUse<V>, targets: BodyTargets): ElementContent[];
  /**
   * The component in a feed, where no stylesheet reaches it and readers strip what they do not know.
   * Its text is also what search, word counts and excerpts see, which are made with targets that answer nothing.
   */
  feed(use: ComponentUse<V>, targets: BodyTargets): ElementContent[];
}

type ValueOf<S extends AttributeSpec> = S["type"] extends "number"
  ? number
  : S["type"] extends "boolean"
    ? boolean
    : string;

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
