import { expect, test } from "vitest";
import { inContent } from "./content-path.ts";
import { readOldAddress } from "./old-address.ts";

const PAPER = { origin: "https://paper.example", base: "/" };
const BELOW = { origin: "https://p.example", base: "/caf%C3%A9/" };

test.each([
  ["/2019/old-name/", "/2019/old-name/"],
  ["/2019/old-name", "/2019/old-name/"],
  ["/story.php", "/story.php/"],
  ["/story.html", "/story.html"],
  ["/story.html/", "/story.html/"],
  ["/a/index.html", "/a/"],
  ["/%e4%b8%ad/", "/中/"],
  ["/cafe%CC%81/", "/café/"],
  ["/paper/a/", "/paper/a/"],
  ["https://paper.example/a/", "/a/"],
  ["HTTPS://Paper.example:443/a.html", "/a.html"],
])("%s is printed at %s", (written, path) => {
  expect(readOldAddress(written, PAPER)).toEqual({ path });
});

test.each([
  "old-name",
  "https://elsewhere.example/a/",
  "http://paper.example/a/",
  "https://paper.example",
  "https://paper.example//a/",
  "https://paper.example/?p=12",
  "https://paper.example/a/../b/",
  "https://[/a/",
  "//elsewhere.example/a/",
  "/?p=12",
  "/a/#b",
  "/a/../b/",
  "/a/%2e%2e/b/",
  "/a//b/",
  "/a%2Fb/",
  "/a%00/",
  "/a%EF%BF%BF/",
  "/%zz/",
  "/a\\b/",
  "/",
  "/index.html",
  `/${"x".repeat(201)}/`,
  `/${"中".repeat(70)}/`,
])("%s cannot be printed", (written) => {
  expect(readOldAddress(written, PAPER)).toHaveProperty("fault");
});

test.each([
  ["/caf%C3%A9/2025/05/x/", "/2025/05/x/"],
  ["/cafe\u0301/2025/05/x", "/2025/05/x/"],
  ["/café/old.html", "/old.html"],
  ["https://p.example/caf%c3%a9/2025/05/x/", "/2025/05/x/"],
  ["/2025/05/x/", "/2025/05/x/"],
  ["/café/café/x/", "/café/x/"],
  ["/cafés/x/", "/cafés/x/"],
])("%s of a publication below a path is printed at %s", (written, path) => {
  expect(readOldAddress(written, BELOW)).toEqual({ path });
});

test.each([
  ["/café/", "is the front page"],
  ["/caf%C3%A9", "is the front page"],
  ["https://p.example/café", "is the front page"],
  ["https://p.example/2025/05/x/", "is not an address of this publication"],
  ["/café//x/", "has an empty part or a part made of dots"],
])("%s of a publication below a path cannot be printed: it %s", (written, fault) => {
  expect(readOldAddress(written, BELOW)).toMatchObject({ fault });
});

test.each([
  ["/?p=12", PAPER, "p", "12"],
  ["https://paper.example/?page_id=5&preview=true", PAPER, "page_id", "5"],
  ["/index.php?id=a-b", PAPER, "id", "a-b"],
  ["/caf%C3%A9/?p=12", BELOW, "p", "12"],
])("of %s with a parameter, a host is told by two entries", (written, site, name, value) => {
  expect(readOldAddress(written, site)).toMatchObject({
    fix: `Write \`${name}: /${name}/\` below \`queries\` in ${inContent("redirects.yaml")}, and here \`/${name}/${value}/\`.`,
  });
});

test.each(["/blog/?p=12", "/?p=%2F", "/?a.b=1", "/#p=12", "/?p="])(
  "%s is left to rules of the host",
  (written) => {
    expect(readOldAddress(written, PAPER)).toMatchObject({
      fix: "Add it to the redirect rules of your host.",
    });
  },
);
