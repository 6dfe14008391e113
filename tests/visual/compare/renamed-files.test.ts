import { expect, test } from "vitest";
import { renamedFiles, renaming } from "./renamed-files.ts";

function bundle(files: Record<string, string>): Map<string, Buffer> {
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}

test("a file is the same under another hash where the rest of its name is", () => {
  const before = bundle({
    "_astro/front.AAAAAAAA.css": "a",
    "_astro/same.SSSSSSSS.css": "s",
    "_astro/gone.GGGGGGGG.css": "g",
    "media/quay.0123456789abcdef-1200.png": "q",
    "front.AAAAAAAA.css": "not named by the press",
  });
  const after = bundle({
    "_astro/front.BBBBBBBB.css": "b",
    "_astro/front.CCCCCCCC.js": "another ending",
    "_astro/same.SSSSSSSS.css": "s",
    "_astro/new.NNNNNNNN.css": "n",
    "media/quay.fedcba9876543210-1200.png": "q2",
    "media/quay.fedcba9876543210-800.png": "another width",
    "front.BBBBBBBB.css": "not named by the press",
  });
  expect([...renamedFiles(before, after)]).toEqual([
    ["_astro/front.AAAAAAAA.css", "_astro/front.BBBBBBBB.css"],
    ["media/quay.0123456789abcdef-1200.png", "media/quay.fedcba9876543210-1200.png"],
  ]);
});

test("of several files of one name those that are most alike belong together", () => {
  const before = bundle({
    "_astro/style.AAAAAAA1.css": "body{color:red}",
    "_astro/style.AAAAAAA2.css": "main{margin:0}",
    "_astro/style.AAAAAAA3.css": "one too many",
  });
  const after = bundle({
    "_astro/style.BBBBBBB1.css": "main{margin:1px}",
    "_astro/style.BBBBBBB2.css": "body{color:green}",
  });
  expect([...renamedFiles(before, after)]).toEqual([
    ["_astro/style.AAAAAAA1.css", "_astro/style.BBBBBBB2.css"],
    ["_astro/style.AAAAAAA2.css", "_astro/style.BBBBBBB1.css"],
  ]);
});

test("names are replaced where a page, a style or a script has them, and nowhere else", () => {
  const rename = renaming(
    new Map([
      ["_astro/a.AAAAAAAA.css", "_astro/a.BBBBBBBB.css"],
      ["media/ça.1111111111111111.png", "media/ça.2222222222222222.png"],
    ]),
  );
  const old = [
    '<link href="/paper/_astro/a.AAAAAAAA.css">',
    "url(/_astro/a.AAAAAAAA.css)",
    'import"./a.AAAAAAAA.css";',
    'srcset="/media/%C3%A7a.1111111111111111.png 2x"',
    "_astro/aa.AAAAAAAA.css",
  ];
  expect(old.map(rename)).toEqual([
    '<link href="/paper/_astro/a.BBBBBBBB.css">',
    "url(/_astro/a.BBBBBBBB.css)",
    'import"./a.BBBBBBBB.css";',
    'srcset="/media/%C3%A7a.2222222222222222.png 2x"',
    "_astro/aa.AAAAAAAA.css",
  ]);
});
