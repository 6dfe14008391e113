import { compareText } from "../domain/order.ts";

/** Compares names as readers of a language look for them: case and accents last, numbers by their size. */
export function nameOrder(language: string): (a: string, b: string) => number {
  const order = new Intl.Collator(language, { sensitivity: "base", numeric: true });
  return (a, b) => order.compare(a, b) || compareText(a, b);
}
