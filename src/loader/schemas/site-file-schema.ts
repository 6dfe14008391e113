import { checkSchema } from "../../checks/switches.ts";
import { siteSchema } from "../../site/site-schema.ts";

/** `site.yaml` as it is read: what the publication says of itself, and which rules of the check it switches. */
export const siteFileSchema = siteSchema.extend({
  check: checkSchema
    .optional()
    .meta({ example: "{ picture/credit: error }" })
    .describe("Rules of the check by their codes, with what they are switched to."),
});
