import type { Component } from "./component.ts";

let byName: ReadonlyMap<string, Component> | undefined;

/**
 * Lets components be found by their names. The registry does it when it is loaded: components read the text of what they
 * hold, in which there may be any other, so that neither can import all of them.
 */
export function registerComponents(components: readonly Component[]): void {
  byName = new Map(components.map((component) => [component.name, component]));
}

/** The component of that name. Throws where the registry was not loaded, since no text has components then. */
export function findComponent(name: string): Component | undefined {
  if (byName === undefined) throw new Error("Import components/registry.ts before texts are read.");
  return byName.get(name);
}
