import { defineComponent } from "./component.ts";
import { PLAYER_ATTRIBUTES, playerInFeed, playerOnPage } from "./player.ts";

/** A film that nothing is loaded of before a reader asks. */
export const video = defineComponent({
  name: "Video",
  description:
    "A video, from `public/`, from a host that `site.yaml` allows, or from YouTube or Vimeo. Nothing loads before a click. The content may be a transcript.",
  example: [
    '<Video src="/lock-in-winter.mp4" title="The lock in winter" length="1:02" credit="The lock keeper">',
    "",
    "A gate opens. Nobody speaks.",
    "",
    "</Video>",
  ].join("\n"),
  attributes: {
    src: {
      type: "video",
      required: true,
      description: "The video.",
    },
    ...PLAYER_ATTRIBUTES,
    poster: {
      type: "image",
      description: "An image to show until it is played.",
    },
    captions: { type: "captions", description: "Its captions, if it is a file." },
    shape: {
      type: "string",
      description: "Its shape; `wide`, 16 to 9, by default.",
      values: ["wide", "classic", "square", "upright"],
    },
  },
  children: "text",
  mayBeEmpty: true,
  page(use, targets) {
    const { shape = "wide" } = use.values;
    return playerOnPage(use, "video", shape === "wide" ? [] : [`video-${shape}`], targets);
  },
  feed: (use, targets) => playerInFeed(use, "video", targets),
});
