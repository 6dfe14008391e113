/** What stands between backticks is to be typed; what holds some itself stands between two. */
const TYPED = /(``.+?``|`[^`]+`)/;

/** The parts of the message of a problem: those to be typed, without what marks them, and the others. */
export function messageParts(message: string): { text: string; isTyped: boolean }[] {
  return message.split(TYPED).map((part, at) => {
    if (at % 2 === 0) return { text: part, isTyped: false };
    const text = part.startsWith("``") ? part.slice(2, -2).trim() : part.slice(1, -1);
    return { text, isTyped: true };
  });
}
