/** Gives each wanted name once: with a number behind it where it is taken. Case does not count, as on some disks. */
export function freeNames(taken: Iterable<string> = []): (wanted: string) => string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()));
  const next = new Map<string, number>();
  return (wanted) => {
    let number = next.get(wanted.toLowerCase()) ?? 2;
    let free = wanted;
    for (; used.has(free.toLowerCase()); number += 1) free = numbered(wanted, number);
    next.set(wanted.toLowerCase(), number);
    used.add(free.toLowerCase());
    return free;
  };
}

/** Longest name of a file that the check takes. */
const LONGEST = 200;

/** A name with a number, before the ending of a file: as much of it as may stand. */
function numbered(name: string, number: number): string {
  const [, stem = name, ending = ""] = /^(.*?[^/])(\.[^./]*)?$/s.exec(name) ?? [];
  const behind = `-${number}${ending}`;
  const own = stem.lastIndexOf("/") + 1;
  const most = own + Math.max(1, LONGEST - behind.length);
  return `${stem.length > most ? trimmedEnd(stem.slice(0, most), "-_.") : stem}${behind}`;
}

/** A text without signs of a set at its end. */
function trimmedEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
