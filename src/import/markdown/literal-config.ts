import { stripTypeScriptTypes } from "node:module";
import { parse } from "acorn";
import type { AnyNode, Expression, Program } from "acorn";
import { normalValue } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** What a configuration written as a program says in plain values. */
export interface LiteralConfig {
  values: Values;
  /** Calls of methods with a plain first argument, by the method's name. */
  calls: { method: string; argument: Value }[];
  /** Names of other exports, with their values. */
  exports: Values;
  /** What could not be read, each `line: why`. */
  unread: string[];
  /** Keys whose values are functions. */
  functions: string[];
}

/**
 * Reads a configuration that is a module of JavaScript or TypeScript. Nothing of it runs: plain values are read from its
 * syntax, names only where a constant of the same file says what they are.
 */
export function readLiteralConfig(source: string, isTypeScript: boolean): LiteralConfig {
  const config: LiteralConfig = { values: {}, calls: [], exports: {}, unread: [], functions: [] };
  let program: Program;
  try {
    const script = isTypeScript ? stripTypeScriptTypes(source) : source;
    program = parse(script, {
      ecmaVersion: "latest",
      sourceType: "module",
      allowHashBang: true,
      allowReturnOutsideFunction: true,
      locations: true,
    });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    config.unread.push(`1: it is no program that can be read (${why})`);
    return config;
  }
  const reader = new LiteralReader(program, config);
  for (const node of program.body) {
    if (node.type === "ExportDefaultDeclaration")
      config.values = reader.values(node.declaration as AnyNode);
    else if (node.type === "ExpressionStatement" && isModuleExports(node.expression))
      config.values = reader.values(node.expression.right);
    else if (node.type === "ExportNamedDeclaration") {
      if (node.declaration?.type !== "VariableDeclaration") continue;
      for (const { id, init } of node.declaration.declarations) {
        if (id.type !== "Identifier" || init === null || init === undefined) continue;
        const value = reader.value(init);
        if (value !== undefined) config.exports[id.name] = value;
      }
    }
  }
  config.calls = reader.calls(program);
  return config;
}

function isModuleExports(
  node: Expression,
): node is Extract<Expression, { type: "AssignmentExpression" }> {
  return (
    node.type === "AssignmentExpression" &&
    node.left.type === "MemberExpression" &&
    node.left.object.type === "Identifier" &&
    node.left.object.name === "module"
  );
}

class LiteralReader {
  readonly #constants = new Map<string, Expression>();
  readonly #unread: string[];
  readonly #functions: string[];
  #depth = 0;

  constructor(program: Program, { unread, functions }: LiteralConfig) {
    this.#unread = unread;
    this.#functions = functions;
    for (const statement of program.body) {
      const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (node?.type !== "VariableDeclaration") continue;
      for (const { id, init } of node.declarations)
        if (id.type === "Identifier" && init !== null && init !== undefined)
          this.#constants.set(id.name, init);
    }
  }

  /** The mapping that an expression, or what a function returns, is; empty where it is none. */
  values(node: AnyNode): Values {
    const value = this.value(node);
    return typeof value === "object" && !Array.isArray(value) ? value : {};
  }

  /** The plain value of an expression; undefined where it has none, which is noted. */
  value(node: AnyNode): Value | undefined {
    if (this.#depth > 50) return undefined;
    this.#depth += 1;
    const value = this.#read(node);
    this.#depth -= 1;
    return value;
  }

  #read(node: AnyNode): Value | undefined {
    switch (node.type) {
      case "Literal":
        return node.value instanceof RegExp ? undefined : normalValue(node.value);
      case "TemplateLiteral":
        if (node.expressions.length > 0) return this.#refuse(node, "a text with `${…}`");
        return node.quasis[0]?.value.cooked ?? "";
      case "ArrayExpression":
        return node.elements.flatMap((item) => {
          const value = item === null ? undefined : this.value(item);
          return value === undefined ? [] : [value];
        });
      case "ObjectExpression":
        return this.#object(node.properties);
      case "Identifier": {
        const known = this.#constants.get(node.name);
        return known === undefined
          ? this.#refuse(node, `\`${node.name}\`, which another module gives`)
          : this.value(known);
      }
      case "CallExpression": {
        // `defineConfig({…})` and the like give back what they are given.
        const [first] = node.arguments;
        if (first?.type === "ObjectExpression") return this.value(first);
        return this.#refuse(node, "a call of a function");
      }
      case "NewExpression": {
        const [first] = node.arguments;
        if (first?.type === "Literal") return normalValue(first.value);
        return this.#refuse(node, "a call of a function");
      }
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration": {
        if (node.body.type !== "BlockStatement") return this.value(node.body);
        const last = node.body.body.findLast((statement) => statement.type === "ReturnStatement");
        return last?.argument === null || last?.argument === undefined
          ? undefined
          : this.value(last.argument);
      }
      case "AwaitExpression":
        return this.value(node.argument);
      case "UnaryExpression":
        return node.operator === "-" && node.argument.type === "Literal"
          ? `-${node.argument.raw ?? ""}`
          : this.#refuse(node, "a calculation");
      default:
        return this.#refuse(node, "a calculation");
    }
  }

  #object(properties: Extract<AnyNode, { type: "ObjectExpression" }>["properties"]): Values {
    const values: Values = {};
    for (const property of properties) {
      if (property.type === "SpreadElement") {
        Object.assign(values, this.values(property.argument));
        continue;
      }
      const { key } = property;
      const name =
        key.type === "Identifier" && !property.computed
          ? key.name
          : key.type === "Literal"
            ? String(key.value)
            : undefined;
      if (name === undefined || name === "__proto__") continue;
      if (/Function/.test(property.value.type)) {
        this.#functions.push(name);
        continue;
      }
      const value = this.value(property.value);
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  #refuse(node: AnyNode, what: string): undefined {
    this.#unread.push(`${node.loc?.start.line ?? 1}: ${what}`);
    return undefined;
  }

  /** Calls of methods anywhere in the program, with a first argument that is plain. */
  calls(program: Program): LiteralConfig["calls"] {
    const found: LiteralConfig["calls"] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if (Array.isArray(node)) {
        for (const one of node) visit(one);
        return;
      }
      if (isCall(node) && node.callee.type === "MemberExpression") {
        const { property } = node.callee;
        const [first] = node.arguments;
        if (property.type === "Identifier" && first !== undefined && isPlain(first)) {
          const argument = this.value(first);
          if (argument !== undefined) found.push({ method: property.name, argument });
        }
      }
      for (const child of Object.values(node)) visit(child);
    };
    visit(program.body);
    return found;
  }
}

function isCall(node: object): node is Extract<AnyNode, { type: "CallExpression" }> {
  return "type" in node && node.type === "CallExpression";
}

function isPlain(node: AnyNode): boolean {
  return node.type === "Literal" || node.type === "ObjectExpression" || node.type === "Identifier";
}
