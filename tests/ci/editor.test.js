// What `init` writes for editors: the language server for YAML completes and checks front matter by the schema, a task of Visual
// Studio Code finds its findings in what `check` says, and hooks of pre-commit review what is committed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";
import { parse } from "yaml";
import { languageServer } from "./language_server.js";
import { git, program, scratch, topic } from "./repository.js";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// JSON with comments and trailing commas, as Visual Studio Code reads it; YAML has the rest.
const readSettings = (file) => parse(fs.readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, ""));

// The front matter alone, as otter.nvim and others hand it on.
describe("The language server for YAML, told of the schema by settings.json", () => {
  let server;
  let number = 0;
  const complete = (text) => server.complete(`incidents/2026/new-${++number}.md`, text);
  before(async () => {
    const root = topic("editor");
    server = await languageServer(root, readSettings(join(root, ".vscode/settings.json")));
  });
  after(() => server.stop());

  it("offers services, causes, severities and people, and says what they are", async () => {
    const offered = async (text) => new Map(await complete(`title: T\nstarted: 2026-02-03\n${text}`));
    assert.equal((await offered("services: [|]")).get("accounts"), "Sign-in, profiles and permissions.");
    assert.match((await offered("causes:\n  - |")).get("configuration/dns"), /^DNS/);
    assert.deepEqual([...(await offered("severity: |")).keys()], ["SEV1", "SEV2", "SEV3", "SEV4"]);
    assert.equal((await offered("authors: |")).get("amina"), "Amina Haddad: the on-call engineer");
  });

  it("offers the fields, and not what other tools call them", async () => {
    const fields = (await complete("title: T\n|")).map(([label]) => label);
    for (const field of ["started", "services", "causes", "review", "public"]) assert.ok(fields.includes(field), field);
    assert.ok(!fields.includes("affected"));
  });

  it("says what is wrong, and where", async () => {
    const text = "title: T\nstarted: 2026-02-03T09:00\nseverty: SEV1\nseverity: SVE1\nservices: [web site]\n";
    assert.deepEqual((await server.check("incidents/wrong.md", text)).sort(), [
      "2: This is no time such as 2026-02-15T14:32:00+01:00, with its offset from UTC, nor a day such as 2026-02-15.",
      "3: Property severty is not allowed.",
      '4: Value must be "SEV1" | "SEV2" | "SEV3" | "SEV4".',
      '5: Value must be "website" | "accounts" | "mail-relay".',
    ]);
  });

  it("finds nothing wrong with what Debrief reads", async () => {
    const text = "title: T\nstart_time: 2026-02-03 9:00 +0100\npriority: p1\naffected: Website\nresolved: yes\n";
    assert.deepEqual(await server.check("incidents/right.md", text), []);
  });
});

describe("remark, which reads Markdown itself", () => {
  const check = async (severity) => {
    const root = topic(`remark-${severity}`, { severity });
    const path = "incidents/2026/2026-02-03-search-is-slow.md";
    const schemas = { ".vscode/post-mortem.schema.json": ["incidents/**/*.md"] };
    const processor = remark().use(remarkFrontmatter).use(remarkLintFrontmatterSchema, { schemas });
    process.chdir(root); // from where it looks for the schema
    const file = await processor.process({ cwd: root, path, value: fs.readFileSync(path, "utf8") });
    process.chdir(project);
    return file.messages.map(({ line }) => line);
  };

  it("finds what is wrong by the schema, at its line", async () => assert.deepEqual([...new Set(await check("SVE3"))], [6]));

  it("finds nothing wrong with what Debrief reads", async () => assert.deepEqual(await check("major outage"), []));
});

describe("The task of Visual Studio Code", () => {
  it("finds each finding of its command, with file, line and rule", () => {
    const root = topic("task", { severity: "SVE3" });
    const [task] = readSettings(join(root, ".vscode/tasks.json")).tasks;
    assert.equal(task.command, "debrief");
    const patterns = task.problemMatcher.map(({ pattern }) => pattern);
    const file = "incidents/2026/2026-02-03-search-is-slow.md";
    const { stdout, stderr } = spawnSync(program, task.args, { cwd: root, encoding: "utf8" });
    const problems = (stdout + stderr).split("\n").flatMap((line) => {
      const matching = patterns.map((pattern) => [pattern, new RegExp(pattern.regexp).exec(line)]).filter(([, found]) => found);
      assert.ok(matching.length <= 1, `several match: ${line}`);
      return matching.map(([pattern, found]) => ["file", "line", "severity", "code"].map((part) => found[pattern[part]] ?? ""));
    });
    const said = problems.map((parts) => parts.join(" "));
    assert.ok(said.includes(`${file} 6 error unknown-severity`), said.join("\n"));
    assert.ok(said.includes(`${file}  warning missing-section`), said.join("\n"));
    const [, errors, warnings, notes] = /(\d+) errors?, (\d+) warnings? and (\d+) notes?/.exec(stdout + stderr);
    assert.equal(problems.length, Number(errors) + Number(warnings) + Number(notes));
  });
});

describe("pre-commit", () => {
  const environment = (root) => ({
    PATH: `${dirname(program)}:/usr/bin:/bin`,
    HOME: scratch,
    PRE_COMMIT_HOME: join(scratch, "pre-commit"),
    GIT_AUTHOR_NAME: "Dana",
    GIT_AUTHOR_EMAIL: "dana@example.com",
    GIT_COMMITTER_NAME: "Dana",
    GIT_COMMITTER_EMAIL: "dana@example.com",
    PWD: root,
  });
  const run = (root, ...words) => spawnSync("pre-commit", words, { cwd: root, env: environment(root), encoding: "utf8" });

  for (const [what, base] of [["of the whole repository", ""], ["of a folder of one", "docs/post mortems"]]) {
    it(`lets a sound commit ${what} be made, and stops one with an error`, () => {
      const root = topic(base ? "hooks-folder" : "hooks", { base });
      assert.equal(run(root, "install").status, 0);
      const file = join(root, base, "incidents/2026/2026-02-03-search-is-slow.md");
      const commit = (severity) => {
        fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/severity: .*/, `severity: ${severity}`));
        return spawnSync("git", ["commit", "--quiet", "-am", "Severity"], { cwd: root, env: environment(root), encoding: "utf8" });
      };
      const refused = commit("SVE2");
      assert.notEqual(refused.status, 0);
      assert.match(refused.stderr + refused.stdout, /unknown severity 'SVE2'/);
      const made = commit("SEV2");
      assert.equal(made.status, 0, made.stderr + made.stdout);
      assert.match(git(root, "log", "-1", "--format=%s"), /^Severity$/);
    });
  }

  it("makes what editors are told anew when the vocabulary changes", () => {
    const root = topic("hooks-schema");
    fs.appendFileSync(join(root, "services.yaml"), "\n- {id: search, name: Search}\n");
    git(root, "add", "--all");
    const { status, stdout } = run(root, "run", "debrief-schema");
    assert.notEqual(status, 0, stdout);
    assert.match(stdout, /files were modified by this hook/);
    assert.match(fs.readFileSync(join(root, ".vscode/post-mortem.schema.json"), "utf8"), /"const": "search"/);
    git(root, "add", "--all");
    assert.equal(run(root, "run", "debrief-schema").status, 0);
  });

  it("takes the hooks of this repository, too", () => {
    // As somebody has it who names this repository in their configuration.
    const hooks = join(scratch, "hooks-repository");
    fs.mkdirSync(hooks);
    fs.copyFileSync(join(project, ".pre-commit-hooks.yaml"), join(hooks, ".pre-commit-hooks.yaml"));
    git(hooks, "init", "--quiet", "--initial-branch=main");
    git(hooks, "add", "--all");
    git(hooks, "commit", "--quiet", "-m", "Hooks");
    const root = topic("hooks-own", { severity: "SVE2" });
    const check = () => run(root, "try-repo", hooks, "debrief-check", "--all-files");
    assert.match(check().stdout, /unknown severity 'SVE2'/);
    const file = join(root, "incidents/2026/2026-02-03-search-is-slow.md");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("SVE2", "SEV2"));
    git(root, "add", "--all");
    const { status, stdout } = check();
    assert.equal(status, 0, stdout);
  });
});
