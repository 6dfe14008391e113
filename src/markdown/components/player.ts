import type { ElementContent, Properties, Root } from "hast";
import { asBlocks, element, isBlank, textNode } from "../tree.ts";
import type { BodyTargets, MediaTarget } from "../body.ts";
import type { AttributeSpec } from "./component.ts";
import { captionBelow, feedCredit, pageCredit } from "./component-parts.ts";

/** What films and recordings have in common. */
export const PLAYER_ATTRIBUTES = {
  title: {
    type: "string",
    required: true,
    description: "Its title.",
    maxLength: 160,
  },
  length: { type: "duration", description: "Its duration." },
  caption: { type: "string", description: "The line below it.", maxLength: 600 },
  credit: { type: "string", description: "Who made it.", maxLength: 160 },
} as const satisfies Record<string, AttributeSpec>;

/** What it is that plays. */
type PlayerKind = "audio" | "video";

/** One use of a component that plays something. */
export interface PlayerUse {
  values: {
    src: string;
    title: string;
    length?: string;
    poster?: string;
    caption?: string;
    credit?: string;
    captions?: string;
  };
  children: readonly ElementContent[];
}

/**
 * What can be played on the page: its picture, its title and its length on a link to it, all of which stand without
 * script; `src/components/media/player-client.ts` makes of the link a button that puts a player in its place. A file is
 * played from the address of that link. The transcript between the tags can be opened below.
 */
export function playerOnPage(
  use: PlayerUse,
  kind: PlayerKind,
  shape: string[],
  { media, words }: BodyTargets,
): ElementContent[] {
  const { src, title, length, poster, captions } = use.values;
  const target = media[src] ?? undefined;
  const { plays, host } = target ?? {};
  const { loads, at, transcript, [kind]: named } = words.player;
  const said =
    host === undefined ? "" : (plays === undefined ? at : loads).replace("{host}", () => host);
  const properties: Properties =
    plays === undefined
      ? {}
      : {
          dataPlays: plays.as === "frame" ? "iframe" : kind,
          dataLabel: [
            lasting(
              // What can be seen on the button is a part of its name.
              words.player.play.replace("{title}", () =>
                named === "" ? title : named + words.blocks.separator + title,
              ),
              use,
              words,
            ),
            ...(said === "" ? [] : [said]),
          ].join(". "),
          dataTitle: title,
        };
  const open = target === undefined ? { tagName: "span", href: {} } : linked(target.href);
  return [
    element("figure", { className: ["player", kind, ...shape] }, [
      element("p", { className: ["player-stage"], ...properties }, [
        ...(poster === undefined ? [] : [element("img", { src: poster, alt: "" }, [])]),
        element(open.tagName, { className: ["player-open"], ...open.href }, [
          element("span", { className: ["player-slip"] }, [
            line("player-kind", named),
            textNode(" "),
            line("player-title", title),
            ...(length === undefined ? [] : [textNode(" "), line("player-length", length)]),
            ...(said === "" ? [] : [textNode(" "), line("player-host", said)]),
          ]),
        ]),
        ...furtherAddress(plays, media[captions ?? ""]?.href),
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

/**
 * The other address that the script needs: that of the frame, or of the captions. It stands in a template, where no
 * browser loads anything, as that of a link, which every program that mirrors or archives pages rewrites.
 */
function furtherAddress(
  plays: MediaTarget["plays"],
  captions: string | undefined,
): ElementContent[] {
  const href = plays?.as === "frame" ? plays.url : captions;
  if (plays === undefined || href === undefined) return [];
  const content: Root = { type: "root", children: [element("a", { href }, [])] };
  return [{ ...element("template", {}, []), content }];
}

/** The same in a feed: picture, link and transcript. */
export function playerInFeed(
  use: PlayerUse,
  kind: PlayerKind,
  { media, words }: BodyTargets,
): ElementContent[] {
  const { src, title, poster } = use.values;
  const target = media[src];
  const { [kind]: named } = words.player;
  const label = textNode(lasting(named === "" ? title : named + words.colon + title, use, words));
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

/** What is said of it, and how long it lasts where there are words for that. */
function lasting(
  said: string,
  { values: { length } }: PlayerUse,
  { player: { hours, minutes }, blocks: { separator } }: BodyTargets["words"],
): string {
  if (length === undefined) return said;
  const lasts = length.split(":").length > 2 ? hours : minutes;
  return lasts === "" ? said : `${said}${separator}${lasts.replace("{length}", () => length)}`;
}

function linked(href: string): { tagName: string; href: Properties } {
  return { tagName: "a", href: { href } };
}

function line(className: string, text: string): ElementContent {
  return element("span", { className: [className] }, [textNode(text)]);
}
