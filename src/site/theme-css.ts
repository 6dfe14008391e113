import { href } from "../urls/hrefs.ts";
import type { OwnParts } from "../domain/own-parts.ts";
import type { Category, Site } from "../domain/publication.ts";
import type { ColourPair, Theme, TypeChoice } from "../domain/theme.ts";
import { mixed, standOut, TEXT_CONTRAST } from "./contrast.ts";

/** How much of the ink is in a hairline. */
const RULE_INK = 0.2;
/** How much of the ink is in the text of captions, as long as it can be read. */
const QUIET_INK = 0.76;

/** What the style sheet needs to know of a publication. */
export interface ThemeInput {
  site: Pick<Site, "base" | "theme">;
  categories: readonly Pick<Category, "slug" | "accent">[];
  /** What it brings of its own. */
  parts?: Pick<OwnParts, "css" | "ads" | "newsletter">;
}

/**
 * The publication's colours and type as custom properties, for the layer of tokens: what components take from
 * there follows the section that they stand in, by its name in `data-section`.
 */
export function themeCss({ site, categories, parts = {} }: ThemeInput): string {
  const { theme } = site;
  const accents = categories.flatMap(({ slug, accent }) =>
    accent === undefined ? [] : [`[data-section="${slug}"] { --accent: ${lightDark(accent)}; }`],
  );
  const faces = (["serif", "sans"] as const).flatMap((name) => faceRule(name, theme, site));
  return `${partSheets(parts)}${faces.join("")}@layer tokens {
:root {
${[...colourTokens(theme), ...typeTokens(theme)].map((token) => `${token};`).join("\n")}
}
${[...accents, ...adTokens(parts.ads)].join("\n")}
}
${parts.css === undefined ? "" : ownLayer(parts.css)}`;
}

/** The sheets of parts that not every publication has, which Vite puts in their place. */
function partSheets(parts: NonNullable<ThemeInput["parts"]>): string {
  return (["ads", "newsletter"] as const)
    .filter((name) => parts[name] !== undefined)
    .map((name) => `@import "/src/styles/parts/${name}.css";\n`)
    .join("");
}

/** The room that is kept for advertisements: no page can say so itself, since no style stands in one. */
function adTokens(ads: OwnParts["ads"] = {}): string[] {
  return Object.entries(ads).map(
    ([name, { width, height }]) =>
      `.ad-${name} { --ad-width: ${width}px; --ad-height: ${height}px; --ad-ratio: ${width} / ${height}; }`,
  );
}

/** What is named last wins over all layers of `layers.css`, whichever sheet of a page they stand in. */
function ownLayer(css: string): string {
  return `@layer publication {\n${css}}\n`;
}

function colourTokens(theme: Theme): string[] {
  const [light, dark] = [themeColours(theme, "light"), themeColours(theme, "dark")];
  return COLOURS.map((name) => `--${name}: ${lightDark({ light: light[name], dark: dark[name] })}`);
}

const COLOURS = ["paper", "ink", "quiet", "rule", "accent"] as const;

/** The colours of a publication by daylight or in the dark, as `#rrggbb`. */
export function themeColours(
  { paper, ink, accent }: Theme,
  by: "light" | "dark",
): Record<(typeof COLOURS)[number], string> {
  const between = (part: number): string => mixed(paper[by], ink[by], part);
  return {
    paper: paper[by],
    ink: ink[by],
    quiet: standOut(between(QUIET_INK), paper[by], TEXT_CONTRAST),
    rule: between(RULE_INK),
    accent: accent[by],
  };
}

const SYSTEM: Record<"serif" | "sans", string> = {
  serif: 'ui-serif, Georgia, "Noto Serif", "Times New Roman", serif',
  sans: 'system-ui, "Helvetica Neue", Arial, sans-serif',
};

/** Where the press's own type is used, the tokens file names it. */
function typeTokens(theme: Theme): string[] {
  return (["serif", "sans"] as const).flatMap((name) => {
    const { kind } = theme[name];
    if (kind === "press") return [];
    return [`--${name}: ${kind === "file" ? `"own ${name}", ` : ""}${SYSTEM[name]}`];
  });
}

/** Optional, because nothing is known of its widths: text that is being read must not move when it arrives. */
function faceRule(name: "serif" | "sans", theme: Theme, site: ThemeInput["site"]): string[] {
  const choice: TypeChoice = theme[name];
  if (choice.kind !== "file") return [];
  return [
    `@font-face { font-display: optional; font-family: "own ${name}"; font-weight: 100 900; src: url("${href(site, choice.path)}") format("woff2"); }\n`,
  ];
}

function lightDark({ light, dark }: ColourPair): string {
  return `light-dark(${light}, ${dark})`;
}
