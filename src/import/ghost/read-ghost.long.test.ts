import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ghostPost } from "../../../tests/fixtures/ghost-export.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-large-ghost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POSTS = 1000;
const MEMBERS = 200_000;

test("an export that is larger than memory is read, with a body at a time", () => {
  const file = join(folder, "export.json");
  const handle = openSync(file, "w");
  const words = "Words of “a” river \\ and its weir. ".repeat(2000);
  writeSync(handle, '{"db":[{"meta":{"version":"5.1.0"},"data":{"posts":[');
  for (let number = 0; number < POSTS; number += 1) {
    const post = ghostPost(`5951f5fca36600${String(number).padStart(10, "0")}`, {
      html: `<p>${words}</p>`,
    });
    writeSync(handle, `${number === 0 ? "" : ","}${JSON.stringify(post)}`);
  }
  writeSync(handle, '],"members":[');
  const members = Array.from({ length: 1000 }, () => '{"email":"reader@private.example"}');
  for (let number = 0; number < MEMBERS; number += members.length)
    writeSync(handle, `${number === 0 ? "" : ","}${members.join(",")}`);
  writeSync(handle, "]}}]}");
  closeSync(handle);

  const program = `
    const { readGhost } = await import(${JSON.stringify(new URL("read-ghost.ts", import.meta.url).href)});
    const reader = readGhost([${JSON.stringify(file)}], { base: "https://old.example" });
    const { texts } = await reader.read(() => undefined);
    let characters = 0;
    for await (const { body } of reader.bodies()) characters += body.length;
    console.log(JSON.stringify([texts.length, characters, await reader.count()]));`;
  const answer = execFileSync(
    process.execPath,
    ["--max-old-space-size=48", "--input-type=module", "-e", program],
    { encoding: "utf8", maxBuffer: 1 << 20 },
  );
  expect(JSON.parse(answer)).toEqual([
    POSTS,
    POSTS * (words.length + "<p></p>".length),
    { posts: POSTS, members: MEMBERS },
  ]);
});
