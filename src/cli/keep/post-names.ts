import { readdirSync } from "node:fs";
import { join } from "node:path";
import { withContentFolder } from "../../domain/content-path.ts";
import { isDeviceName } from "../../domain/portable-name.ts";
import { postFile } from "../../domain/post.ts";
import { isSlug } from "../../domain/slug.ts";
import { freeNames } from "../../import/free-names.ts";
import { slugOf } from "../../loader/article-path.ts";
import { articleSlug } from "../../starter/article-file.ts";

/** Names of files in `posts/` that are not there yet. Case does not count, as on some disks. */
export class PostNames {
  readonly #prefix: string;
  readonly #names: readonly string[];
  readonly #free: (wanted: string) => string;

  /** `content` is the content folder, absolute; `prefix` stands before paths in it where people read them. */
  constructor(content: string, prefix: string) {
    this.#prefix = prefix;
    this.#names = namesIn(join(content, "posts"));
    this.#free = freeNames(this.#names.map(stemOf));
  }

  /** A name of words of a post's author and text, without an ending. */
  of(post: { author: string; text: string }, language: string): string {
    return this.#free(wordsOf(post, language));
  }

  /** A name of its own for the picture of a post that has its file already. */
  beside(slug: string): string {
    const pictures = this.#names.filter((name) => !name.endsWith(".yaml"));
    return freeNames(pictures.map(stemOf))(slug);
  }

  /** What keeps a file from being called so, each as sentences that end with what to type. */
  faultsOf(slug: string): string[] {
    if (/[/\\]/.test(slug)) return ["--slug takes the name of a file, without a folder."];
    const faults = slugOf(postFile(slug), false).diagnostics.map(({ message, fix }) =>
      withContentFolder(`${message} ${fix} Name one with --slug.`, this.#prefix),
    );
    const there = this.#names.find((name) => stemOf(name) === slug.toLowerCase());
    return there === undefined
      ? faults
      : [
          ...faults,
          `There is ${this.#prefix}posts/${there} already. Name another file with --slug.`,
        ];
  }
}

/** Words of the author's name, and of the text, that a name is made of. */
const OF_AUTHOR = 3;
const OF_TEXT = 6;

function wordsOf({ author, text }: { author: string; text: string }, language: string): string {
  const words = [...firstWords(author, OF_AUTHOR), ...firstWords(text, OF_TEXT)].join(" ");
  const slug = articleSlug(words, language);
  return isSlug(slug) && !isDeviceName(slug) ? slug : "post";
}

/** The first words of a text that are no addresses, accounts or tags. */
function firstWords(text: string, most: number): string[] {
  return text
    .slice(0, 1000)
    .replace(/https?:\S+|[@#]\S+/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, most);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function stemOf(name: string): string {
  return name
    .replace(/\.[^.]*$/, "")
    .normalize("NFC")
    .toLowerCase();
}
