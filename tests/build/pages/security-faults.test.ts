import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { nameFaults, placeFaults, sameNames, securityFaults } from "./security-faults.ts";

const HOME = new URL("https://x.example/paper/");

function causes(path: string, text: string): string[] {
  return securityFaults(path, Buffer.from(text), HOME).map(({ cause }) => cause);
}

test("a page that loads and runs only what is its own has no fault", () => {
  const page =
    '<!DOCTYPE html><html lang="en"><head><title>T</title><link rel="stylesheet" href="/paper/a.css">' +
    '<link rel="canonical" href="https://elsewhere.example/"><script type="module" src="/paper/a.js"></script>' +
    '<script type="application/ld+json">{"a":"https://schema.org"}</script></head>' +
    '<body><a href="https://elsewhere.example/">style="a" onclick=b javascript:c</a><img src="a.png" alt="data: a"></body></html>';
  expect(causes("index.html", page)).toEqual([]);
});

test.each([
  ['<p style="color: red">a</p>', "style"],
  ["<style>a {}</style>", "<style>"],
  ["<script>a()</script>", "inline script"],
  ['<script type="module">a()</script>', "inline script"],
  ["<img src=a.png alt='' onerror=a()>", "onError"],
  ['<svg onload="a()"></svg>', "onLoad"],
  ['<a href="javascript:a()">a</a>', "javascript: address"],
  ['<a href=" Java&#10;Script:a()">a</a>', "javascript: address"],
  ['<template><b onfoo="a()">a</b></template>', "onfoo"],
  ['<p data-astro-cid-x="">a</p>', "dataAstroCidX"],
  ['<base href="/a/">', "<base>"],
  ['<iframe srcdoc="a"></iframe>', "srcDoc"],
  ['<iframe src="https://y.example/"></iframe>', "asks another host"],
  ['<img src="//y.example/a.png" alt="">', "asks another host"],
  ['<img srcset="https://y.example/a.png 2x" src="a.png" alt="">', "asks another host"],
  ['<picture><source srcset="https://y.example/a.webp"></picture>', "asks another host"],
  ['<video src="https://y.example/a.mp4"></video>', "asks another host"],
  ['<video poster="https://y.example/a.png"></video>', "asks another host"],
  ['<script src="https://y.example/a.js"></script>', "asks another host"],
  ['<link rel="stylesheet" href="https://y.example/a.css">', "asks another host"],
  ['<link rel="preconnect" href="https://y.example/">', "asks another host"],
  ['<svg><image href="https://y.example/a.png"></image></svg>', "asks another host"],
])("%s is found", (part, cause) => {
  expect(
    causes("a/index.html", `<!DOCTYPE html><html lang="en"><body>${part}</body></html>`),
  ).toEqual([cause]);
  expect(
    causes("rss.xml", `<rss><content:encoded><![CDATA[${part}]]></content:encoded></rss>`),
  ).toEqual([`entry: ${cause}`]);
});

test("styles and drawings that ask another host are found", () => {
  expect(causes("a.css", "a { background: url(https://y.example/a.png) }")).toEqual([
    "asks another host",
  ]);
  expect(causes("a.svg", '<svg><script>a()</script><a style="b"/></svg>')).toEqual([
    "inline script",
    "style",
  ]);
});

test.each([
  "a b?.html",
  "a\\b.html",
  "a:b",
  "a%20b",
  "e\u0301.html",
  "a./b",
  "a /b",
  "-a",
  "a//b",
  "con/index.html",
  "a/NUL.txt",
  `${"a".repeat(256)}`,
  "a\u0007",
])("%j is no name for every host", (path) => {
  expect(nameFaults(path)).not.toEqual([]);
});

test("names of articles in any script, and of the press's files, are good", () => {
  for (const path of ["中/é-1.2/index.html", "_astro/A.B_c-d.css", ".well-known/security.txt"]) {
    expect(nameFaults(path)).toEqual([]);
  }
});

test("names that differ only by case are found", () => {
  expect(sameNames(["a/B", "a/b", "c"])).toEqual(["a/B = a/b"]);
});

test("paths of the machine are found in packed files too, unless an article speaks of them", () => {
  const text = Buffer.from("see /home/ada/x.md and /home/said/y, https://y.example/home/z");
  const local = { places: ["/srv/press"], said: "Look into /home/said/y." };
  const found = (bytes: Buffer): string[] =>
    placeFaults("a", bytes, local).map(({ where }) => where);
  expect(found(text)).toEqual(["a: /home/ada/x.md"]);
  expect(found(gzipSync(text))).toEqual(["a: /home/ada/x.md"]);
  expect(found(Buffer.from('"/srv/press/src/a.ts" file:///a'))).toEqual([
    "a: /srv/press",
    "a: file:///a",
  ]);
});
