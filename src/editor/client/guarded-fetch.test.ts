import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { guardedFetch } from "./guarded-fetch.ts";

const OWN = "https://paper.example";
const API = "https://git.paper.example";

beforeEach(() => vi.stubGlobal("document", { baseURI: `${OWN}/admin/` }));
afterEach(() => vi.unstubAllGlobals());

function guarded() {
  const asked: string[] = [];
  const ask: typeof fetch = (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return Promise.resolve(
      Response.json({ login: "ada", avatar_url: "https://pictures.example/1" }),
    );
  };
  return { asked, fetch: guardedFetch(ask, [OWN, API]) };
}

test("the publication's own host and the git host are asked", async () => {
  const { asked, fetch } = guarded();
  const addresses = ["config.json", `${API}/api/v3/repos`, "blob:https://paper.example/1"];
  for (const address of addresses) await fetch(address);
  await fetch(new Request(`${API}/graphql`));
  expect(asked).toEqual([...addresses, `${API}/graphql`]);
});

test.each([
  "https://status.example/",
  `${API}.example/`,
  "http://git.paper.example/",
  "//cdn.example/a.js",
])("%s is not asked", async (address) => {
  const { asked, fetch } = guarded();
  await expect(fetch(address)).rejects.toThrow("asks no other host");
  expect(asked).toEqual([]);
});

test("of an author's account all is told but where the picture lies", async () => {
  const { fetch } = guarded();
  const account = await fetch(`${API}/api/v3/user`);
  expect(await account.json()).toEqual({ login: "ada", avatar_url: null });
});
