import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { openIndexClient } from "./index-client.ts";
import type { OpenPeriod, PeriodClient } from "./index-client.ts";

const period: OpenPeriod = {
  entry: { name: "2024", meta: "m", articles: 1, years: ["2024", "2024"] },
  meta: { pages: [["f", 1]], words: [["", "w"]], spellings: [["", "s"]], filters: "x", fields: [] },
};
const PARTS: Record<string, (client: PeriodClient) => Promise<unknown>> = {
  "2024/m.pf_meta": (client) => client.open(period.entry),
  "2024/index/w.pf_index": (client) => client.words(period, "w"),
  "2024/words/s.words": (client) => client.spellings(period, "a"),
  "2024/x.pf_filter": (client) => client.filters(period),
  "2024/fragment/f.pf_fragment": (client) => client.fragment(period, "f"),
  "wasm.en.pagefind": (client) => client.program.bytes(),
};
const PAGE = "<!doctype html>\n<title>Not found</title>\n";
const packed = gzipSync("pagefind_dcd and what follows. ".repeat(99));
const ANSWERS: Record<string, () => Response> = {
  "nothing, with 404": () => new Response(PAGE, { status: 404 }),
  "a page": () => new Response(PAGE),
  "a packed page": () => new Response(gzipSync(PAGE)),
  "a part of its bytes": () => new Response(packed.subarray(0, packed.length / 2)),
};

afterEach(() => {
  vi.unstubAllGlobals();
});

function opened() {
  const lost: unknown[] = [];
  const list = { version: "1", wasm: "en", periods: [period.entry] };
  const client = openIndexClient("https://a.example/", list, (why) => lost.push(why));
  return { client, lost };
}

const EACH = Object.keys(PARTS).flatMap((path) =>
  Object.keys(ANSWERS).map((answer) => [path, answer] as const),
);
test.each(EACH)("%s is told to be lost where it is answered with %s", async (path, answer) => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return Promise.resolve(ANSWERS[answer]?.());
  });
  const { client, lost } = opened();
  await expect(PARTS[path]?.(client)).rejects.toThrow();
  expect(lost).toHaveLength(1);
  expect(asked).toEqual([`https://a.example/pagefind/${path}`]);
});

test("what has the form of a file is given, packed or not, and fetched once", async () => {
  const bytes = new TextEncoder().encode("pagefind_dcd{}");
  for (const body of [bytes, gzipSync(bytes)]) {
    const fetched = vi.fn(() => Promise.resolve(new Response(body)));
    vi.stubGlobal("fetch", fetched);
    const { client, lost } = opened();
    expect(await client.fragment(period, "f")).toEqual(bytes);
    expect(await client.fragment(period, "f")).toEqual(bytes);
    expect(fetched).toHaveBeenCalledOnce();
    expect(lost).toEqual([]);
  }
});
