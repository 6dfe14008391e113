import { withContentFolder } from "../domain/content-path.ts";
import { expect, test } from "vitest";
import { publishedNameDiagnostics } from "./published-names.ts";

test("a name is told once, with what to call it, be it of a file or of a folder", () => {
  const diagnostics = publishedNameDiagnostics(
    [
      "public/a:b/one.pdf",
      "public/a:b/two.pdf",
      "public/a:b/con.txt",
      "public/report.",
      "public/two\nlines.txt",
      "public/cdn-cgi/trace.txt",
      "public/sound/cdn-cgi/aux-in.mp3",
    ],
    (path) => path,
  );
  expect(
    diagnostics.map(({ code, severity, file, fix }) => [
      code,
      severity,
      file,
      withContentFolder(fix, ""),
    ]),
  ).toEqual([
    ["path/bad-name", "error", "public/a:b", "Rename it to `public/a-b`."],
    ["path/bad-name", "error", "public/a:b/con.txt", "Rename it to `public/a:b/file-con.txt`."],
    ["path/bad-name", "error", "public/report.", "Rename it to `public/report`."],
    ["path/bad-name", "error", "public/two\nlines.txt", "Rename it to `public/two-lines.txt`."],
    ["path/bad-name", "error", "public/cdn-cgi", "Rename it to `public/own-cdn-cgi`."],
  ]);
});
