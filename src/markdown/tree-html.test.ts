import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { element, textNode } from "./tree.ts";
import { treeHtml } from "./tree-html.ts";

test("a tree is written as the library writes it", () => {
  const tree: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      element("h2", { id: `a"b'c&d<e>\`` }, [textNode("1 < 2 && \u0000 > \"'")]),
      element("p", {}, [
        textNode("Fish &amp; chips \uD800 \u{1F41F}"),
        element("br", {}, []),
        element("em", { title: undefined, hidden: false }, [textNode("plain")]),
        element("a", { href: "/?a=1&b=2", download: true, className: ["one", "two"] }, []),
        element("img", { src: "a.png", alt: "", width: 10, srcSet: "a 1x, b 2x" }, []),
      ]),
      element("br", {}, [textNode("inside")]),
      element("script", {}, [textNode("a < b && c")]),
      element("style", {}, [textNode("a > b")]),
      element("svg", { viewBox: "0 0 1 1" }, [element("circle", { r: "1" }, [])]),
      element("ol", { start: 0, reversed: true }, [element("li", {}, [])]),
      element("td", { colSpan: 2, dataFootnoteRef: true, ariaLabel: "x" }, []),
      { type: "comment", value: "a -- b" },
      {
        type: "element",
        tagName: "template",
        properties: {},
        children: [],
        content: { type: "root", children: [textNode("<")] },
      },
    ],
  };

  expect(treeHtml(tree)).toBe(toHtml(tree));
});
