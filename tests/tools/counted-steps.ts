import { CountedRegex } from "./regex-steps.ts";

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** What a call costs, from what it was called on and with and what it gave. */
type Cost = (self: unknown, given: readonly unknown[], result: unknown) => number;

const lengthOf = (self: unknown): number => (self as { length: number }).length;

/** As far as something was looked for from its beginning, or from an offset. */
const searched: Cost = (self, [, from], result) => {
  const start = typeof from === "number" ? Math.max(0, from) : 0;
  const end = typeof result === "number" && result >= 0 ? result : lengthOf(self);
  return Math.max(1, end - start);
};

const searchedBack: Cost = (self, [, from], result) => {
  const start = typeof from === "number" ? Math.min(from, lengthOf(self)) : lengthOf(self);
  return Math.max(1, start - (typeof result === "number" ? Math.max(0, result) : 0));
};

const whole: Cost = (self) => lengthOf(self);

/** Where what is split by a text was looked through: of few parts, up to the last of them. */
const splitUp: Cost = (self, [, most], result) =>
  typeof most === "number"
    ? (result as string[]).reduce((sum, { length }) => sum + length + 1, 0)
    : lengthOf(self);

const TEXT_COSTS: Readonly<Record<string, Cost>> = {
  indexOf: searched,
  includes: whole,
  lastIndexOf: searchedBack,
  split: splitUp,
};

const LIST_COSTS: Readonly<Record<string, Cost>> = {
  indexOf: searched,
  includes: whole,
  find: whole,
  findIndex: whole,
  findLast: whole,
  some: whole,
  every: whole,
  filter: whole,
  map: whole,
  flatMap: whole,
  reduce: whole,
};

const once: Cost = () => 1;
const given: Cost = (_, entries) => entries.length;

/** Of everything else that is done once for each entry of something. */
const OTHER_COSTS: readonly [holder: object, name: string, cost: Cost][] = [
  [Array.prototype, "push", given],
  [Map.prototype, "set", once],
  [Map.prototype, "get", once],
  [Set.prototype, "add", once],
  [Set.prototype, "has", once],
];

const known = new Map<string, CountedRegex>();

/**
 * How many signs of texts and entries of lists some work looks at, each as often as it does, by the methods of strings,
 * lists and regular expressions. Nothing is timed, so that it is the same on every machine.
 */
function countedSteps(work: () => void): number {
  let steps = 0;
  let isCounting = true;
  const uncounted = <Result>(act: () => Result): Result => {
    isCounting = false;
    try {
      return act();
    } finally {
      isCounting = true;
    }
  };
  const restore: (() => void)[] = [];
  const patch = (holder: object, name: string, around: (call: Method) => Method): void => {
    const own = Object.getOwnPropertyDescriptor(holder, name);
    if (own === undefined) throw new Error(`There is no ${name}`);
    Object.defineProperty(holder, name, { ...own, value: around(own.value as Method) });
    restore.push(() => Object.defineProperty(holder, name, own));
  };
  const costing =
    (cost: Cost) =>
    (call: Method): Method =>
      function (this: unknown, ...given) {
        const result = call.apply(this, given);
        if (isCounting) steps += uncounted(() => cost(this, given, result));
        return result;
      };
  patch(RegExp.prototype, "exec", (call) => {
    return function (this: unknown, ...given) {
      const regex = this as RegExp;
      const text = String(given[0]);
      if (isCounting)
        steps += uncounted(() => {
          const key = String(regex);
          const counted = known.get(key) ?? new CountedRegex(regex);
          known.set(key, counted);
          const from = regex.global || regex.sticky ? regex.lastIndex : 0;
          return counted.steps(text, { from });
        });
      return call.apply(this, given);
    };
  });
  for (const [name, cost] of Object.entries(TEXT_COSTS))
    patch(String.prototype, name, costing(cost));
  for (const [name, cost] of Object.entries(LIST_COSTS))
    patch(Array.prototype, name, costing(cost));
  for (const [holder, name, cost] of OTHER_COSTS) patch(holder, name, costing(cost));
  try {
    work();
  } finally {
    for (const undo of restore) undo();
  }
  return steps;
}

/** How many times as many steps a work of twice the size takes: 2 where they grow in proportion, 4 with its square. */
export function growth(work: (size: number) => void, size = 200): number {
  return countedSteps(() => work(2 * size)) / countedSteps(() => work(size));
}
