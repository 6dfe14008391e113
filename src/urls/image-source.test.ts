import { expect, test } from "vitest";
import { decoded, joinInside, imageSource } from "./image-source.ts";

const FROM = "articles/2024/05/story.mdx";

test.each([
  ["./a.jpg", "articles/2024/05/a.jpg"],
  ["a.jpg", "articles/2024/05/a.jpg"],
  ["../06/a.jpg", "articles/2024/06/a.jpg"],
  ["a%20b.jpg?x=1#y", "articles/2024/05/a b.jpg"],
  ["/img/a.jpg", "public/img/a.jpg"],
  ["/../secret.jpg", "secret.jpg"],
  ["..\\06\\a.jpg", "articles/2024/06/a.jpg"],
])("%s is a file of the content folder", (src, file) => {
  expect(imageSource(src, FROM)).toEqual({ kind: "file", file });
});

test("beside a file at the top of the content folder lies what is named by itself", () => {
  expect(imageSource("./logo.svg", "site.yaml")).toEqual({ kind: "file", file: "logo.svg" });
  expect(imageSource("../logo.svg", "site.yaml")).toEqual({ kind: "outside" });
});

test.each(["https://far.example/a.jpg", "//far.example/a.jpg", "data:image/png;base64,AA"])(
  "%s lies elsewhere",
  (src) => {
    expect(imageSource(src, FROM)).toEqual({ kind: "remote" });
  },
);

test.each(["../../../../a.jpg", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/a.jpg", "/../../a.jpg"])(
  "%s leads out of the content folder",
  (src) => {
    expect(imageSource(src, FROM)).toEqual({ kind: "outside" });
  },
);

test("no path that is joined leaves its folder", () => {
  const parts = ["..", ".", "a", "", "b"];
  for (let number = 0; number < 5 ** 5; number += 1) {
    const path = Array.from({ length: 5 }, (_, at) => parts[Math.floor(number / 5 ** at) % 5]).join(
      "/",
    );
    const joined = joinInside("x/y", path);
    if (joined !== undefined) expect(joined.split("/")).not.toContain("..");
  }
});

test("what is wrongly encoded stays", () => {
  expect(decoded("50%-less")).toBe("50%-less");
});
