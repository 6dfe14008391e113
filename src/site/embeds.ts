import { z } from "astro/zod";
import { PLAYER_NAMES } from "../domain/players.ts";

/** A host name with a dot in it, and perhaps a port: what a policy can name without meaning more. */
const HOST =
  /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?(?::\d{1,5})?$/;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HOST, {
    error: "must be one host such as media.example.org, without https://, path or asterisk",
  })
  .meta({ example: "WRITE-THE-HOST-HERE" });

/** `embeds` of `site.yaml`: what a click may load from other hosts. Nothing else may load anything. */
export const embedsSchema = z.strictObject({
  players: z
    .array(z.enum(PLAYER_NAMES))
    .default([])
    .meta({ example: "[youtube, vimeo]" })
    .describe("Players that may play a video in place: `youtube`, `vimeo`."),
  media: z
    .array(host)
    .max(20)
    .default([])
    .meta({ example: "[WRITE-THE-HOST-HERE]" })
    .describe("Hosts of video and audio files, without `https://`."),
});
