import { defineRule } from "../rule.ts";

/** A file of comments whose article there is not; the id that it is called by, if it is; the name of a file that is near. */
interface Lost {
  id: string | undefined;
  meant: string | undefined;
}

export const rule = defineRule<Lost>({
  code: "comments/article",
  severity: "error",
  summary:
    "A file of comments is called as its article is (`comments/2026/02/sound.yaml`), or by the id of that.",
  explain: ({ id, meant }) => ({
    message:
      id === undefined
        ? "There is no article of this path, so nobody would see these comments."
        : `There is no article with the id ${id}, so nobody would see these comments.`,
    fix:
      meant === undefined
        ? "Call the file as its article is called: `comments/2026/02/sound.yaml` for `articles/2026/02/sound.mdx`."
        : `Call it \`${meant}\`, if that is meant. Else call it as its article is called.`,
  }),
  example: { files: { "comments/2026/02/sond.yaml": "comments: []\n" } },
});
