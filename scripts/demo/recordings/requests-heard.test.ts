import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../tests/structure/project-files.ts";
import { REQUESTS_HEARD } from "./requests-heard.ts";
import { RATE } from "./wave.ts";

test("the recording is in the publication as it is made: if not, `npm run draw` writes it", () => {
  const kept = readFileSync(join(ROOT, "content", REQUESTS_HEARD.file));
  expect(kept.equals(REQUESTS_HEARD.make()), "Run `npm run draw` and commit what it writes.").toBe(
    true,
  );
});

test("five long tones are followed by five short ones", () => {
  const samples = REQUESTS_HEARD.make().subarray(44);
  const seconds = Array.from({ length: samples.length / RATE }, (_, second) =>
    samples.subarray(second * RATE, (second + 1) * RATE),
  );
  const heard = seconds.map((second) => second.findLastIndex((sample) => sample !== 128) / RATE);
  expect(heard.map((end) => end.toFixed(2))).toEqual([
    ...Array.from({ length: 5 }, () => "0.90"),
    ...Array.from({ length: 5 }, () => "0.02"),
  ]);
});
