import type { MediaUse } from "../domain/body.ts";
import { playerPage } from "../domain/players.ts";
import type { PlayerName } from "../domain/players.ts";
import type { Site } from "../domain/publication.ts";
import { decoded, joinInside } from "../urls/image-source.ts";

/** What the address of a film, a recording or its captions means. */
export type MediaSource =
  /** A file of `public/`, by its path below the content folder. */
  | { kind: "file"; file: string }
  /** A file on another host. */
  | { kind: "remote"; host: string }
  /** A page that a player can show in place. */
  | { kind: "page"; host: string; player: PlayerName; frame: string }
  /** Something that is fetched in the clear. */
  | { kind: "insecure" }
  /** A file whose ending is not one that every browser plays. */
  | { kind: "unplayable" }
  /** A page of a host that no player is known of. */
  | { kind: "unknown"; host: string }
  /** A path that does not begin with a slash, or leaves `public/`. */
  | { kind: "outside" };

/** Endings that every browser of today plays, or reads as captions. */
export const MEDIA_ENDINGS: Readonly<Record<MediaUse, readonly string[]>> = {
  video: ["mp4", "webm"],
  audio: ["mp3", "m4a", "ogg", "wav"],
  captions: ["vtt"],
};

/** Reads the address of a film, a recording or captions as it is written in a text. */
export function mediaSource(src: string, use: MediaUse): MediaSource {
  const written = src.trim();
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) {
    if (!/^https:\/\//i.test(written) || !URL.canParse(written)) return { kind: "insecure" };
    const { host, pathname, username } = new URL(written);
    if (username !== "") return { kind: "insecure" };
    const page = use === "video" ? playerPage(written) : undefined;
    if (page !== undefined) return { kind: "page", host, ...page };
    if (isPlayable(use, pathname) && use !== "captions") return { kind: "remote", host };
    return use === "captions" ? { kind: "outside" } : { kind: "unknown", host };
  }
  const plain = decoded(written.replace(/[?#].*$/s, ""));
  const inside = plain.startsWith("/") ? joinInside("", plain) : undefined;
  if (inside === undefined) return { kind: "outside" };
  return isPlayable(use, plain)
    ? { kind: "file", file: `public/${inside}` }
    : { kind: "unplayable" };
}

/** Whether a click may load something of another host: its player or its host stands under `embeds` in `site.yaml`. */
export function mayBeLoaded(
  source: Extract<MediaSource, { kind: "remote" | "page" }>,
  { embeds }: Pick<Site, "embeds">,
): boolean {
  return source.kind === "page"
    ? embeds?.players.includes(source.player) === true
    : embeds?.media.includes(source.host) === true;
}

/** Whether every browser plays a file, or reads it as captions, by its name. */
export function isPlayable(use: MediaUse, path: string): boolean {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return MEDIA_ENDINGS[use].includes(ending);
}
