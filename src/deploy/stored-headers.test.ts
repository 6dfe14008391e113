import { expect, test } from "vitest";
import { batchesOf } from "./stored-headers.ts";

test("files are sent together where type and caching are the same", () => {
  const paths = ["index.html", "rss.xml", "a/index.html", "media/a.0123456789abcdef-480.webp"];
  expect(batchesOf(paths.map((path) => ({ path })))).toEqual([
    {
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" },
      paths: ["index.html", "a/index.html"],
    },
    {
      headers: {
        "Content-Type": "application/rss+xml; charset=utf-8",
        "Cache-Control": "public, max-age=1800",
      },
      paths: ["rss.xml"],
    },
    {
      headers: {
        "Content-Type": "image/webp",
        "Cache-Control": "public, max-age=31536000, immutable",
      },
      paths: ["media/a.0123456789abcdef-480.webp"],
    },
  ]);
});
