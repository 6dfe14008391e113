import type { MediaUse } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { Site } from "../domain/publication.ts";
import type { ContentFile } from "./content-file.ts";
import { finding } from "./diagnostics.ts";
import type { Problem } from "./diagnostics.ts";
import { mayBeLoaded, MEDIA_ENDINGS, mediaSource } from "./media-source.ts";
import type { Mentions } from "./mentions.ts";

/** What the addresses of films and recordings are compared with. */
export interface MediaSurroundings {
  site: Pick<Site, "embeds">;
  /** By path below the content folder. */
  publicFiles: ReadonlyMap<string, ContentFile>;
  /** Among the public files. */
  nearest: NearestPath;
}

const NAMES: Record<MediaUse, string> = {
  video: "film",
  audio: "recording",
  captions: "file of captions",
};

/** Films, recordings and captions of a text that cannot be played, and those that are a link only. */
export function mediaFindings(text: Mentions, surroundings: MediaSurroundings): Finding[] {
  return (text.facts.media ?? []).flatMap(({ src, use, ...place }) => {
    const problem = mediaProblem(src, use, surroundings);
    return problem === undefined ? [] : [finding({ ...problem, file: text.file, ...place })];
  });
}

function mediaProblem(
  src: string,
  use: MediaUse,
  { site, publicFiles, nearest }: MediaSurroundings,
): Pick<Problem, "code" | "message" | "fix"> | undefined {
  const source = mediaSource(src, use);
  const endings = MEDIA_ENDINGS[use].map((ending) => `.${ending}`).join(", ");
  switch (source.kind) {
    case "file": {
      const found = publicFiles.get(source.file);
      if (found !== undefined && found.bytes > 0) return undefined;
      const near = found === undefined ? nearest.near(source.file) : undefined;
      return {
        code: "media/missing",
        message:
          found === undefined
            ? `There is no ${NAMES[use]} ${source.file}.`
            : `The ${NAMES[use]} ${source.file} is empty.`,
        fix:
          near === undefined
            ? "Put the file there, or correct the path."
            : `Did you mean ${near.slice("public".length)}?`,
      };
    }
    case "outside":
      return {
        code: "media/missing",
        message: `The ${NAMES[use]} ${src} is not in \`public/\`, where files lie that are published as they are.`,
        fix: `Put it there, and write its path from the first slash: \`/name${endings.split(", ")[0] ?? ""}\`.`,
      };
    case "insecure":
      return {
        code: "media/insecure",
        message: `The address ${src} does not begin with https://, so others could see and change what readers are sent.`,
        fix: "Write the address that begins with https://, or put the file into `public/`.",
      };
    case "unplayable":
      return {
        code: "media/kind",
        message: `The ${NAMES[use]} ${src} is of a kind that not every browser plays.`,
        fix: `Convert it to one of ${endings}.`,
      };
    case "unknown":
      return {
        code: "media/kind",
        message: `The address ${src} is neither that of a file (${endings})${use === "video" ? " nor that of one film at YouTube or Vimeo" : ""}, so it cannot be played here.`,
        fix: "Link to it in the text, or put the file into `public/`.",
      };
    case "remote":
    case "page":
      if (mayBeLoaded(source, site)) return undefined;
      return {
        code: "media/link-only",
        message: `Readers get a link to ${source.host}: \`site.yaml\` does not let a click load anything from there.`,
        fix:
          source.kind === "page"
            ? `Leave it, or add \`${source.player}\` to \`players\` under \`embeds\` in site.yaml.`
            : `Leave it, or add \`${source.host}\` to \`media\` under \`embeds\` in site.yaml.`,
      };
  }
}
