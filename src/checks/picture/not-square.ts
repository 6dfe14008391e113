import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; width: number; height: number }>({
  code: "picture/not-square",
  severity: "error",
  summary: "The icon of the publication is as high as it is wide.",
  explain: ({ file, width, height }) => ({
    message: `The picture ${file} is ${width} by ${height} pixels; an icon is as high as it is wide.`,
    fix: `Draw it on a square, of ${Math.max(width, height)} by ${Math.max(width, height)} pixels for instance.`,
  }),
  example: {
    files: {
      ...exampleSite("icon: ./icon.svg").files,
      "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>\n',
    },
  },
});
