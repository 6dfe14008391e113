import { attributeOf, elementsBelow, textOf, treeOf } from "../html-tree.ts";
import { urlOf } from "../web-address.ts";

/** What an answer calls the article or film at an address; undefined where none of them does. */
export function titledAnswer(answers: readonly string[], url: URL): string | undefined {
  for (const answer of answers) {
    if (!answer.includes(url.hostname) || !answer.includes("wp-embedded-content")) continue;
    const tree = treeOf(answer);
    if (tree === undefined) continue;
    const link = elementsBelow(tree, "a").find(
      (one) => withoutSlash(attributeOf(one, "href")) === withoutSlash(url.href),
    );
    const title = textOf(link);
    if (title !== "") return title;
  }
  return undefined;
}

function withoutSlash(address: string): string {
  return (urlOf(address)?.href ?? address).replace(/\/$/, "");
}
