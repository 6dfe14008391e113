import { ATTRIBUTE_TYPES } from "./attribute-types.ts";
import type { Component } from "./component.ts";

/** An attribute of a component, or of an element, with what holds the place of its value, which is told of when it is left in. */
export function attributeSample(component: Component | undefined, name: string): string {
  const spec = component?.attributes[name];
  if (spec?.values !== undefined) return `${name}="${spec.values.join("|")}"`;
  const value = ATTRIBUTE_TYPES[spec?.type ?? "string"].toWrite(name);
  return value === "" ? name : `${name}=${value}`;
}
