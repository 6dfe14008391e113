import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

/** A picture of `site.yaml` with its size and the smallest that will do, in pixels. */
interface Small {
  file: string;
  width: number;
  height: number;
  use: "share cards" | "icons";
  least: { width: number; height: number };
}

/** One pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

export const rule = defineRule<Small>({
  code: "picture/too-small",
  severity: "error",
  summary: "The images in site.yaml are large enough for their use.",
  explain: ({ file, width, height, use, least }) => ({
    message: `The image ${inContent(file)} is ${width} by ${height} pixels; ${use} need ${least.width} by ${least.height} or more.`,
    fix: `Use a version of ${least.width} by ${least.height} pixels or more, or an SVG.`,
  }),
  example: { files: { ...exampleSite("icon: ./icon.png").files, "icon.png": PIXEL } },
});
