import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; width: number; height: number }>({
  code: "picture/not-square",
  severity: "error",
  summary: "The icon of the publication is square.",
  explain: ({ file, width, height }) => ({
    message: `The image ${inContent(file)} is ${width} by ${height} pixels; an icon must be square.`,
    fix: `Make it square, for instance ${Math.max(width, height)} by ${Math.max(width, height)} pixels.`,
  }),
  example: {
    files: {
      ...exampleSite("icon: ./icon.svg").files,
      "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>\n',
    },
  },
});
