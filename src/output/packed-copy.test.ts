import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import { packedCopy } from "./packed-copy.ts";
import { PACKING } from "./packing.ts";

/** Words in an order that repeats late, without a source of chance. */
const TEXT = Buffer.from(
  Array.from({ length: 4000 }, (_, at) => `word${(at * at * 7919) % 1009}`).join(" "),
);

test("a copy holds the bytes of its original", () => {
  const [br, gzip] = [packedCopy(TEXT, "br"), packedCopy(TEXT, "gzip")];
  expect(brotliDecompressSync(br ?? "").equals(TEXT)).toBe(true);
  expect(gunzipSync(gzip ?? "").equals(TEXT)).toBe(true);
  expect(br?.length).toBeLessThan(gzip?.length ?? 0);
});

test("a copy has the same bytes on every machine and at any time", () => {
  // Where these differ with a new Node or fflate, that is no fault: both are part of what copies are known by. Where
  // they differ from one machine to another, a build is no longer the same everywhere.
  const digests = (["br", "gzip"] as const).map((encoding) =>
    digestOf(packedCopy(TEXT, encoding) ?? "").slice(0, 16),
  );
  expect(digests).toEqual(["56467b4924168edd", "c182a7be82430292"]);
});

test("what becomes smaller by less than a twentieth gets no copy", () => {
  const packed = packedCopy(TEXT, "br") ?? Buffer.alloc(0);
  expect([packedCopy(packed, "br"), packedCopy(packed, "gzip")]).toEqual([undefined, undefined]);
});

test("copies are known by the version of what packs them", () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
  ) as { dependencies: Record<string, string> };
  expect(PACKING).toContain(`fflate ${dependencies["fflate"] ?? "none"}`);
});
