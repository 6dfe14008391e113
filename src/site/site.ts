import type { Site } from "../domain/publication.ts";
import { commentingFrom } from "./commenting.ts";
import { editorFrom } from "./editor-schema.ts";
import { hostsOf } from "./parts-schema.ts";
import type { SiteFile } from "./site-schema.ts";
import { themeFrom } from "./theme.ts";

/** Turns the validated `site.yaml` into what the press works with. */
export function siteFrom(file: SiteFile): Site {
  const hosts = hostsOf(file);
  return {
    name: file.name,
    ...file.url,
    description: file.description,
    language: file.language,
    timezone: file.timezone,
    ...(file.hub === undefined ? {} : { hub: file.hub }),
    ...(file.embeds === undefined ? {} : { embeds: file.embeds }),
    ...(file.comments === undefined ? {} : { comments: commentingFrom(file.comments) }),
    ...(file.editor === undefined ? {} : { editor: editorFrom(file.editor) }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(file.host === undefined ? {} : { host: file.host }),
    ...(file.https === undefined ? {} : { https: file.https }),
    theme: themeFrom(file.colours, file.type),
    code: file.code,
  };
}
