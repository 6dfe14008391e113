import type { Component } from "./component.ts";

let byName: ReadonlyMap<string, Component> | undefined;

/**
 * Where the components of the publication's own lie. They are loaded by the process; texts are rendered by modules that
 * Astro has bundled, so a module variable would not be the same one.
 */
const OWN_KEY = Symbol.for("stet.own-components");

interface OwnContext {
  /** By name; undefined for one that could not be loaded. */
  [OWN_KEY]?: ReadonlyMap<string, Component | undefined>;
}

/**
 * Lets components be found by their names. The registry does it when it is loaded: components read the text of what they
 * hold, in which there may be any other, so that neither can import all of them.
 */
export function registerComponents(components: readonly Component[]): void {
  byName = new Map(components.map((component) => [component.name, component]));
}

/**
 * Sets the components of the publication's own by their names, in the place of those of another one; undefined stands
 * for one that could not be loaded.
 */
export function setOwnComponents(components: ReadonlyMap<string, Component | undefined>): void {
  const context = globalThis as OwnContext;
  if (components.size === 0) delete context[OWN_KEY];
  else context[OWN_KEY] = components;
}

/** Whether a component of the publication's own has that name and could not be loaded, which is told at its file. */
export function isBrokenComponent(name: string): boolean {
  const own = (globalThis as OwnContext)[OWN_KEY];
  return own?.has(name) === true && own.get(name) === undefined;
}

/** The names of the components of the publication's own. */
export function ownComponentNames(): string[] {
  return [...((globalThis as OwnContext)[OWN_KEY]?.keys() ?? [])];
}

/** The component of that name. Throws where the registry was not loaded, since no text has components then. */
export function findComponent(name: string): Component | undefined {
  if (byName === undefined) throw new Error("Import components/registry.ts before texts are read.");
  return byName.get(name) ?? (globalThis as OwnContext)[OWN_KEY]?.get(name);
}
