import ts from "typescript";
import { codeOf, parseSource } from "../structure/source-imports.ts";
import { editsAt } from "./edits.ts";
import type { Edit } from "./edits.ts";

/** A place where a defect can be seeded, and what it would be. */
export interface Candidate extends Edit {
  /** `path#function:kind:ordinal`, the ordinal counted within the function: the same when lines move. */
  identity: string;
  /** From the root of the project, `/`-separated. */
  file: string;
  /** 1-based. */
  line: number;
  /** The lines that the defect touches, whole. */
  before: string;
  /** The same lines with the defect. */
  after: string;
}

/** Whether a file of the project is one that defects are seeded into: code of the product, not of its tests. */
export function isSeeded(file: string): boolean {
  if (!/^src\/.*\.(?:ts|astro)$/.test(file)) return false;
  return !/\.test\.ts$|\.d\.ts$|\/test-[^/]*$/.test(file);
}

/** Every defect that can be seeded into a file, in the order of the text. */
export function candidatesIn(file: string, text: string): Candidate[] {
  const source = parseSource(file, text);
  const counts = new Map<string, number>();
  const found: Candidate[] = [];
  const visit = (node: ts.Node): void => {
    if (isLeftOut(node)) return;
    for (const edit of editsAt(node)) {
      const within = `${file}#${functionName(node)}:${edit.kind}`;
      const ordinal = counts.get(within) ?? 0;
      counts.set(within, ordinal + 1);
      const line = source.getLineAndCharacterOfPosition(edit.start).line + 1;
      found.push({ ...edit, identity: `${within}:${ordinal}`, file, line, ...linesOf(text, edit) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a file with a defect in it. */
export function withDefect(text: string, { start, end, replacement }: Edit): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Whether the code of a file can be parsed. */
export function parses(file: string, text: string): boolean {
  // A component may return from its front matter.
  const code = file.endsWith(".astro")
    ? `async function component() {${codeOf(file, text).replaceAll(/^(import .*|export .*)$/gm, "")}}`
    : text;
  const { diagnostics } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext },
  });
  return (diagnostics ?? []).length === 0;
}

/** Types are checked and gone; what is imported is no slip; the text of an error is for people. */
function isLeftOut(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node)
  );
}

/** The names of what a node is in, outermost first: functions, classes and methods, or a constant of the module. */
function functionName(node: ts.Node): string {
  const names: string[] = [];
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const name = nameOf(at);
    if (name !== undefined) names.unshift(name);
  }
  return names.length === 0 ? "module" : names.join(".");
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isClassLike(node))
    return node.name?.getText();
  if (ts.isAccessor(node)) return node.name.getText();
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) {
    const { initializer, name } = node;
    const isOfModule = ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
    const isNamed = ts.isIdentifier(name) && (isOfModule || isFunction(initializer));
    return isNamed ? name.text : undefined;
  }
  return undefined;
}

function isFunction(node: ts.Node | undefined): boolean {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

function linesOf(text: string, edit: Edit): { before: string; after: string } {
  const from = text.lastIndexOf("\n", edit.start - 1) + 1;
  const next = text.indexOf("\n", edit.end);
  const to = next < 0 ? text.length : next;
  const before = text.slice(from, to);
  const after = withDefect(before, { ...edit, start: edit.start - from, end: edit.end - from });
  return { before, after };
}
