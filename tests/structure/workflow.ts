import { parse } from "yaml";
import { PUBLISH_WORKFLOW } from "../../src/starter/publish-workflow.ts";
import { COMMENT_WORKFLOW, REVIEW_WORKFLOW } from "../../src/starter/review-workflows.ts";
import { projectText } from "./project-files.ts";

/** A step of a workflow, as far as the tests look at it. */
export interface WorkflowStep {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  env?: Record<string, string>;
  jobs: Record<string, WorkflowJob>;
}

export interface WorkflowJob {
  needs?: string;
  if?: string;
  concurrency?: { group: string; "cancel-in-progress"?: string };
  outputs?: Record<string, string>;
  steps: WorkflowStep[];
  env?: Record<string, string>;
  permissions?: object;
}

/** The workflow that publishes this repository. */
export function publishWorkflow(): Workflow {
  return parse(projectText(".github/workflows/publish.yml") ?? "") as Workflow;
}

/** The workflow of a new project. */
export function starterWorkflow(): Workflow {
  return parse(PUBLISH_WORKFLOW) as Workflow;
}

/** The workflow of a new project that reviews a change. */
export function reviewWorkflow(): Workflow {
  return parse(REVIEW_WORKFLOW) as Workflow;
}

/** The workflow of a new project that writes the review as a comment. */
export function commentWorkflow(): Workflow {
  return parse(COMMENT_WORKFLOW) as Workflow;
}

/** All its steps, in order. */
export function stepsOf({ jobs }: Workflow): WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
