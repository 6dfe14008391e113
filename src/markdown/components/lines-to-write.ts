import { placeholder } from "../../domain/placeholder.ts";
import { attributeSample } from "./attribute-sample.ts";
import type { Component } from "./component.ts";

/** Kinds of lines between the tags of an example, with what holds their place. */
const LINES: readonly [RegExp, string][] = [
  [/^- .*/, `- ${placeholder("a point")}`],
  [/^\*\*.*\*\*$/, `**${placeholder("the question")}**`],
  [/^\|(?![\s|:-]*$).*/, `| ${placeholder("the name")} | ${placeholder("the name")} |`],
  [/^(?!\||```|<|$).+/, placeholder("the text")],
];

/**
 * What may stand between the tags of a component, as its example has it: lines to be typed, in which all that an author
 * alone can know is yet to be written, and is told of when it is left in.
 */
function childrenToWrite(component: Component, find: FindComponent): string[] {
  const { name, example } = component;
  const [, between = ""] =
    new RegExp(`<${name}(?:\\s[^<>]*)?>([^]*?)</${name}>`).exec(example) ?? [];
  return between
    .trim()
    .split("\n")
    .map((line) => lineToWrite(line, find));
}

/** A component by its name. */
type FindComponent = (name: string) => Component | undefined;

function lineToWrite(line: string, find: FindComponent): string {
  const inner = find(/^<(\w+)/.exec(line)?.[1] ?? "");
  if (inner !== undefined) return tagToWrite(inner);
  const [pattern, written] = LINES.find(([kind]) => kind.test(line)) ?? [];
  return pattern === undefined || written === undefined ? line : line.replace(pattern, written);
}

/** A component on one line, with what it needs and nothing else. */
export function tagToWrite(component: Component): string {
  const { name, attributes, children } = component;
  const needed = Object.keys(attributes).filter((one) => attributes[one]?.required === true);
  const start = [`<${name}`, ...needed.map((one) => attributeSample(component, one))].join(" ");
  return children === "none" ? `${start} />` : `${start}>${placeholder("the text")}</${name}>`;
}

/** The lines of a component from its start tag, `<…>`, to its end, with what may stand between them. */
export function linesToWrite(
  component: Component,
  find: FindComponent,
  start = `<${component.name}>`,
): string[] {
  return [start, "", ...childrenToWrite(component, find), "", `</${component.name}>`];
}
