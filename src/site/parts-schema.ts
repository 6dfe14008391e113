import type { z } from "astro/zod";
import { navigationSchema } from "./navigation.ts";
import { partPath } from "./part-path.ts";

/** The keys of `site.yaml` by which a publication brings looks and parts of its own. */
export const partsShape = {
  /** Its own style sheet, by its path: `./styles.css`. */
  styles: partPath("css", "./styles.css").optional(),
  /** Links of its own, beside those that Stet makes. */
  navigation: navigationSchema
    .optional()
    .meta({ example: "{ footer: [{ label: WRITE THE LABEL HERE, href: /about/ }] }" }),
};

/** What of `site.yaml` lists the owner's parts. */
export type PartsFile = z.infer<z.ZodObject<typeof partsShape>>;
