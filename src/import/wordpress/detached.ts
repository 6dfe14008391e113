/**
 * The same plain value in texts of its own: those that a parser cut out of a larger one would keep all of that in memory.
 */
export function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
