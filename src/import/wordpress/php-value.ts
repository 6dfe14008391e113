/** A value that PHP serialised; arrays and the fields of objects by their keys as text. */
export type PhpValue = string | number | boolean | null | { [key: string]: PhpValue };

/** Deepest nesting that is read. */
const DEEPEST = 50;

/**
 * The value of a text that PHP's `serialize` wrote; undefined where it is none, or is cut off. Lengths in it count bytes.
 * Builds plain data only: objects become their fields, references nothing.
 */
export function phpValue(text: string): PhpValue | undefined {
  const reader = new PhpReader(Buffer.from(text));
  try {
    return reader.value(0);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A part of an array; undefined where the value is none or has none. */
export function phpPart(value: PhpValue | undefined, key: string): PhpValue | undefined {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

class PhpReader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Throws RangeError. */
  value(depth: number): PhpValue {
    if (depth > DEEPEST) throw new RangeError("too deep");
    const type = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (type === "N") {
      this.expect("N;");
      return null;
    }
    this.expect(`${type}:`);
    switch (type) {
      case "b":
        return this.until(";") === "1";
      case "i":
      case "d":
        return Number(this.until(";"));
      case "s": {
        const text = this.string();
        this.expect(";");
        return text;
      }
      case "a":
        return this.fields(depth);
      case "O":
        this.string();
        this.expect(":");
        return this.fields(depth);
      case "r":
      case "R":
        this.until(";");
        return null;
      default:
        throw new RangeError("unknown type");
    }
  }

  private fields(depth: number): PhpValue {
    const count = this.length();
    this.expect("{");
    const fields: Record<string, PhpValue> = Object.create(null) as Record<string, PhpValue>;
    for (let done = 0; done < count; done += 1) {
      const key = this.value(DEEPEST);
      fields[String(key)] = this.value(depth + 1);
    }
    this.expect("}");
    return fields;
  }

  private string(): string {
    const length = this.length();
    this.expect('"');
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError("cut off");
    const text = this.bytes.toString("utf8", this.at, end);
    this.at = end;
    this.expect('"');
    return text;
  }

  private length(): number {
    const length = this.until(":");
    if (!/^\d{1,9}$/.test(length)) throw new RangeError("no length");
    return Number(length);
  }

  private until(sign: string): string {
    const end = this.bytes.indexOf(sign, this.at);
    if (end < 0 || end - this.at > 40) throw new RangeError("no end");
    const text = this.bytes.toString("latin1", this.at, end);
    this.at = end + 1;
    return text;
  }

  private expect(text: string): void {
    if (this.bytes.toString("latin1", this.at, this.at + text.length) !== text)
      throw new RangeError("not as expected");
    this.at += text.length;
  }
}
