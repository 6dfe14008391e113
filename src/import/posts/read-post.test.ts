import { describe, expect, test } from "vitest";
import { LARGEST_ANSWER, readPost } from "./read-post.ts";

const read = (value: unknown) => readPost(Buffer.from(JSON.stringify(value)));
const readText = (text: string | Uint8Array) => readPost(Buffer.from(text));

const NOTE = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: "https://social.example/users/gates/statuses/110000000000000001",
  type: "Note",
  summary: null,
  published: "2026-03-05T07:00:00Z",
  url: "https://social.example/@gates/110000000000000001",
  attributedTo: "https://social.example/users/gates",
  to: ["https://www.w3.org/ns/activitystreams#Public"],
  cc: ["https://social.example/users/gates/followers"],
  sensitive: false,
  content:
    '<p>The gates are open.<br>They close at nine.</p><p>See <a href="https://quay.example/gates"><span class="invisible">https://</span><span class="">quay.example/gates</span></a></p>',
  contentMap: { en: "<p>The gates are open.</p>" },
  attachment: [
    {
      type: "Document",
      mediaType: "image/jpeg",
      url: "https://media.example/1.jpg",
      name: "Two gates, both open.",
    },
  ],
  replies: { type: "Collection", first: {} },
};

const STATUS = {
  id: "110000000000000001",
  created_at: "2026-03-05T07:00:00.000Z",
  sensitive: false,
  spoiler_text: "",
  visibility: "public",
  language: "en",
  uri: "https://social.example/users/gates/statuses/110000000000000001",
  url: "https://social.example/@gates/110000000000000001",
  favourites_count: 7,
  content: "<p>The gates are open.</p>",
  reblog: null,
  account: {
    username: "gates",
    acct: "gates",
    display_name: "The lock keeper",
    url: "https://social.example/@gates",
    followers_count: 12_345,
    source: { email: "keeper@quay.example" },
  },
  media_attachments: [{ type: "image", description: "Two gates, both open." }],
  poll: null,
};

const RECORD = {
  $type: "app.bsky.feed.post",
  text: "Größer: quay.example/ga... today",
  createdAt: "2026-03-05T07:00:00.123Z",
  langs: ["en"],
  facets: [
    {
      index: { byteStart: 10, byteEnd: 28 },
      features: [{ $type: "app.bsky.richtext.facet#link", uri: "https://quay.example/gates" }],
    },
  ],
  embed: { $type: "app.bsky.embed.images", images: [{ alt: "Two gates.", image: {} }] },
};
const VIEW = {
  uri: "at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3l6oveex3ii2l",
  cid: "x",
  author: {
    did: "did:plc:z72i7hdynmk6r22z27h6tvur",
    handle: "gates.example",
    displayName: "The lock keeper",
  },
  record: RECORD,
  likeCount: 7,
};

describe("answers of oEmbed", () => {
  test("X quotes the post, its author and its day", () => {
    expect(
      read({
        url: "https://twitter.com/gates/status/1700000000000000000",
        author_name: "The lock keeper",
        author_url: "https://twitter.com/gates",
        html: '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The gates are open.<br><br>AT&amp;T closes at nine. <a href="https://twitter.com/hashtag/Quay?src=hash">#Quay</a> <a href="https://t.co/HMhbyTg18X">pic.twitter.com/HMhbyTg18X</a></p>&mdash; The lock keeper (@gates) <a href="https://twitter.com/gates/status/1700000000000000000?ref_src=twsrc%5Etfw">September 8, 2023</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>\n',
        width: 550,
        height: null,
        type: "rich",
        cache_age: "3153600000",
        provider_name: "Twitter",
        provider_url: "https://twitter.com",
        version: "1.0",
      }),
    ).toEqual({
      text: "The gates are open.\n\nAT&T closes at nine. #Quay pic.twitter.com/HMhbyTg18X",
      author: "The lock keeper",
      handle: "@gates",
      date: "2023-09-08",
      url: "https://twitter.com/gates/status/1700000000000000000",
      network: "X",
      language: "en",
      pictures: [""],
      notes: [],
    });
  });

  test("Bluesky does too, with the identity of its account in the address", () => {
    expect(
      read({
        type: "rich",
        version: "1.0",
        author_name: "The lock keeper",
        author_url: "https://bsky.app/profile/gates.example",
        provider_url: "https://bsky.app",
        provider_name: "Bluesky Social",
        cache_age: 86_400,
        width: 600,
        height: null,
        html: '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3l6oveex3ii2l" data-bluesky-cid="x"><p lang="en">The gates are open.<br><br><a href="https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l6oveex3ii2l?ref_src=embed">[image or embed]</a></p>&mdash; The lock keeper (<a href="https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur?ref_src=embed">@gates.example</a>) <a href="https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l6oveex3ii2l?ref_src=embed">Oct 16, 2024 at 11:53</a></blockquote><script async src="https://embed.bsky.app/static/embed.js" charset="utf-8"></script>',
      }),
    ).toMatchObject({
      text: "The gates are open.",
      author: "The lock keeper",
      handle: "@gates.example",
      date: "2024-10-16",
      url: "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l6oveex3ii2l",
      network: "Bluesky",
    });
  });

  test("TikTok and YouTube have the text as the title", () => {
    expect(
      read({
        version: "1.0",
        type: "video",
        title: "Scramble up <b>your</b> name 😍 #quay",
        author_url: "https://www.tiktok.com/@scout2015",
        author_name: "Scout",
        html: '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@scout2015/video/6718335390845095173" data-video-id="6718335390845095173"><section><a target="_blank" href="https://www.tiktok.com/@scout2015">@scout2015</a><p>Scramble up <a href="https://www.tiktok.com/tag/quay">#quay</a></p></section></blockquote><script async src="https://www.tiktok.com/embed.js"></script>',
        thumbnail_url: "https://p16.tiktokcdn.example/x",
        provider_url: "https://www.tiktok.com",
        provider_name: "TikTok",
        author_unique_id: "scout2015",
      }),
    ).toMatchObject({
      text: "Scramble up <b>your</b> name 😍 #quay",
      author: "Scout",
      handle: "@scout2015",
      date: undefined,
      url: "https://www.tiktok.com/@scout2015/video/6718335390845095173",
      network: "TikTok",
    });
    expect(
      read({
        title: "The lock in winter",
        author_name: "Quay Films",
        author_url: "https://www.youtube.com/@quayfilms",
        type: "video",
        version: "1.0",
        provider_name: "YouTube",
        html: '<iframe width="200" height="113" src="https://www.youtube.com/embed/M3r2XDceM6A?feature=oembed" title="The lock in winter"></iframe>',
      }),
    ).toMatchObject({
      text: "The lock in winter",
      author: "Quay Films",
      handle: "@quayfilms",
      url: "https://www.youtube.com/embed/M3r2XDceM6A?feature=oembed",
      network: "YouTube",
    });
  });

  test("Reddit, Instagram and Threads say what they say, and no words of their own", () => {
    expect(
      read({
        provider_url: "https://www.reddit.com/",
        version: "1.0",
        title: "My lock",
        provider_name: "reddit",
        type: "rich",
        html: '<blockquote class="reddit-embed-bq" style="height:316px" >\n<a href="https://www.reddit.com/r/locks/comments/abc123/my_lock/">My lock</a><br> by\n<a href="https://www.reddit.com/user/keeper/">u/keeper</a> in\n<a href="https://www.reddit.com/r/locks/">locks</a>\n</blockquote>',
        author_name: "keeper",
      }),
    ).toMatchObject({
      text: "My lock",
      author: "keeper",
      handle: "u/keeper",
      url: "https://www.reddit.com/r/locks/comments/abc123/my_lock/",
      network: "Reddit",
    });
    expect(
      read({
        version: "1.0",
        provider_name: "Instagram",
        provider_url: "https://www.instagram.com/",
        type: "rich",
        width: 658,
        html: '<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/fA9uwTtkSN/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/fA9uwTtkSN/?utm_source=ig_embed"><div>View this post on Instagram</div></a><p><a href="https://www.instagram.com/p/fA9uwTtkSN/">The gates, at last</a></p><p><a href="https://www.instagram.com/p/fA9uwTtkSN/">A post shared by The lock keeper (@gates)</a></p></div></blockquote>',
      }),
    ).toMatchObject({
      text: "The gates, at last",
      author: "The lock keeper",
      handle: "@gates",
      network: "Instagram",
    });
    expect(
      read({
        version: "1.0",
        provider_name: "Threads",
        type: "rich",
        html: '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@gates/post/CuVzXy"><a href="https://www.threads.net/@gates/post/CuVzXy"><div>View on Threads</div></a></blockquote>',
      }),
    ).toMatchObject({
      text: "",
      url: "https://www.threads.net/@gates/post/CuVzXy",
      network: "Threads",
    });
  });

  test.each([
    '<iframe src="https://social.example/@gates/110000000000000001/embed" class="mastodon-embed"></iframe>',
    '<blockquote class="mastodon-embed" data-embed-url="https://social.example/@gates/110000000000000001/embed"><a href="https://social.example/@gates/110000000000000001"><p>Post by @gates@social.example</p><p>View on Mastodon</p></a></blockquote>',
  ])("Mastodon gives a frame without the text", (html) => {
    expect(
      read({
        type: "rich",
        version: "1.0",
        title: "New status by gates",
        author_name: "The lock keeper",
        author_url: "https://social.example/@gates",
        provider_name: "social.example",
        html,
      }),
    ).toMatchObject({
      text: "",
      author: "The lock keeper",
      url: "https://social.example/@gates/110000000000000001/embed",
      network: "Mastodon",
    });
  });

  test("hostile HTML is plain text at most", () => {
    const found = read({
      type: "rich",
      url: "https://x.com/gates/status/1700000000000000000",
      html: '<blockquote><p onclick="x()">Words<script>alert(1)</script><img src=x onerror=alert(1)> &lt;script&gt;</p>— A (@gates) May 5, 2020</blockquote>',
    });
    expect(found.text).toBe("Words <script>");
  });
});

describe("objects of ActivityPub", () => {
  const expected = {
    text: "The gates are open.\nThey close at nine.\n\nSee https://quay.example/gates",
    handle: "@gates@social.example",
    date: "2026-03-05T07:00:00Z",
    url: "https://social.example/@gates/110000000000000001",
    language: "en",
    pictures: ["Two gates, both open."],
    notes: [],
  };
  test("a note and the activity that creates it are one", () => {
    expect(read(NOTE)).toEqual(expected);
    expect(read({ type: "Create", actor: NOTE.attributedTo, object: NOTE })).toEqual(expected);
  });

  test("a warning comes before the text, and is told", () => {
    const { text, notes } = read({ ...NOTE, summary: "Water, &amp; mud", sensitive: true });
    expect(text).toMatch(/^Water, & mud\n\nThe gates are open\./);
    expect(notes.join()).toMatch(/content warning/);
    expect(read({ ...NOTE, sensitive: true }).notes.join()).toMatch(/sensitive/);
  });

  test.each([
    [{ type: "Tombstone", formerType: "Note", deleted: "2026-03-06T00:00:00Z" }, /was deleted/],
    [{ type: "Delete", object: "https://a.example/1" }, /was deleted/],
    [{ ...NOTE, to: [NOTE.attributedTo], cc: [] }, /for some readers alone/],
    [{ type: "Create", object: NOTE.id }, /does not hold it/],
  ])("%j is refused", (value, reason) => {
    expect(() => read(value)).toThrow(reason);
  });
});

describe("answers of Mastodon's API", () => {
  test("a status is read, and nothing of its author but the name", () => {
    const found = read(STATUS);
    expect(found).toEqual({
      text: "The gates are open.",
      author: "The lock keeper",
      handle: "@gates@social.example",
      date: "2026-03-05T07:00:00.000Z",
      url: "https://social.example/@gates/110000000000000001",
      language: "en",
      pictures: ["Two gates, both open."],
      notes: [],
    });
    expect(read({ ...STATUS, content: "", reblog: STATUS })).toEqual(found);
  });

  test("one for followers is refused, a poll and a warning are told", () => {
    expect(() => read({ ...STATUS, visibility: "private" })).toThrow(/for some readers alone/);
    const { text, notes } = read({ ...STATUS, spoiler_text: "Mud", poll: { options: [] } });
    expect(text).toBe("Mud\n\nThe gates are open.");
    expect(notes).toEqual([expect.stringMatching(/content warning/), "Its poll is not kept."]);
  });
});

describe("posts of Bluesky", () => {
  const expected = {
    text: "Größer: https://quay.example/gates today",
    author: "The lock keeper",
    handle: "@gates.example",
    date: "2026-03-05T07:00:00.123Z",
    url: "https://bsky.app/profile/gates.example/post/3l6oveex3ii2l",
    network: "Bluesky",
    language: "en",
    pictures: ["Two gates."],
    notes: [],
  };
  test("are read as their API shows them, with the addresses of links whole", () => {
    for (const value of [VIEW, { posts: [VIEW] }, { thread: { post: VIEW, replies: [] } }])
      expect(read(value)).toEqual(expected);
  });

  test("links that overlap or lie outside the text change nothing else of it", () => {
    const link = (byteStart: unknown, byteEnd: unknown) => ({
      index: { byteStart, byteEnd },
      features: [{ uri: "https://quay.example/gates" }],
    });
    const facets = [link(0, 5), link(2, 9), link(-1, 3), link(8, 99), link("0", 3), link(6, 5)];
    expect(read({ ...RECORD, text: "Gates open", facets }).text).toBe(
      "Gates (https://quay.example/gates) open",
    );
  });

  test("a record says less", () => {
    expect(read(RECORD)).toMatchObject({ text: expected.text, author: "", url: "" });
    expect(read({ uri: VIEW.uri, cid: "x", value: RECORD })).toMatchObject({
      url: "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l6oveex3ii2l",
    });
  });

  test("labels and what is not kept are told", () => {
    const { notes } = read({
      ...VIEW,
      labels: [{ val: "graphic-media" }],
      record: {
        ...RECORD,
        embed: { $type: "app.bsky.embed.external", external: { uri: "https://far.example/a" } },
      },
    });
    expect(notes.join("\n")).toMatch(
      /card that leads to https:\/\/far\.example\/a[^]*graphic-media/,
    );
  });

  test.each([
    [{ posts: [] }, /was deleted/],
    [
      { thread: { $type: "app.bsky.feed.defs#notFoundPost", uri: "at://x", notFound: true } },
      /was deleted/,
    ],
    [{ thread: { $type: "app.bsky.feed.defs#blockedPost" } }, /blocked/],
    [{ posts: [VIEW, VIEW] }, /2 posts/],
  ])("%j is refused", (value, reason) => {
    expect(() => read(value)).toThrow(reason);
  });
});

describe("what is no post is refused with its reason", () => {
  test.each([
    ["", "It is empty."],
    ["<!doctype html><p>x", "It is a page of HTML"],
    ['{\n  "html": tru\n}', "It is not JSON from line 2, column 14 on."],
    ['{\n  "html": "', "It is cut off: the JSON ends in the middle, at line 2, column 12."],
    ["7", "It holds a single value"],
    ['{"a": 1}', "It is JSON, but no post"],
    ['{"error":"Record not found"}', '"Record not found"'],
    ['{"errors":[{"code":34,"message":"Sorry, that page does not exist."}]}', '"Sorry, that page'],
    [
      '{"error":{"message":"(#10) permission","type":"OAuthException","code":10}}',
      '"(#10) permission"',
    ],
    ['{"error":"InvalidRequest","message":"Error: uri"}', '"Error: uri"'],
    ['{"status":404,"title":"Not found"}', '"Not found"'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), "It is not written in UTF-8"],
    ["x".repeat(LARGEST_ANSWER + 1), "It has 1,000,001 bytes"],
  ])("%j", (text, reason) => {
    expect(() => readText(text)).toThrow(reason);
  });

  test.each(["<p>", "<br>", "<div>", "<b>", "<table><tr><td>", "<blockquote><p>— x ("])(
    "400,000 characters of %s end with a post or a reason",
    (tag) => {
      for (const key of ["html", "content"])
        try {
          const html = tag.repeat(400_000 / tag.length);
          expect(read({ type: key === "html" ? "rich" : "Note", [key]: html })).toHaveProperty(
            "pictures",
          );
        } catch (error) {
          expect(error).toHaveProperty("name", "UnusableAnswer");
        }
    },
  );

  test("whatever its keys hold, reading it ends with a post or a reason", () => {
    const odd = [null, 0, true, "", [], {}, [null], { a: 1 }, "\u0000", ["x", 7]];
    for (const base of [NOTE, STATUS, VIEW, RECORD, { type: "rich", html: "<p>x" }] as object[])
      for (const key of Object.keys(base))
        for (const value of odd) {
          try {
            expect(read({ ...base, [key]: value })).toHaveProperty("pictures");
          } catch (error) {
            expect(error).toHaveProperty("name", "UnusableAnswer");
          }
        }
  });
});
