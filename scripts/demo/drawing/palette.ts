/** What a colour is for in a picture; its value depends on the theme and on the picture's accent. */
export type Role = "accent" | "ground" | "ink" | "paper" | "quiet" | "rule";

/** The section of the paper whose colour a picture wears; `house` is the paper's own, on paper or on ink. */
export type Accent = "house" | "house-on-ink" | "marketing" | "searchengines" | "seo" | "social";

/** A colour by day and by night, `#rrggbb`. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

const COLOURS: Readonly<Record<Exclude<Role, "accent">, Colour>> = {
  ground: { light: "#efe8da", dark: "#26221d" },
  ink: { light: "#1a1816", dark: "#ece8e1" },
  paper: { light: "#fdfcf9", dark: "#171513" },
  quiet: { light: "#54504a", dark: "#b5afa5" },
  rule: { light: "#cfcac1", dark: "#45413b" },
};

const ACCENTS: Readonly<Record<Accent, Colour>> = {
  house: { light: "#8a1c1c", dark: "#f29a86" },
  "house-on-ink": { light: "#f29a86", dark: "#8a1c1c" },
  marketing: { light: "#8a5a00", dark: "#e0b05c" },
  searchengines: { light: "#1f5c8b", dark: "#8dbce6" },
  seo: { light: "#2f6b3a", dark: "#93c79a" },
  social: { light: "#a3231f", dark: "#f29a86" },
};

/** The colour of a role in a picture with this accent. */
export function colourOf(role: Role, accent: Accent): Colour {
  return role === "accent" ? ACCENTS[accent] : COLOURS[role];
}
