import { bytesAt, geometricMean } from "./equal-quality.ts";
import { ENCODERS, OWN_QUALITY } from "./image-encoders.ts";
import type { Encoding } from "./image-encoders.ts";
import type { Difference } from "./image-judges.ts";
import { markdownTable } from "./results-table.ts";

const JUDGES = ["butteraugli", "ssimulacra"] as const satisfies (keyof Difference)[];

/**
 * A table in Markdown, a line an encoder: its bytes against the press's own for what a judge takes for the same, its
 * quality that is nearest to that, and its time; the mean over all pictures of these widths.
 */
export function encodersTable(encodings: readonly Encoding[]): string {
  const images = [
    ...Map.groupBy(encodings, ({ photograph, width }) => `${photograph} ${width}`).values(),
  ];
  return markdownTable(
    ["encoder", "bytes by Butteraugli", "bytes by SSIMULACRA", "nearest quality", "ms of one core"],
    ENCODERS.map(({ name }) => {
      const times = encodings.filter(({ encoder }) => encoder === name).map(({ ms }) => ms);
      return [
        name,
        ...JUDGES.map((judge) => share(images, name, judge)),
        nearestQuality(images, name),
        (times.reduce((sum, ms) => sum + ms, 0) / times.length).toFixed(0),
      ];
    }),
  );
}

function ownOf(image: readonly Encoding[]): Encoding | undefined {
  return image.find(
    ({ encoder, quality }) => encoder === ENCODERS[0]?.name && quality === OWN_QUALITY,
  );
}

function share(images: readonly Encoding[][], name: string, judge: keyof Difference): string {
  const ratios = images.flatMap((image) => {
    const own = ownOf(image);
    const points = image
      .filter(({ encoder }) => encoder === name)
      .map(({ bytes, [judge]: difference }) => ({ bytes, difference }));
    const bytes = own && bytesAt(points, own[judge]);
    return own === undefined || bytes === undefined ? [] : [bytes / own.bytes];
  });
  return `${Math.round(geometricMean(ratios) * 100)} % of ${ratios.length}`;
}

/** The quality whose pictures differ from the originals as those of the press do, on average by both judges. */
function nearestQuality(images: readonly Encoding[][], name: string): string {
  const qualities = ENCODERS.find((encoder) => encoder.name === name)?.qualities ?? [];
  const off = (quality: number): number =>
    Math.abs(
      Math.log(
        geometricMean(
          images.flatMap((image) => {
            const own = ownOf(image);
            const one = image.find((it) => it.encoder === name && it.quality === quality);
            if (own === undefined || one === undefined) return [];
            return JUDGES.map((judge) => one[judge] / own[judge]);
          }),
        ),
      ),
    );
  return String(qualities.toSorted((a, b) => off(a) - off(b))[0]);
}
