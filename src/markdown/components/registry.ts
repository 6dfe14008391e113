import { aside } from "./aside.ts";
import { chart } from "./chart.ts";
import type { Component } from "./component.ts";
import { correction } from "./correction.ts";
import { figure } from "./figure.ts";
import { keyPoints } from "./key-points.ts";
import { pullQuote } from "./pull-quote.ts";
import { socialPost } from "./social-post.ts";

/** Every component that authors may use, in alphabetical order. */
export const COMPONENTS: readonly Component[] = [
  aside,
  chart,
  correction,
  figure,
  keyPoints,
  pullQuote,
  socialPost,
];

const byName = new Map(COMPONENTS.map((component) => [component.name, component]));

/** The component of that name. */
export function findComponent(name: string): Component | undefined {
  return byName.get(name);
}
