import { inContent } from "../../domain/content-path.ts";
import { articleSchema } from "../../loader/schemas/article-schema.ts";
import { splitFrontMatter } from "../../loader/yaml/front-matter.ts";
import { parseOrExplain } from "../../loader/yaml/parse-or-explain.ts";
import { parseYaml } from "../../loader/yaml/yaml-document.ts";
import { RenameRefused } from "./rename-sources.ts";
import type { RenameSources } from "./rename-sources.ts";

/** Throws `RenameRefused` where the front matter of an article, as it is to be, breaks a rule: too many aliases, for instance. */
export function refuseSpoilt(
  file: string,
  text: string,
  { site }: Pick<RenameSources, "site">,
): void {
  const { yaml, firstLine } = splitFrontMatter(text, file);
  const { document } = yaml === undefined ? {} : parseYaml(yaml, file, firstLine);
  const schema = articleSchema(site.timezone, file.endsWith(".mdx") ? "mdx" : "md");
  const read = document && parseOrExplain(schema, document, file);
  if (read?.value !== undefined) return;
  const [first] = read?.diagnostics ?? [];
  throw new RenameRefused(
    `${inContent(file)} would have an error${first === undefined ? "" : `: ${first.message} ${first.fix}`}`,
  );
}
