/** What is known of a picture before it is decoded, as sharp says it. */
export interface ImageHeader {
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
export function decodingBytes(header: ImageHeader, { atRandom = false } = {}): number {
  const { format = "", width = 0, height = 0, channels = 4, depth = "uchar" } = header;
  const { isProgressive = false } = header;
  const pixel = channels * (depth === "uchar" ? 1 : 2);
  const whole = WHOLE[format] ?? (isProgressive ? (format === "jpeg" ? 6 : pixel) : 0);
  // An interlaced file is decoded at random in any case.
  const looked = atRandom && !(isProgressive && format === "png") ? pixel : 0;
  return width * height * (whole + looked);
}

/**
 * About how many bytes of memory a drawing takes while it is drawn: its text, its elements, and the pictures that it
 * holds, each of which is decoded as a whole. Measured with sharp 0.35.5.
 */
export function drawingBytes(svg: Uint8Array, images: readonly ImageHeader[]): number {
  const pixels = images.reduce((sum, { width = 0, height = 0 }) => sum + width * height, 0);
  return svg.length * OF_TEXT + countElements(svg) * OF_ELEMENT + pixels * OF_PIXEL;
}

/** Bytes for each of a text that is a path, for an element, and for a pixel of a picture in a drawing. */
const OF_TEXT = 60;
const OF_ELEMENT = 3000;
const OF_PIXEL = 12;

/** How many tags a drawing has that are no end tags, comments or the like. */
export function countElements(svg: Uint8Array): number {
  let count = 0;
  for (let at = svg.indexOf(LESS); at !== -1; at = svg.indexOf(LESS, at + 1)) {
    const next = svg[at + 1];
    if (next !== SLASH && next !== BANG && next !== QUESTION) count += 1;
  }
  return count;
}

const [LESS, SLASH, BANG, QUESTION] = [0x3c, 0x2f, 0x21, 0x3f];

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
