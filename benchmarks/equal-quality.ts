/** What one setting of an encoder makes of a picture: how many bytes, and how far from it that is seen to be. */
export interface QualityPoint {
  bytes: number;
  /** 0 where nothing differs; the higher, the more is seen. */
  difference: number;
}

/**
 * The bytes that an encoder needs for a difference, from what it made at several qualities: on a straight line between
 * its neighbours, in the logarithm of the bytes. `undefined` where the difference is beyond the best or the worst.
 */
export function bytesAt(points: readonly QualityPoint[], difference: number): number | undefined {
  const ordered = [...points].sort((a, b) => a.difference - b.difference);
  const after = ordered.findIndex((point) => point.difference >= difference);
  const [worse, better] = [ordered[after], ordered[after - 1]];
  if (worse === undefined) return undefined;
  if (better === undefined) return worse.difference === difference ? worse.bytes : undefined;
  const share = (difference - better.difference) / (worse.difference - better.difference);
  return Math.exp(Math.log(better.bytes) * (1 - share) + Math.log(worse.bytes) * share);
}

/** The mean of ratios: of twice and half it is one. `NaN` of none. */
export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}
