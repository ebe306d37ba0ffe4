// .gitlab-ci.yml: held to GitLab's own schema, and its jobs run, by gitlab-ci-local.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { git, scratch, topic } from "./repository.js";

const here = dirname(fileURLToPath(import.meta.url));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// GitLab says where it has checked out; here it is where the clone is.
function gitlab(root, ...options) {
  const words = [...options, "--variable", `CI_PROJECT_DIR=${root}`];
  const program = join(here, "node_modules/.bin/gitlab-ci-local");
  const env = { PATH: process.env.PATH, HOME: scratch };
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, env, encoding: "utf8" });
  return { status, said: stdout + stderr, stdout };
}

const inRequest = (root) => [
  ...["--variable", "CI_PIPELINE_SOURCE=merge_request_event", "--unset-variable", "CI_COMMIT_BRANCH"],
  ...["--variable", `CI_MERGE_REQUEST_DIFF_BASE_SHA=${git(root, "merge-base", "origin/main", "HEAD")}`],
];
const onMain = ["--variable", "CI_COMMIT_BRANCH=main", "--variable", "CI_DEFAULT_BRANCH=main"];

function jobs(root, ...words) {
  const { status, stdout, said } = gitlab(root, "--list-csv", ...words);
  assert.equal(status, 0, said);
  return stdout.trim().split("\n").filter((line) => /;(review|publish);/.test(line)).map((line) => line.split(";")[0].replaceAll('"', ""));
}

describe("GitLab", () => {
  it("says what is wrong with a file, so that the tests below can fail", () => {
    const root = topic("gitlab-broken");
    const file = join(root, ".gitlab-ci.yml");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("expire_in: 3 days", "expire_in: [3]"));
    const { status, said } = gitlab(root, "--list");
    assert.notEqual(status, 0);
    assert.match(said, /expire_in/);
  });

  it("has its jobs for merge requests and for the default branch, and Pages only if asked for", () => {
    const root = topic("gitlab-jobs");
    assert.deepEqual(jobs(root, ...inRequest(root)), ["check", "public preview", "internal preview"]);
    assert.deepEqual(jobs(root, ...onMain), ["check everything"]);
    assert.deepEqual(jobs(root, ...onMain, "--variable", "PUBLISH_TO_PAGES=yes"), ["check everything", "pages"]);
  });
});

for (const [what, base] of [["the whole repository", ""], ["a folder of a repository", "docs/post mortems"]]) {
  describe(`A merge request, with the knowledge base as ${what}`, () => {
    const name = base ? "gitlab-folder" : "gitlab-whole";
    const runJob = (root, ...words) => gitlab(root, "--force-shell-executor", ...words);

    it("gets findings, what it makes public, and both sites", () => {
      const root = topic(name, { base });
      for (const job of ["check", "public preview", "internal preview"]) {
        const { status, said } = runJob(root, ...inRequest(root), job);
        assert.equal(status, 0, said);
      }
      const findings = JSON.parse(fs.readFileSync(join(root, "code-quality.json"), "utf8"));
      assert.ok(findings.length > 0);
      for (const { location } of findings) assert.equal(location.path, join(base, "incidents/2026/2026-02-03-search-is-slow.md"));
      assert.match(fs.readFileSync(join(root, "public-changes.md"), "utf8"), /Search is slow: an index was dropped/);
      for (const view of ["public", "internal"]) assert.ok(fs.existsSync(join(root, "sites", view, "index.html")));
    });

    it("fails with an error of its content, and keeps the findings", () => {
      const root = topic(`${name}-wrong`, { base, severity: "SVE3" });
      const { status, said } = runJob(root, ...inRequest(root), "check");
      assert.notEqual(status, 0);
      assert.match(said, /unknown severity 'SVE3'/);
      assert.match(fs.readFileSync(join(root, "code-quality.json"), "utf8"), /unknown severity/);
    });

    it("is published on Pages when merged: the public site alone", () => {
      const root = topic(`${name}-pages`, { base });
      const { status, said } = runJob(root, ...onMain, "--variable", "PUBLISH_TO_PAGES=yes", "pages");
      assert.equal(status, 0, said);
      assert.ok(fs.existsSync(join(root, "public/index.html")));
      assert.equal(fs.existsSync(join(root, base, "site/internal")), false);
    });
  });
}
