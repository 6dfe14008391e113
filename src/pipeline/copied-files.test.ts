import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { planCopies, publicFilesOf } from "./copied-files.ts";
import { digestOf } from "../cache/file-digest.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-copies-"));
const source = join(folder, "public", "a.txt");
mkdirSync(join(folder, "public", ".well-known"), { recursive: true });
writeFileSync(source, "a");
writeFileSync(join(folder, "public", ".well-known", "security.txt"), "b");
writeFileSync(join(folder, "public", ".DS_Store"), "c");
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const later = (): number => Date.now() + 60_000;

test("a file whose copy is current stays, until the original changes", () => {
  const plan = (intact: Parameters<typeof planCopies>[2]) =>
    planCopies([{ path: "a.txt", source }], join(folder, "staging"), intact, later).get("a.txt");
  const first = plan(new Map());
  expect(first?.from).toBe("staged");
  const key = first?.from === "staged" ? first.key : undefined;
  const record = {
    path: "a.txt",
    bytes: 1,
    sha256: "x",
    stat: "s",
    ...(key === undefined ? {} : { key }),
  };
  const intact = new Map([["a.txt", record]]);
  expect(plan(intact)?.from).toBe("kept");
  writeFileSync(source, "b");
  expect(plan(intact)?.from).toBe("staged");
});

test("a file of known digest stays as long as the digest is the same", () => {
  writeFileSync(source, "c");
  const record = { path: "a.txt", bytes: 1, sha256: "known", stat: "s" };
  const plan = (sha256: string) =>
    planCopies(
      [{ path: "a.txt", source, sha256 }],
      join(folder, "staging"),
      new Map([["a.txt", record]]),
      later,
    );
  expect(plan("known").get("a.txt")?.from).toBe("kept");
  expect(plan(digestOf("c")).get("a.txt")?.from).toBe("staged");
  expect(() => plan("other")).toThrow("was changed while the build was running");
});

test("hidden files of public/ are left out, but for .well-known", () => {
  const paths = publicFilesOf(join(folder, "public")).map(({ path }) => path);
  expect(paths.sort()).toEqual([".well-known/security.txt", "a.txt"]);
  expect(publicFilesOf(join(folder, "absent"))).toEqual([]);
});
