import { expect, test } from "vitest";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { postSchema } from "./data-file-schemas.ts";

test.each([
  ["Two gates, both open", "Two gates, both open"],
  [MISSING_ALT, ""],
])("of a post's picture that is described with %j, readers get %j", (alt, shown) => {
  const post = postSchema("UTC").parse({
    text: "The gates are open.",
    author: "Lock desk",
    date: "2026-03-01",
    url: "https://social.example/1",
    picture: { src: "./gates.jpg", alt },
  });
  expect(post.picture).toEqual({ src: "./gates.jpg", alt: shown });
});
