import { expect, test } from "vitest";
import { unsafeSvg } from "./unsafe-svg.ts";

const svg = (inside: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

test.each([
  svg('<path d="M0 0h9"/>'),
  svg('<defs><path id="a"/></defs><use href="#a"/><use xlink:href="#a"/>'),
  svg('<rect fill="url(#gradient)" style="fill:url(\'#g\')"/>'),
  svg("<style>.a{fill:red}</style>"),
  svg('<image href="data:image/png;base64,AA=="/>'),
  svg("<title>On and on</title>"),
])("a drawing may be published: %s", (source) => {
  expect(unsafeSvg(source)).toBeUndefined();
});

test.each([
  svg("<script>alert(1)</script>"),
  svg("<SCRIPT>alert(1)</SCRIPT>"),
  svg("", 'onload="alert(1)"'),
  svg('<a href="javascript:alert(1)"><text>x</text></a>'),
  svg('<a href="java&#10;script:alert(1)"><text>x</text></a>'),
  svg('<a xlink:href="https://far.example/"><text>x</text></a>'),
  svg('<image href="https://far.example/a.png"/>'),
  svg('<use href="https://far.example/a.svg#b"/>'),
  svg("<foreignObject><p>Words</p></foreignObject>"),
  svg('<rect style="fill:url(https://far.example/a)"/>'),
  svg("<style>@import url(https://far.example/a.css);</style>"),
  svg("<style>rect{fill:url(https://far.example/a)}</style>"),
  svg('<set attributeName="href" to="javascript:alert(1)"/>'),
  `<?xml-stylesheet href="https://far.example/a.css"?>${svg("")}`,
  `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`,
])("what acts or fetches may not: %s", (source) => {
  expect(unsafeSvg(source)).toBeTypeOf("string");
});
