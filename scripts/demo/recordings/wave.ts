/** Samples a second; enough for tones of up to four kilohertz. */
export const RATE = 8000;

/** A sound file of one channel with eight bits a sample (RIFF WAVE, PCM); `samples` are between -1 and 1. */
export function waveFile(samples: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples.length, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples.length, 40);
  for (const [at, sample] of samples.entries()) bytes[44 + at] = Math.round(128 + 127 * sample);
  return bytes;
}
