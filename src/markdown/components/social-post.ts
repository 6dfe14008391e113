import type { ElementContent, Properties } from "hast";
import { composed } from "../../domain/composed.ts";
import { showDay } from "../../i18n/shown-dates.ts";
import { ownLanguage, textDirection } from "../../i18n/text-direction.ts";
import type { BodyTargets, PostTarget } from "../body.ts";
import { element, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";

/** A post of a social network from `posts/`, quoted whole: no page asks the network for it. */
export const socialPost = defineComponent({
  name: "SocialPost",
  description:
    'A social media post, quoted in full from a file in the publication: it stays when the original is deleted, and the network does not learn who reads it. `npx --no-install stet keep "URL"` makes the file and prints the line to write.',
  example: '<SocialPost post="lock-keeper-gates" />',
  attributes: {
    post: { type: "post", required: true, description: "The post, kept in `posts/`." },
  },
  children: "none",
  page({ values }, targets) {
    const post = postOf(values.post, targets);
    if (post === undefined) return [];
    return [
      element("figure", { className: ["quoted-post"] }, [
        element("blockquote", ownLanguage(post.language), paragraphs(post.text)),
        ...shownImage(post),
        element("figcaption", {}, [
          element("cite", {}, [element("bdi", {}, [textNode(post.author)])]),
          ...(post.handle === undefined
            ? []
            : [textNode(" "), element("bdi", { translate: "no" }, [textNode(post.handle)])]),
          element("span", {}, networkAndDate(post, targets)),
        ]),
      ]),
    ];
  },
  feed({ values }, targets) {
    const post = postOf(values.post, targets);
    if (post === undefined) return [];
    // Where the page runs the other way, names would take their signs along to the wrong end.
    const direction: Properties = textDirection(targets.language) === "rtl" ? { dir: "auto" } : {};
    const name = (text: string, more: Properties = {}): ElementContent =>
      element("span", { ...direction, ...more }, [textNode(text)]);
    const quoted = paragraphs(post.text);
    return [
      element("blockquote", {}, [
        ...(post.language === undefined
          ? quoted
          : [element("div", ownLanguage(post.language), quoted)]),
        ...shownImage(post).map((image) => element("figure", {}, [image])),
        element("p", {}, [
          textNode("— "),
          element("cite", {}, [name(post.author)]),
          ...(post.handle === undefined
            ? []
            : [textNode(" ("), name(post.handle, { translate: "no" }), textNode(")")]),
          ...networkAndDate(post, targets),
        ]),
      ]),
    ];
  },
});

function postOf(slug: string, { posts }: BodyTargets): PostTarget | undefined {
  const name = composed(slug);
  return Object.hasOwn(posts, name) ? posts[name] : undefined;
}

/** What it says: empty lines part paragraphs, and its other lines stay lines. */
function paragraphs(text: string): ElementContent[] {
  return text.split(/\n[^\S\n]*\n\s*/).map((paragraph) =>
    element(
      "p",
      {},
      paragraph
        .split("\n")
        .flatMap((line, at) => [
          ...(at === 0 ? [] : [element("br", {}, [])]),
          textNode(line.trimEnd()),
        ]),
    ),
  );
}

function shownImage({ image: shown }: PostTarget): ElementContent[] {
  return shown === undefined ? [] : [element("img", { src: shown.src, alt: shown.alt }, [])];
}

/** Where it stood and when; the date leads there. Nothing where there are no words to say it with. */
function networkAndDate(post: PostTarget, { language, words }: BodyTargets): ElementContent[] {
  const { network, url, day, iso } = post;
  const date = element("a", { href: url }, [
    element("time", { dateTime: iso }, [textNode(showDay(day, language))]),
  ]);
  return (network === undefined ? words.post.dated : words.post.on)
    .split(/(\{network\}|\{date\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part === "{date}"
        ? date
        : part === "{network}"
          ? element("bdi", {}, [textNode(network ?? "")])
          : textNode(part),
    );
}
