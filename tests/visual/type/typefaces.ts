/** A typeface that the press brings, and what stands in for it until it has arrived. */
export interface Typeface {
  /** Name of its files. */
  name: "serif" | "sans";
  /** As the style sheet calls it. */
  family: string;
  /**
   * A name that its licence keeps for the original, and what a cut file is called instead: as many letters
   * (Open Font License, section 3).
   */
  renamed?: { reserved: string; by: string };
  source: {
    package: string;
    version: string;
    licence: string;
    /** Path in the package of the font that has a letter set. */
    fileFor: (letters: string) => string;
    /** The letter sets that it has. */
    letters: readonly string[];
  };
  /** Axes: the weights in use, and the optical size of running text where there is a choice. */
  axes: Readonly<Record<string, number | { min: number; max: number }>>;
  /** What its letters may do (OpenType features). */
  features: readonly string[];
  standIns: readonly StandIn[];
}

/** A typeface of the reader's machine. */
export interface StandIn {
  /** Ends the name of its family in the style sheet. */
  name: string;
  /** Names by which machines know it, regular and bold. */
  regular: readonly string[];
  bold: readonly string[];
  /** A package with a font of the same widths that may be measured anywhere. */
  measuredBy: { package: string; version: string; file: string };
}

const WEIGHTS = { min: 400, max: 700 };

/** Source Serif 4 for headlines and text, Libre Franklin for labels and interface. */
export const TYPEFACES: readonly Typeface[] = [
  {
    name: "serif",
    family: "Galley Serif",
    renamed: { reserved: "Source", by: "Galley" },
    source: {
      package: "source-serif",
      version: "4.5.1",
      licence: "LICENSE.md",
      fileFor: () => "VAR/SourceSerif4Variable-Roman.ttf",
      letters: ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"],
    },
    // All optical sizes would be twice the bytes; 20 points serves both running text and headlines.
    axes: { wght: WEIGHTS, opsz: 20 },
    features: ["kern", "liga", "onum", "pnum", "ccmp", "locl", "mark", "mkmk"],
    standIns: [
      {
        name: "georgia",
        regular: ["Georgia", "Gelasio"],
        bold: ["Georgia Bold", "Gelasio Bold"],
        measuredBy: { package: "@fontsource/gelasio", version: "5.3.0", file: "gelasio" },
      },
      {
        name: "noto",
        regular: ["Noto Serif"],
        bold: ["Noto Serif Bold"],
        measuredBy: { package: "@fontsource/noto-serif", version: "5.3.0", file: "noto-serif" },
      },
      {
        name: "times",
        regular: ["Times New Roman", "Liberation Serif", "Tinos"],
        bold: ["Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold"],
        measuredBy: { package: "@fontsource/tinos", version: "5.3.0", file: "tinos" },
      },
    ],
  },
  {
    name: "sans",
    family: "Libre Franklin",
    source: {
      package: "@fontsource-variable/libre-franklin",
      version: "5.3.0",
      licence: "LICENSE",
      fileFor: (letters) => `files/libre-franklin-${letters}-wght-normal.woff2`,
      letters: ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext"],
    },
    axes: { wght: WEIGHTS },
    features: ["kern", "liga", "ccmp", "locl", "mark", "mkmk"],
    standIns: [
      {
        name: "arial",
        regular: ["Arial", "Liberation Sans", "Arimo"],
        bold: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold"],
        measuredBy: { package: "@fontsource/arimo", version: "5.3.0", file: "arimo" },
      },
      {
        name: "roboto",
        regular: ["Roboto"],
        bold: ["Roboto Bold"],
        measuredBy: { package: "@fontsource/roboto", version: "5.3.0", file: "roboto" },
      },
    ],
  },
];
