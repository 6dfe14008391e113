import { expect, test } from "vitest";
import { idFromPath } from "./identity.ts";

test("the id of a path never changes, or every feed's items come back as unread", () => {
  expect(idFromPath("articles/2023/12/slug.mdx")).toBe("7b0924cf-8047-5c76-acc0-bde4fc28f422");
});

test("the id is a UUID of version 5 and of the variant of RFC 9562", () => {
  for (const path of ["articles/2023/12/a.md", "articles/2023/12/é.mdx", ""]) {
    expect(idFromPath(path)).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  }
});
