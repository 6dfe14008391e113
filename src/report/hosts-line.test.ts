import { expect, test } from "vitest";
import { mergedHosts } from "../domain/allowed-hosts.ts";
import { hostsLine } from "./hosts-line.ts";

test("the hosts that are let in are told on one line, each with what for", () => {
  const hosts = mergedHosts([
    { script: ["https://stats.example"] },
    { script: ["https://ads.example", "https://stats.example"], form: ["https://ads.example"] },
  ]);
  expect(hostsLine(hosts)).toBe(
    "The security policy of every page lets in: https://ads.example (script, form); https://stats.example (script).\n",
  );
  expect(hostsLine(mergedHosts([undefined, { img: [] }]))).toBe("");
});
