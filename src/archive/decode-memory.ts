/** What is known of a picture before it is decoded, as sharp says it. */
export interface PictureHeader {
  format?: string;
  width?: number;
  height?: number;
  channels?: number;
  /** `uchar` for a byte a channel. */
  depth?: string;
  /** Interlaced, or progressive. */
  isProgressive?: boolean;
}

/**
 * About how many bytes of memory a picture takes while it is decoded. Most PNG and JPEG files pass through in strips
 * and count for nothing; what is interlaced or progressive has to be there as a whole, and so have the other formats.
 * Measured with sharp 0.35.5. `atRandom` where all pixels are looked at and not only passed on.
 */
export function decodingBytes(header: PictureHeader, { atRandom = false } = {}): number {
  const { format = "", width = 0, height = 0, channels = 4, depth = "uchar" } = header;
  const { isProgressive = false } = header;
  const pixel = channels * (depth === "uchar" ? 1 : 2);
  const whole = WHOLE[format] ?? (isProgressive ? (format === "jpeg" ? 6 : pixel) : 0);
  // An interlaced file is decoded at random in any case.
  const looked = atRandom && !(isProgressive && format === "png") ? pixel : 0;
  return width * height * (whole + looked);
}

/** Bytes a pixel of formats that are decoded as a whole. */
const WHOLE: Readonly<Record<string, number>> = { heif: 18, webp: 5, gif: 5 };

/** Memory that several tasks share: those that would take more wait, in the order in which they came. */
export class MemoryLimit {
  readonly #limit: number;
  #free: number;
  readonly #waiting: { bytes: number; start: () => void }[] = [];

  /** `limit` in bytes. */
  constructor(limit: number) {
    this.#limit = limit;
    this.#free = limit;
  }

  /** Does something that takes so many bytes once they are free; what takes more than there is is done alone. */
  async hold<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
    const taken = Math.min(bytes, this.#limit);
    await new Promise<void>((start) => {
      this.#waiting.push({ bytes: taken, start });
      this.#startNext();
    });
    try {
      return await work();
    } finally {
      this.#free += taken;
      this.#startNext();
    }
  }

  #startNext(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (next.bytes > this.#free) return;
      this.#free -= next.bytes;
      this.#waiting.shift();
      next.start();
    }
  }
}

/** For all pictures that this process decodes at one time, on however many cores: a gigabyte. */
export const DECODING = new MemoryLimit(1_000_000_000);
