import { defineRule } from "../rule.ts";

export const rule = defineRule<{ why: string }>({
  code: "public/unsafe",
  severity: "error",
  summary: "An SVG in `public/` only draws: it runs nothing and fetches nothing.",
  explain: ({ why }) => ({
    message: `This SVG is not published: ${why}.`,
    fix: "Remove that, or export it as a PNG or WebP.",
  }),
  example: {
    files: {
      "public/lock.svg":
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
    },
  },
});
