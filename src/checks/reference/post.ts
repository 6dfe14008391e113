import { isWebAddress, keepCall } from "../../domain/keep-call.ts";
import { exampleBody } from "../example.ts";
import { explainUnknownCard } from "../unknown-data-file.ts";
import type { UnknownDataFile } from "../unknown-data-file.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineRule<UnknownDataFile>({
  code: "reference/post",
  severity: "error",
  mends: true,
  summary: "A post that a text quotes has a file in `posts/`.",
  explain: (unknown) =>
    isWebAddress(unknown.written)
      ? {
          message: "`post` is the name of a file in `posts/`, not the address of a post.",
          fix: `Run ${typed(keepCall(unknown.written))}, and write the line that it prints.`,
        }
      : explainUnknownCard("post", "posts", unknown),
  example: exampleBody('<SocialPost post="harbour-news" />'),
});
