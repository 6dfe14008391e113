/**
 * Where a text stops being JSON (RFC 8259), in UTF-16 units: the first character that cannot stand there, or its end where
 * it breaks off. Undefined for a text that is JSON. The engine says a place with some faults only, so it is found by
 * halving: whatever begins like JSON is at fault at its own end alone.
 */
export function jsonFaultAt(text: string): number | undefined {
  if (faultOf(text) === undefined) return undefined;
  let sound = 0;
  let faulty = text.length + 1;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isCutOff(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return sound;
}

/** Whether a text is JSON as far as it goes. */
function isCutOff(text: string): boolean {
  const fault = faultOf(text);
  if (fault === undefined || /^Unexpected end|^Unterminated string/.test(fault)) return true;
  return Number(/ at position (\d+)/.exec(fault)?.[1] ?? -1) >= text.length;
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
