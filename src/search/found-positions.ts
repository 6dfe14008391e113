import { preparedWords } from "./prepared-words.ts";

/**
 * Where words stand in a text: `[start, end]` in UTF-16 units. They are parted by blanks, and met however the text
 * writes them: in capitals, with other accents, with a hyphen of another form.
 */
export function foundPositions(words: string): (text: string) => [start: number, end: number][] {
  const wanted = new Map<string, string[][]>();
  for (const form of words.split(" ")) {
    const [first, ...others] = preparedWords(form).map(({ word }) => word);
    if (first !== undefined) wanted.set(first, [...(wanted.get(first) ?? []), others]);
  }
  for (const runs of wanted.values()) runs.sort((a, b) => b.length - a.length);
  return (text) => {
    const places: [number, number][] = [];
    const all = preparedWords(text);
    for (let at = 0; at < all.length; at += 1) {
      const others = wanted
        .get(all[at]?.word ?? "")
        ?.find((run) => run.every((word, step) => all[at + 1 + step]?.word === word));
      if (others === undefined) continue;
      const start = all[at]?.start ?? 0;
      at += others.length;
      places.push([start, all[at]?.end ?? start]);
    }
    return places;
  };
}
