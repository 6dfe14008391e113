import { nearestName } from "../../domain/nearest-name.ts";
import type { BodyProblem, Literal } from "../body.ts";
import type { Place } from "../../domain/body.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { ATTRIBUTE_TYPES } from "./attribute-types.ts";
import type { AttributeType } from "./attribute-types.ts";
import type { AttributeSpec, Component } from "./component.ts";

/** An attribute as written, its value already read. */
export interface WrittenAttribute {
  name: string;
  value: Literal;
  place: Place;
}

/** The attributes of a use that passed the checks, and what is wrong with the others. */
export interface CheckedAttributes {
  values: Record<string, Literal>;
  places: Record<string, Place>;
  problems: BodyProblem[];
}

/** Holds the attributes of one use against the component's declaration. `unread` names attributes already reported. */
export function checkAttributes(
  component: Component,
  written: readonly WrittenAttribute[],
  unread: readonly string[],
  tag: Place,
): CheckedAttributes {
  const checked: CheckedAttributes = { values: {}, places: {}, problems: [] };
  const report = (place: Place, code: ProblemCode, message: string, fix: string): void => {
    checked.problems.push({ ...place, severity: "error", code, message, fix });
  };
  for (const { name, value, place } of written) {
    const spec = Object.hasOwn(component.attributes, name) ? component.attributes[name] : undefined;
    if (spec === undefined) {
      report(
        place,
        "component/attribute-unknown",
        `<${component.name}> has no attribute \`${name}\`. ${takes(component)}`,
        unknownFix(component, name),
      );
    } else if (Object.hasOwn(checked.values, name)) {
      report(
        place,
        "component/attribute-twice",
        `<${component.name}> has \`${name}\` twice, and only one can count.`,
        "Remove one of the two.",
      );
    } else {
      const fault = valueFault(name, spec, value);
      if (fault === undefined) {
        checked.values[name] = value;
        checked.places[name] = place;
      } else {
        report(
          place,
          "component/attribute-type",
          `<${component.name}> ${fault.message}`,
          fault.fix,
        );
      }
    }
  }
  const seen = new Set([...written.map(({ name }) => name), ...unread]);
  for (const [name, spec] of Object.entries(component.attributes)) {
    if (spec.required !== true || seen.has(name)) continue;
    report(
      tag,
      "component/attribute-missing",
      `<${component.name}> needs \`${name}\`: ${spec.description}`,
      `Add \`${name}="…"\` to the tag.`,
    );
  }
  return checked;
}

function takes(component: Component): string {
  const names = Object.keys(component.attributes).map((name) => `\`${name}\``);
  return names.length === 0 ? "It takes none." : `It takes ${names.join(", ")}.`;
}

function unknownFix(component: Component, name: string): string {
  const near = nearestName(name, Object.keys(component.attributes));
  return near === undefined ? `Remove \`${name}\`.` : `Did you mean \`${near}\`?`;
}

function valueFault(
  name: string,
  spec: AttributeSpec,
  value: Literal,
): { message: string; fix: string } | undefined {
  const { said, form, admits } = ATTRIBUTE_TYPES[spec.type];
  if (!admits(value)) {
    return {
      message: `takes ${said} for \`${name}\`, not ${describe(value, spec)}.`,
      fix:
        form === ""
          ? `Write \`${name}\` alone for true, or leave it out for false.`
          : `Write \`${name}=${form}\`.`,
    };
  }
  if (Array.isArray(value) && spec.maxItems !== undefined && value.length > spec.maxItems) {
    return {
      message: `has ${value.length} entries in \`${name}\`; there is room for ${spec.maxItems}.`,
      fix: "Leave out what the reader can do without, or make two of it.",
    };
  }
  if (typeof value !== "string") return undefined;
  if ((spec.required === true || spec.type !== "string") && value.trim() === "") {
    return {
      message: `has an empty \`${name}\`: ${spec.description}`,
      fix: `Fill in \`${name}\`.`,
    };
  }
  if (spec.values !== undefined && !spec.values.includes(value)) {
    const near = nearestName(value, spec.values);
    return {
      message: `does not know \`${name}="${value}"\`. It takes ${spec.values.map((v) => `"${v}"`).join(", ")}.`,
      fix: near === undefined ? "Use one of these." : `Did you mean "${near}"?`,
    };
  }
  if (spec.maxLength !== undefined && value.length > spec.maxLength) {
    return {
      message: `has ${value.length} characters in \`${name}\`; there is room for ${spec.maxLength}.`,
      fix: "Shorten it, or say the rest in the text.",
    };
  }
  return undefined;
}

function describe(value: Literal, { type }: AttributeSpec): string {
  if (typeof value === "string")
    return TEXTS_OF_A_FORM.has(type) ? `“${value.slice(0, 60)}”` : "a text";
  if (Array.isArray(value))
    return ATTRIBUTE_TYPES[type].said.startsWith("a list") ? "a list of others" : "a list";
  return typeof value === "object"
    ? "an object"
    : `${typeof value === "number" ? "the number " : ""}${String(value)}`;
}

/** Types whose values are texts, but not any text, so that a wrong one is best shown. */
const TEXTS_OF_A_FORM: ReadonlySet<AttributeType> = new Set([
  "duration",
  "period",
  "date",
  "instant",
]);
