import { ENGLISH } from "../i18n/english.ts";
import type { BodyTargets, PostTarget } from "./body.ts";

/** The post that the example of `SocialPost` shows. */
export const EXAMPLE_POSTS: Record<string, PostTarget> = {
  "lock-keeper-gates": {
    text: "The gates are open.\nThey close at nine.\n\nBring a rope.",
    author: "The lock keeper",
    handle: "@gates",
    network: "Ripple",
    url: "https://ripple.example/@gates/7",
    day: "2026-03-05",
    iso: "2026-03-05",
  },
};

/** Targets for tests: English words, no links or pictures answered unless given. */
export function testTargets(changes: Partial<BodyTargets> = {}): BodyTargets {
  return {
    links: {},
    pictures: {},
    media: {},
    authors: {},
    posts: {},
    data: {},
    words: {
      ...ENGLISH.body,
      footnotes: "Footnotes",
      footnoteBack: "Back to note {number}",
    },
    corrections: [],
    language: "en",
    timezone: "UTC",
    address: "https://press.example/2026/11/story/",
    ...changes,
  };
}
