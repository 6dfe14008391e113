import type { BodyTargets } from "./body.ts";

/** Targets for tests: English words, no links or pictures answered unless given. */
export function testTargets(changes: Partial<BodyTargets> = {}): BodyTargets {
  return {
    links: {},
    pictures: {},
    authors: {},
    words: {
      footnotes: "Footnotes",
      footnoteBack: "Back to note {number}",
      table: "Table",
      live: { keyMoments: "Key moments", by: "By" },
    },
    language: "en",
    timezone: "UTC",
    address: "https://press.example/2026/11/story/",
    ...changes,
  };
}
