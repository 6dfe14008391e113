import { slugify } from "../domain/slug.ts";
import type { AttributeSpec, Component } from "../markdown/components/component.ts";
import { COMPONENTS } from "../markdown/components/registry.ts";

/** Where the handbook of components lies in the checkout. */
export const COMPONENTS_HANDBOOK = "docs/components.md";

/** The colour schemes in which components are shown. */
export const SCHEMES = ["light", "dark"] as const;

/** The picture of a component's example in a colour scheme, from the folder of the handbook. */
export function screenshotOf(name: string, scheme: (typeof SCHEMES)[number]): string {
  return `pictures/components/${slugify(name)}-${scheme}.webp`;
}

const HEAD = `# Components

<!-- Made by \`npm run docs\` from src/markdown/components/. Change it there. -->

Components work in \`.mdx\` articles and standing pages and need no import. Leave an empty line after the opening tag and before the closing tag. Attributes are plain values: a text \`title="In short"\`, a number \`{3}\`, or the name alone for yes. Stet does not evaluate code in them. An unknown component and a missing or wrong attribute are errors; the diagnostic gives the source location and what to write.

Each component renders one way on the page and in a plain way in feeds, which feed readers show without a style sheet. Its text is part of the search index and of the word count.
`;

/** The handbook of components, in Markdown, made from their declarations. */
export function componentsHandbook(): string {
  return [HEAD, contents(COMPONENTS), ...COMPONENTS.map(section)].join("\n");
}

function contents(components: readonly Component[]): string {
  return `${table(
    ["Component", "For"],
    components.map(({ name, description }) => [linkTo(name), description]),
  )}\n`;
}

function section(component: Component): string {
  const { name, description, example, attributes } = component;
  return [
    `## ${name}\n`,
    `${description}\n`,
    fenced(example),
    screenshots(name),
    Object.keys(attributes).length === 0 ? "It takes no attributes.\n" : attributeTable(attributes),
    `${whereAllowed(component)}\n`,
  ].join("\n");
}

/** The example as readers see it, in both colour schemes. */
function screenshots(name: string): string {
  const [light, dark] = SCHEMES.map((scheme) => screenshotOf(name, scheme));
  return `${table(
    ["In the light", "In the dark"],
    [[`![The example of ${name}.](${light})`, `![The same in the dark theme.](${dark})`]],
  )}\n`;
}

/** Code in a fence that is longer than any within. */
function fenced(code: string): string {
  const fence = code.includes("```") ? "````" : "```";
  return `${fence}mdx\n${code}\n${fence}\n`;
}

/** What may stand between the tags of a component, and where it may stand itself. */
function whereAllowed({ children, mayBeEmpty, inside, alone }: Component): string {
  const where =
    inside === undefined
      ? alone === true && "It may not be inside another component."
      : `It is allowed only directly inside ${linkTo(inside)}.`;
  const empty = mayBeEmpty === true && "The tag may also be self-closing, with `/>`.";
  return [between(children), empty, where].filter((part) => part !== false).join(" ");
}

function between(children: Component["children"]): string {
  switch (children) {
    case "none":
      return "It takes no content: the tag is self-closing, with `/>`.";
    case "text":
      return "Its content is Markdown, without headings or other components.";
    case "blocks":
      return "Its content is Markdown without headings; it may include other components.";
    default: {
      const { only, least, most } = children;
      const number = most === undefined ? `${least} or more` : `${least} to ${most}`;
      return `Its content is ${number} of ${only.map(linkTo).join(" and ")}, and nothing else.`;
    }
  }
}

function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function attributeTable(attributes: Component["attributes"]): string {
  const rows = Object.entries(attributes).map(([name, spec]) => [
    `\`${name}\``,
    spec.required === true ? "yes" : "",
    takes(spec),
    spec.description,
  ]);
  return `${table(["Attribute", "Required", "Takes", "Description"], rows)}\n`;
}

function takes({ type, values, maxLength, maxItems }: AttributeSpec): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(", ");
  const said = {
    string: "a text",
    number: "a number, `{3}`",
    boolean: "no value: the name alone means yes",
    data: "a CSV file, `./a.csv`, or `/a.csv` in `public/`",
    image: "an image file, `./a.jpg`, or `/a.jpg` in `public/`",
    video: "a video: `/a.mp4` in `public/`, a file on another host, or a YouTube or Vimeo page",
    audio: "a recording: `/a.mp3` in `public/`, or a file on another host",
    captions: "a WebVTT file in `public/`, `/a.vtt`",
    duration: "minutes and seconds, `3:42`, with hours first if needed",
    post: "the name of a file in [posts/](content.md#postsslugyaml), without `.yaml`",
    link: "an address, `https://…`, or a path as in a Markdown link",
    period: "a day `2026-03-31`, a month `2026-03` or a year `2026`",
    date: "a day `2026-03-31`, or an instant with an offset, `2026-03-31T09:30:00+02:00`",
    instant: "an instant with an offset, `2026-03-31T09:30:00+02:00`",
    texts: 'a list of texts, `{["a", "b"]}`',
    numbers: "a list of numbers, `{[1, 2.5]}`",
    rows: 'a list of rows of equal length, `{[["a", 1], ["b", 2]]}`',
  }[type];
  if (maxItems !== undefined) return `${said}, up to ${maxItems}`;
  return maxLength === undefined ? said : `${said}, up to ${maxLength} characters`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`.replaceAll("|  |", "| |");
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
