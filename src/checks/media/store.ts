import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

/** Why the folder that `media` names is no media store. */
export type StoreFault = "inside" | "around" | "absent";

export const rule = defineRule<{ from: string; fault: StoreFault }>({
  code: "media/store",
  severity: "error",
  summary:
    "`media` in `site.yaml` names the media store: a folder beside the content folder, or a remote of rclone's.",
  explain: ({ from, fault }) => {
    switch (fault) {
      case "inside":
      case "around":
        return {
          message: `The media store ${from} ${fault === "inside" ? "is inside the content folder" : "contains the content folder"}: its files would be taken for content, or content for its files.`,
          fix: "Name a folder beside the content folder, such as `../media`, or a remote, such as `store:paper/media`.",
        };
      case "absent":
        return {
          message: `There is no folder ${from}, and files that media.jsonl lists have to be fetched from it.`,
          fix: "Make the folder available on this machine, or correct the path: it starts at the content folder.",
        };
    }
  },
  example: exampleSite("media: ./media"),
});
