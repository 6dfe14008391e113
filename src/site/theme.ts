import { inContent } from "../domain/content-path.ts";
import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import type { ColourPair, Theme, TypeChoice } from "../domain/theme.ts";
import { ACCENT_CONTRAST, contrast, standOut, TEXT_CONTRAST } from "./contrast.ts";

/** The press's own colours: a warm white with near-black on it, and in the dark the same the other way round. */
const DEFAULT_COLOURS = {
  paper: { light: "#fdfcf9", dark: "#171513" },
  ink: { light: "#1a1816", dark: "#ece8e1" },
  accent: { light: "#a3231f", dark: "#f29a86" },
} as const satisfies Record<string, ColourPair>;

/** How far an accent that is derived for the dark stands out there: pale enough to be read at a small size. */
const DARK_ACCENT_CONTRAST = 7;

const hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #1f5c8b", abort: true })
  .toLowerCase()
  .meta({ example: "'#1f5c8b'" });

const colour = z
  .union(
    [
      hex,
      z.strictObject({
        light: hex.describe("The colour in the light theme."),
        dark: hex.describe("The colour in the dark theme."),
      }),
    ],
    {
      error: "must be a colour such as #1f5c8b, or `light` and `dark` with a colour each",
    },
  )
  .meta({ example: "'#1f5c8b'" });

type WrittenColour = z.infer<typeof colour>;

/** `colours` of `site.yaml`. */
export const coloursSchema = z
  .strictObject({
    paper: colour
      .optional()
      .meta({ example: "'#ffffff'" })
      .describe("Colour of the page, behind the text."),
    ink: colour.optional().meta({ example: "'#111111'" }).describe("Colour of text."),
    accent: colour
      .optional()
      .describe("Colour of kickers and rules, if the section has none of its own."),
  })
  .superRefine((written, context) => {
    const { paper, ink, accent } = coloursFrom(written);
    const demand = (key: "ink" | "accent", pair: ColourPair, atLeast: number): void => {
      for (const { theme, fault, better } of tooFaint(pair, paper, atLeast)) {
        const own = pathToTheme(written[key], theme);
        // Where the other colour is built in, it is the paper that was changed.
        context.addIssue(
          own === undefined
            ? {
                code: "custom",
                message: `makes the ${key} too faint, which ${fault}; ${wouldWork(better, `an ${key} of `)}`,
                params: { example: `'${DEFAULT_COLOURS.paper[theme]}'` },
                path: ["paper", ...(pathToTheme(written.paper, theme) ?? [])],
              }
            : {
                code: "custom",
                message: `${fault}; ${wouldWork(better)}`,
                params: { offered: better },
                path: [key, ...own],
              },
        );
      }
    };
    demand("ink", ink, TEXT_CONTRAST);
    demand("accent", accent, ACCENT_CONTRAST);
  });

const type = z
  .string()
  .trim()
  .regex(
    /^(?:system|\/(?:[^/?#]+\/)*[^/?#]+\.woff2)$/,
    `must be \`system\`, or the path of a WOFF2 file in \`${inContent("public/")}\`, such as /type/text.woff2`,
  )
  .transform(composed)
  .meta({ example: "/type/text.woff2" });

/** `type` of `site.yaml`. */
export const typeSchema = z.strictObject({
  serif: type
    .optional()
    .describe("Typeface of headlines and text: `system`, or a WOFF2 file in `public/`."),
  sans: type
    .optional()
    .describe("Typeface of labels and captions: `system`, or a WOFF2 file in `public/`."),
});

/** The look that `site.yaml` asks for, with the press's own for what it leaves open. */
export function themeFrom(
  colours: z.infer<typeof coloursSchema> = {},
  faces: z.infer<typeof typeSchema> = {},
): Theme {
  return { ...coloursFrom(colours), serif: typeFrom(faces.serif), sans: typeFrom(faces.sans) };
}

function coloursFrom({ paper, ink, accent }: z.infer<typeof coloursSchema>) {
  const ground = pairFrom(paper, DEFAULT_COLOURS.paper);
  return {
    paper: ground,
    ink: pairFrom(ink, DEFAULT_COLOURS.ink),
    accent: accent === undefined ? DEFAULT_COLOURS.accent : accentPair(accent, ground),
  };
}

/** Where one colour is given it is that of the light; paper and ink in the dark stay the press's. */
function pairFrom(written: WrittenColour | undefined, own: ColourPair): ColourPair {
  if (written === undefined) return own;
  return typeof written === "string" ? { light: written, dark: own.dark } : written;
}

/** Where the colour of a theme is written, below its key; undefined where it is not. */
function pathToTheme(
  written: WrittenColour | undefined,
  theme: "light" | "dark",
): string[] | undefined {
  if (typeof written === "object") return [theme];
  return written === undefined || theme === "dark" ? undefined : [];
}

/** An accent in both themes: for the dark the same hue, made as pale as it has to be. */
function accentPair(written: WrittenColour, paper: ColourPair): ColourPair {
  if (typeof written !== "string") return written;
  return { light: written, dark: standOut(written, paper.dark, DARK_ACCENT_CONTRAST) };
}

/** `accent` of a category, in both themes, for a publication with this paper. */
export function accentSchema(paper: ColourPair) {
  return colour.transform((written, context) => {
    const pair = accentPair(written, paper);
    for (const { theme, fault, better } of tooFaint(pair, paper, ACCENT_CONTRAST)) {
      const message = `${fault}; ${wouldWork(better)}`;
      const path = pathToTheme(written, theme) ?? [];
      context.addIssue({ code: "custom", message, params: { offered: better }, path });
    }
    return pair;
  });
}

function typeFrom(written: string | undefined): TypeChoice {
  if (written === undefined) return { kind: "press" };
  return written === "system" ? { kind: "system" } : { kind: "file", path: written };
}

/** Why a colour cannot be read on the paper, for each theme in which it cannot, and the nearest colour that can. */
function tooFaint(
  pair: ColourPair,
  paper: ColourPair,
  atLeast: number,
): { theme: "light" | "dark"; fault: string; better: string | undefined }[] {
  return (["light", "dark"] as const).flatMap((theme) => {
    const [colour, ground] = [pair[theme], paper[theme]];
    if (contrast(colour, ground) >= atLeast) return [];
    const has = Math.floor(contrast(colour, ground) * 10) / 10;
    const fault = `must have a contrast of ${atLeast}:1 with the paper to be legible, but ${colour} on ${ground} has ${has}:1`;
    const better = standOut(colour, ground, atLeast);
    return [{ theme, fault, better: contrast(better, ground) < atLeast ? undefined : better }];
  });
}

function wouldWork(colour: string | undefined, before = ""): string {
  return colour === undefined ? "no colour works on this paper" : `${before}${colour} would work`;
}
