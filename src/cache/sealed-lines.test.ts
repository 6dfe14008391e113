import { expect, test } from "vitest";
import { SealedLines } from "./sealed-lines.ts";

const VALUES = [{ title: "Ein Dampfer, 水 and <é>" }, [], "", 0, null, { long: "x".repeat(5000) }];

test("a line is JSON, and opens to the value that was sealed", () => {
  const lines = new SealedLines("me");
  for (const value of VALUES) {
    const line = lines.seal(value);
    expect(JSON.parse(line.toString())).toEqual([expect.stringMatching(/^[\w-]{16}$/), value]);
    expect(new SealedLines("me").open(line)).toEqual(value);
  }
});

test("a line that was changed, cut or sealed for another does not open", () => {
  const lines = new SealedLines("me");
  const line = lines.seal(VALUES[0]);
  for (let at = 0; at < line.length; at += 1) {
    const damaged = Buffer.from(line);
    damaged.writeUInt8(line.readUInt8(at) ^ (1 << (at % 8)), at);
    expect(lines.open(damaged), `byte ${at}`).toBeUndefined();
    expect(lines.open(line.subarray(0, at)), `${at} bytes`).toBeUndefined();
  }
  expect(lines.open(Buffer.concat([line, Buffer.from("]")]))).toBeUndefined();
  expect(new SealedLines("you").open(line)).toBeUndefined();
});
