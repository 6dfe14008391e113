import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "./parse-body.ts";
import { feedHtml, pageHtml } from "./render-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

function page(source: string, format: BodyFormat = "mdx"): string {
  return pageHtml(parseBody(source, format), testTargets())
    .replaceAll(/ data-note="\d+"/g, "")
    .replace(/\n?<ol class="link-notes"[^]*$/, "");
}

describe.each(["md", "mdx"] as const)("a bare address in .%s", (format) => {
  test.each([
    ["a closing quote", "“https://a.example/x”", "https://a.example/x"],
    ["a single closing quote", "‘https://a.example/x’ y", "https://a.example/x"],
    ["a guillemet", "«https://a.example/x»", "https://a.example/x"],
    ["a low quote", "„https://a.example/x“", "https://a.example/x"],
    ["a dash", "https://a.example/x—then", "https://a.example/x"],
    ["an ellipsis", "https://a.example/x… or", "https://a.example/x"],
    ["a wide comma", "见 https://a.example/x，以及", "https://a.example/x"],
    ["a wide full stop", "https://a.example/x。谢谢", "https://a.example/x"],
    ["a wide bracket", "（https://a.example/x）", "https://a.example/x"],
    ["a wide tilde", "https://a.example/x～", "https://a.example/x"],
    ["an arrow", "https://a.example/x→y", "https://a.example/x"],
    ["an Arabic comma", "https://a.example/x، ثم", "https://a.example/x"],
    ["a Devanagari danda", "https://a.example/x। फिर", "https://a.example/x"],
    ["a space of no width", "https://a.example/x\u200By", "https://a.example/x"],
    ["a straight quote", '"https://a.example/x"—then', "https://a.example/x"],
    ["signs that GFM leaves out as well", "“https://a.example/x.”", "https://a.example/x"],
    ["the end tag of a shortcode", "[embed]https://a.example/x[/embed]", "https://a.example/x"],
    [
      "a bracket that it opened, and then a quote",
      "“https://a.example/x_(y)”",
      "https://a.example/x_(y)",
    ],
  ])("ends before %s", (_what, source, address) => {
    expect(page(source, format)).toContain(`<a href="${address}">${address}</a>`);
    expect(page(source, format).replaceAll(/<[^>]*>/g, "")).toBe(source);
  });

  test("without a scheme ends in the same way", () => {
    expect(page("Harbour’s “www.harbour.example”.", format)).toBe(
      '<p>Harbour’s “<a href="http://www.harbour.example">www.harbour.example</a>”.</p>',
    );
  });

  test("keeps letters of every script, and the joiners of Persian words", () => {
    for (const address of ["https://zh.example/港口", "https://fa.example/می\u200Cخواهم"])
      expect(page(address, format)).toBe(`<p><a href="${encodeURI(address)}">${address}</a></p>`);
  });

  test("lets another begin behind the sign that ended it", () => {
    expect(page("https://a.example/x，https://b.example/y。", format)).toBe(
      '<p><a href="https://a.example/x">https://a.example/x</a>，<a href="https://b.example/y">https://b.example/y</a>。</p>',
    );
  });

  test("ends before the mark of a footnote", () => {
    expect(page("See https://a.example/x[^1] b.\n\n[^1]: C.", format)).toContain(
      '<a href="https://a.example/x">https://a.example/x</a><sup><a href="#fn-1"',
    );
  });

  test("ends before the mark of emphasis that a wide sign follows", () => {
    expect(page("*见 https://a.example/x*，然后", format)).toBe(
      '<p><em>见 <a href="https://a.example/x">https://a.example/x</a></em>，然后</p>',
    );
  });

  test("leaves the marks of Markdown behind it to Markdown", () => {
    expect(page("**见https://a.example/x。**然后", format)).toBe(
      '<p><strong>见<a href="https://a.example/x">https://a.example/x</a>。</strong>然后</p>',
    );
    expect(page("*https://a.example/x*—then", format)).toBe(
      '<p><em><a href="https://a.example/x">https://a.example/x</a></em>—then</p>',
    );
  });

  test("is no address where it is code, or written as a link", () => {
    expect(page("`https://a.example/x”` [a](https://a.example/“x”)", format)).toBe(
      '<p><code translate="no">https://a.example/x”</code> <a href="https://a.example/%E2%80%9Cx%E2%80%9D">a</a></p>',
    );
  });

  test("stands in the facts, at its true place", () => {
    const { metadata } = parseBody("见 **https://a.example/x。** [b](/b)", format);
    expect(metadata.links).toEqual([
      { href: "https://a.example/x", line: 1, column: 5, length: 19 },
      { href: "/b", line: 1, column: 32, length: 2 },
    ]);
  });
});

test("an address in angle brackets may hold every sign", () => {
  expect(page("<https://a.example/“x”>", "md")).toBe(
    '<p><a href="https://a.example/%E2%80%9Cx%E2%80%9D">https://a.example/“x”</a></p>',
  );
});

test("a bare address in a feed ends there too", () => {
  expect(feedHtml(parseBody("“https://a.example/x”", "md"), testTargets())).toBe(
    '<p>“<a href="https://a.example/x">https://a.example/x</a>”</p>',
  );
});

test.each<[what: string, text: (size: number) => string]>([
  ["one address of many", (size) => "https://a.example/x，".repeat(size)],
  ["addresses that hold one another", (size) => `${"www.".repeat(size)}”`],
  ["paragraphs", (size) => "“https://a.example/x”\n\n".repeat(size)],
])("%s take steps in proportion to their number", (_, text) => {
  expect(growth((size) => void parseBody(text(size), "md"))).toBeLessThan(2.5);
});
