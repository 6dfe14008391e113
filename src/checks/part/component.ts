import { guidePath } from "../../domain/guide-path.ts";
import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { listed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** Why a component of the publication's own cannot be used. */
export type ComponentFault =
  /** Stet has one of that name. */
  | { is: "taken"; name: string }
  | { is: "absent"; name: string; near: string | undefined }
  | { is: "broken"; reason: string }
  | { is: "shape"; faults: readonly string[] };

export const rule = defineRule<ComponentFault>({
  code: "part/component",
  severity: "error",
  summary:
    "Each entry of `components` in `site.yaml` is a file of `components/` that exports a component by the contract of built-in ones.",
  explain: (fault) => {
    switch (fault.is) {
      case "taken":
        return {
          message: `Stet has a component <${fault.name}> itself, and texts that use it must mean one thing.`,
          fix: "Give the file and the entry another name.",
        };
      case "absent":
        return {
          message: `\`components\` lists ${fault.name}, but there is neither ${inContent(`components/${fault.name}.ts`)} nor ${inContent(`components/${fault.name}.js`)}.`,
          fix:
            fault.near === undefined
              ? "Put the file there, or remove the entry."
              : `Write \`${fault.near}\`, or remove the entry.`,
        };
      case "broken":
        return {
          message: `This component cannot be loaded: ${fault.reason}.`,
          fix: "Correct the file, or remove its entry from `components` in site.yaml.",
        };
      case "shape":
        return {
          message: `What this file exports as \`component\` is no component: ${listed(fault.faults)}.`,
          fix: `Correct it; ${guidePath("make-it-yours.md")} shows a whole one.`,
        };
    }
  },
  example: exampleSite("components: [Poll]"),
});
