import type { ElementContent } from "hast";
import { component } from "./components.ts";
import { addNote } from "./conversion.ts";
import { addedLink } from "./embeds.ts";
import { create, onOneLine, textNode, valueOf } from "./html-nodes.ts";
import { withinComponent } from "./place.ts";
import type { BlockKind } from "./place.ts";

/** Most UTF-16 units of what players take. */
const MOST = { caption: 600, credit: 160, title: 160 } as const;

/** A player; a link to what it plays where no component may stand. */
export const playerBlocks: BlockKind = (node, place) => {
  const { conversion } = place;
  const text = (name: string): string => onOneLine(valueOf(node, name));
  const [src, title, caption, credit] = ["dataSrc", "dataTitle", "dataCaption", "dataCredit"].map(
    text,
  );
  const transcript = place.blocksOf(node.children, withinComponent(place));
  const fits = (caption ?? "").length <= MOST.caption && (credit ?? "").length <= MOST.credit;
  if (!place.allowsComponents) {
    addNote(conversion, "changed", `A player within another block is now a link: ${src}`);
    const link = create("p", {}, [addedLink(src ?? "", title || (src ?? ""), conversion)]);
    return [link, ...transcript, ...lines(caption ?? ""), ...lines(credit ?? "")];
  }
  const player = component(
    text("dataKind") === "audio" ? "Audio" : "Video",
    {
      src,
      title: shortened(title || (src ?? ""), MOST.title),
      poster: text("dataPoster"),
      captions: text("dataCaptions"),
      ...(fits ? { caption, credit } : {}),
    },
    transcript,
  );
  return fits ? [player] : [player, ...lines(caption ?? ""), ...lines(credit ?? "")];
};

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function lines(text: string): ElementContent[] {
  return text === "" ? [] : [create("p", {}, [textNode(text)])];
}
