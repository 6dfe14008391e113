import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";
import { explainShortcode } from "../shortcode-words.ts";
import type { ShortcodeDetails } from "../shortcode-words.ts";

export const rule = defineRule<ShortcodeDetails>({
  code: "markdown/shortcode",
  severity: "warning",
  summary: "Markup of other programs is shown as is.",
  explain: (details) => explainShortcode(details),
  example: exampleImport('{{< figure src="/gates.png" alt="The gates" >}}'),
});
