/** A block of the editor. What is in it: HTML, and blocks. */
export interface Block {
  /** With its namespace, `core/paragraph`. */
  name: string;
  attributes: Record<string, unknown>;
  parts: (string | Block)[];
}

/** What a body consists of: HTML between blocks, and blocks; with what was wrong, a sentence each. */
export interface ParsedBlocks {
  parts: (string | Block)[];
  faults: string[];
}

/** Deepest nesting; blocks that are deeper are taken for part of what they are in. */
const DEEPEST = 100;
/** Longest attributes in which the end of a comment may stand. */
const LONGEST_JSON = 100_000;
/** How often attributes are looked through that are not JSON up to the first `-->`. */
const MOST_SEARCHES = 50;

/** Blocks in which comments of blocks are text. */
const LITERAL = new Set(["core/code", "core/preformatted"]);

/** Whether a body was written with the block editor. */
export function hasBlocks(body: string): boolean {
  return /<!--\s{1,9}wp:[a-z]/.test(body);
}

/** Takes a body apart into blocks. Comments that are none, or have no partner, are left out with a note. */
export function parseBlocks(body: string): ParsedBlocks {
  const faults: string[] = [];
  const root: Block = { name: "", attributes: {}, parts: [] };
  const open: Block[] = [root];
  const top = (): Block => open.at(-1) ?? root;
  let from = 0;
  /** Blocks that are open but deeper than is kept, or text of a code block. */
  let ignored: string[] = [];
  const reader = new CommentReader(body, faults);
  for (const comment of reader.comments()) {
    const { name, isEnd, isAlone, attributes } = comment;
    const literal = LITERAL.has(top().name);
    if (literal && (name !== top().name || !isEnd || ignored.length > 0)) {
      if (name === top().name && !isAlone) ignored = isEnd ? ignored.slice(1) : [...ignored, name];
      continue;
    }
    const before = body.slice(from, comment.start);
    if (before !== "") top().parts.push(before);
    from = comment.end;
    if (isEnd && ignored.at(-1) === name) {
      ignored.pop();
      continue;
    }
    if (isEnd) {
      const at = open.findLastIndex((block) => block.name === name);
      if (at < 1) faults.push(`\`${comment.written}\` closes a block that is not open`);
      else {
        giveUp(open, at + 1, faults);
        open.pop();
        ignored = [];
      }
      continue;
    }
    const block: Block = { name, attributes, parts: [] };
    if (!isAlone && open.length > DEEPEST) {
      ignored.push(name);
      continue;
    }
    top().parts.push(block);
    if (!isAlone) open.push(block);
  }
  const rest = body.slice(from);
  if (rest !== "") top().parts.push(rest);
  giveUp(open, 1, faults);
  return { parts: root.parts, faults };
}

/** Takes blocks for closed at once that never are: what is behind their beginning belongs to the block around them. */
function giveUp(open: Block[], from: number, faults: string[]): void {
  while (open.length > from) {
    const block = open.pop();
    const around = open.at(-1);
    if (block === undefined || around === undefined) return;
    faults.push(`A block is never closed: \`${block.name}\``);
    for (const part of block.parts) around.parts.push(part);
    block.parts = [];
  }
}

interface BlockComment {
  name: string;
  isEnd: boolean;
  isAlone: boolean;
  attributes: Record<string, unknown>;
  start: number;
  end: number;
  /** The comment, shortened. */
  written: string;
}

const START = /<!--\s{1,9}(\/?)wp:((?:[a-z][\w-]{0,60}\/)?[a-z][\w-]{0,80})(?=[\s/]|-->)/y;

class CommentReader {
  private readonly body: string;
  private readonly faults: string[];
  private searches = 0;

  constructor(body: string, faults: string[]) {
    this.body = body;
    this.faults = faults;
  }

  *comments(): Generator<BlockComment> {
    const { body } = this;
    const last = body.lastIndexOf("-->");
    for (let at = body.indexOf("<!--"); at >= 0;) {
      if (at > last) {
        this.faults.push("A comment in the text has no end");
        return;
      }
      START.lastIndex = at;
      const match = START.exec(body);
      const comment = match === null ? undefined : this.comment(at, match);
      if (comment !== undefined) yield comment;
      at = body.indexOf("<!--", comment?.end ?? at + 4);
    }
  }

  private comment(start: number, match: RegExpExecArray): BlockComment | undefined {
    const { body } = this;
    const [head, slash = "", short = ""] = match;
    const name = short.includes("/") ? short : `core/${short}`;
    const from = start + head.length;
    const first = body.indexOf("-->", from);
    if (first < 0) return undefined;
    const of = (end: number): BlockComment | undefined => {
      const inside = body.slice(from, end - 3).trim();
      const isAlone = inside.endsWith("/");
      const json = (isAlone ? inside.slice(0, -1) : inside).trim();
      const attributes = json === "" ? {} : objectOf(json);
      const written = `${head.slice(0, 60)} -->`;
      return attributes && { name, isEnd: slash !== "", isAlone, attributes, start, end, written };
    };
    const plain = of(first + 3);
    if (plain !== undefined) return plain;
    if (this.searches < MOST_SEARCHES) {
      this.searches += 1;
      const end = jsonEnd(body, body.indexOf("{", from));
      const close = end < 0 ? -1 : body.indexOf("-->", end);
      const longer = close < 0 ? undefined : of(close + 3);
      if (longer !== undefined) return longer;
    }
    this.faults.push(`The attributes of a block cannot be read: \`${head}\``);
    const isAlone = body.slice(from, first).trimEnd().endsWith("/");
    const written = `${head.slice(0, 60)} -->`;
    return { name, isEnd: slash !== "", isAlone, attributes: {}, start, end: first + 3, written };
  }
}

function objectOf(json: string): Record<string, unknown> | undefined {
  if (!json.startsWith("{")) return undefined;
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Where an object of JSON ends that begins at `start`; -1 where it does not. */
function jsonEnd(text: string, start: number): number {
  if (start < 0) return -1;
  let depth = 0;
  let inString = false;
  const limit = Math.min(text.length, start + LONGEST_JSON);
  for (let at = start; at < limit; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{") depth += 1;
    else if (sign === "}" && --depth === 0) return at + 1;
  }
  return -1;
}
