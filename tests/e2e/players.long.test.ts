import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page, Request } from "playwright-core";
import { serve } from "../visual/served.ts";
import type { Served } from "../visual/served.ts";
import { BELOW_PATH } from "../build/pages/below-path.ts";
import { printedBelowPath, printedDemo } from "../build/printed.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { watchFaults } from "./page-faults.ts";

let browser: Browser;
let demo: Served;
let paper: Served;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serve((await printedDemo()).out, "/");
  paper = await serve((await printedBelowPath()).out, new URL(BELOW_PATH).pathname);
});
afterAll(async () => {
  await demo.end();
  await paper.end();
  await browser.close();
});

/** A page that is watched, with every request that it makes. */
async function opened(address: string): Promise<{ page: Page; faults: string[]; asked: string[] }> {
  const page = await browser.newPage();
  const faults = await watchFaults(page, new URL(address).origin);
  const asked: string[] = [];
  page.on("request", (request: Request) => asked.push(request.url()));
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  return { page, faults, asked };
}

const isMedia = (address: string): boolean => /\.(?:webm|wav|mp3|vtt)$/.test(address);

describe("a film and a recording of the paper's own", () => {
  test.each([
    { article: "2026/10/printing-by-the-thousand/", tag: "video", file: "stopwatch.webm" },
    { article: "2026/09/answer-with-304/", tag: "audio", file: "requests-heard.wav" },
  ])("nothing of the $tag is asked for before a click, and then it plays", async (one) => {
    const { page, faults, asked } = await opened(demo.front + one.article);
    const button = page.getByRole("button", { name: /^Play: .+, 0:1\d minutes$/ });
    await button.scrollIntoViewIfNeeded();
    expect(asked.filter(isMedia)).toEqual([]);
    const before = await page.locator(".player-stage").boundingBox();
    const target = await button.boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);

    await button.focus();
    await page.keyboard.press("Enter");
    const player = page.locator(one.tag);
    await expect
      .poll(() => player.evaluate((element: HTMLMediaElement) => element.currentTime))
      .toBeGreaterThan(0);
    expect(await player.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(asked.filter(isMedia).every((address) => address.endsWith(one.file))).toBe(true);
    expect(await page.locator(".player-stage").boundingBox()).toEqual(before);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("what cannot be had is a link again, and is told nobody else", async () => {
    const { page } = await opened(`${demo.front}2026/09/answer-with-304/`);
    await page.route("**/*.wav", (route) => route.abort());
    await page.getByRole("button", { name: /^Play/ }).click();
    const link = page.locator("a.player-open");
    await link.waitFor();
    expect(await link.textContent()).toContain("Ten requests for our feed, heard");
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test("a copy of the page plays the copy of the file, by an address that mirrors rewrite", async () => {
    const { origin } = new URL(demo.front);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.route("**/2026/10/printing-by-the-thousand/", async (route) => {
      const response = await route.fetch();
      // What programs such as wget, HTTrack and pywb take for an address, and nothing else.
      const body = (await response.text()).replace(
        /( (?:href|src|poster)=")\/(?=recordings\/)/g,
        "$1/copy/",
      );
      await route.fulfill({ response, body });
    });
    await page.route("**/copy/**", async (route) => {
      const url = route.request().url().replace(`${origin}/copy/`, `${origin}/`);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await page.goto(`${demo.front}2026/10/printing-by-the-thousand/`);
    await page.getByRole("button", { name: /^Play/ }).click();
    await expect
      .poll(() => page.locator("video").evaluate((film: HTMLMediaElement) => film.readyState))
      .toBeGreaterThan(0);
    const films = asked.filter(isMedia);
    expect(new Set(films)).toEqual(new Set(["/copy/recordings/stopwatch.webm"]));
    await page.close();
  });

  test("without script the link stands, and leads to the file", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${demo.front}2026/10/printing-by-the-thousand/`);
    const link = page.getByRole("link", { name: "Four presses, one stopwatch 0:12" });
    expect(await link.getAttribute("href")).toBe("/recordings/stopwatch.webm");
    expect(await page.getByRole("button").count()).toBe(0);
    await page.getByText("Transcript").click();
    expect(await page.getByText("Four bars begin at once.").isVisible()).toBe(true);
    await page.close();
  });

  test("pages without either link no script of theirs", async () => {
    const { page, asked } = await opened(`${demo.front}2026/03/webmention/`);
    expect(asked.filter((address) => /\/(?:Players|Giscus)[^/]*\.js$/.test(address))).toEqual([]);
    await page.close();
  });
});

describe("what comes from other hosts", () => {
  const ARTICLE = "2025/04/council-vote/";
  const PLAYER = "https://www.youtube-nocookie.com";
  const VALID = "https://sound.courier.example";
  const GISCUS = "https://giscus.app";

  /** The article with other hosts answered here; gives what was asked of them. */
  async function visited(path = ARTICLE): Promise<{ page: Page; faults: string[]; far: URL[] }> {
    const page = await browser.newPage();
    const { origin } = new URL(paper.front);
    const far: URL[] = [];
    for (const host of [PLAYER, VALID, GISCUS]) {
      await page.route(`${host}/**`, (route) => {
        far.push(new URL(route.request().url()));
        return route.fulfill({
          contentType: "text/html",
          body: `<!doctype html><title>Far</title><p>${host}</p>`,
        });
      });
    }
    const faults = await watchFaults(page, origin);
    await page.goto(paper.front + path);
    await page.waitForLoadState("networkidle");
    return { page, faults: faults, far };
  }

  /** Faults besides the requests that were meant. */
  const unmeant = (faults: readonly string[], host: string): string[] =>
    faults.filter((fault) => !fault.includes(`asks ${host}/`));

  test("a film says where it loads from, and a click loads that frame and nothing else", async () => {
    const { page, faults, far } = await visited();
    const button = page.getByRole("button", {
      name: "Play: Video, The vote, from the gallery, 1:02:03 hours. Loads from youtube-nocookie.com",
    });
    expect(await button.textContent()).toContain("Loads from youtube-nocookie.com");
    expect(far).toEqual([]);
    expect(faults).toEqual([]);
    await button.click();
    const frame = page.locator("iframe");
    await expect.poll(() => frame.contentFrame().getByText(PLAYER).count()).toBe(1);
    expect(far.map(({ href }) => href)).toEqual([`${PLAYER}/embed/aqz-KE-bpKQ?autoplay=1`]);
    expect(await frame.getAttribute("title")).toBe("The vote, from the gallery");
    expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(unmeant(faults, PLAYER)).toEqual([]);
    await page.close();
  });

  test("a recording on a host that is switched on is fetched after a click, and not before", async () => {
    const { page, faults, far } = await visited();
    await page
      .getByRole("button", {
        name: "Play: Audio, The vote, heard, 0:42 minutes. Loads from sound.courier.example",
      })
      .click();
    await expect.poll(() => far.map(({ href }) => href)).toContain(`${VALID}/vote.mp3`);
    expect(faults.filter((fault) => fault.includes("breaks the policy"))).toEqual([]);
    await page.close();
  });

  test("the policy keeps out every frame that was not switched on", async () => {
    const { page, faults, far } = await visited();
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "https://player.vimeo.com/video/1";
      document.body.append(frame);
    });
    await expect.poll(() => faults.join()).toContain("breaks the policy: frame-src");
    expect(far).toEqual([]);
    await page.close();
  });

  test("comments that are kept stand there, and a discussion opens when it is asked for", async () => {
    const { page, faults, far } = await visited();
    const section = page.getByRole("region", { name: "2 comments" });
    expect(await section.getByText("The comments are kept at GitHub.").isVisible()).toBe(true);
    const links = section.locator(".comment a");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("rel")))).toEqual([
      "nofollow ugc",
      "nofollow ugc",
    ]);
    expect(far).toEqual([]);
    await section.getByRole("button", { name: "Show the comments" }).focus();
    await page.keyboard.press("Space");
    const frame = page.locator(".giscus iframe");
    await expect.poll(() => frame.contentFrame().getByText(GISCUS).count()).toBe(1);
    expect(far).toHaveLength(1);
    const [asked] = far;
    expect(asked?.pathname).toBe("/en/widget");
    const said = Object.fromEntries(asked?.searchParams ?? []);
    expect(said).toMatchObject({
      repo: "courier/talk",
      repoId: "R_kgDOcourier",
      category: "Comments",
      categoryId: "DIC_kwDOcourier",
      strict: "1",
      session: "",
      origin: `${paper.front}${ARTICLE}#page-comments`,
      backLink: new URL(ARTICLE, BELOW_PATH).href,
    });
    expect(said["term"]).toMatch(/^[\da-f-]{36}$/);
    expect(unmeant(faults, GISCUS)).toEqual([]);
    await page.close();
  });

  test("the frame is as high as giscus says, and as nobody else does", async () => {
    const { page } = await visited();
    await page.getByRole("button", { name: "Show the comments" }).click();
    const frame = page.locator(".giscus iframe");
    await expect.poll(() => frame.contentFrame().getByText(GISCUS).count()).toBe(1);
    const say = (height: unknown) =>
      page
        .frames()
        .find((one) => one.url().startsWith(GISCUS))
        ?.evaluate((resizeHeight) => {
          window.parent.postMessage({ giscus: { resizeHeight } }, "*");
        }, height);
    await page.evaluate(() => window.postMessage({ giscus: { resizeHeight: 9000 } }, "*"));
    await say("tall");
    await say(777.2);
    await expect.poll(() => frame.getAttribute("height")).toBe("778");
    await page.close();
  });

  test("a session in an address opens nothing unless the reader had opened the discussion", async () => {
    const { page, far } = await visited(`${ARTICLE}?giscus=abc`);
    expect(far).toEqual([]);
    expect(page.url()).toBe(`${paper.front}${ARTICLE}#page-comments`);
    await page.getByRole("button", { name: "Show the comments" }).click();
    await expect.poll(() => far.length).toBe(1);
    await page.goto(`${paper.front}${ARTICLE}?giscus=def`);
    await expect.poll(() => far.at(-1)?.searchParams.get("session")).toBe("def");
    expect(page.url()).not.toContain("def");
    await page.close();
  });

  test("without script there are links: to the film, to the recording, to the discussion", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(paper.front + ARTICLE);
    const links = await page
      .locator("a.player-open, .giscus a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual([
      `${new URL(BELOW_PATH).pathname}council/vote.webm`,
      "https://youtu.be/aqz-KE-bpKQ",
      `${VALID}/vote.mp3`,
      "https://github.com/courier/talk/discussions",
    ]);
    expect(await page.getByRole("button", { name: "Show the comments" }).count()).toBe(0);
    await page.close();
  });
});

test("a letter to the editor is a link that names the article", async () => {
  const { page, faults } = await opened(`${demo.front}2026/09/answer-with-304/`);
  const href = await page.getByRole("link", { name: "Write to the editor" }).getAttribute("href");
  expect(decodeURIComponent(href ?? "")).toBe(
    "mailto:letters@reachreport.example?subject=The politest answer on the web has no content&body=https://reachreport.example/2026/09/answer-with-304/\n\n",
  );
  expect(faults).toEqual([]);
  await page.close();
});
