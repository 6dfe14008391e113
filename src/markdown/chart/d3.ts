import { createRequire } from "node:module";
import type * as scale from "d3-scale";
import type * as shape from "d3-shape";

const require = createRequire(import.meta.url);

/** The scales of d3. They and the shapes are a hundred modules, loaded for the first chart. */
export function d3Scale(): typeof scale {
  return require("d3-scale") as typeof scale;
}

/** The shapes of d3. */
export function d3Shape(): typeof shape {
  return require("d3-shape") as typeof shape;
}
