import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION, text } from "./good-publication.ts";

const siteWith = (...lines: readonly string[]): Record<string, string> => ({
  "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}${lines.join("\n")}\n`,
});

/** The smallest component, which throws where it is told to. */
const COMPONENT = `export const component = {
  description: "What readers say.",
  attributes: {
    answer: { type: "string", required: true, values: ["yes", "throw"], description: "It." },
  },
  children: "none",
  page({ values }, { element, text }) {
    if (values.answer === "throw") throw new Error("it was told to");
    return [element("p", {}, [text(values.answer)])];
  },
  feed: (_, { text }) => [text("It.")],
};
`;

/** What is wrong with the looks and parts that a publication brings itself. */
export const PART_ROWS: readonly BadInput[] = [
  {
    name: "a style sheet that is not there, with the one that is meant",
    files: { ...siteWith("styles: ./style.css"), "styles.css": "p { color: red }\n" },
    exit: 1,
    diagnostics: ["part/missing site.yaml:6:9"],
  },
  {
    name: "a style sheet that lies where contributors write",
    files: { ...siteWith("styles: ./public/styles.css"), "public/styles.css": "p {}\n" },
    exit: 1,
    diagnostics: ["public/not-allowed public/styles.css:1:1", "schema/value site.yaml:6:9"],
  },
  {
    name: "a style sheet that cannot be parsed",
    files: { ...siteWith("styles: ./styles.css"), "styles.css": "p {\n  color red;\n}\n" },
    frames: true,
    exit: 1,
    diagnostics: ["part/css styles.css:2:8"],
  },
  {
    name: "a style sheet that loads something from elsewhere",
    files: {
      ...siteWith("styles: ./styles.css"),
      "styles.css": [
        '@import "https://type.example/a.css";',
        "a { background: url(https://pictures.example/a.png) }",
        "b { background: url(data:image/png;base64,AA) }",
        "i { background: url(a.png) }",
        "p { background: url(/a.png) }",
        "",
      ].join("\n"),
    },
    exit: 1,
    diagnostics: [
      "part/css-address styles.css:1:1",
      "part/css-address styles.css:2:17",
      "part/css-address styles.css:3:17",
      "part/css-address styles.css:4:17",
      "part/css-address styles.css:5:17",
    ],
  },
  {
    name: "links of the masthead and the footer that lead nowhere, or are no addresses",
    files: siteWith(
      "navigation:",
      "  masthead:",
      "    - { label: Sound, href: /2026/02/sond/ }",
      "    - { label: Away, href: https://elsewhere.example/ }",
      "  footer:",
      "    - { label: About, href: ./pages/about.md }",
      "    - { label: Part, href: '/2026/02/sound/#a-headin' }",
      "    - { label: Mail, href: 'mailto:ada@paper.example' }",
    ),
    exit: 1,
    diagnostics: [
      "link/dead site.yaml:8:29",
      "link/dead site.yaml:11:29",
      "link/fragment site.yaml:12:28",
    ],
  },
  {
    name: "links in site.yaml that run a program, lack a scheme or are of no known kind",
    files: siteWith(
      "navigation:",
      "  masthead:",
      "    - { label: Script, href: 'javascript:alert(1)' }",
      "    - { label: Bare, href: elsewhere.example }",
      "  social:",
      "    - { label: Account, href: 'http://social.example/@paper' }",
      "  header: []",
    ),
    exit: 1,
    diagnostics: [
      "schema/value site.yaml:8:30",
      "schema/value site.yaml:9:28",
      "schema/value site.yaml:11:31",
      "schema/unknown-key site.yaml:12:3",
    ],
  },
  {
    name: "a snippet for the head with code in the page and other elements",
    files: {
      ...siteWith("head:", "  file: ./head.html", "  hosts:", "    img: ['https://stats.example']"),
      "head.html": [
        "<script>count()</script>",
        "<style>p{}</style>",
        "<title>Another</title>",
        '<script src="/count.js"></script>',
        "",
      ].join("\n"),
    },
    exit: 1,
    diagnostics: [
      "part/html head.html:1:1",
      "part/html head.html:2:1",
      "part/html head.html:3:1",
      "part/html head.html:4:1",
      "part/html head.html:4:1",
    ],
  },
  {
    name: "a snippet for the head that loads from a host which is listed for something else",
    files: {
      ...siteWith("head:", "  file: ./head.html", "  hosts:", "    img: ['https://stats.example']"),
      "head.html": '<script defer src="https://stats.example/count.js"></script>\n',
    },
    exit: 1,
    diagnostics: ["part/host head.html:1:1"],
  },
  {
    name: "hosts that are no origins",
    files: {
      ...siteWith(
        "head:",
        "  file: ./head.html",
        "  hosts:",
        "    script: ['https://stats.example/count.js', 'https://*.example', stats.example]",
      ),
      "head.html": "<!-- Nothing yet. -->\n",
    },
    exit: 1,
    diagnostics: [
      "schema/value site.yaml:9:14",
      "schema/value site.yaml:9:48",
      "schema/value site.yaml:9:69",
    ],
  },
  {
    name: "a style sheet and a component that are like none that is there",
    files: siteWith("styles: ./looks.css", "slots: { footer: ./slots/Foot.astro }"),
    exit: 1,
    diagnostics: ["part/missing site.yaml:6:9", "part/missing site.yaml:7:18"],
  },
  {
    name: "a slot that there is not",
    files: siteWith("slots:", "  sidebar: ./slots/Side.astro"),
    exit: 1,
    diagnostics: ["schema/unknown-key site.yaml:7:3"],
  },
  {
    name: "a component for a slot that is not there",
    files: {
      ...siteWith("slots:", "  footer: ./slots/Foot.astro"),
      "slots/Footer.astro": "<footer>Nothing</footer>\n",
    },
    exit: 1,
    diagnostics: ["part/missing site.yaml:7:11"],
  },
  {
    name: "components of slots that cannot be compiled, also those that they import",
    files: {
      ...siteWith(
        "slots:",
        "  masthead: ./slots/Masthead.astro",
        "  footer: ./slots/Footer.astro",
        "  front: ./slots/Front.astro",
      ),
      "slots/Masthead.astro":
        "---\nconst { shell } = Astro.props;\nconst a = (;\n---\n<p>{shell}</p>\n",
      "slots/Footer.astro":
        "---\nconst { shell } = Astro.props;\n---\n\n<p>Imprimé par {shell.site.name.</p>\n",
      "slots/Front.astro":
        '---\nimport Line from "./parts/Line.astro";\nimport { since } from "./since";\n---\n\n<Line>{since}</Line>\n',
      "slots/parts/Line.astro": "<p>{1 +}</p>\n",
      "slots/since.ts": "export const since: number = 19 98;\n",
      // What nothing imports is not used.
      "slots/Draft.astro": "<p>{</p>\n",
    },
    frames: true,
    exit: 1,
    diagnostics: [
      "part/slot slots/Footer.astro:5:33",
      "part/slot slots/Masthead.astro:3:12",
      "part/slot slots/parts/Line.astro:1:8",
      "part/slot slots/since.ts:1:32",
    ],
  },
  {
    name: "components of slots that import what lies elsewhere, or nowhere",
    files: {
      ...siteWith("slots:", "  footer: ./slots/Footer.astro"),
      "slots/Footer.astro": [
        "---",
        'import type { FooterProps } from "../../src/components/slot-props.ts";',
        'import BuiltIn from "stet:slots/footer";',
        'import { a } from "../components/a.ts";',
        "import { b } from './sinse.ts';",
        'import { siteFrom } from "@stet-press/stet/src/site/site.ts";',
        'import { c } from "/src/site/site.ts";',
        'const d = await import("https://code.example/d.js");',
        "const { shell } = Astro.props as FooterProps;",
        "---",
        "",
        "<p>{[a, b, c, d, siteFrom]}</p>",
        "<BuiltIn shell={shell} />",
        '<script>import "../public/count.js";</script>',
        "",
      ].join("\n"),
      "slots/since.ts": "export const b = 1998;\n",
    },
    frames: true,
    exit: 1,
    diagnostics: [
      "part/import slots/Footer.astro:4:19",
      "part/import slots/Footer.astro:5:19",
      "part/import slots/Footer.astro:6:26",
      "part/import slots/Footer.astro:7:19",
      "part/import slots/Footer.astro:8:24",
      "part/import slots/Footer.astro:14:16",
    ],
  },
  {
    name: "components for articles that import what lies elsewhere, or a package",
    files: {
      ...siteWith("components: [Poll]"),
      "components/Poll.ts": [
        'import { sep } from "node:path";',
        'import { share } from "./share.ts";',
        COMPONENT,
        "export const used = [sep, share];",
        "",
      ].join("\n"),
      "components/share.ts": [
        'import { parse } from "yaml";',
        'import { a } from "../slots/a.ts";',
        'export { b } from "./shar.ts";',
        'import { siteFrom } from "@stet-press/stet/src/site/site.ts";',
        "export const share = [parse, a, siteFrom];",
        "",
      ].join("\n"),
    },
    exit: 1,
    diagnostics: [
      "part/import components/share.ts:1:23",
      "part/import components/share.ts:2:19",
      "part/import components/share.ts:3:19",
      "part/import components/share.ts:4:26",
    ],
  },
  {
    name: "a component with a name that none can have",
    files: siteWith("components: [poll]"),
    exit: 1,
    diagnostics: ["schema/value site.yaml:6:14"],
  },
  {
    name: "components with the name of one of Stet's, and that are not there",
    files: {
      ...siteWith("components: [Callout, Pol]"),
      "components/Poll.ts": COMPONENT,
      "components/Callout.ts": COMPONENT,
    },
    exit: 1,
    diagnostics: ["part/component site.yaml:6:14", "part/component site.yaml:6:23"],
  },
  {
    name: "components that throw, cannot be parsed or are none",
    files: {
      ...siteWith("components: [Empty, Shape, Syntax, Throws, Typed]"),
      "components/Empty.ts": "export const other = 1;\n",
      "components/Shape.ts": COMPONENT.replace("string", "colour").replace("none", "all"),
      "components/Syntax.js": "export const component = {\n  page: (;\n};\n",
      "components/Throws.ts": 'export const component = {};\n\nthrow new Error("No ballot.");\n',
      "components/Typed.ts": "export const component: = {};\n",
      // Uses of what cannot be loaded are not told of as well.
      "articles/2026/03/story.mdx": text({}, "Words.\n\n<Throws />"),
    },
    exit: 1,
    diagnostics: [
      "part/component components/Empty.ts:1:1",
      "part/component components/Shape.ts:1:1",
      "part/component components/Syntax.js:2:10",
      "part/component components/Throws.ts:3:7",
      "part/component components/Typed.ts:1:25",
    ],
  },
  {
    name: "uses of a component of its own that break its contract, or make it throw",
    files: {
      ...siteWith("components: [Poll]"),
      "components/Poll.ts": COMPONENT,
      "articles/2026/03/story.mdx": text(
        {},
        '<Poll />\n\n<Poll answer="maybe" />\n\n<Poll answer="yes" kind="x" />\n\n<Poll answer="throw" />\n\n<Pol answer="yes" />',
      ),
    },
    exit: 1,
    diagnostics: [
      "component/attribute-missing articles/2026/03/story.mdx:10:1",
      "component/attribute-type articles/2026/03/story.mdx:12:7",
      "component/attribute-unknown articles/2026/03/story.mdx:14:20",
      "component/use articles/2026/03/story.mdx:16:1",
      "component/unknown articles/2026/03/story.mdx:18:1",
    ],
  },
  {
    name: "a newsletter that is sent without encryption, to a field that is none, with no title",
    files: siteWith("newsletter:", "  action: http://letter.example/join", "  field: your mail"),
    exit: 1,
    diagnostics: [
      "schema/missing-key site.yaml:7:3",
      "schema/value site.yaml:7:11",
      "schema/value site.yaml:8:10",
    ],
  },
  {
    name: "advertising without room kept for it, in a place that there is not",
    files: {
      ...siteWith(
        "ads:",
        "  sidebar: { file: ./ads/a.html, width: 300, height: 250 }",
        "  below-article: { file: ./ads/a.html, width: 300 }",
        "  in-article: { file: ./ads/a.html, width: 300, height: 0 }",
      ),
      "ads/a.html": '<a href="https://shop.example/">Boots</a>\n',
    },
    exit: 1,
    diagnostics: [
      "schema/unknown-key site.yaml:7:3",
      "schema/missing-key site.yaml:8:18",
      "schema/missing-key site.yaml:9:15",
      "schema/value site.yaml:9:57",
    ],
  },
  {
    name: "advertising that loads from hosts which are not listed, or holds code",
    files: {
      ...siteWith("ads:", "  front-top: { file: ./ads/a.html, width: 728, height: 90 }"),
      "ads/a.html":
        '<img src="https://ads.example/a.png" alt="Boots">\n<a href="javascript:a()" onclick="a()">Boots</a>\n',
    },
    exit: 1,
    diagnostics: [
      "part/host ads/a.html:1:1",
      "part/html ads/a.html:2:1",
      "part/html ads/a.html:2:1",
    ],
  },
];
