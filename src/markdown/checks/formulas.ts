/** A name, a number, a sign, or a raised or lowered part. */
const TOKEN =
  /\s+|(?<name>[A-Za-z])|(?<number>\d+(?:\.\d+)?)|(?<sign>[-+=<>/(),!|*])|(?<script>[\^_])(?:\{(?<group>[^{}^_\\]+)\}|(?<one>[A-Za-z]|\d))/gy;

/** Longest formula that is written anew, in UTF-16 units. */
const LONGEST = 60;

/** A plain formula of TeX in MathML; `undefined` for one that has commands in it. */
export function formulaOf(tex: string): string | undefined {
  const parts = tex.length > LONGEST ? undefined : partsOf(tex.trim());
  return parts === undefined || parts.length === 0 ? undefined : `<math>${parts.join("")}</math>`;
}

function partsOf(tex: string): string[] | undefined {
  const parts: string[] = [];
  let read = 0;
  for (const { 0: whole, groups = {} } of tex.matchAll(TOKEN)) {
    read += whole.length;
    const { name, number, sign, script, group, one } = groups;
    if (name !== undefined) parts.push(`<mi>${name}</mi>`);
    else if (number !== undefined) parts.push(`<mn>${number}</mn>`);
    else if (sign !== undefined)
      parts.push(`<mo>${sign.replace("<", "&lt;").replace(">", "&gt;")}</mo>`);
    else if (script !== undefined) {
      const base = parts.pop();
      const raised = partsOf(group ?? one ?? "");
      if (base === undefined || raised === undefined) return undefined;
      const tag = script === "^" ? "msup" : "msub";
      const whole = raised.length === 1 ? raised.join("") : `<mrow>${raised.join("")}</mrow>`;
      parts.push(`<${tag}>${base}${whole}</${tag}>`);
    }
  }
  return read === tex.length ? parts : undefined;
}
