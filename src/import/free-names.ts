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

/** A name with a number: before the ending of a file. */
function numbered(name: string, number: number): string {
  const [, stem = name, ending = ""] = /^(.*?[^/])(\.[^./]*)?$/s.exec(name) ?? [];
  return `${stem}-${number}${ending}`;
}
