import { expect, test } from "vitest";
import { playerPage } from "./players.ts";

test.each([
  ["https://www.youtube.com/watch?v=aqz-KE-bpKQ", "aqz-KE-bpKQ?autoplay=1"],
  ["https://youtube.com/watch?list=PL1&v=aqz-KE-bpKQ&t=1m30s", "aqz-KE-bpKQ?autoplay=1&start=90"],
  ["https://youtu.be/aqz-KE-bpKQ?t=42", "aqz-KE-bpKQ?autoplay=1&start=42"],
  ["https://m.youtube.com/shorts/aqz-KE-bpKQ", "aqz-KE-bpKQ?autoplay=1"],
  ["https://www.youtube.com/live/aqz-KE-bpKQ", "aqz-KE-bpKQ?autoplay=1"],
  ["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?start=5", "aqz-KE-bpKQ?autoplay=1&start=5"],
  ["https://youtu.be/aqz-KE-bpKQ?t=soon", "aqz-KE-bpKQ?autoplay=1"],
])("%s is played by the host that sets no cookie", (address, end) => {
  expect(playerPage(address)).toMatchObject({
    player: "youtube",
    frame: `https://www.youtube-nocookie.com/embed/${end}`,
  });
});

test.each([
  ["https://vimeo.com/76979871", "76979871?dnt=1&autoplay=1"],
  ["https://vimeo.com/channels/staffpicks/76979871", "76979871?dnt=1&autoplay=1"],
  ["https://vimeo.com/76979871/8272103f6e", "76979871?dnt=1&autoplay=1&h=8272103f6e"],
  [
    "https://player.vimeo.com/video/76979871?h=8272103f6e",
    "76979871?dnt=1&autoplay=1&h=8272103f6e",
  ],
  ["https://vimeo.com/76979871?h=x%22y", "76979871?dnt=1&autoplay=1"],
])("%s is played without being tracked", (address, end) => {
  expect(playerPage(address)).toMatchObject({
    player: "vimeo",
    frame: `https://player.vimeo.com/video/${end}`,
  });
});

test.each([
  ["https://www.youtube.com/embed/aqz-KE-bpKQ", "https://www.youtube.com/watch?v=aqz-KE-bpKQ"],
  [
    "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0&start=5",
    "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=5s",
  ],
  [
    "http://www.youtube.com/v/aqz-KE-bpKQ&hl=en_US&fs=1",
    "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
  ],
  ["https://player.vimeo.com/video/76979871?title=0", "https://vimeo.com/76979871"],
  ["https://vimeo.com/moogaloop.swf?clip_id=76979871", "https://vimeo.com/76979871"],
  ["https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"],
])("the frame %s shows the film of a page", (frame, page) => {
  expect(playerPage(frame)?.page).toBe(page);
});

test.each([
  "https://www.youtube.com/@somebody",
  "https://www.youtube.com/watch?v=short",
  "https://youtu.be/aqz-KE-bpKQ/more",
  "https://notyoutube.com/watch?v=aqz-KE-bpKQ",
  "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
  "https://vimeo.com/about",
  "https://film.example/76979871",
  "https://www.youtube.com/embed/videoseries?list=PL1",
  "no address",
])("%s is no page that can be played", (address) => {
  expect(playerPage(address)).toBeUndefined();
});
