// .github/workflows/: GitHub's own parser accepts them, nobody gets more rights than needed, and the commands do what they say.
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { git, scratch, topic } from "./repository.js";
import { faults, read, run } from "./workflow.js";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

const written = join(topic("written"), ".github/workflows/postmortems.yml");
const own = fs.readdirSync(join(project, ".github/workflows")).map((name) => join(project, ".github/workflows", name));

describe("GitHub's parser", () => {
  it("sees what is wrong with a workflow, so that the tests below can fail", async () => {
    const text = fs.readFileSync(written, "utf8");
    const broken = join(scratch, "broken.yml");
    fs.writeFileSync(broken, text.replace("runs-on:", "run-on:"));
    assert.match((await faults(broken)).join(), /Unexpected value 'run-on'/);
    fs.writeFileSync(broken, text.replace("env.KNOWLEDGE_BASE }}", "secrets.KNOWLEDGE_BASE }}"));
    assert.match((await faults(broken)).join(), /Unrecognized named-value: 'secrets'/);
  });

  for (const file of [written, ...own]) {
    it(`accepts ${file.startsWith(scratch) ? "the workflow that init writes" : file.slice(project.length + 1)}`, async () => {
      assert.deepEqual(await faults(file), []);
    });
  }
});

for (const file of [written, ...own]) {
  describe(`The rights of ${file.startsWith(scratch) ? "the workflow that init writes" : file.slice(project.length + 1)}`, () => {
    const text = fs.readFileSync(file, "utf8");
    const workflow = read(file);
    const jobs = Object.entries(workflow.jobs);

    it("are to read, unless a job says more", () => assert.deepEqual(workflow.permissions, { contents: "read" }));

    it("are never those of the target of a pull request from a fork, and there are no secrets", () => {
      assert.equal("pull_request_target" in workflow.on, false);
      assert.equal("workflow_run" in workflow.on, false);
      assert.doesNotMatch(text, /\bsecrets\b\.|\$\{\{\s*secrets/);
    });

    it("to write belong to jobs that run nothing of the repository", () => {
      for (const [name, job] of jobs) {
        const writes = Object.values(job.permissions ?? {}).includes("write");
        const checksOut = job.steps.some((step) => step.uses?.startsWith("actions/checkout@"));
        assert.ok(!(writes && checksOut), `${name} may write, and runs what was checked out`);
      }
    });

    it("are not left lying about: no token in the clone, actions pinned to a commit", () => {
      for (const step of jobs.flatMap(([, job]) => job.steps)) {
        if (step.uses) assert.match(step.uses, /@[0-9a-f]{40}$/, step.uses);
        if (step.uses?.startsWith("actions/checkout@")) assert.equal(step.with["persist-credentials"], false);
      }
    });

    it("are no way in: what people write is no part of a command", () => {
      for (const step of jobs.flatMap(([, job]) => job.steps)) assert.doesNotMatch(step.run ?? "", /\$\{\{/);
    });
  });
}

for (const [what, base] of [["the whole repository", ""], ["a folder of a repository", "docs/post mortems"]]) {
  describe(`A pull request, with the knowledge base as ${what}`, () => {
    const name = base ? "folder" : "whole";
    const environment = (root) => ({
      PATH: "/usr/bin:/bin",
      HOME: root,
      GITHUB_ACTIONS: "true",
      GITHUB_BASE_REF: "main",
      RUNNER_TEMP: fs.mkdtempSync(join(scratch, "runner-")),
      GITHUB_STEP_SUMMARY: join(scratch, `${name}-summary`),
      GITHUB_OUTPUT: join(scratch, `${name}-output`),
    });

    it("gets findings at its lines, what it makes public, and both sites", () => {
      const root = topic(name, { base });
      const env = environment(root);
      const { steps, failed, folder } = run(read(join(root, ".github/workflows/postmortems.yml")), "review", { root, env });
      assert.equal(failed, false, JSON.stringify(steps, null, 1));
      const path = join(base, "incidents/2026/2026-02-03-search-is-slow.md");
      const [check] = steps;
      assert.match(check.stdout, new RegExp(`^::(warning|notice|error) file=${path.replaceAll("/", "[/]")},`, "m"));
      assert.doesNotMatch(check.stdout, /file=[^,]*sign-in-mails/);
      const changes = fs.readFileSync(join(env.RUNNER_TEMP, "public-changes.md"), "utf8");
      assert.match(changes, /Search is slow: an index was dropped/);
      assert.ok(fs.readFileSync(env.GITHUB_STEP_SUMMARY, "utf8").includes(changes));
      assert.equal(fs.readFileSync(env.GITHUB_OUTPUT, "utf8"), "has_changes=yes\n");
      for (const view of ["public", "internal"]) assert.ok(fs.existsSync(join(folder, "site", view, "index.html")));
    });

    it("fails with an error of its content, and names the line", () => {
      const root = topic(`${name}-wrong`, { base, severity: "SVE3" });
      const { steps, failed } = run(read(join(root, ".github/workflows/postmortems.yml")), "review", { root, env: environment(root) });
      assert.equal(failed, true);
      assert.match(steps[0].stdout, /::error file=.*search-is-slow\.md,line=6.*unknown severity/);
    });
  });
}

describe("What a pull request makes public", () => {
  // As GitHub's program: lists comments, and keeps what it was asked to send.
  const gh = (folder, comment) => {
    fs.mkdirSync(folder, { recursive: true });
    const listed = comment ? `echo ${comment}` : ":";
    const script = `#!/bin/sh\ncase "$*" in *--paginate*) ${listed} ;; *) echo "$*" >>"${folder}/asked"; cp comment.md "${folder}/sent" ;; esac\n`;
    fs.writeFileSync(join(folder, "gh"), script, { mode: 0o755 });
  };
  const comment = (name, existing) => {
    const folder = join(scratch, name);
    gh(folder, existing);
    fs.writeFileSync(join(folder, "public-changes.md"), `${"ä".repeat(40000)}\n`);
    const env = { PATH: `${folder}:/usr/bin:/bin`, GH_REPO: "acme/kb", NUMBER: "7", GH_TOKEN: "t" };
    const { failed, steps } = run(read(written), "comment", { root: folder, env });
    assert.equal(failed, false, JSON.stringify(steps));
    const sent = fs.readFileSync(join(folder, "sent"));
    assert.ok(sent.toString().startsWith("<!-- debrief: public changes -->\n"));
    assert.ok(Buffer.from(sent.toString()).equals(sent), "cut within a character");
    assert.ok(sent.toString().length < 65536, "longer than GitHub takes");
    return fs.readFileSync(join(folder, "asked"), "utf8");
  };

  it("becomes a comment", () => {
    assert.match(comment("first"), /^api repos\/acme\/kb\/issues\/7\/comments --field body=@comment\.md/);
  });

  it("is mended in that comment when the request changes", () => {
    assert.match(comment("again", 99), /^api --method PATCH repos\/acme\/kb\/issues\/comments\/99 --field/);
  });
});

describe("A push to main", () => {
  it("builds the public site alone", () => {
    const root = topic("main");
    git(root, "switch", "--quiet", "main");
    const env = { PATH: "/usr/bin:/bin", HOME: root, GITHUB_STEP_SUMMARY: join(scratch, "main-summary") };
    const { failed, steps, folder } = run(read(written), "publish", { root, env });
    assert.equal(failed, false, JSON.stringify(steps));
    assert.deepEqual(fs.readdirSync(join(folder, "site")).sort(), [".debrief-site", "public"]);
  });

  it("stops with a sentence as long as no release is named", () => {
    const root = topic("unnamed", { named: { url: "", sum: "" } });
    const { failed, steps } = run(read(written), "publish", { root, env: { PATH: "/usr/bin:/bin", HOME: root } });
    assert.equal(failed, true);
    assert.match(steps[0].stderr, /no release is named\. Write into \.ci\/release/);
  });
});
