// Workflows as GitHub reads them, and their commands as GitHub runs them.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { parse } from "yaml";

// What GitHub's parser has against it; empty for one that it accepts.
export async function faults(file) {
  const content = fs.readFileSync(file, "utf8");
  const { context, value } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  const found = context.errors.getErrors().map(String);
  if (found.length) return found;
  const template = await convertWorkflowTemplate(context, value);
  return (template.errors ?? []).map((error) => error.Message ?? String(error));
}

export const read = (file) => parse(fs.readFileSync(file, "utf8"));

// The commands of a job in their order, each as `bash -e` in its folder. Stops where GitHub would: at the first that fails,
// but for steps that say `!cancelled()`. What actions do is left out.
export function run(workflow, name, { root, env }) {
  const job = workflow.jobs[name];
  const constants = { ...workflow.env, ...job.env };
  const filled = (text) => String(text).replace(/\$\{\{ env\.(\w+) \}\}/g, (_, key) => constants[key]);
  const folder = join(root, filled(job.defaults?.run?.["working-directory"] ?? "."));
  const steps = [];
  let failed = false;
  for (const step of job.steps.filter((one) => one.run)) {
    if (failed && !String(step.if ?? "").includes("!cancelled()")) continue;
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", step.run], { cwd: folder, env: { ...constants, ...env }, encoding: "utf8" });
    failed ||= status !== 0;
    steps.push({ name: step.name, status, stdout, stderr });
  }
  return { steps, failed, folder };
}
