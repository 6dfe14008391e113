import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { expect, test } from "vitest";
import { EXPORT_HEAD, madeItem } from "../fixtures/made-export.ts";
import { readWordPress } from "../../src/import/wordpress/read-wordpress.ts";

const MEGABYTE = 1_000_000;
const END = "</channel></rss>";

/** Writes an export piece by piece, reads it in all ways, and removes it. */
async function read(
  pieces: Iterable<string>,
): Promise<{ texts: number; bodies: number; growth: number }> {
  const folder = mkdtempSync(join(tmpdir(), "stet-large-"));
  const file = join(folder, "export.xml");
  const stream = createWriteStream(file);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, "drain");
  stream.end();
  await finished(stream);
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const reader = readWordPress([file]);
  const archive = await reader.read(look);
  let bodies = 0;
  for await (const { body } of reader.bodies()) {
    if (body.length > 0) bodies += 1;
    look();
  }
  expect((await reader.count())["post"]).toBe(archive.texts.length);
  look();
  rmSync(folder, { recursive: true });
  return { texts: archive.texts.length, bodies, growth: (most - before) / MEGABYTE };
}

function* madeOf(size: number, body: string): Generator<string> {
  yield EXPORT_HEAD;
  const item = madeItem({ id: 1, body });
  for (let id = 1; id * item.length < size; id += 1) yield madeItem({ id, body });
  yield END;
}

const BODY = "<p>Wörter of a body that is of usual length [caption]x[/caption].</p>\n\n".repeat(
  600,
);

test(
  "an export of 200 MB takes no more memory than one of 20 MB",
  { timeout: 300_000 },
  async () => {
    const small = await read(madeOf(20 * MEGABYTE, BODY));
    const large = await read(madeOf(200 * MEGABYTE, BODY));
    expect(large.texts).toBeGreaterThan(small.texts * 9);
    expect(large.bodies).toBe(large.texts);
    expect(large.growth).toBeLessThan(150);
  },
);

test("a body of 50 MB is read", { timeout: 300_000 }, async () => {
  const body = "<p>Many words.</p>\n".repeat((50 * MEGABYTE) / 19);
  const { texts, bodies } = await read([EXPORT_HEAD, madeItem({ body }), END]);
  expect([texts, bodies]).toEqual([1, 1]);
});
