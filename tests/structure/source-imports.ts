import ts from "typescript";

/** One import of a module, as written. */
export interface SourceImport {
  /** What is imported, as written: `../domain/article.ts`, `node:fs`. */
  from: string;
  /** 1-based. */
  line: number;
  /** Whether it is gone after compilation: `import type`, `export type … from`, `typeof import()`. */
  typeOnly: boolean;
  /** Whether it is made when the code gets there: `await import()`. */
  dynamic: boolean;
}

/** What the structure rules want to know of one source file. */
export interface SourceShape {
  imports: SourceImport[];
  /** Lines of default exports, 1-based. */
  defaultExports: number[];
}

/**
 * Reads the static and dynamic imports, re-exports and default exports of a module, or of the
 * front matter and the scripts of an Astro component. A dynamic import of anything but a plain
 * string is not seen.
 */
export function readShape(file: string, text: string): SourceShape {
  const source = parseSource(file, text);
  const shape: SourceShape = { imports: [], defaultExports: [] };
  const lineOf = (node: ts.Node): number =>
    source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found !== undefined) shape.imports.push({ ...found, line: lineOf(node) });
    if (isDefaultExport(node)) shape.defaultExports.push(lineOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return shape;
}

/** Parses a module, or the front matter and the scripts of an Astro component; positions are those of the file. */
export function parseSource(file: string, text: string): ts.SourceFile {
  const code = codeOf(file, text);
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** The code of a file: a module as it is, a component with everything else blanked out. */
export function codeOf(file: string, text: string): string {
  return file.endsWith(".astro") ? scriptParts(text) : text;
}

/** An Astro component with everything but its code blanked out, so that lines stay true. */
function scriptParts(text: string): string {
  const frontMatter = /^(\s*---\r?\n)([\s\S]*?)\r?\n---/.exec(text);
  const kept: [number, number][] = [];
  let rest = 0;
  if (frontMatter !== null) {
    const start = (frontMatter[1] ?? "").length;
    kept.push([start, start + (frontMatter[2] ?? "").length]);
    rest = frontMatter[0].length;
  }
  const scripts = /(<script\b(?![^>]*\btype=["']application\/)[^>]*>)([\s\S]*?)<\/script>/g;
  scripts.lastIndex = rest;
  for (let script = scripts.exec(text); script !== null; script = scripts.exec(text)) {
    const start = script.index + (script[1] ?? "").length;
    kept.push([start, start + (script[2] ?? "").length]);
  }
  let code = "";
  let from = 0;
  for (const [start, end] of kept) {
    // The semicolon ends whatever statement the part before left open.
    code += blank(text.slice(from, start)).replace(/.$/, ";") + text.slice(start, end);
    from = end;
  }
  return code + blank(text.slice(from));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function importIn(node: ts.Node): Omit<SourceImport, "line"> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return {
      from: node.moduleSpecifier.text,
      typeOnly: isTypeOnly(node.importClause),
      dynamic: false,
    };
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier !== undefined &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return { from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, dynamic: false };
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return { from: node.argument.literal.text, typeOnly: true, dynamic: false };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument !== undefined && ts.isStringLiteralLike(argument)) {
      return { from: argument.text, typeOnly: false, dynamic: true };
    }
  }
  return undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}
