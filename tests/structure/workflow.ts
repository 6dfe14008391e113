import { parse } from "yaml";
import { projectText } from "./project-files.ts";

/** A step of a workflow, as far as the tests look at it. */
export interface WorkflowStep {
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string; "cancel-in-progress": string };
  env?: Record<string, string>;
  jobs: Record<
    string,
    { steps: WorkflowStep[]; env?: Record<string, string>; permissions?: object }
  >;
}

/** The workflow that publishes. */
export function publishWorkflow(): Workflow {
  return parse(projectText(".github/workflows/publish.yml") ?? "") as Workflow;
}

/** All its steps, in order. */
export function stepsOf({ jobs }: Workflow): WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
