import ts from "typescript";

/** What kinds of slips are seeded, each with what it does to the code. */
export const KINDS = {
  equality: "`===` becomes `!==`, or the other way round",
  boundary: "`<` becomes `<=`, `>` becomes `>=`, or the other way round",
  connective: "`&&` becomes `||`, or the other way round",
  negation: "`!x` becomes `x`",
  branches: "the branches of a ternary are swapped",
  guard: "an `if` that leaves early is deleted",
  key: "a property of an object literal is dropped",
  digest: "a part of what is hashed is dropped",
  escape: "the call of an escaping function is dropped",
  "off-by-one": "`+ 1` is dropped, or a cut is moved by one",
  await: "`await` is dropped",
  chain: "`filter`, `sort`, `trim` or the like is dropped from a chain",
  distinct: "duplicates are no longer removed",
  empty: "an empty list is returned",
  call: "a statement that is a call is deleted",
  default: "a default value is another one",
  pattern: "a regular expression loses an anchor or a flag",
} as const;

export type Kind = keyof typeof KINDS;

/** A replacement of a part of a file's text, from `start` up to `end`. */
export interface Edit {
  kind: Kind;
  start: number;
  end: number;
  replacement: string;
}

const EQUALITY: Record<string, string> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };
const BOUNDARY: Record<string, string> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const CONNECTIVE: Record<string, string> = { "&&": "||", "||": "&&" };

const CHAINED = new Set([
  "filter",
  "sort",
  "toSorted",
  "reverse",
  "toReversed",
  "trim",
  "trimStart",
  "trimEnd",
  "toLowerCase",
  "normalize",
]);
const CUTS = new Set(["slice", "subarray", "substring"]);
const ESCAPES = /^(?!un)\w*(?:escape|encode|saniti[sz]e|quote)(?![ds])/i;
const DIGESTS = /digest|fingerprint|hash/i;

/** What can be seeded at one node itself, not at those within it. */
export function editsAt(node: ts.Node): Edit[] {
  if (ts.isBinaryExpression(node)) return binaryEdits(node);
  if (ts.isPrefixUnaryExpression(node)) return negationEdits(node);
  if (ts.isConditionalExpression(node)) return branchEdits(node);
  if (ts.isAwaitExpression(node)) return awaitEdits(node);
  if (ts.isCallExpression(node)) return callEdits(node);
  if (ts.isObjectLiteralExpression(node)) return listEdits("key", node.properties);
  if (ts.isArrayLiteralExpression(node)) return arrayEdits(node);
  if (ts.isIfStatement(node)) return guardEdits(node);
  if (ts.isExpressionStatement(node)) return statementEdits(node);
  if (ts.isReturnStatement(node)) return emptyEdits(node.expression, enclosingFunction(node));
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return emptyEdits(node.body, node);
  if (ts.isParameter(node) || ts.isBindingElement(node)) return defaultEdits(node);
  if (ts.isRegularExpressionLiteral(node)) return patternEdits(node);
  return [];
}

function replaced(kind: Kind, node: ts.Node, replacement: string): Edit {
  return { kind, start: node.getStart(), end: node.end, replacement };
}

function binaryEdits(node: ts.BinaryExpression): Edit[] {
  const { left, right, operatorToken } = node;
  const operator = operatorToken.getText();
  const edits: Edit[] = [];
  const swap = (kind: Kind, table: Record<string, string>): void => {
    const other = table[operator];
    if (other !== undefined) edits.push(replaced(kind, operatorToken, other));
  };
  swap("equality", EQUALITY);
  if (!isOrdering(node)) swap("boundary", BOUNDARY);
  swap("connective", CONNECTIVE);
  if ((operator === "+" || operator === "-") && right.getText() === "1")
    edits.push({ kind: "off-by-one", start: left.end, end: right.end, replacement: "" });
  // The defaults of elements are often there for the types alone.
  if (operator === "??" && !ts.isElementAccessExpression(left))
    edits.push(...otherLiteral("default", right));
  return edits;
}

/** Whether a comparison orders a pair, as in `a < b ? -1 : 1`, where equal ones may go either way. */
function isOrdering(node: ts.BinaryExpression): boolean {
  const { parent } = node;
  const isNumber = (branch: ts.Node): boolean => /^-?\d+$/.test(branch.getText());
  return (
    ts.isConditionalExpression(parent) &&
    parent.condition === node &&
    isNumber(parent.whenTrue) &&
    (isNumber(parent.whenFalse) || ts.isConditionalExpression(parent.whenFalse))
  );
}

function negationEdits(node: ts.PrefixUnaryExpression): Edit[] {
  if (node.operator !== ts.SyntaxKind.ExclamationToken) return [];
  return [replaced("negation", node, node.operand.getText())];
}

function branchEdits(node: ts.ConditionalExpression): Edit[] {
  const { condition, whenTrue, whenFalse } = node;
  // Those are flipped by another kind, to the same effect.
  const isFlipped =
    ts.isPrefixUnaryExpression(condition) ||
    (ts.isBinaryExpression(condition) && condition.operatorToken.getText() in EQUALITY);
  if (isFlipped) return [];
  const between = node.getSourceFile().text.slice(whenTrue.end, whenFalse.getStart());
  const replacement = whenFalse.getText() + between + whenTrue.getText();
  return [{ kind: "branches", start: whenTrue.getStart(), end: whenFalse.end, replacement }];
}

function awaitEdits(node: ts.AwaitExpression): Edit[] {
  let outer: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  const isReturned = ts.isReturnStatement(outer) || ts.isArrowFunction(outer);
  // What is returned is awaited by the caller; only a `try` around it makes a difference.
  if (isReturned && !isInTry(node)) return [];
  const { expression } = node;
  return [{ kind: "await", start: node.getStart(), end: expression.getStart(), replacement: "" }];
}

function isInTry(node: ts.Node): boolean {
  for (let at = node; !ts.isFunctionLike(at) && !ts.isSourceFile(at); at = at.parent)
    if (ts.isTryStatement(at.parent)) return true;
  return false;
}

function callEdits(node: ts.CallExpression): Edit[] {
  const {
    expression,
    arguments: [argument],
  } = node;
  const edits: Edit[] = [];
  if (ts.isIdentifier(expression) && ESCAPES.test(expression.text) && argument !== undefined)
    edits.push(replaced("escape", node, argument.getText()));
  if (!ts.isPropertyAccessExpression(expression)) return edits;
  const name = expression.name.text;
  const isDropped = !ts.isExpressionStatement(node.parent);
  const drop = (kind: Kind): void => {
    edits.push({ kind, start: expression.expression.end, end: node.end, replacement: "" });
  };
  if (CHAINED.has(name) && isDropped) drop("chain");
  if (name === "map" && argument !== undefined && ts.isIdentifier(argument))
    if (ESCAPES.test(argument.text)) drop("escape");
  // How much of a hash is enough is no matter of one character.
  if (CUTS.has(name) && !DIGESTS.test(expression.expression.getText()))
    edits.push(...cutEdits(node));
  return edits;
}

function cutEdits(node: ts.CallExpression): Edit[] {
  const last = node.arguments.at(-1);
  if (last === undefined || node.arguments.length > 2) return [];
  const text = last.getText();
  const number = /^-?\d+$/.test(text) ? Number(text) : undefined;
  if (number !== undefined)
    return [replaced("off-by-one", last, String(number < 0 ? number - 1 : number + 1))];
  // `+ 1` there is another place.
  if (/[+-] 1$/.test(text)) return [];
  const isSimple =
    ts.isIdentifier(last) || ts.isCallExpression(last) || ts.isPropertyAccessExpression(last);
  const whole = isSimple || ts.isBinaryExpression(last) ? text : `(${text})`;
  return [replaced("off-by-one", last, `${whole} ${node.arguments.length === 2 ? "-" : "+"} 1`)];
}

function arrayEdits(node: ts.ArrayLiteralExpression): Edit[] {
  const [only, ...others] = node.elements;
  if (only !== undefined && others.length === 0 && ts.isSpreadElement(only)) {
    const { expression } = only;
    const isSet = ts.isNewExpression(expression) && expression.expression.getText() === "Set";
    const items = isSet ? expression.arguments?.[0] : undefined;
    if (items !== undefined) return [replaced("distinct", expression, items.getText())];
  }
  return others.length > 0 && isDigested(node) ? listEdits("digest", node.elements) : [];
}

/** Whether a list is an argument of a hash function, at most within a call that makes it a text. */
function isDigested(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression === node) return false;
  const name = call.expression.getText();
  return DIGESTS.test(name) || (name === "JSON.stringify" && isDigested(call));
}

/** Drops each element of a list, with the comma that belongs to it. */
function listEdits(kind: Kind, list: ts.NodeArray<ts.Node>): Edit[] {
  return list.map((one, at) => {
    const [before, next] = [list[at - 1], list[at + 1]];
    if (next !== undefined)
      return { kind, start: one.getStart(), end: next.getStart(), replacement: "" };
    if (before !== undefined) return { kind, start: before.end, end: one.end, replacement: "" };
    return { kind, start: one.getStart(), end: list.end, replacement: "" };
  });
}

function guardEdits(node: ts.IfStatement): Edit[] {
  const { thenStatement: then, elseStatement } = node;
  const leave = ts.isBlock(then) && then.statements.length === 1 ? then.statements[0] : then;
  if (elseStatement !== undefined || leave === undefined) return [];
  const isGuard =
    (ts.isThrowStatement(leave) && !isAssertion(leave)) ||
    (ts.isReturnStatement(leave) && !isCached(node, leave)) ||
    ts.isContinueStatement(leave) ||
    ts.isBreakStatement(leave);
  return isGuard ? [deleted("guard", node)] : [];
}

/** Whether a plain `Error` is thrown. It is for what cannot happen, so no test can miss it. */
function isAssertion(node: ts.ThrowStatement): boolean {
  return ts.isNewExpression(node.expression) && node.expression.expression.getText() === "Error";
}

/** Whether a map's entry is returned if there is one. Without that the result is the same, and takes longer. */
function isCached(guard: ts.IfStatement, { expression }: ts.ReturnStatement): boolean {
  if (expression === undefined || !ts.isIdentifier(expression)) return false;
  const name = expression.text;
  return (
    guard.expression.getText() === `${name} !== undefined` &&
    new RegExp(`\\b${name} = [^;]*\\.get\\(`).test(guard.parent.getText())
  );
}

function statementEdits(node: ts.ExpressionStatement): Edit[] {
  let call: ts.Expression = node.expression;
  while (ts.isAwaitExpression(call) || ts.isVoidExpression(call)) call = call.expression;
  if (!ts.isCallExpression(call)) return [];
  const name = call.expression.getText();
  return name === "super" || name.startsWith("console.") ? [] : [deleted("call", node)];
}

/** Deletes a statement, or replaces it by an empty block where a statement is required. */
function deleted(kind: Kind, node: ts.Statement): Edit {
  const { parent } = node;
  const isOneOfMany =
    ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
  return replaced(kind, node, isOneOfMany ? "" : "{}");
}

function enclosingFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  return ts.findAncestor(node, ts.isFunctionLike);
}

function emptyEdits(
  returned: ts.Expression | undefined,
  from: ts.SignatureDeclaration | undefined,
): Edit[] {
  if (returned === undefined || from?.type === undefined || !isListType(from.type)) return [];
  const text = returned.getText();
  return text === "[]" ? [] : [replaced("empty", returned, "[]")];
}

function isListType(type: ts.TypeNode): boolean {
  if (ts.isTypeOperatorNode(type)) return isListType(type.type);
  return ts.isArrayTypeNode(type);
}

function defaultEdits(node: ts.ParameterDeclaration | ts.BindingElement): Edit[] {
  const isElement = ts.isBindingElement(node) && ts.isArrayBindingPattern(node.parent);
  return node.initializer === undefined || isElement
    ? []
    : otherLiteral("default", node.initializer);
}

/** Another value in place of a literal; none in place of what is empty already, or no literal. */
function otherLiteral(kind: Kind, node: ts.Expression): Edit[] {
  if (ts.isNumericLiteral(node)) {
    const other = /^\d+$/.test(node.getText()) ? Number(node.text) + 1 : 0;
    return [replaced(kind, node, String(other))];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced(kind, node, "false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replaced(kind, node, "true")];
  if (ts.isStringLiteral(node) && node.text !== "") return [replaced(kind, node, '""')];
  return [];
}

function patternEdits(node: ts.RegularExpressionLiteral): Edit[] {
  const [, body = "", flags = ""] = /^\/(.*)\/(\w*)$/s.exec(node.getText()) ?? [];
  const changed = (newBody: string, newFlags: string): Edit =>
    replaced("pattern", node, `/${newBody}/${newFlags}`);
  const edits: Edit[] = [];
  if (body.length > 1 && body.startsWith("^") && !flags.includes("y"))
    edits.push(changed(body.slice(1), flags));
  // After `.*` the end is reached in any case.
  if (/[^\\]\$$/.test(body) && !body.endsWith(".*$")) edits.push(changed(body.slice(0, -1), flags));
  if (flags.includes("i") && /[a-z]/i.test(body)) edits.push(changed(body, flags.replace("i", "")));
  if (flags.includes("g") && isReplaced(node)) edits.push(changed(body, flags.replace("g", "")));
  return edits;
}

function isReplaced(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
    return false;
  return parent.expression.name.text === "replace" && parent.arguments[0] === node;
}
