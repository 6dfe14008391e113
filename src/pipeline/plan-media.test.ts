import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { grain, imageFile } from "../../tests/fixtures/image-files.ts";
import { iconForms } from "../media/icon-images.ts";
import type { OutputRecord } from "../output/output-state.ts";
import { planDerivatives } from "./plan-media.ts";
import { createProgress } from "./progress.ts";

const base = mkdtempSync(join(tmpdir(), "stet-plan-icons-"));
const content = join(base, "content");
mkdirSync(content);
afterAll(() => rmSync(base, { recursive: true }));

/** Plans the small icon and that of phones for a publication whose icon is of this seed, behind what stands in the bundle. */
async function planned(seed: number, intact: ReadonlyMap<string, OutputRecord> = new Map()) {
  const { image, bytes } = await imageFile(await grain(64, 64, seed).png().toBuffer(), "icon.png");
  writeFileSync(join(content, image.file), bytes);
  const { favicon, touch } = iconForms({ icon: image });
  const plan = await planDerivatives([favicon, touch], {
    content,
    staging: join(base, "staging"),
    cache: join(base, "cache"),
    intact,
    clock: () => 0,
    progress: createProgress({ stream: { write: () => true }, isTty: false, now: () => 0 }),
    sideBySide: 1,
  });
  const staged = [...plan].flatMap(([path, { from }]) => (from === "staged" ? [path] : []));
  return { plan, staged, touch: touch.path.slice(1) };
}

test("the small icon is made anew when its picture changes, though its address stays", async () => {
  const first = await planned(1);
  expect(first.staged).toEqual(["favicon.ico", first.touch]);
  const records = new Map<string, OutputRecord>();
  for (const [path, file] of first.plan) {
    if (file.from !== "staged") throw new Error(`${path} is not staged.`);
    const { key, sha256 = "", bytes = 0 } = file;
    records.set(path, { path, sha256, bytes, stat: "", key });
  }
  expect((await planned(1, records)).staged).toEqual([]);
  const second = await planned(2, records);
  expect(second.touch).not.toBe(first.touch);
  expect(second.staged).toEqual(["favicon.ico", second.touch]);
});
