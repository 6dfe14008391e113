import { describe, expect, test } from "vitest";
import { readPostAddress } from "./post-address.ts";

const read = (address: string) => readPostAddress(new URL(address));

describe("one post has one key, whichever way it is written", () => {
  test.each([
    [
      "https://x.com/ada/status/1700000000000000000",
      "https://twitter.com/ada/status/1700000000000000000?s=20&t=abc",
      "http://mobile.twitter.com/ada/statuses/1700000000000000000/photo/1",
      "https://x.com/i/web/status/1700000000000000000#m",
      "https://twitter.com/#!/ada/status/1700000000000000000",
    ],
    [
      "https://bsky.app/profile/ada.example/post/3l6oveex3ii2l",
      "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l6oveex3ii2l?ref_src=embed",
    ],
    [
      "https://www.instagram.com/p/fA9uwTtkSN/",
      "https://instagram.com/ada/p/fA9uwTtkSN/?igsh=x",
      "https://www.instagram.com/reel/fA9uwTtkSN",
    ],
    ["https://www.threads.com/@ada/post/CuVzXy", "https://www.threads.net/@ada/post/CuVzXy?xmt=1"],
    [
      "https://www.tiktok.com/@scout2015/video/6718335390845095173",
      "https://m.tiktok.com/@scout2015/video/6718335390845095173?_r=1&_t=8",
    ],
    [
      "https://www.youtube.com/watch?v=M3r2XDceM6A",
      "https://youtu.be/M3r2XDceM6A?si=x&t=4",
      "https://m.youtube.com/shorts/M3r2XDceM6A",
    ],
    [
      "https://www.reddit.com/r/aww/comments/abc123/a_cat/",
      "https://old.reddit.com/r/aww/comments/abc123/?utm_source=share",
    ],
    [
      "https://social.example/@ada/110000000000000001",
      "https://social.example/users/ada/statuses/110000000000000001",
      "https://social.example/@ada/110000000000000001/embed",
    ],
    [
      "https://forum.example/t/a?id=2&utm_medium=x",
      "http://www.forum.example/t/a?id=2",
      "https://m.forum.example/t/a/?fbclid=1&id=2#top",
    ],
  ])("%s", (...addresses) => {
    expect(new Set(addresses.map((one) => read(one).key)).size).toBe(1);
  });
});

test.each([
  ["https://x.com/a/status/1700000000000000000", "https://x.com/a/status/1700000000000000001"],
  [
    "https://social.example/@ada/110000000000000001",
    "https://other.example/@ada/110000000000000001",
  ],
  ["https://forum.example/t?id=1", "https://forum.example/t?id=2"],
  ["https://www.reddit.com/r/a/comments/abc/t/", "https://www.reddit.com/r/a/comments/abc/t/def/"],
  ["https://www.youtube.com/watch?v=M3r2XDceM6A", "https://www.youtube.com/watch?v=M3r2XDceM6B"],
])("%s and %s are two", (one, other) => {
  expect(read(one).key).not.toBe(read(other).key);
});

test("an address is written without what follows readers, and tells the account", () => {
  expect(read("https://mobile.twitter.com/ada/status/1700000000000000000?s=20")).toEqual({
    url: "https://x.com/ada/status/1700000000000000000",
    key: "X 1700000000000000000",
    network: "X",
    handle: "@ada",
    instant: Date.parse("2023-09-08T04:15:59.129Z"),
  });
  expect(read("https://social.example/@ada/110000000000000001?x=1")).toEqual({
    url: "https://social.example/@ada/110000000000000001?x=1",
    key: "social.example/110000000000000001",
    network: "Mastodon",
    handle: "@ada@social.example",
  });
  expect(read("https://ann:secret@forum.example/t/a?utm_source=x#y")).toEqual({
    url: "https://forum.example/t/a",
    key: "forum.example/t/a",
  });
  expect(read("https://x.com/i/status/20")).toEqual({
    url: "https://x.com/i/status/20",
    key: "X 20",
    network: "X",
  });
});
