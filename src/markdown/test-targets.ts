import type { BodyTargets } from "./body.ts";

/** Targets for tests: English words, no links or pictures answered unless given. */
export function testTargets(changes: Partial<BodyTargets> = {}): BodyTargets {
  return {
    links: {},
    pictures: {},
    media: {},
    words: {
      footnotes: "Footnotes",
      footnoteBack: "Back to note {number}",
      table: "Table",
      player: {
        play: "Play: {title}",
        minutes: "{length} minutes",
        hours: "{length} hours",
        loads: "Loads from {host}",
        at: "At {host}",
        transcript: "Transcript",
      },
    },
    language: "en",
    timezone: "UTC",
    address: "https://press.example/2026/11/story/",
    ...changes,
  };
}
