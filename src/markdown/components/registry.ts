import { aside } from "./aside.ts";
import { audio } from "./audio.ts";
import { callout } from "./callout.ts";
import { chart } from "./chart.ts";
import { code } from "./code.ts";
import type { Component } from "./component.ts";
import { correction } from "./correction.ts";
import { documentQuote } from "./document-quote.ts";
import { figure } from "./figure.ts";
import { registerComponents } from "./find-component.ts";
import { gallery } from "./gallery.ts";
import { keyPoints } from "./key-points.ts";
import { liveUpdate } from "./live-update.ts";
import { pullQuote } from "./pull-quote.ts";
import { qAndA } from "./q-and-a.ts";
import { socialPost } from "./social-post.ts";
import { table } from "./table.ts";
import { timelineEvent } from "./timeline-event.ts";
import { timeline } from "./timeline.ts";
import { video } from "./video.ts";

/** Every component that authors may use, in alphabetical order. */
export const COMPONENTS: readonly Component[] = [
  aside,
  audio,
  callout,
  chart,
  code,
  correction,
  documentQuote,
  figure,
  gallery,
  keyPoints,
  liveUpdate,
  pullQuote,
  qAndA,
  socialPost,
  table,
  timeline,
  timelineEvent,
  video,
];

registerComponents(COMPONENTS);
