import { z } from "astro/zod";
import { HOST_KINDS } from "../domain/allowed-hosts.ts";
import type { HostKind } from "../domain/allowed-hosts.ts";

/** One host with a dot in its name, and perhaps a port: no path, and no asterisk, by which a policy means many. */
const ORIGIN =
  /^https:\/\/(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?(?::\d{1,5})?$/;

const EXAMPLE = "https://WRITE-THE-HOST-HERE";

/** Whether a text is the origin of one host, as a policy names it. */
export function isOrigin(text: string | undefined): boolean {
  return text !== undefined && ORIGIN.test(text);
}

/** The origin of another host, as the security policy names it. */
const originSchema = z
  .string()
  .trim()
  .superRefine((written, context) => {
    if (isOrigin(written)) return;
    const { origin = "" } = URL.parse(written) ?? {};
    context.addIssue({
      code: "custom",
      message:
        "must be the origin of one host such as https://stats.example.org, without a path or an asterisk",
      params: isOrigin(origin) ? { offered: origin } : {},
    });
  })
  .meta({ example: EXAMPLE });

const origins = z
  .array(originSchema)
  .max(20)
  .default([])
  .meta({ example: `[${EXAMPLE}]` });

const WHAT: Readonly<Record<HostKind, string>> = {
  script: "Hosts that scripts come from.",
  connect: "Hosts that scripts fetch from and send to.",
  img: "Hosts that pictures come from.",
  frame: "Hosts that frames come from.",
  style: "Hosts that style sheets come from.",
  font: "Hosts that fonts come from.",
  form: "Hosts that forms are sent to.",
};

/** `hosts` of `head` and `ads`: other hosts that pages may load from, or send to, by what for. */
export const hostsSchema = z.strictObject(
  Object.fromEntries(HOST_KINDS.map((kind) => [kind, origins.describe(WHAT[kind])])) as Record<
    HostKind,
    typeof origins
  >,
);
