/** How people mark who speaks. */
const ASKED = /^(?:\*\*)?Q(?:uestion)?:(?:\*\*)?[ \t]*/i;
const ANSWERED = /^(?:\*\*)?A(?:nswer)?:(?:\*\*)?[ \t]*/i;

/** A paragraph as a question, without what marks it as bold, and the answer that stands in it, if there is one. */
interface WrittenTurn {
  question: string;
  /** Lines of the answer. */
  answer?: readonly string[];
}

/** Whether a paragraph is marked as a question by `Q:`. */
export function isMarkedQuestion(text: string): boolean {
  return ASKED.test(text);
}

/** What a paragraph asks that is not bold throughout, and what answers it there. */
export function turnIn(lines: readonly string[]): WrittenTurn {
  const [first = "", ...others] = lines;
  const start = first.replace(ASKED, "");
  const [whole = "", asked = ""] = /^\*\*([^*\n]+)\*\*/.exec(start) ?? [];
  const said = start.slice(whole.length).trimStart();
  if (asked !== "" && (said !== "" || others.length > 0))
    return turn([asked.replace(ASKED, "")], said === "" ? others : [said, ...others]);
  const at = others.findIndex((line) => ANSWERED.test(line));
  if (at >= 0) return turn([start, ...others.slice(0, at)], others.slice(at));
  const marked = start === first ? -1 : start.indexOf(" A: ");
  if (marked >= 0) return turn([start.slice(0, marked)], [start.slice(marked + 1), ...others]);
  if (others.length > 0 && /\?\**$/.test(start)) return turn([start], others);
  const end = start.indexOf("? ");
  const rest = end < 0 ? "" : start.slice(end + 2).trim();
  // Of several sentences that ask, none answers.
  const isAnswer = rest !== "" && ![rest, ...others].join(" ").includes("?");
  return isAnswer ? turn([start.slice(0, end + 1)], [rest, ...others]) : turn([start, ...others]);
}

function turn(question: readonly string[], answer: readonly string[] = []): WrittenTurn {
  const [first = "", ...others] = answer;
  const said = [first.replace(ANSWERED, ""), ...others].filter((line) => line !== "");
  return {
    question: question.join(" ").replaceAll("**", "").trim(),
    ...(said.length === 0 ? {} : { answer: said }),
  };
}
