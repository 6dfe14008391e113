import { expect, test } from "vitest";
import { isVerification, isVerificationName, ownersReason } from "./public-rules.ts";

test.each([
  "press/kit 2026.pdf",
  "logo.SVG",
  "favicon.ico",
  "2024/05/story/data.csv",
  "data/figures.json",
  "map.geojson",
  "clip.webm",
  "clip.vtt",
  "type/text.woff2",
  "report.pl.pdf",
  "report.pdf. ",
  "v1.2.zip",
  "ads.txt",
  "app-ads.txt",
  "humans.txt",
  "sellers.json",
  "a/robots.txt",
  ".well-known/security.txt",
  "google0123456789abcdef.html",
  "yandex_0123456789abcdef.html",
  "BingSiteAuth.xml",
  "pinterest-1a2b3.html",
  "naver0123456789abcdef0123456789abcdef.html",
  "baidu_verify_codeva-AbC123.html",
])("public/%s may be put there by anyone", (path) => {
  expect(ownersReason(path)).toBeUndefined();
});

const RUNS = /^Browsers may run the content of a \.[a-z]+ file, at the publication/;
const HOST = "Hosts read a file of this name as configuration, or run it.";
const HOST_RUNS = "Some hosts run files with such a name.";
const STET = "Stet writes a file of this name itself.";
const WORD = "Other services trust files in `.well-known/` as coming from the owner.";
const ROOT_JSON = "Hosts look for their configuration in .json files here.";
const NO_ENDING = "Its name has no extension, so its type is unknown.";

test.each([
  ["quiz/index.html", RUNS],
  ["page.XHTML", RUNS],
  ["google0123456789abcdef.htm", RUNS],
  ["a/google0123456789abcdef.html", RUNS],
  ["googlehack.html", RUNS],
  ["sw.js", RUNS],
  ["sw.js.", RUNS],
  ["quiz/page.html. .", RUNS],
  ["module.mjs", RUNS],
  ["app.wasm", RUNS],
  ["look.css", RUNS],
  ["data.xml", RUNS],
  ["drawing.svgz", RUNS],
  ["track.gpx", RUNS],
  ["places.kml", RUNS],
  ["site.webmanifest", RUNS],
  ["_headers", HOST],
  ["_redirects", HOST],
  ["_worker.js", HOST],
  ["_routes.json", HOST],
  ["_config.txt", HOST],
  ["CNAME", HOST],
  ["cname", HOST],
  ["a/web.config", HOST],
  ["a/Web.Config", HOST],
  ["a/staticwebapp.config.json", HOST],
  ["netlify.toml", HOST],
  ["shell.php", HOST_RUNS],
  ["shell.PHP.txt", HOST_RUNS],
  ["a/shell.phtml.pdf", HOST_RUNS],
  ["page.shtml", HOST_RUNS],
  ["robots.txt", STET],
  ["economy/feed.json", STET],
  ["economy/RSS.xml", STET],
  [".well-known/acme-challenge/token", WORD],
  [".well-known/pki-validation/token.txt", WORD],
  [".well-known/assetlinks.json", WORD],
  [".Well-Known/atproto-did", WORD],
  ["vercel.json", ROOT_JSON],
  ["serve.json", ROOT_JSON],
  ["about", NO_ENDING],
  ["apple-app-site-association", NO_ENDING],
  ["setup.exe", "Files that end in .exe are not among the types that anyone may publish."],
])("public/%s is the owner's", (path, reason) => {
  expect(ownersReason(path)).toMatch(reason);
});

test.each([
  "google-site-verification: google0123456789abcdef.html",
  "google-site-verification: google0123456789abcdef.html\n",
  '<html>\n    <head>\n        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n    </head>\n    <body>Verification: 0123456789abcdef</body>\n</html>',
  '<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>',
  "naver-site-verification: naver0123456789abcdef0123456789abcdef.html",
  '<!DOCTYPE html><html><head><meta name="p:domain_verify" content="0123abcd"/></head></html>',
])("a code is all that is in %j", (text) => {
  expect(isVerification(text)).toBe(true);
});

test.each([
  "google-site-verification: <script>alert(1)</script>",
  "<scr<p>ipt>alert(1)</scr<p>ipt>",
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
  '<meta http-equiv="Content-Type" content="text/html; charset=UTF-7">',
  '<html onload="alert(1)"></html>',
  '<users xmlns="http://www.w3.org/1999/xhtml"><script/></users>',
  "code &lt;script&gt;",
  "<!-- -->code",
  `code ${"0".repeat(2000)}`,
])("more than a code is in %j", (text) => {
  expect(isVerification(text)).toBe(false);
});

test("only names of search engines count, in the case that they have", () => {
  expect(isVerificationName("Google0123456789abcdef.html")).toBe(false);
  expect(isVerificationName("google0123456789abcdef.html")).toBe(true);
});
