import type { Archive, ArchiveBody, ArchiveReader } from "../archive.ts";
import { ArchiveError } from "../archive.ts";
import { openAstro } from "./astro.ts";
import { countSource } from "./count-source.ts";
import { openDocusaurus } from "./docusaurus.ts";
import { openEleventy } from "./eleventy.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { MarkdownSystem, OpenGenerator } from "./generator.ts";
import { openHugo } from "./hugo.ts";
import { openJekyll } from "./jekyll.ts";
import { ReadSource } from "./read-source.ts";
import type { ReadBody } from "./read-source.ts";
import { needFolder, needSource } from "./recognise.ts";
import { isMdx, openFolder } from "./source-folder.ts";
import type { SourceFolder } from "./source-folder.ts";

const OPENERS: Readonly<Record<MarkdownSystem, OpenGenerator>> = {
  hugo: openHugo,
  jekyll: openJekyll,
  astro: openAstro,
  eleventy: openEleventy,
  docusaurus: openDocusaurus,
};

/** What is said of a source folder besides where it is. */
export interface MarkdownOptions {
  from: MarkdownSystem;
  /** Address of the old site, where its configuration does not say it or says another. */
  base?: string;
  /** The moment that decides which texts have expired, in milliseconds; now, if absent. */
  now?: number;
}

/**
 * Reads the source folder of a site made with a generator. Nothing of the site runs: neither templates nor programs, and
 * no link is followed out of the folder.
 *
 * @throws ArchiveError for a folder that is none of that generator's.
 */
export function readMarkdown(
  root: string,
  { from, base, now = Date.now() }: MarkdownOptions,
): ArchiveReader {
  let opened: { folder: SourceFolder; bodies: readonly ReadBody[] } | undefined;
  return {
    system: "markdown",
    async read(onProgress) {
      await Promise.resolve();
      needFolder(root);
      const folder = openFolder(root, from);
      needSource(folder, from);
      const faults: string[] = [];
      const generator = OPENERS[from](folder, faults);
      if (base !== undefined && URL.canParse(base)) generator.site.url = base;
      const source = new ReadSource(folder, generator, { faults, now });
      const archive: Archive = source.read(onProgress);
      if (faults.length > 0) throw new ArchiveError(faults.join("\n"));
      opened = { folder, bodies: source.bodies };
      return archive;
    },
    async *bodies(): AsyncGenerator<ArchiveBody> {
      if (opened === undefined) throw new ArchiveError("Read the archive before its bodies.");
      await Promise.resolve();
      for (const { key, path, details } of opened.bodies) {
        const read = opened.folder.text(path);
        if ("faults" in read) throw new ArchiveError(read.faults.join("\n"));
        const { body, bodyLine } = splitFrontMatter(read.text);
        yield {
          key,
          body,
          details: {
            from,
            path,
            format: isMdx(path) ? "mdx" : "md",
            line: String(bodyLine),
            ...details(),
          },
          comments: [],
        };
      }
    },
    count: () => countSource(root, from),
  };
}
