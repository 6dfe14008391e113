/** What a colour is for in a drawing. */
export type Role = "accent" | "ink" | "quiet" | "rule" | "paper";

/** A part of a drawing, placed in its own units from the upper corner where lines of text begin. */
export type Part =
  | { kind: "rule"; role: Role; from: Point; to: Point }
  | { kind: "box"; series: number; x: number; y: number; width: number; height: number }
  | { kind: "run"; series: number; points: readonly Point[] }
  | { kind: "dot"; series: number; at: Point }
  | {
      kind: "words";
      role: Role;
      at: Point;
      text: string;
      size: number;
      /** Which end of the words stands at the point; `start` is where reading begins. */
      anchor: "start" | "middle" | "end";
      strong?: true;
    };

export type Point = readonly [x: number, y: number];

/** A chart as it is drawn for one width, before it is shown in any form. */
export interface Drawing {
  width: number;
  height: number;
  parts: readonly Part[];
  /** Whether its words are read from the right. */
  fromRight?: boolean;
}

/** The sheet that a chart is drawn on. */
export interface Sheet {
  width: number;
  /** Of letters. */
  size: number;
  /** Of the field that lines and columns stand in. */
  field: number;
}

/** The same the other way round, for languages that are read from the right. */
export function mirrored({ width, height, parts }: Drawing): Drawing {
  const turned = ([x, y]: Point): Point => [width - x, y];
  return {
    width,
    height,
    fromRight: true,
    parts: parts.map((part): Part => {
      switch (part.kind) {
        case "rule":
          return { ...part, from: turned(part.from), to: turned(part.to) };
        case "box":
          return { ...part, x: width - part.x - part.width };
        case "run":
          return { ...part, points: part.points.map(turned) };
        default:
          return { ...part, at: turned(part.at) };
      }
    }),
  };
}
