import { defineComponent } from "./component.ts";
import { PLAYER_ATTRIBUTES, playerInFeed, playerOnPage } from "./player.ts";

/** A recording that nothing is loaded of before a reader asks. */
export const audio = defineComponent({
  name: "Audio",
  description:
    "A recording, from `public/` or from a host that `site.yaml` allows. Nothing loads before a click. The content may be a transcript.",
  example: [
    '<Audio src="/lock-keeper.mp3" title="The lock keeper remembers" length="12:05">',
    "",
    "We never closed it in a hurry.",
    "",
    "</Audio>",
  ].join("\n"),
  attributes: {
    src: {
      type: "audio",
      required: true,
      description: "The recording.",
    },
    ...PLAYER_ATTRIBUTES,
    poster: { type: "image", description: "An image to show with it." },
  },
  children: "text",
  mayBeEmpty: true,
  page: (use, targets) => playerOnPage(use, "audio", [], targets),
  feed: (use, targets) => playerInFeed(use, "audio", targets),
});
