import { aside } from "./aside.ts";
import { audio } from "./audio.ts";
import type { Component } from "./component.ts";
import { figure } from "./figure.ts";
import { keyPoints } from "./key-points.ts";
import { pullQuote } from "./pull-quote.ts";
import { video } from "./video.ts";

/** Every component that authors may use, in alphabetical order. */
export const COMPONENTS: readonly Component[] = [aside, audio, figure, keyPoints, pullQuote, video];

const byName = new Map(COMPONENTS.map((component) => [component.name, component]));

/** The component of that name. */
export function findComponent(name: string): Component | undefined {
  return byName.get(name);
}
