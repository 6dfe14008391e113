import { afterEach, expect, test, vi } from "vitest";
import { isPageReplaced } from "./page-edition.ts";

const SCRIPT = "/paper/_astro/search.abcdefgh.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(answer: () => Promise<Response>, script: string | undefined = SCRIPT): void {
  vi.stubGlobal("document", {
    querySelector: () => (script === "" ? null : { getAttribute: () => script }),
  });
  vi.stubGlobal("location", { pathname: "/paper/search/" });
  vi.stubGlobal("fetch", answer);
}

const pageWith = (script: string) => () =>
  Promise.resolve(new Response(`<script type="module" src="${script}"></script>`));

test("a page is replaced where it has another script now", async () => {
  answering(pageWith("/paper/_astro/search.12345678.js"));
  expect(await isPageReplaced()).toBe(true);
  answering(pageWith(SCRIPT));
  expect(await isPageReplaced()).toBe(false);
});

test("a page that cannot be fetched is not known to be replaced", async () => {
  answering(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await isPageReplaced()).toBe(false);
  answering(() => Promise.resolve(new Response("Not found", { status: 404 })));
  expect(await isPageReplaced()).toBe(false);
});

test("a page without a script of that kind is never replaced", async () => {
  answering(pageWith("/src/layouts/Search.astro"), "");
  expect(await isPageReplaced()).toBe(false);
});
