import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { decodingBytes, drawingBytes, MemoryLimit } from "./decode-memory.ts";

/** Work that goes on until it is ended, and what of it has begun. */
function works(limit: MemoryLimit) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (name: string, bytes: number): Promise<void> =>
    limit.hold(bytes, () => {
      begun.push(name);
      return new Promise((end) => ends.set(name, end));
    });
  return { begun, begin, end: (name: string) => ends.get(name)?.() };
}

test("what fits goes on side by side, and the rest waits in its order", async () => {
  const { begun, begin, end } = works(new MemoryLimit(100));
  const all = [begin("a", 60), begin("b", 40), begin("c", 50), begin("d", 10), begin("e", 0)];
  await setImmediate();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  await setImmediate();
  expect(begun).toEqual(["a", "b"]);
  end("a");
  await setImmediate();
  expect(begun).toEqual(["a", "b", "c", "d", "e"]);
  for (const name of ["c", "d", "e"]) end(name);
  await Promise.all(all);
});

test("what takes more than there is goes on alone", async () => {
  const { begun, begin, end } = works(new MemoryLimit(100));
  const all = [begin("a", 10), begin("b", 1000), begin("c", 10)];
  await setImmediate();
  expect(begun).toEqual(["a"]);
  end("a");
  await setImmediate();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  await setImmediate();
  expect(begun).toEqual(["a", "b", "c"]);
  end("c");
  await Promise.all(all);
});

test("what fails gives back what it held", async () => {
  const limit = new MemoryLimit(100);
  await expect(limit.hold(100, () => Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  );
  expect(await limit.hold(100, () => Promise.resolve("done"))).toBe("done");
});

const SIZE = { width: 1000, height: 1000 };

test.each([
  ["a PNG in strips", { format: "png", channels: 3, depth: "uchar" }, 0],
  ["an interlaced PNG", { format: "png", channels: 3, depth: "uchar", isProgressive: true }, 3],
  ["one of 16 bits", { format: "png", channels: 4, depth: "ushort", isProgressive: true }, 8],
  ["a JPEG", { format: "jpeg", channels: 3, depth: "uchar" }, 0],
  ["a progressive JPEG", { format: "jpeg", channels: 3, depth: "uchar", isProgressive: true }, 6],
  ["an AVIF", { format: "heif", channels: 3, depth: "uchar" }, 18],
  ["a drawing", { format: "svg", channels: 4, depth: "uchar" }, 0],
])("%s takes its share for each pixel", (_, header, each) => {
  expect(decodingBytes({ ...header, ...SIZE })).toBe(each * 1_000_000);
});

test("looking at all pixels takes them whole, once", () => {
  const png = { format: "png", channels: 4, depth: "uchar", ...SIZE };
  expect(decodingBytes(png, { atRandom: true })).toBe(4_000_000);
  expect(decodingBytes({ ...png, isProgressive: true }, { atRandom: true })).toBe(4_000_000);
});

test("a drawing takes its share for its elements, and for the pictures in it as a whole", () => {
  const svg = Buffer.from("<svg><!-- <g/> --><g/><g></g></svg>");
  const own = svg.length * 60 + 4 * 3000;
  expect(drawingBytes(svg, [])).toBe(own);
  expect(drawingBytes(svg, [SIZE, SIZE])).toBe(own + 2 * 12_000_000);
});
