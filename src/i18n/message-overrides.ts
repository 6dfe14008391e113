import type { MessageOverrides } from "../domain/publication.ts";
import type { Messages } from "./messages.ts";
import { isOneForOthers } from "./plural-categories.ts";

/** Messages, or a part of them, as plain data. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** Whether a part of the messages is a plural: a map by category, which is worded anew as a whole. */
export function isPlural(part: MessageTree): boolean {
  return typeof part["other"] === "string";
}

/** The catalogue as a tree of texts. */
export function messageTree(messages: Messages): MessageTree {
  return messages as unknown as MessageTree;
}

/** Messages with some of them worded anew. `base` are those of `language`, or the English ones where it has none. */
export function withOverrides(
  base: Messages,
  overrides: MessageOverrides,
  language: string,
  isEnglish: boolean,
): Messages {
  const adapted =
    isEnglish && isOneForOthers(language) ? pluralOfAny : (plural: MessageTree) => plural;
  return merge(messageTree(base), overrides, adapted) as unknown as Messages;
}

function merge(
  base: MessageTree,
  overrides: MessageOverrides,
  adapted: (plural: MessageTree) => MessageTree,
): MessageTree {
  return Object.fromEntries(
    Object.entries(base).map(([key, value]): [string, string | MessageTree] => {
      const own = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
      if (typeof value === "string") return [key, typeof own === "string" ? own : value];
      const given = typeof own === "object" ? own : undefined;
      if (isPlural(value)) return [key, given ?? adapted(value)];
      return [key, merge(value, given ?? {}, adapted)];
    }),
  );
}

/** An English plural for a language that counts in another way: "Read once" would be said of 21 as well. */
function pluralOfAny({ other = "", ...forms }: MessageTree): MessageTree {
  const counting = Object.entries(forms).filter(
    ([, text]) => typeof text === "string" && text.includes("{count}"),
  );
  return { ...Object.fromEntries(counting), other };
}
