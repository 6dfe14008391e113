import { z } from "astro/zod";
import { ADDRESS_TO_WRITE, placeholder } from "../domain/placeholder.ts";
import { isOrigin } from "./hosts.ts";

const name = z
  .string()
  .trim()
  .regex(/^[\w.[\]-]{1,100}$/, "must be the name of a field, such as email");

/** `newsletter` of `site.yaml`: a form by which readers subscribe at another host. */
export const newsletterSchema = z.strictObject({
  action: z
    .url({ protocol: /^https$/, error: "must be an absolute address that begins with https://" })
    .refine((url) => isOrigin(URL.parse(url)?.origin), "must be an address of a host with a name")
    .meta({ example: ADDRESS_TO_WRITE })
    .describe("Address that the form is sent to."),
  field: name
    .default("email")
    .meta({ example: "email" })
    .describe("Name of the field for the reader's address."),
  hidden: z
    .record(name, z.string().max(500))
    .default({})
    .meta({ example: "{ list: WRITE-THE-LIST-HERE }" })
    .describe("What is sent as well: names of fields and their values."),
  title: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .meta({ example: placeholder("the title") })
    .describe("The line above the form."),
  text: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .meta({ example: placeholder("a sentence") })
    .describe("What readers get, how often, and who keeps their address."),
});
