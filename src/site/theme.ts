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
  .union([hex, z.strictObject({ light: hex, dark: hex })], {
    error: "must be a colour such as #1f5c8b, or `light` and `dark` with a colour each",
  })
  .meta({ example: "'#1f5c8b'" });

type WrittenColour = z.infer<typeof colour>;

/** `colours` of `site.yaml`. */
export const coloursSchema = z
  .strictObject({
    /** The ground of every page. */
    paper: colour.optional().meta({ example: "'#ffffff'" }),
    /** Text. */
    ink: colour.optional().meta({ example: "'#111111'" }),
    /** Kickers and rules where the section has none of its own. */
    accent: colour.optional(),
  })
  .superRefine((written, context) => {
    const { paper, ink, accent } = coloursFrom(written);
    const demand = (key: "ink" | "accent", pair: ColourPair, atLeast: number): void => {
      const fault = tooFaint(pair, paper, atLeast);
      if (fault === undefined) return;
      const { message, params } = fault;
      // Where the other colour is the press's, it is the paper that was changed.
      context.addIssue(
        written[key] === undefined
          ? {
              code: "custom",
              message: `makes the ${key} too faint, which ${message}`,
              path: ["paper"],
            }
          : { code: "custom", message, params, path: [key] },
      );
    };
    demand("ink", ink, TEXT_CONTRAST);
    demand("accent", accent, ACCENT_CONTRAST);
  });

const type = z
  .string()
  .trim()
  .regex(
    /^(?:system|\/(?:[^/?#]+\/)*[^/?#]+\.woff2)$/,
    "must be `system`, or the path of a WOFF2 file in `public/`, such as /type/text.woff2",
  )
  .transform(composed)
  .meta({ example: "/type/text.woff2" });

/** `type` of `site.yaml`. */
export const typeSchema = z.strictObject({
  /** Headlines and text. */
  serif: type.optional(),
  /** Labels, captions and the interface. */
  sans: type.optional(),
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

/** An accent in both themes: for the dark the same hue, made as pale as it has to be. */
function accentPair(written: WrittenColour, paper: ColourPair): ColourPair {
  if (typeof written !== "string") return written;
  return { light: written, dark: standOut(written, paper.dark, DARK_ACCENT_CONTRAST) };
}

/** `accent` of a category, in both themes, for a publication with this paper. */
export function accentSchema(paper: ColourPair) {
  return colour
    .transform((written) => accentPair(written, paper))
    .superRefine((pair, context) => {
      const fault = tooFaint(pair, paper, ACCENT_CONTRAST);
      if (fault !== undefined) context.addIssue({ code: "custom", ...fault });
    });
}

function typeFrom(written: string | undefined): TypeChoice {
  if (written === undefined) return { kind: "press" };
  return written === "system" ? { kind: "system" } : { kind: "file", path: written };
}

/** Why a colour cannot be read on the paper, as a message of the schema, and one that can. */
function tooFaint(
  pair: ColourPair,
  paper: ColourPair,
  atLeast: number,
): { message: string; params: { offered?: string } } | undefined {
  const faint = (["light", "dark"] as const).find(
    (theme) => contrast(pair[theme], paper[theme]) < atLeast,
  );
  if (faint === undefined) return undefined;
  const has = Math.floor(contrast(pair[faint], paper[faint]) * 10) / 10;
  const better = standOut(pair[faint], paper[faint], atLeast);
  const isNone = contrast(better, paper[faint]) < atLeast;
  const remedy = isNone ? "no colour works on this paper" : `${better} would work`;
  return {
    message: `must have a contrast of ${atLeast}:1 with the paper to be legible, but ${pair[faint]} on ${paper[faint]} has ${has}:1; ${remedy}`,
    params: isNone ? {} : { offered: better },
  };
}
