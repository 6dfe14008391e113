/** Hosts whose pages can be played in place, by the names that `site.yaml` switches them on with. */
export const PLAYER_NAMES = ["vimeo", "youtube"] as const;

export type PlayerName = (typeof PLAYER_NAMES)[number];

/** A page of a player, and the frame that plays what it shows. */
export interface PlayerPage {
  player: PlayerName;
  /** Address of the page itself, which a reader can open. */
  page: string;
  /** Address of the frame, in the form that tells the host least. */
  frame: string;
}

/** Where each player's frames come from. */
export const PLAYER_ORIGINS: Readonly<Record<PlayerName, string>> = {
  vimeo: "https://player.vimeo.com",
  youtube: "https://www.youtube-nocookie.com",
};

/** The frame for a page of a known player; `undefined` for any other address, and for pages that show no one film. */
export function playerPage(address: string): PlayerPage | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|m|music)\./, "");
  if (host === "youtube.com" || host === "youtube-nocookie.com" || host === "youtu.be") {
    return youtube(url, host === "youtu.be");
  }
  return host === "vimeo.com" || host === "player.vimeo.com" ? vimeo(url) : undefined;
}

/** What stands in the frame of a playlist in place of a film. */
const PLAYLIST = "videoseries";

/** The page of the list of films that a frame of YouTube shows, which a reader can open; `undefined` for any other address. */
export function playlistPage(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  const list = searchParams.get("list") ?? "";
  return /^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(hostname) &&
    pathname === `/embed/${PLAYLIST}` &&
    /^[\w-]+$/.test(list)
    ? `https://www.youtube.com/playlist?list=${list}`
    : undefined;
}

function youtube(url: URL, isShort: boolean): PlayerPage | undefined {
  const inPath = isShort
    ? /^\/([^/]+)\/?$/.exec(url.pathname)
    : /^\/(?:embed|shorts|live|v)\/([^/]+)\/?$/.exec(url.pathname);
  // Frames of the time of Flash have their parameters in the path.
  const id = inPath?.[1]?.replace(/&.*/, "") ?? url.searchParams.get("v") ?? "";
  if (!/^[\w-]{11}$/.test(id) || id === PLAYLIST) return undefined;
  const start = seconds(url.searchParams.get("t") ?? url.searchParams.get("start") ?? "");
  const from = start === 0 ? "" : `&start=${start}`;
  return {
    player: "youtube",
    page: `https://www.youtube.com/watch?v=${id}${start === 0 ? "" : `&t=${start}s`}`,
    frame: `${PLAYER_ORIGINS.youtube}/embed/${id}?autoplay=1${from}`,
  };
}

/** `90`, `90s` and `1h2m3s` in seconds; 0 for anything else. */
function seconds(written: string): number {
  const [, hours = 0, minutes = 0, rest = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function vimeo(url: URL): PlayerPage | undefined {
  // A film that is not listed has a second part, without which it is not shown.
  const [, id, hash = url.searchParams.get("h") ?? ""] =
    /^\/(?:(?:channels|groups|album|showcase)\/[^/]+\/(?:videos?\/)?|video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(
      // Flash had the number in a parameter.
      url.pathname === "/moogaloop.swf"
        ? `/${url.searchParams.get("clip_id") ?? ""}`
        : url.pathname,
    ) ?? [];
  if (id === undefined) return undefined;
  const isUnlisted = /^[\da-f]+$/.test(hash);
  const unlisted = isUnlisted ? `&h=${hash}` : "";
  return {
    player: "vimeo",
    page: `https://vimeo.com/${id}${isUnlisted ? `/${hash}` : ""}`,
    frame: `${PLAYER_ORIGINS.vimeo}/video/${id}?dnt=1&autoplay=1${unlisted}`,
  };
}
