import { expect, test } from "vitest";
import { unsafeSvg } from "./unsafe-svg.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

const svg = (inside: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

const faultOf = (source: string): string | undefined => unsafeSvg(Buffer.from(source));

test.each([
  svg('<path d="M0 0h9"/>'),
  svg('<defs><path id="a"/></defs><use href="#a"/><use xlink:href="#a"/>'),
  svg('<rect fill="url(#gradient)" style="fill:url(\'#g\')"/>'),
  svg("<style>.a{fill:red}</style>"),
  svg("<style><![CDATA[.a > .b{fill:red}]]></style>"),
  svg('<image href="data:image/png;base64,AA=="/>'),
  svg("<title>On and on &amp; on</title>"),
  svg("<!-- a comment --><g/>"),
  svg('<animate attributeName="opacity" values="0;1"/>'),
  `<?xml version="1.0" encoding="ISO-8859-1"?>${svg("<g/>")}`,
  `\ufeff<?xml version="1.0" encoding="utf-8" standalone="no"?>\n${svg("<g/>")}\n`,
  `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg("")}`,
  // What drawing programs leave behind.
  svg(
    '<sodipodi:namedview inkscape:export-filename="a.png" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"/>',
  ),
  svg(
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a:b xmlns:a="http://a.example/" rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata>',
  ),
  '<v:svg xmlns:v="http://www.w3.org/2000/svg"><v:rect/></v:svg>',
])("a drawing may be published: %s", (source) => {
  expect(faultOf(source)).toBeUndefined();
});

test.each([
  // Code.
  svg("<script>alert(1)</script>"),
  svg("<SCRIPT>alert(1)</SCRIPT>"),
  svg("", 'onload="alert(1)"'),
  svg('<rect ONLOAD="alert(1)"/>'),
  svg('<a href="javascript:alert(1)"><text>x</text></a>'),
  svg('<a href="java&#10;script:alert(1)"><text>x</text></a>'),
  svg('<a href="&#x6A;avascript:alert(1)"><text>x</text></a>'),
  svg('<a href="data:text/html,x"><text>x</text></a>'),
  svg('<set attributeName="href" to="javascript:alert(1)"/>'),
  svg('<set attributeName="onclick" to="alert(1)"/>'),
  svg('<__proto__:script xmlns:__proto__="http://www.w3.org/2000/svg">alert(1)</__proto__:script>'),
  svg(`<__proto__:script xmlns:__proto__="${XHTML}">alert(1)</__proto__:script>`),
  svg(`<constructor:script xmlns:constructor="${XHTML}">alert(1)</constructor:script>`),
  // Other documents.
  svg("<foreignObject><p>Words</p></foreignObject>"),
  svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
  svg('<iframe src="https://far.example/"/>'),
  svg(`<h:iframe xmlns:h="${XHTML}" srcdoc="x"/>`),
  svg(`<h:meta xmlns:h="${XHTML}" http-equiv="refresh" content="0;url=https://far.example"/>`),
  svg(`<img xmlns="${XHTML}" src="https://far.example/x"/>`),
  svg('<e:listener xmlns:e="http://www.w3.org/2001/xml-events" event="load" handler="#x"/>'),
  // Requests.
  svg('<style>a{content:"/*";background:url(https://far.example/x.png);content:"*/"}</style>'),
  svg('<rect style="fill:url(#/*);background:url(https://far.example/x);x:url(#*/)"/>'),
  svg('<a xlink:href="https://far.example/"><text>x</text></a>'),
  svg('<image href="https://far.example/a.png"/>'),
  svg('<image href="//far.example/a.png"/>'),
  svg('<image href="a.png"/>'),
  svg('<image href="#a" xml:base="https://far.example/"/>'),
  svg('<use href="https://far.example/a.svg#b"/>'),
  svg('<filter id="f"><feImage href="https://far.example/a"/></filter>'),
  svg('<image href="#x"><set attributeName="href" to="https://far.example/a.png"/></image>'),
  svg('<use href="#x"><animate attributeName="xlink:href" values="https://far.example/#x"/></use>'),
  svg('<a href="#x" ping="https://far.example/"/>'),
  svg('<rect style="fill:url(https://far.example/a)"/>'),
  svg("<rect filter=\"url( 'https://far.example/f#a')\"/>"),
  svg('<rect style="fill:u\\72 l(https://far.example/a)"/>'),
  svg("<style>@import url(https://far.example/a.css);</style>"),
  svg("<style>@\\69mport 'https://far.example/a.css';</style>"),
  svg("<style><![CDATA[@import 'https://far.example/a.css';]]></style>"),
  svg("<style>@imp<!-- -->ort 'https://far.example/a.css';</style>"),
  svg("<style>rect{fill:url(https://far.example/a)}</style>"),
  svg("<style>rect{fill:url(/**/https://far.example/a)}</style>"),
  svg("<style>rect{mask:image-set('https://far.example/a' 1x)}</style>"),
  svg("<style>@font-face{src:url(https://far.example/a.woff)}</style>"),
  `<?xml-stylesheet href="https://far.example/a.css"?>${svg("")}`,
  // Under other names.
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="${XHTML}"><h:script>alert(1)</h:script></svg>`,
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:y="http://www.w3.org/1999/xlink"><image y:href="https://far.example/"/></svg>',
  '<x:g xmlns:x="http://drawing.example/"><script xmlns="http://www.w3.org/2000/svg"/></x:g>',
  // Where a parser for HTML sees text or a comment.
  svg("<desc><textarea><script>alert(1)</script></textarea></desc>"),
  svg("<title><script>alert(1)</script></title>"),
  svg("<style><a/><script>alert(1)</script></style>"),
  svg("<?x > ?><script>alert(1)</script>"),
  svg("<!-- --!> --><script>alert(1)</script>"),
  svg("<desc><![CDATA[</desc>]]><script>alert(1)</script></desc>"),
  // Entities and encodings.
  `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`,
  `<!DOCTYPE svg SYSTEM "a>b" [<!ENTITY a "b">]>${svg("&a;")}`,
  svg('<text x="&Tab;">&nbsp;</text>'),
  `<?xml version="1.0" encoding="UTF-7"?>${svg("+ADw-script+AD4-")}`,
  "not a drawing at all <",
  svg("<g>"),
])("what acts or fetches may not: %s", (source) => {
  expect(faultOf(source)).toBeTypeOf("string");
});

test("a drawing in UTF-16 is refused: what is in it cannot be seen", () => {
  const source = Buffer.from(`\ufeff${svg("<script>alert(1)</script>")}`, "utf16le");
  expect(unsafeSvg(source)).toBe("it is not written in UTF-8");
});

test("a drawing that copies copies of copies is refused, and one with many plain ones is not", () => {
  const levels = Array.from(
    { length: 16 },
    (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(4)}</g>`,
  );
  const bomb = svg(`<defs><rect id="g0"/>${levels.join("")}</defs><use href="#g16"/>`);
  expect(faultOf(bomb)).toBe("it draws the same thing over and over");
  const tiles = svg(`<defs><rect id="a"/></defs>${'<use href="#a"/>'.repeat(5000)}`);
  expect(faultOf(tiles)).toBeUndefined();
  const circle = svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>');
  expect(faultOf(circle)).toBeUndefined();
});

test("megabytes of embedded picture are read", () => {
  const source = svg(
    `<image href="data:image/png;base64,${"A".repeat(20_000_000)}"/><!--${" ".repeat(9_000_000)}-->`,
  );
  expect(faultOf(source)).toBeUndefined();
});
