import { nameOf } from "../domain/path-parts.ts";
import { rule as insecureMedia } from "../checks/media/insecure.ts";
import { rule as unplayableMedia } from "../checks/media/kind.ts";
import { rule as linkedMedia } from "../checks/media/link-only.ts";
import { rule as missingMedia } from "../checks/media/missing.ts";
import type { Location } from "../checks/rule.ts";
import type { Meant } from "../checks/words.ts";
import type { MediaUse } from "../domain/body.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { Site } from "../domain/publication.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { isPlayable, mayBeLoaded, MEDIA_ENDINGS, mediaSource } from "../loader/media-source.ts";
import type { References } from "../loader/references.ts";
import { decoded } from "../urls/image-source.ts";
import { typedAddress } from "./typed-path.ts";

/** What the addresses of films and recordings are compared with. */
export interface MediaContext {
  site: Pick<Site, "embeds">;
  /** By path below the content folder. */
  publicFiles: ReadonlyMap<string, ContentFile>;
  /** Among the public files. */
  nearest: NearestPath;
}

const NAMES: Record<MediaUse, string> = {
  video: "video",
  audio: "recording",
  captions: "captions file",
};

/** Films, recordings and captions of a text that cannot be played, and those that are a link only. */
export function mediaDiagnostics(text: References, context: MediaContext): Diagnostic[] {
  return (text.metadata.media ?? []).flatMap(
    ({ src, use, ...location }) =>
      mediaDiagnostic(src, use, { ...location, file: text.file }, context) ?? [],
  );
}

function mediaDiagnostic(
  src: string,
  use: MediaUse,
  location: Location,
  { site, publicFiles, nearest }: MediaContext,
): Diagnostic | undefined {
  const source = mediaSource(src, use);
  const what = NAMES[use];
  const typed = typedInPublic(src, use);
  const endings = MEDIA_ENDINGS[use].map((ending) => `.${ending}`);
  switch (source.kind) {
    case "file": {
      const { file } = source;
      const found = publicFiles.get(file);
      if (found !== undefined && found.bytes > 0) return undefined;
      const why = found === undefined ? "absent" : "empty";
      const name = src.replace(/[?#].*$/s, "").trim();
      const meant = found === undefined ? inPublic(nearest.near(file)) : undefined;
      return missingMedia.at(location, { what, name: file, why, typed: name, meant });
    }
    case "outside": {
      const meant = inPublic(publicFiles.has(`public${typed}`) ? `public${typed}` : undefined);
      return missingMedia.at(location, { what, name: src, why: "elsewhere", typed, meant });
    }
    case "insecure": {
      const secure = /^(?:http:)?\/\/(?!.*@)/i.test(src.trim())
        ? src.trim().replace(/^(?:http:)?/i, "https:")
        : undefined;
      return insecureMedia.at(location, { src, secure, typed });
    }
    case "unplayable":
    case "unknown":
      return unplayableMedia.at(location, {
        what,
        src,
        isFile: source.kind === "unplayable",
        endings,
        players: use === "video",
        typed,
      });
    case "remote":
    case "page": {
      if (mayBeLoaded(source, site)) return undefined;
      const { host } = source;
      return linkedMedia.at(
        location,
        source.kind === "page"
          ? { host, list: "players", entry: source.player }
          : { host, list: "media", entry: host },
      );
    }
  }
}

function inPublic(file: string | undefined): Meant | undefined {
  return file === undefined ? undefined : { typed: typedAddress(file.slice("public".length)) };
}

/** How a file is written once it lies in `public/`, of a kind that is played: `./clip.avi` as `/clip.mp4`. */
function typedInPublic(src: string, use: MediaUse): string {
  const path = decoded(src.trim().replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const name = nameOf(path) || NAMES[use].replaceAll(" ", "-");
  if (isPlayable(use, name)) return `/${typedAddress(name)}`;
  return `/${typedAddress(name.replace(/\.[a-z\d]{1,5}$/i, ""))}.${MEDIA_ENDINGS[use][0] ?? ""}`;
}
