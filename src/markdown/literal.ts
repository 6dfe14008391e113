import { parseExpressionAt, tokenizer } from "acorn";
import type { Expression, Property, SpreadElement } from "acorn";
import type { Literal } from "./body.ts";

/** What reading an expression gave: a value, or why there is none and how far into the source. */
export type LiteralResult =
  | { ok: true; value: Literal }
  | { ok: false; offset: number; reason: string };

class NotLiteral extends Error {
  readonly offset: number;
  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
  }
}

/**
 * Reads a JavaScript expression that is nothing but data: a string, a number, a boolean, an array or
 * an object of such, or a template without `${}`. The syntax is read, never evaluated, so names,
 * calls and operators have no meaning here. `offset` of a failure counts from the start of `source`.
 */
export function readLiteral(source: string): LiteralResult {
  try {
    const expression = parseExpressionAt(source, 0, { ecmaVersion: "latest" });
    const value = literalOf(expression);
    const rest = source.slice(expression.end);
    if (!isOnlyComments(rest)) {
      throw new NotLiteral(expression.end, "something follows the value");
    }
    return { ok: true, value };
  } catch (error) {
    if (error instanceof NotLiteral) {
      return { ok: false, offset: error.offset, reason: error.message };
    }
    const offset = error instanceof SyntaxError && "pos" in error ? Number(error.pos) : 0;
    return { ok: false, offset, reason: "this is not a value that can be read" };
  }
}

/** Whether an expression holds comments and white space only. */
export function isOnlyComments(source: string): boolean {
  try {
    return tokenizer(source, { ecmaVersion: "latest" }).getToken().type.label === "eof";
  } catch {
    return false;
  }
}

function literalOf(node: Expression): Literal {
  switch (node.type) {
    case "Literal":
      if (
        typeof node.value === "string" ||
        typeof node.value === "boolean" ||
        (typeof node.value === "number" && Number.isFinite(node.value))
      ) {
        return node.value;
      }
      throw new NotLiteral(node.start, `\`${node.raw ?? "null"}\` cannot be used as a value`);
    case "UnaryExpression":
      if (
        (node.operator === "-" || node.operator === "+") &&
        node.argument.type === "Literal" &&
        typeof node.argument.value === "number" &&
        Number.isFinite(node.argument.value)
      ) {
        // Data has no negative zero.
        return node.operator === "-" ? 0 - node.argument.value : node.argument.value;
      }
      throw new NotLiteral(node.start, "a calculation cannot be used as a value");
    case "TemplateLiteral": {
      const [only] = node.quasis;
      if (node.expressions.length > 0 || only === undefined) {
        throw new NotLiteral(node.start, "a text in backticks cannot contain `${…}`");
      }
      return only.value.cooked ?? only.value.raw;
    }
    case "ArrayExpression":
      return node.elements.map((item) => {
        if (item === null) throw new NotLiteral(node.start, "the list has a gap");
        if (item.type === "SpreadElement") throw spread(item);
        return literalOf(item);
      });
    case "ObjectExpression":
      return Object.fromEntries(node.properties.map((property) => entryOf(property)));
    case "Identifier":
      throw new NotLiteral(node.start, `\`${node.name}\` is a name, and names have no value here`);
    default:
      throw new NotLiteral(node.start, "a calculation cannot be used as a value");
  }
}

function entryOf(property: Property | SpreadElement): [string, Literal] {
  if (property.type === "SpreadElement") throw spread(property);
  const { key } = property;
  if (property.computed || property.method || property.kind !== "init") {
    throw new NotLiteral(property.start, "only plain `key: value` pairs can be used");
  }
  if (property.shorthand) {
    throw new NotLiteral(property.start, "a key needs its value written out");
  }
  const name =
    key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
  if (name === "" || name === "__proto__") {
    throw new NotLiteral(property.start, "this key cannot be used");
  }
  return [name, literalOf(property.value)];
}

function spread(node: SpreadElement): NotLiteral {
  return new NotLiteral(node.start, "`...` cannot be used");
}
