import { RATE, waveFile } from "./wave.ts";

/** Bytes a second of the line that is listened to. */
const SPEED = 40_000;

/** Bytes of an answer: the whole feed, and 304 in its place, as the article has them. */
const WHOLE = 36_000;
const NOTHING_NEW = 841;

const REQUESTS = 5;
const PITCH = 330;
const LOUDNESS = 0.4;

/** Ten requests, one a second: a tone lasts as long as the answer is on the line. */
export const REQUESTS_HEARD = {
  /** Below the content folder. */
  file: "public/recordings/requests-heard.wav",
  make: (): Uint8Array => {
    const answers = [WHOLE, NOTHING_NEW].flatMap((bytes) =>
      Array.from({ length: REQUESTS }, () => bytes),
    );
    const samples = new Float64Array(answers.length * RATE);
    for (const [second, bytes] of answers.entries()) {
      const length = Math.round((bytes / SPEED) * RATE);
      for (let at = 0; at < length; at++) {
        // The ends are softened, or they would be heard as clicks.
        const softened = Math.min(1, at / 40, (length - at) / 40);
        samples[second * RATE + at] =
          LOUDNESS * softened * Math.sin((2 * Math.PI * PITCH * at) / RATE);
      }
    }
    return waveFile(samples);
  },
} as const;
