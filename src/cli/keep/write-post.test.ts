import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writePost } from "./write-post.ts";

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "stet-post-"));
  writeFileSync(join(content, "from.jpg"), "picture");
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

const files = () => ({
  file: "posts/a.yaml",
  replaces: false,
  yaml: "text: a\n",
  picture: { file: "posts/a.jpg", from: join(content, "from.jpg") },
});

test("a post and its picture are written, and nothing else stays", () => {
  const looked: string[] = [];
  const isWritten = writePost(content, files(), (file) => {
    looked.push(readFileSync(join(content, file), "utf8"));
    return true;
  });
  expect({ isWritten, looked }).toEqual({ isWritten: true, looked: ["text: a\n"] });
  expect(readdirSync(join(content, "posts")).sort()).toEqual(["a.jpg", "a.yaml"]);
});

test("a file that appears meanwhile is not overwritten, and the picture goes", () => {
  const act = () =>
    writePost(content, files(), () => {
      writeFileSync(join(content, "posts/a.yaml"), "another");
      return true;
    });
  expect(act).toThrow("EEXIST");
  expect(readdirSync(join(content, "posts"))).toEqual(["a.yaml"]);
  expect(readFileSync(join(content, "posts/a.yaml"), "utf8")).toBe("another");
});

test("a picture that appears meanwhile stays, and no post is written", () => {
  const act = () =>
    writePost(content, files(), () => {
      writeFileSync(join(content, "posts/a.jpg"), "another");
      return true;
    });
  expect(act).toThrow("EEXIST");
  expect(readdirSync(join(content, "posts"))).toEqual(["a.jpg"]);
  expect(readFileSync(join(content, "posts/a.jpg"), "utf8")).toBe("another");
});

test("a picture that cannot be copied leaves nothing, not even the folder", () => {
  const lost = { ...files(), picture: { file: "posts/a.jpg", from: join(content, "no.jpg") } };
  expect(() => writePost(content, lost, () => true)).toThrow("ENOENT");
  expect(existsSync(join(content, "posts"))).toBe(false);
});

test("what is looked at and refused leaves nothing", () => {
  expect(writePost(content, files(), () => false)).toBe(false);
  expect(existsSync(join(content, "posts"))).toBe(false);
});
