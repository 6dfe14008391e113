import { rule as twice } from "../../checks/component/attribute-twice.ts";
import { rule as wrongType } from "../../checks/component/attribute-type.ts";
import type { Details } from "../../checks/component/attribute-type.ts";
import { rule as unknown } from "../../checks/component/attribute-unknown.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { isWebAddress, keepCall } from "../../domain/keep-call.ts";
import { nearestName } from "../../domain/nearest-name.ts";
import type { BodyDiagnostic, Literal } from "../body.ts";
import { attributeSample } from "./attribute-sample.ts";
import { ATTRIBUTE_TYPES } from "./attribute-types.ts";
import type { AttributeSpec, Component } from "./component.ts";
import { meantAttribute } from "./meant-value.ts";
import type { Context } from "./meant-value.ts";

/** An attribute as written, its value already read. */
export interface WrittenAttribute {
  name: string;
  value: Literal;
  location: SourceLocation;
  /** Where its value stands, without the quotation marks. */
  valueLocation: SourceLocation;
  /** As it stands in the source, with its value. */
  written: string;
}

/** The attributes of a use that passed the checks, and what is wrong with the others. */
export interface CheckedAttributes {
  values: Record<string, Literal>;
  places: Record<string, SourceLocation>;
  valueLocations: Record<string, SourceLocation>;
  diagnostics: BodyDiagnostic[];
  /** Names of attributes that it needs and does not have. */
  missing: string[];
}

/** Holds the attributes of one use against the component's declaration. `unread` names attributes already reported. */
export function checkAttributes(
  component: Component,
  written: readonly WrittenAttribute[],
  unread: readonly string[],
  context: Context = {},
): CheckedAttributes {
  const checked: CheckedAttributes = {
    values: {},
    places: {},
    valueLocations: {},
    diagnostics: [],
    missing: [],
  };
  const names = new Set([...written.map(({ name }) => name), ...unread]);
  /** Names that others were meant as: what is meant is not missing, too. */
  const meant = new Set<string>();
  for (const attribute of written) {
    const { name, value, location, valueLocation } = attribute;
    const spec = Object.hasOwn(component.attributes, name) ? component.attributes[name] : undefined;
    if (spec === undefined) {
      const known = meantName(component, name, names);
      const isKept =
        known !== undefined &&
        component.attributes[known]?.type === "post" &&
        typeof value === "string" &&
        isWebAddress(value);
      if (known !== undefined) meant.add(known);
      const details = {
        tag: component.name,
        name,
        takes: Object.keys(component.attributes),
        written: attribute.written,
        meant: known === undefined ? undefined : renamed(component, known, attribute),
        keep: isKept ? keepCall(String(value)) : undefined,
      };
      checked.diagnostics.push(unknown.inBody(location, "mdx", details));
    } else if (Object.hasOwn(checked.values, name)) {
      const first = written.find((one) => one.name === name)?.written ?? name;
      const details = { tag: component.name, name, first, second: attribute.written };
      checked.diagnostics.push(twice.inBody(location, "mdx", details));
    } else {
      const fault = valueFault(component, attribute, spec, context);
      if (fault === undefined) {
        checked.values[name] = value;
        checked.places[name] = location;
        checked.valueLocations[name] = valueLocation;
      } else checked.diagnostics.push(wrongType.inBody(location, "mdx", fault));
    }
  }
  for (const [name, spec] of Object.entries(component.attributes)) {
    if (spec.required === true && !names.has(name) && !meant.has(name)) checked.missing.push(name);
  }
  return checked;
}

/** An attribute by another name, with its own value or, where that is not one of a few, each of those. */
function renamed(
  component: Component,
  name: string,
  { name: written, value, written: whole }: WrittenAttribute,
): string[] {
  const { values = [] } = component.attributes[name] ?? {};
  if (values.length === 0 || values.includes(String(value)))
    return [`${name}${whole.slice(written.length)}`];
  const near = valueMeant(String(value), values);
  return (near === undefined ? values : [near]).map((one) => `${name}="${one}"`);
}

/** The one of a few values that another one is the beginning of, or is like. */
function valueMeant(value: string, values: readonly string[]): string | undefined {
  const begun = values.filter((one) => value.length > 2 && one.startsWith(value));
  return begun.length === 1 ? begun[0] : nearestName(value, values);
}

/** What people call attributes that have other names here. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  alt: ["description"],
  by: ["author", "name", "cite", "speaker", "source"],
  credit: ["source", "photographer", "copyright"],
  href: ["url", "link", "src"],
  kind: ["type"],
  length: ["duration"],
  post: ["url", "href", "link", "src", "id", "slug", "name"],
  src: ["url", "href", "file", "image", "source"],
  time: ["date", "datetime"],
};

/** The attribute that is meant by a name which the component does not have, unless that is there as well. */
function meantName(
  component: Component,
  name: string,
  names: ReadonlySet<string>,
): string | undefined {
  const free = Object.keys(component.attributes).filter((one) => !names.has(one));
  const lower = name.toLowerCase();
  const other = free.find((one) => OTHER_NAMES[one]?.includes(lower));
  return nearestName(name, free) ?? other;
}

function valueFault(
  component: Component,
  { name, value, written }: WrittenAttribute,
  spec: AttributeSpec,
  context: Context,
): Details | undefined {
  const about = { tag: component.name, name };
  const { said, admits } = ATTRIBUTE_TYPES[spec.type];
  if (!admits(value)) {
    const sample = attributeSample(component, name);
    const raw = written.slice(name.length).replace(/^\s*=\s*\{?\s*|(?<!\s)\s*\}$/g, "");
    const meant = meantAttribute(name, spec, value, raw, context);
    return {
      ...about,
      kind: "type",
      takes: said,
      written,
      meant,
      sample,
      optional: spec.required !== true,
    };
  }
  if (Array.isArray(value) && spec.maxItems !== undefined && value.length > spec.maxItems)
    return { ...about, kind: "too-many", count: value.length, most: spec.maxItems };
  if (typeof value !== "string") return undefined;
  if ((spec.required === true || spec.type !== "string") && value.trim() === "")
    return {
      ...about,
      kind: "empty",
      description: spec.description,
      sample: attributeSample(component, name),
    };
  if (spec.values !== undefined && !spec.values.includes(value)) {
    const meant = valueMeant(value, spec.values);
    return { ...about, kind: "values", written, values: spec.values, meant };
  }
  if (spec.maxLength !== undefined && value.length > spec.maxLength)
    return { ...about, kind: "too-long", length: value.length, most: spec.maxLength };
  return undefined;
}
