import { expect, test } from "vitest";
import { FilesMissing, MissingFiles, namedBy } from "./missing-files.ts";

test("what names a file is told by one of them and the number of the others", () => {
  expect(namedBy(["index.html"])).toBe("referred to by index.html");
  expect(namedBy(["a.html", "b.html"])).toBe("referred to by a.html and 1 other file");
  expect(namedBy(["a\u001b[2J.html", ...Array(1200).fill("b.html")])).toBe(
    "referred to by a\ufffd[2J.html and 1,200 other files",
  );
});

test("what is missing is told in order, with all that name it", () => {
  const missing = new MissingFiles(new Set(["style.css"]));
  missing.add("index.html", ["b.png", "style.css", "a.png"]);
  missing.add("about.html", ["b.png"]);
  expect(missing.list()).toEqual([
    { path: "a.png", namedBy: ["index.html"] },
    { path: "b.png", namedBy: ["about.html", "index.html"] },
  ]);
});

test("a build that lacks files says which, who names them and what to do", () => {
  const missing = [
    { path: "media/quay.webp", namedBy: ["2026/03/clock/index.html", "index.html"] },
    { path: "\u001b[2J.png", namedBy: ["rss.xml"] },
  ];
  expect(new FilesMissing(missing).message).toMatchInlineSnapshot(`
    "Files of the bundle refer to files that it would not contain. Nothing was written.
      media/quay.webp  referred to by 2026/03/clock/index.html and 1 other file
      �[2J.png  referred to by rss.xml
    If an article that runs code refers to one of them, correct the address there, or put the file in public/ in the content folder. Anything else is a bug in Stet: \`npm run build -- --clean\` renders every page again."
  `);
});

test("of many only the first are told one by one", () => {
  const missing = Array.from({ length: 1025 }, (_, number) => ({
    path: `${number}.png`,
    namedBy: ["index.html"],
  }));
  const lines = new FilesMissing(missing).message.split("\n");
  expect(lines).toHaveLength(1 + 20 + 1 + 1);
  expect(lines.at(-2)).toBe("  and 1,005 more");
});
