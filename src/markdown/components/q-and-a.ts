import type { Element, ElementContent } from "hast";
import { isTypable, lines, typed } from "../../checks/quoted.ts";
import { placeholder } from "../../domain/placeholder.ts";
import type { BodyTargets } from "../body.ts";
import { headingDepth } from "../transforms/headings.ts";
import { asBlocks, element, isBlank, textNode } from "../tree.ts";
import { locationOf } from "../node-location.ts";
import { fewLines } from "../written-lines.ts";
import { defineComponent } from "./component.ts";
import { isMarkedQuestion, turnIn } from "./turns-to-write.ts";
import type { ChildrenFault } from "./component.ts";

/** An interview, or any text that goes by questions and answers. */
export const qAndA = defineComponent({
  name: "QandA",
  description:
    "Questions and answers. A paragraph that is bold throughout is a question; what follows, up to the next question, is its answer. Questions become headings that can be linked to.",
  example: [
    '<QandA asks="The Daily Example" answers="The lock keeper">',
    "",
    "**How often do you close it?**",
    "",
    "When the river says so.",
    "",
    "**And at night?**",
    "",
    "Rivers do not sleep.",
    "",
    "</QandA>",
  ].join("\n"),
  attributes: {
    asks: {
      type: "string",
      description: "Who asks. Shown before each question.",
      maxLength: 80,
    },
    answers: {
      type: "string",
      description: "Who answers. Shown before each answer.",
      maxLength: 80,
    },
  },
  children: "blocks",
  alone: true,
  checkChildren,
  arrange({ children }, depth) {
    return asBlocks(children).map((child) => {
      const words = questionOf(child);
      return words === undefined ? child : { ...words, tagName: `h${depth}` };
    });
  },
  page({ values: { asks, answers }, children }, targets) {
    const label = (name: string): ElementContent[] => [
      element("span", { className: ["speaker"] }, [textNode(name)]),
      textNode(" "),
    ];
    return turns(children, {
      question: (heading) => [
        element(heading.tagName, { ...heading.properties, className: ["question"] }, [
          ...spoken(asks, targets, label),
          ...heading.children,
        ]),
      ],
      answerOf: spoken(answers, targets, label),
    });
  },
  feed({ values: { asks, answers }, children }, targets) {
    const label = (name: string): ElementContent[] => [textNode(`${name} `)];
    return turns(children, {
      question: ({ children: words }) => [
        element("p", {}, [element("strong", {}, [...spoken(asks, targets, label), ...words])]),
      ],
      answerOf: spoken(answers, targets, (name) => [
        element("strong", {}, [textNode(name)]),
        textNode(" "),
      ]),
    });
  },
});

/** The bold words of a paragraph that holds nothing else. */
function questionOf(node: ElementContent): Element | undefined {
  if (node.type !== "element" || node.tagName !== "p") return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  const isBold = only?.type === "element" && only.tagName === "strong" && others.length === 0;
  return isBold ? only : undefined;
}

function checkChildren(
  children: readonly ElementContent[],
  source: string,
): ChildrenFault | undefined {
  const blocks = asBlocks(children).filter((child) => !isBlank(child));
  const [first] = blocks;
  if (first !== undefined && questionOf(first) === undefined) {
    return {
      message: "<QandA> begins with something other than a question.",
      fix: questionFix(first, source),
      ...placed(first),
    };
  }
  const plain = blocks.find(
    (block) =>
      questionOf(block) === undefined && isMarkedQuestion(fewLines(block, source)?.[0] ?? ""),
  );
  if (plain !== undefined) {
    return {
      message: "A question in <QandA> is not bold, so it counts as part of the answer above it.",
      fix: questionFix(plain, source),
      ...placed(plain),
    };
  }
  const unanswered = blocks.find((block, at) => {
    const next = blocks[at + 1];
    return (
      questionOf(block) !== undefined && (next === undefined || questionOf(next) !== undefined)
    );
  });
  if (unanswered === undefined) return undefined;
  return {
    message:
      "A question in <QandA> has no answer: the next bold paragraph, or the end, follows it.",
    fix: unansweredFix(unanswered, source),
    ...placed(unanswered),
  };
}

/** What to write for a paragraph that is to be the first question. */
function questionFix(first: ElementContent, source: string): string {
  const written = fewLines(first, source);
  const { question, answer } = turnIn(written ?? []);
  if (question !== "" && answer !== undefined)
    return `Write the answer as a paragraph of its own:${lines(`**${question}**`, "", ...answer)}`;
  return question === "" || !isTypable(question)
    ? `Write the question as a paragraph of its own, in bold, as in ${typed(`**${placeholder("the question")}**`)}; move what comes before it above \`<QandA>\`.`
    : isMarkedQuestion(written?.[0] ?? "")
      ? `Write ${typed(`**${question}**`)}, and the answer as a paragraph of its own, without \`A:\`.`
      : `Write ${typed(`**${question}**`)} if it is a question; otherwise move it above \`<QandA>\`.`;
}

/** What to write for a question that nothing answers. */
function unansweredFix(question: ElementContent, source: string): string {
  const written = fewLines(question, source)?.join(" ").replaceAll("**", "").trim();
  return written === undefined || !isTypable(written)
    ? "Write the answer below it; if it is not a question, write it without bold."
    : `Write the answer below it; if it is not a question, write ${typed(written)}.`;
}

function placed(node: ElementContent): Pick<ChildrenFault, "location"> {
  return node.position === undefined ? {} : { location: locationOf(node) };
}

/** The name of a speaker as it stands before what is said. */
function spoken(
  name: string | undefined,
  { words }: BodyTargets,
  label: (name: string) => ElementContent[],
): ElementContent[] {
  const shown = name === undefined ? "" : words.blocks.speaker.replaceAll("{name}", name);
  return shown === "" ? [] : label(shown);
}

/** The blocks of an interview with the questions as asked for, and the speaker before the first of each answer. */
function turns(
  children: readonly ElementContent[],
  form: { question: (heading: Element) => ElementContent[]; answerOf: ElementContent[] },
): ElementContent[] {
  let isAnswered = true;
  return children.flatMap((child) => {
    if (child.type === "element" && headingDepth(child) !== undefined) {
      isAnswered = false;
      return form.question(child);
    }
    if (isAnswered || form.answerOf.length === 0) return [child];
    isAnswered = true;
    if (child.type !== "element" || child.tagName !== "p")
      return [element("p", {}, form.answerOf), child];
    return [{ ...child, children: [...form.answerOf, ...child.children] }];
  });
}
