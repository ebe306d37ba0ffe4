// A repository with a knowledge base that `debrief init` of the package made, and a branch with a post-mortem on it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const archive = process.env.DEBRIEF_PACKAGE;
assert.ok(archive, "DEBRIEF_PACKAGE names no package; './run check-ci' makes one");

export const scratch = fs.mkdtempSync(join(tmpdir(), "debrief-ci-"));
execFileSync("tar", ["-xzf", archive, "-C", scratch]);
export const program = join(scratch, basename(archive, ".tar.gz"), "debrief");
const sum = createHash("sha256").update(fs.readFileSync(archive)).digest("hex");

export function git(folder, ...words) {
  const who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...who, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

const incident = (severity) => `---
id: PM-2026-002
title: "Search is slow: an index was dropped"
status: published
visibility: public
severity: ${severity}
services: [website]
causes: [change-management/migration]
started: 2026-02-03T09:00:00Z
resolved: 2026-02-03T10:00:00Z
summary: Searches took ten seconds until the index was built again.
---

## Root cause

Jonas should have been more careful.
`;

// A clone that has checked out the branch `topic` of a repository, which holds the knowledge base in `base`.
export function topic(name, { base = "", severity = "SEV3", named = { url: `file://${archive}`, sum } } = {}) {
  const origin = join(scratch, `${name}-origin`);
  fs.mkdirSync(origin);
  git(origin, "init", "--quiet", "--initial-branch=main");
  const folder = join(origin, base);
  execFileSync(program, ["init", folder]);
  if (base) {
    // As init says: these are looked for in the folder of the repository.
    for (const file of [".github", ".gitlab", ".gitlab-ci.yml", "CODEOWNERS", ".pre-commit-config.yaml"]) {
      fs.renameSync(join(folder, file), join(origin, file));
    }
  }
  const release = fs
    .readFileSync(join(folder, ".ci/release"), "utf8")
    .replace('DEBRIEF_ARCHIVE_URL=""', `DEBRIEF_ARCHIVE_URL="${named.url}"`)
    .replace('DEBRIEF_ARCHIVE_SHA256=""', `DEBRIEF_ARCHIVE_SHA256="${named.sum}"`);
  fs.writeFileSync(join(folder, ".ci/release"), release);
  git(origin, "add", "--all");
  git(origin, "commit", "--quiet", "-m", "A knowledge base");
  git(origin, "switch", "--quiet", "--create", "topic");
  fs.writeFileSync(join(folder, "incidents/2026/2026-02-03-search-is-slow.md"), incident(severity));
  git(origin, "add", "--all");
  git(origin, "commit", "--quiet", "-m", "Search was slow");
  const clone = join(scratch, name);
  execFileSync("git", ["clone", "--quiet", "--branch", "topic", origin, clone]);
  return clone;
}
