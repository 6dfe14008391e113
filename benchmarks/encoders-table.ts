import { bytesAt, geometricMean } from "./equal-quality.ts";
import { ENCODERS, OWN_QUALITY } from "./picture-encoders.ts";
import type { Encoding } from "./picture-encoders.ts";
import type { Difference } from "./picture-judges.ts";
import { markdownTable } from "./results-table.ts";

const JUDGES = ["butteraugli", "ssimulacra"] as const satisfies (keyof Difference)[];

/**
 * A table in Markdown, a line an encoder: its bytes against the press's own for what a judge takes for the same, its
 * quality that is nearest to that, and its time; the mean over all pictures of these widths.
 */
export function encodersTable(encodings: readonly Encoding[]): string {
  const pictures = [
    ...Map.groupBy(encodings, ({ photograph, width }) => `${photograph} ${width}`).values(),
  ];
  return markdownTable(
    ["encoder", "bytes by Butteraugli", "bytes by SSIMULACRA", "nearest quality", "ms of one core"],
    ENCODERS.map(({ name }) => {
      const times = encodings.filter(({ encoder }) => encoder === name).map(({ ms }) => ms);
      return [
        name,
        ...JUDGES.map((judge) => share(pictures, name, judge)),
        nearestQuality(pictures, name),
        (times.reduce((sum, ms) => sum + ms, 0) / times.length).toFixed(0),
      ];
    }),
  );
}

function ownOf(picture: readonly Encoding[]): Encoding | undefined {
  return picture.find(
    ({ encoder, quality }) => encoder === ENCODERS[0]?.name && quality === OWN_QUALITY,
  );
}

function share(pictures: readonly Encoding[][], name: string, judge: keyof Difference): string {
  const ratios = pictures.flatMap((picture) => {
    const own = ownOf(picture);
    const points = picture
      .filter(({ encoder }) => encoder === name)
      .map(({ bytes, [judge]: difference }) => ({ bytes, difference }));
    const bytes = own && bytesAt(points, own[judge]);
    return own === undefined || bytes === undefined ? [] : [bytes / own.bytes];
  });
  return `${Math.round(geometricMean(ratios) * 100)} % of ${ratios.length}`;
}

/** The quality whose pictures differ from the originals as those of the press do, on average by both judges. */
function nearestQuality(pictures: readonly Encoding[][], name: string): string {
  const qualities = ENCODERS.find((encoder) => encoder.name === name)?.qualities ?? [];
  const off = (quality: number): number =>
    Math.abs(
      Math.log(
        geometricMean(
          pictures.flatMap((picture) => {
            const own = ownOf(picture);
            const one = picture.find((it) => it.encoder === name && it.quality === quality);
            if (own === undefined || one === undefined) return [];
            return JUDGES.map((judge) => one[judge] / own[judge]);
          }),
        ),
      ),
    );
  return String(qualities.toSorted((a, b) => off(a) - off(b))[0]);
}
