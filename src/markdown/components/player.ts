import type { ElementContent, Properties } from "hast";
import { asBlocks, element, isBlank, textNode } from "../tree.ts";
import type { BodyTargets } from "../body.ts";
import type { AttributeSpec } from "./component.ts";
import { captionBelow, feedCredit, pageCredit } from "./component-parts.ts";

/** What films and recordings have in common. */
export const PLAYER_ATTRIBUTES = {
  title: {
    type: "string",
    required: true,
    description: "What it is called.",
    maxLength: 160,
  },
  length: { type: "duration", required: true, description: "How long it lasts." },
  caption: { type: "string", description: "The line below it.", maxLength: 600 },
  credit: { type: "string", description: "Who made it.", maxLength: 160 },
} as const satisfies Record<string, AttributeSpec>;

/** One use of a component that plays something. */
export interface PlayerUse {
  values: {
    src: string;
    title: string;
    length: string;
    poster?: string;
    caption?: string;
    credit?: string;
    captions?: string;
  };
  children: readonly ElementContent[];
}

/**
 * What can be played on the page: its picture, its title and its length on a link to it, all of which stand without
 * script; `src/components/media/player-client.ts` makes of the link a button that puts a player in its place. The
 * transcript between the tags can be opened below.
 */
export function playerOnPage(
  use: PlayerUse,
  className: string[],
  { media, words, language }: BodyTargets,
): ElementContent[] {
  const { src, title, length, poster, captions } = use.values;
  const target = media[src] ?? undefined;
  const subtitles = captions === undefined ? undefined : media[captions]?.href;
  const { plays, host } = target ?? {};
  const { loads, at, transcript } = words.player;
  const said =
    host === undefined ? "" : (plays === undefined ? at : loads).replace("{host}", () => host);
  const properties: Properties =
    plays === undefined
      ? {}
      : {
          dataPlays: plays.as === "frame" ? "iframe" : className[0],
          dataSrc: plays.url,
          dataLabel: [spoken(use, words.player), ...(said === "" ? [] : [said])].join(". "),
          dataTitle: title,
          ...(subtitles === undefined || plays.as === "frame"
            ? {}
            : { dataCaptions: subtitles, dataLanguage: language }),
        };
  const open = target === undefined ? { tagName: "span", href: {} } : linked(target.href);
  return [
    element("figure", { className: ["player", ...className] }, [
      element("div", { className: ["player-stage"], ...properties }, [
        ...(poster === undefined ? [] : [element("img", { src: poster, alt: "" }, [])]),
        element(open.tagName, { className: ["player-open"], ...open.href }, [
          element("span", { className: ["player-slip"] }, [
            line("player-title", title),
            textNode(" "),
            line("player-length", length),
            ...(said === "" ? [] : [textNode(" "), line("player-host", said)]),
          ]),
        ]),
      ]),
      ...captionBelow(use.values, pageCredit),
    ]),
    ...(use.children.some((child) => !isBlank(child))
      ? [
          element("details", { className: ["transcript"] }, [
            element("summary", {}, [textNode(transcript)]),
            ...asBlocks(use.children),
          ]),
        ]
      : []),
  ];
}

/** The same in a feed: picture, link and transcript. */
export function playerInFeed(use: PlayerUse, { media, words }: BodyTargets): ElementContent[] {
  const { src, title, poster } = use.values;
  const target = media[src];
  const label = textNode(spoken(use, words.player));
  return [
    ...(poster === undefined
      ? []
      : [element("figure", {}, [element("img", { src: poster, alt: title }, [])])]),
    element("p", {}, [
      target === null || target === undefined
        ? label
        : element("a", { href: target.href }, [label]),
    ]),
    ...captionBelow(use.values, feedCredit, "p"),
    ...asBlocks(use.children),
  ];
}

function spoken({ values }: PlayerUse, words: BodyTargets["words"]["player"]): string {
  const { title, length } = values;
  const lasts = length.split(":").length > 2 ? words.hours : words.minutes;
  return [words.play, lasts]
    .join(", ")
    .replace("{title}", () => title)
    .replace("{length}", () => length);
}

function linked(href: string): { tagName: string; href: Properties } {
  return { tagName: "a", href: { href } };
}

function line(className: string, text: string): ElementContent {
  return element("span", { className: [className] }, [textNode(text)]);
}
