import { nameOf } from "../../domain/path-parts.ts";
import { decoded } from "../../urls/image-source.ts";
import { defineArticleRule } from "../article-rule.ts";
import type { BodyImage, RuleSubject } from "../article-rule.ts";
import { EXAMPLE_DRAWING, exampleBody } from "../example.ts";

type Repeated = "the caption" | "the headline" | "the name of the file";

/** Names that cameras, telephones and programs give, and names with the ending of a picture. */
const FILE_NAME =
  /^(?:(?:dsc[fn]?|dscn|img|image|pxl|screen ?shot|bildschirmfoto|untitled)[-_ ]?\d[-_ .\d]*|\S+\.(?:avif|gif|jpe?g|png|svg|tiff?|webp))$/i;

export const rule = defineArticleRule<{ repeats: Repeated }>({
  code: "picture/alt-repeats",
  severity: "hint",
  summary:
    "An alt text says what the image shows. It repeats neither the caption nor the headline, which are read aloud as well, nor the name of the file.",
  switchable: {},
  test: (subject) => {
    const { article, images, locationOf } = subject;
    const lead = article.image && repeated(article.image, subject);
    return [
      ...(lead === undefined
        ? []
        : [{ location: locationOf(["image", "alt"]), details: { repeats: lead } }]),
      ...images().flatMap((image) => {
        const repeats = repeated(image, subject);
        return repeats === undefined ? [] : [{ location: image.altLocation, details: { repeats } }];
      }),
    ];
  },
  explain: ({ repeats }) => ({
    message: `The alt text repeats ${repeats}, and so tells those who cannot see the image nothing of it.`,
    fix: "Say what the image shows.",
  }),
  example: exampleBody('<Figure src="./lock.svg" alt="The new lock" caption="The new lock" />', {
    "articles/2026/03/lock.svg": EXAMPLE_DRAWING,
  }),
});

function repeated(
  { src, alt, caption }: Pick<BodyImage, "src" | "alt" | "caption">,
  { article }: Pick<RuleSubject, "article">,
): Repeated | undefined {
  const words = folded(alt);
  if (words === "") return undefined;
  if (caption !== undefined && folded(caption) === words) return "the caption";
  if (folded(article.title) === words) return "the headline";
  return isFileName(alt.trim(), src) ? "the name of the file" : undefined;
}

/** One word may be both what a picture shows and what its file is called. */
function isFileName(alt: string, src: string): boolean {
  if (FILE_NAME.test(alt)) return true;
  const stem = decoded(nameOf(src.replace(/[?#].*$/s, ""))).replace(/\.[a-z\d]{1,5}$/i, "");
  return /[-_]/.test(alt) && !/\s/.test(alt) && alt.toLowerCase() === stem.toLowerCase();
}

/** The letters and digits of a text in small letters. */
function folded(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
