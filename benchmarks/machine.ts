import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

/** What a benchmark ran on. */
export interface BenchMachine {
  /** As the processor calls itself. */
  processor: string;
  cores: number;
  memoryBytes: number;
  /** Names and versions of what was run. */
  programs: string[];
}

/** This machine, with Node, Astro and Pagefind of the checkout, and the programs that are given. */
export function benchMachine(root: string, programs: readonly string[]): BenchMachine {
  const versionOf = (name: string): string => {
    const file = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(file) as { version: string }).version;
  };
  const own = [
    `Node ${process.version.slice(1)}`,
    `Astro ${versionOf("astro")}`,
    `Pagefind ${versionOf("pagefind")}`,
  ];
  return {
    processor: cpus()[0]?.model.trim() ?? "an unknown processor",
    cores: cpus().length,
    memoryBytes: totalmem(),
    programs: [...new Set([...own, ...programs])],
  };
}

/** A machine in a sentence. */
export function machineLine({ processor, cores, memoryBytes, programs }: BenchMachine): string {
  const memory = `${Math.round(memoryBytes / 2 ** 30)} GB`;
  const core = cores === 1 ? "core" : "cores";
  return `${processor}, ${cores} ${core}, ${memory} of memory; ${programs.join(", ")}.`;
}
