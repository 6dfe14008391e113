/** A function that makes a value once for each object, as long as the object is kept. */
export function memoize<Source extends object, Value>(
  make: (source: Source) => Value,
): (source: Source) => Value {
  const values = new WeakMap<Source, Value>();
  return (source) => {
    const known = values.get(source);
    if (known !== undefined) return known;
    const value = make(source);
    values.set(source, value);
    return value;
  };
}
