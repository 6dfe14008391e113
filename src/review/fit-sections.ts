/** A part of a text that may have to be shortened. */
export interface Section {
  head: string[];
  /** What stands there if there are no rows; without it the section is left out then. */
  empty?: string[];
  /** Tables: one a line. */
  rows: string[];
  foot?: string[];
  /** How much of the room it may take at most, from 0 to 1; what one does not need is for those behind it. */
  share: number;
  /** What a row is. */
  noun: string;
}

/** Room for the line that says how many rows are left out. */
const ROOM = 160;

/**
 * Puts a text together that has at most `most` characters (UTF-16 units): in each section as many rows as there is room
 * for, in their order, and how many more there are.
 */
export function fitSections(
  head: readonly string[],
  sections: readonly Section[],
  most: number,
  leftOut: (count: number, noun: string) => string,
): string {
  const frames = sections.map((section) => frameOf(section));
  const fixed = [...head, ...frames.flat()].reduce((sum, text) => sum + text.length + 2, 0);
  let room = most - fixed - ROOM * sections.length;
  const whole = room;
  const blocks = [...head];
  for (const { head: heading, empty, rows, foot = [], share, noun } of sections) {
    if (rows.length === 0) {
      if (empty !== undefined) blocks.push(...empty, ...foot);
      continue;
    }
    const most = Math.min(room, Math.floor(whole * share));
    let used = 0;
    let count = 0;
    for (const row of rows) {
      if (used + row.length + 1 > most) break;
      used += row.length + 1;
      count += 1;
    }
    room -= used;
    const [title = "", columns] = heading;
    const shown = rows.slice(0, count).join("\n");
    blocks.push(title);
    if (count > 0) blocks.push(columns === undefined ? shown : `${columns}\n${shown}`);
    if (count < rows.length) blocks.push(leftOut(rows.length - count, noun));
    blocks.push(...foot);
  }
  return `${blocks.join("\n\n")}\n`;
}

function frameOf({ head, empty = [], rows, foot = [] }: Section): string[] {
  return [...(rows.length === 0 ? empty : head), ...foot];
}
