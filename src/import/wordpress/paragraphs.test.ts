import { expect, test } from "vitest";
import { paragraphs } from "./paragraphs.ts";

test.each([
  ["one", "<p>one</p>"],
  ["one\n\ntwo", "<p>one</p> <p>two</p>"],
  ["one\r\n\r\ntwo", "<p>one</p> <p>two</p>"],
  ["one\n  \n\n\ntwo", "<p>one</p> <p>two</p>"],
  ["one\ntwo", "<p>one<br> two</p>"],
  ["one<br />\ntwo", "<p>one<br /> two</p>"],
  ["<p>one</p>\n\n<p>two\nthree</p>", "<p>one</p> <p>two<br> three</p>"],
  ["<p>one\n\ntwo</p>", "<p>one</p> <p>two</p>"],
  ["one <b>two\n\nthree</b>", "<p>one <b>two</p> <p>three</b></p>"],
  ["one\n<h2>two</h2>\nthree", "<p>one</p> <h2>two</h2> <p>three</p>"],
  ["<h2>one\ntwo</h2>", "<h2>one<br> two</h2>"],
  [
    "<ul>\n<li>one</li>\n<li>two\n\nthree</li>\n</ul>",
    "<ul><li>one</li> <li><p>two</p> <p>three</p> </li> </ul>",
  ],
  ["<blockquote>one\n\ntwo</blockquote>", "<blockquote><p>one</p> <p>two</p> </blockquote>"],
  ["<div>one</div>", "<div>one</div>"],
  ["<div>one\n\ntwo</div>", "<div><p>one</p> <p>two</p> </div>"],
  ["<pre>one\n\ntwo\n</pre>\n\nthree", "<pre>one\n\ntwo\n</pre> <p>three</p>"],
  ["<script>\n\nvar a = '<p>';\n</script>", "<script>\n\nvar a = '<p>';\n</script>"],
  [
    "<table>\n<tr>\n<td>one\n\ntwo</td>\n</tr>\n</table>",
    "<table><tr><td><p>one</p> <p>two</p> </td> </tr> </table>",
  ],
  ['<img src="a"\n alt="b">', '<p><img src="a"  alt="b"></p>'],
  ["a < b\n\nc > d", "<p>a < b</p> <p>c > d</p>"],
  ["", ""],
  [" \n\n ", ""],
  ["one\n\n<!-- note -->\n\ntwo", "<p>one</p> <p><!-- note --></p> <p>two</p>"],
])("%j has the paragraphs %j", (text, expected) => {
  const spaced = (html: string): string =>
    /<pre|<script/.test(html)
      ? html.trim().replace(/>\n(?=<p)/g, "> ")
      : html.replace(/[ \n]+/g, " ").trim();
  expect(spaced(paragraphs(text))).toBe(spaced(expected));
});
