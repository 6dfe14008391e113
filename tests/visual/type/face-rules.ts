/** A file of a typeface with some of its letters. */
export interface CutFile {
  family: string;
  /** As the style sheet names it, from its own place. */
  url: string;
  weights: { min: number; max: number };
  range: string;
}

/** A typeface of the reader's machine, stretched to take the room of another. */
export interface StandInFace {
  family: string;
  /** Names by which machines know it. */
  local: readonly string[];
  weights: { min: number; max: number };
  /** How much larger its letters have to be. */
  scale: number;
  /** Heights of the other above and below the line of letters and between lines, in parts of the type size. */
  line: { ascent: number; descent: number; gap: number };
}

/**
 * The rule for a file of a typeface (CSS Fonts 4, section 4). Optional: a text that is being read is not set anew when
 * the file comes late.
 */
export function fileRule({ family, url, weights, range }: CutFile): string {
  return `@font-face {
  font-display: optional;
  font-family: "${family}";
  font-weight: ${weights.min} ${weights.max};
  src: url("${url}") format("woff2");
  unicode-range: ${range};
}
`;
}

/** The rule for a stand-in (CSS Fonts 5, sections 2 and 3): with it nothing moves when the typeface arrives. */
export function standInRule({ family, local, weights, scale, line }: StandInFace): string {
  const part = (height: number): string => percent(height / scale);
  return `@font-face {
  ascent-override: ${part(line.ascent)};
  descent-override: ${part(line.descent)};
  font-family: "${family}";
  font-weight: ${weights.min} ${weights.max};
  line-gap-override: ${part(line.gap)};
  size-adjust: ${percent(scale)};
  src: ${local.map((name) => `local("${name}")`).join(", ")};
}
`;
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}
