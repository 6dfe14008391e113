import type { Category, Site } from "../domain/publication.ts";
import type { ColourPair, Theme, TypeChoice } from "../domain/theme.ts";
import { mixed, standOut, TEXT_CONTRAST } from "./contrast.ts";

/** How much of the ink is in a hairline. */
const RULE_INK = 0.2;
/** How much of the ink is in the text of captions, as long as it can be read. */
const QUIET_INK = 0.76;

/** What the style sheet needs to know of a publication. */
export interface Dress {
  site: Pick<Site, "base" | "theme">;
  categories: readonly Pick<Category, "slug" | "accent">[];
}

/**
 * The publication's colours and type as custom properties, for the layer of tokens: what components take from
 * there follows the section that they stand in, by its name in `data-section`.
 */
export function themeCss({ site, categories }: Dress): string {
  const { theme } = site;
  const accents = categories.flatMap(({ slug, accent }) =>
    accent === undefined ? [] : [`[data-section="${slug}"] { --accent: ${lightDark(accent)}; }`],
  );
  const faces = (["serif", "sans"] as const).flatMap((name) => faceRule(name, theme, site.base));
  return `${faces.join("")}@layer tokens {
:root {
${[...colourTokens(theme), ...typeTokens(theme)].map((token) => `${token};`).join("\n")}
}
${accents.join("\n")}
}
`;
}

function colourTokens({ paper, ink, accent }: Theme): string[] {
  const between = (theme: "light" | "dark", part: number): string =>
    mixed(paper[theme], ink[theme], part);
  const quiet = (theme: "light" | "dark"): string =>
    standOut(between(theme, QUIET_INK), paper[theme], TEXT_CONTRAST);
  const rule = { light: between("light", RULE_INK), dark: between("dark", RULE_INK) };
  return [
    `--paper: ${lightDark(paper)}`,
    `--ink: ${lightDark(ink)}`,
    `--quiet: ${lightDark({ light: quiet("light"), dark: quiet("dark") })}`,
    `--rule: ${lightDark(rule)}`,
    `--accent: ${lightDark(accent)}`,
  ];
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
function faceRule(name: "serif" | "sans", theme: Theme, base: string): string[] {
  const choice: TypeChoice = theme[name];
  if (choice.kind !== "file") return [];
  return [
    `@font-face { font-display: optional; font-family: "own ${name}"; font-weight: 100 900; src: url("${base}${encodeURI(choice.path.slice(1))}") format("woff2"); }\n`,
  ];
}

function lightDark({ light, dark }: ColourPair): string {
  return `light-dark(${light}, ${dark})`;
}
