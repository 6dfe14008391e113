import { parse } from "acorn";
import type { Node } from "acorn";

/** How many bytes the code of a function may have: "10 KB", taken as 10 times 1,024. */
const LARGEST_FUNCTION = 10 * 1024;

/**
 * The global names of JavaScript runtime 2.0, without `require` and the modules `crypto`, `querystring` and `buffer`
 * that it gives: what the press writes needs none of them, and they are not emulated.
 * See https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html.
 */
export const GLOBALS: ReadonlySet<string> = new Set(
  `globalThis decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt atob btoa
   NaN Infinity undefined arguments console Object String Number Boolean Math Date RegExp JSON Array Float32Array
   Float64Array Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array ArrayBuffer
   Promise DataView Symbol TextDecoder TextEncoder Error EvalError RangeError ReferenceError SyntaxError TypeError
   URIError`.split(/\s+/),
);

/** The methods that the page above lists, of strings, arrays and objects: other ones of today's JavaScript are missing. */
export const METHODS = {
  String: `charAt concat indexOf lastIndexOf match replace search slice split substr substring toLowerCase trim
    toUpperCase codePointAt endsWith includes repeat startsWith padStart padEnd trimStart trimEnd replaceAll`,
  Array: `concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some
    sort splice unshift copyWithin fill find findIndex includes`,
  Object: `hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf`,
} as const;

const STATIC_METHODS = {
  String: "fromCharCode fromCodePoint",
  Array: "isArray of",
  Object: `create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyDescriptors
    getOwnPropertyNames getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions seal assign entries values`,
} as const;

/** The syntax of ECMAScript 5.1, and what the page above adds to it. Classes, for-of, spread and `?.` are not there. */
const SYNTAX: ReadonlySet<string> = new Set(
  `Program ExpressionStatement BlockStatement EmptyStatement ReturnStatement LabeledStatement BreakStatement
   ContinueStatement IfStatement SwitchStatement SwitchCase ThrowStatement TryStatement CatchClause WhileStatement
   DoWhileStatement ForStatement ForInStatement FunctionDeclaration VariableDeclaration VariableDeclarator
   ThisExpression ArrayExpression ObjectExpression Property FunctionExpression UnaryExpression UpdateExpression
   BinaryExpression AssignmentExpression LogicalExpression MemberExpression ConditionalExpression CallExpression
   NewExpression SequenceExpression Identifier Literal TemplateLiteral TemplateElement ArrowFunctionExpression
   RestElement AwaitExpression`.split(/\s+/),
);

/** Methods of strings, arrays and objects of the JavaScript that runs here, of which the runtime lists none. */
function missingMethods(): ReadonlySet<string> {
  const lists = [...Object.values(METHODS), ...Object.values(STATIC_METHODS)];
  // `from` is one of typed arrays, and `is` is listed in an odd place.
  const listed = new Set([...lists.flatMap((names) => names.split(/\s+/)), "from", "is"]);
  const here = [String, Array, Object].flatMap((type) => [
    ...Object.getOwnPropertyNames(type),
    ...Object.getOwnPropertyNames(type.prototype),
  ]);
  return new Set(here.filter((name) => !listed.has(name)));
}

/** What in the code of a function CloudFront's runtime would refuse: its size, its syntax, and what it calls. */
export function codeFaults(name: string, code: string): string[] {
  const found: string[] = [];
  const size = Buffer.byteLength(code);
  if (size > LARGEST_FUNCTION) {
    found.push(`${name}: ${size} bytes, of ${LARGEST_FUNCTION} at most`);
  }
  let program: Node;
  try {
    program = parse(code, { ecmaVersion: "latest", sourceType: "script", locations: true });
  } catch (error) {
    return [...found, `${name}: ${error instanceof Error ? error.message : String(error)}`];
  }
  const nodes = [...allNodes(program)];
  const declared = new Set(nodes.flatMap(({ node }) => declaredNames(node)));
  const missing = missingMethods();
  for (const { node, parent } of nodes) {
    const fault = (what: string): void =>
      void found.push(`${name}:${node.loc?.start.line ?? 0}: ${what}`);
    const what = syntaxFault(node, parent);
    if (what !== undefined) fault(what);
    const method = calledMethod(node);
    if (method !== undefined && missing.has(method)) fault(`the runtime has no ${method}()`);
    if (!isIdentifier(node) || isNameOnly(node, parent)) continue;
    if (!declared.has(node.name) && !GLOBALS.has(node.name)) {
      fault(`the runtime has no ${node.name}`);
    }
  }
  if (!declared.has("handler")) found.push(`${name}: no function handler`);
  return found;
}

interface Named extends Node {
  name: string;
}

function syntaxFault(node: Node, parent: Node | undefined): string | undefined {
  if (!SYNTAX.has(node.type)) return `the runtime does not list this syntax: ${node.type}`;
  if ("operator" in node && (node.operator === "??" || node.operator === "??=")) {
    return "the runtime does not list this syntax: ??";
  }
  if (
    node.type === "AssignmentExpression" &&
    /^(?:\|\||&&)=$/.test(String(Object(node).operator))
  ) {
    return "the runtime does not list this syntax: ||= and &&=";
  }
  if (node.type === "CallExpression" && Object(node).optional === true) return "no optional calls";
  if ("generator" in node && node.generator === true) return "the runtime lists no generators";
  // "async arguments and closures are not supported"; here, an answer has to be there at once.
  if ("async" in node && node.async === true) return "async functions are not emulated";
  if (node.type === "CatchClause" && Object(node).param === null) {
    return "the runtime does not list this syntax: catch without a name";
  }
  const isShort = node.type === "Property" && parent?.type === "ObjectExpression";
  if (isShort && (Object(node).shorthand === true || Object(node).method === true)) {
    return "the runtime does not list this syntax: shorthand properties";
  }
  return undefined;
}

function isIdentifier(node: Node): node is Named {
  return node.type === "Identifier";
}

/** The name of the method that a call calls. */
function calledMethod(node: Node): string | undefined {
  const { type, callee } = Object(node) as Record<string, unknown>;
  if (type !== "CallExpression" || !isNode(callee)) return undefined;
  const { computed, property } = Object(callee) as Record<string, unknown>;
  return computed === false && isNode(property) && isIdentifier(property)
    ? property.name
    : undefined;
}

/** Whether an identifier names a property or a label, and no variable. */
function isNameOnly(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return false;
  const { type, computed, property, key, label } = Object(parent) as Record<string, unknown>;
  if (type === "MemberExpression") return property === node && computed === false;
  if (type === "Property") return key === node && computed === false;
  return label === node;
}

function declaredNames(node: Node): string[] {
  const { type, id, params, param } = Object(node) as Record<string, unknown>;
  if (type === "VariableDeclarator") return identifiersOf(id);
  if (type === "CatchClause") return identifiersOf(param);
  if (typeof type === "string" && /Function/.test(type)) return identifiersOf([id, params]);
  return [];
}

function identifiersOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(identifiersOf);
  const { type, name, argument } = Object(value) as Record<string, unknown>;
  if (type === "RestElement") return identifiersOf(argument);
  return type === "Identifier" && typeof name === "string" ? [name] : [];
}

function* allNodes(node: Node, parent?: Node): Generator<{ node: Node; parent: Node | undefined }> {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) yield* allNodes(child, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
