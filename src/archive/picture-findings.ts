import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { Problem } from "./diagnostics.ts";
import { finding } from "./diagnostics.ts";
import type { PlacedMentions } from "./mentions.ts";
import type { PictureReading } from "./look-at-picture.ts";
import { pictureSource } from "./picture-source.ts";

const TOP: Place = { line: 1, column: 1 };

/** A problem of a picture, wherever it is asked for. */
export type PictureProblem = Pick<Problem, "code" | "message" | "fix">;

/** Pictures that a text asks for and that cannot be shown. */
export function pictureFindings(
  { mentions: text, places }: PlacedMentions,
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): Finding[] {
  const lead = text.image === undefined ? [] : [{ src: text.image.src, ...(places.image ?? TOP) }];
  const inBody = text.facts.pictures.map(({ alt: _, ...picture }) => picture);
  return [...lead, ...inBody].flatMap(({ src, ...place }) => {
    const problem = pictureProblem(src, text.file, readings, nearest);
    return problem === undefined ? [] : [finding({ ...problem, file: text.file, ...place })];
  });
}

/** Why the picture that is written as `src` in a file cannot be shown; `undefined` if it can. */
export function pictureProblem(
  src: string,
  file: string,
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): PictureProblem | undefined {
  if (src.trim() === "") {
    return {
      code: "picture/missing",
      message: "This picture has no address, so there is nothing to show.",
      fix: "Write the path of its file, or remove it.",
    };
  }
  const source = pictureSource(src, file);
  const text = file.startsWith("posts/") ? "the post" : "the article";
  const copy = `Put a copy beside ${file.includes("/") ? text : file}`;
  if (source.kind === "remote") {
    return {
      code: "picture/remote",
      message: `The picture ${src} lies on another host; readers would be seen there, and it can vanish.`,
      fix: file.endsWith(".md") ? `${copy}; until then a link stands in its place.` : `${copy}.`,
    };
  }
  if (source.kind === "outside") {
    return {
      code: "picture/outside",
      message: `The picture ${src} lies outside the content folder.`,
      fix: file.endsWith(".md") ? `${copy}; until then it is left out.` : `${copy}.`,
    };
  }
  const reading = readings.get(source.file);
  if (reading === undefined) {
    const near = nearest.near(source.file);
    return {
      code: "picture/missing",
      message: `There is no picture ${source.file}.`,
      fix:
        near === undefined ? "Put the file there, or correct the path." : `Did you mean ${near}?`,
    };
  }
  if (!("fault" in reading)) return undefined;
  return {
    code: `picture/${reading.fault}`,
    message: `The picture ${source.file} cannot be shown: ${reading.why}.`,
    fix: PICTURE_FIXES[reading.fault],
  };
}

const PICTURE_FIXES = {
  missing: "Put the picture there, or remove it.",
  broken: "Export it again from its source.",
  format: "Put a JPEG, PNG, WebP or AVIF of it there.",
  "too-large": "Put a smaller version there.",
  unsafe: "Take that out of it, or export it as a PNG or WebP.",
} as const;
