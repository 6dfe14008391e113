import { expect, test } from "vitest";
import { urlsOfStyles } from "./style-urls.ts";

test.each<[string, string[]]>([
  [`a { background: url(a.png) }`, ["a.png"]],
  [`a { background: URL( "a b.png" ) }`, ["a b.png"]],
  [`a { background: url('a)b.png'), url(c.png) }`, ["a)b.png", "c.png"]],
  [`a { background: url(\n  a.png\n) }`, ["a.png"]],
  [`a{background:url()}`, [""]],
  [String.raw`a { background: url(a\)b\20 c.png) }`, ["a)b c.png"]],
  [String.raw`a { background: url("a\"b\26 c.png") }`, ['a"b&c.png']],
  [`@font-face { src: url("/f.woff2") format("woff2") }`, ["/f.woff2"]],
  [`@import "a.css"; @import 'b.css' screen; @import url(c.css);`, ["a.css", "b.css", "c.css"]],
  [`@import url("a.css") supports(x: "y"); b { content: "c" }`, ["a.css"]],
  [`@import /* from */ "a.css";`, ["a.css"]],
  [`@imported "a.css"; @import-x "b.css"`, []],
  [
    `/* url(a.png) */ b { content: "url(b.png)"; c: 'url(d.png) /*' } e { f: url(g.png) }`,
    ["g.png"],
  ],
  [`a { b: my-url(c.png) d_url(e.png) }`, []],
  // A string that lacks its quote ends with its line.
  [`a { content: "b\n; background: url(c.png) }`, ["c.png"]],
  [`a { content: "b\\\nc url(d.png)" }`, []],
  [`a { b: url(c.png`, ["c.png"]],
  [`a { b: url("c.png`, ["c.png"]],
  [`/* a { b: url(c.png) }`, []],
  [String.raw`a { b: url(c\110000 d) }`, ["c\ufffdd"]],
])("%s", (css, urls) => {
  expect(urlsOfStyles(css)).toEqual(urls);
});
