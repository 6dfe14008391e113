import type { LeftOut } from "./archive.ts";

/** Counts what becomes something, and what is left out for one reason. */
export class Tally {
  readonly used = Object.create(null) as Record<string, number>;
  private readonly left = new Map<string, LeftOut & { count: number }>();

  use(kind: string, count = 1): void {
    if (count > 0) this.used[kind] = (this.used[kind] ?? 0) + count;
  }

  leave(kind: string, title: string, why: string, count = 1): void {
    const id = JSON.stringify([kind, title]);
    const known = this.left.get(id);
    if (known === undefined) this.left.set(id, { kind, key: title, title, why, count });
    else known.count += count;
  }

  leftOut(): LeftOut[] {
    return [...this.left.values()];
  }
}
