import { expect, test } from "vitest";
import { feedHtml, pageHtml } from "../render-body.ts";
import { parseBody } from "../parse-body.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";
import type { BodyTargets } from "../body.ts";

const FILM = `<Video
  src="/clip.mp4"
  poster="./still.jpg"
  captions="/clip.vtt"
  title="The lock in $1 winter"
  length="1:02:03"
  caption="One night."
  credit="Ada"
  shape="upright"
>

A gate *opens*.

</Video>`;

const TARGETS: Partial<BodyTargets> = {
  images: { "./still.jpg": { url: "/media/still.jpg", width: 320, height: 180 } },
  media: {
    "/clip.mp4": { href: "/paper/clip.mp4", plays: { as: "file" } },
    "/clip.vtt": { href: "/paper/clip.vtt", plays: { as: "file" } },
    "https://vimeo.com/1": {
      href: "https://vimeo.com/1",
      host: "player.vimeo.com",
      plays: { as: "frame", url: "https://player.vimeo.com/video/1?dnt=1" },
    },
    "https://youtu.be/x": { href: "https://youtu.be/x", host: "youtu.be" },
    "/gone.mp3": null,
  },
};

function body(text: string) {
  const parsed = parseBody(`---\ntitle: T\n---\n\n${text}\n`, "mdx");
  expect(parsed.diagnostics).toEqual([]);
  return parsed;
}

const page = (text: string) => pageHtml(body(text), testTargets(TARGETS));

test("a film of the publication's own is its picture and a link, with what a script needs", () => {
  expect(page(FILM)).toMatchInlineSnapshot(
    `"<figure class="player video video-upright"><p class="player-stage" data-plays="video" data-label="Play: Video, The lock in $1 winter, 1:02:03 hours" data-title="The lock in $1 winter"><img src="/media/still.jpg" alt="" width="320" height="180" loading="lazy" decoding="async"><a class="player-open" href="/paper/clip.mp4"><span class="player-slip"><span class="player-kind">Video</span> <span class="player-title">The lock in $1 winter</span> <span class="player-length">1:02:03</span></span></a><template><a href="/paper/clip.vtt"></a></template></p><figcaption>One night. <span class="credit">Ada</span></figcaption></figure><details class="transcript"><summary>Transcript</summary><p>A gate <em>opens</em>.</p></details>"`,
  );
});

test("a film of a host that is switched on says where it will be loaded from, and loads nothing", () => {
  expect(
    page('<Video src="https://vimeo.com/1" title="Elsewhere" length="0:30" />'),
  ).toMatchInlineSnapshot(
    `"<figure class="player video"><p class="player-stage" data-plays="iframe" data-label="Play: Video, Elsewhere, 0:30 minutes. Loads from player.vimeo.com" data-title="Elsewhere"><a class="player-open" href="https://vimeo.com/1" data-note="1"><span class="player-slip"><span class="player-kind">Video</span> <span class="player-title">Elsewhere</span> <span class="player-length">0:30</span> <span class="player-host">Loads from player.vimeo.com</span></span></a><template><a href="https://player.vimeo.com/video/1?dnt=1"></a></template></p></figure><ol class="link-notes" hidden><li data-href="https://vimeo.com/1"></li></ol>"`,
  );
});

test("a film of a host that is not is a link that says where it leads", () => {
  const html = page('<Video src="https://youtu.be/x" title="Elsewhere" length="0:30" />');
  expect(html).not.toContain("data-plays");
  expect(html).toContain('<a class="player-open" href="https://youtu.be/x"');
  expect(html).toContain('<span class="player-host">At youtu.be</span>');
});

test("what cannot be had is no link", () => {
  const html = page('<Audio src="/gone.mp3" title="Lost" length="0:30" />');
  expect(html).toContain('<span class="player-open"><span class="player-slip">');
  expect(html).not.toContain("href");
});

test("a feed has the picture, a link and the transcript", () => {
  const targets = testTargets({
    ...TARGETS,
    media: { "/clip.mp4": { href: "https://press.example/clip.mp4" } },
  });
  expect(feedHtml(body(FILM), targets)).toMatchInlineSnapshot(
    `"<figure><img src="https://press.example/media/still.jpg" alt="The lock in $1 winter" width="320" height="180"></figure><p><a href="https://press.example/clip.mp4">Video: The lock in $1 winter, 1:02:03 hours</a></p><p>One night. <small>Ada</small></p><p>A gate <em>opens</em>.</p>"`,
  );
});

test("search and counts know title and transcript", () => {
  const { metadata } = body(FILM);
  expect(metadata.images).toMatchObject([{ src: "./still.jpg" }]);
  expect(metadata.media).toMatchObject([
    { src: "/clip.mp4", use: "video", line: 6 },
    { src: "/clip.vtt", use: "captions", line: 8 },
  ]);
  expect(metadata.words).toBe(11);
});

test.each([
  ["3.42", 'Write `length="3:42"`.'],
  ["PT3M42S", 'Write `length="3:42"`.'],
  ["1 h 2 min", 'Write `length="1:02:00"`.'],
  ["3:72", 'Write it in the form of `length="m:ss"`, or remove it.'],
  ["one hour", 'Write it in the form of `length="m:ss"`, or remove it.'],
])("a length of %s is an error", (length, fix) => {
  const wrong = parseBody(
    `---\ntitle: T\n---\n\n<Video src="/a.mp4" title="A" length="${length}" />\n`,
    "mdx",
  );
  expect(wrong.diagnostics).toMatchObject([{ code: "component/attribute-type", line: 5, fix }]);
});

test("a film whose length is not known says nothing of it", () => {
  const text = '<Video src="https://vimeo.com/1" title="Elsewhere" />';
  expect(page(text)).not.toContain("player-length");
  expect(page(text)).toContain('data-label="Play: Video, Elsewhere. Loads from player.vimeo.com"');
  expect(feedHtml(body(text), testTargets(TARGETS))).toContain(">Video: Elsewhere</a>");
});
