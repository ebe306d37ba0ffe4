// Netlify's own build, offline, of this repository and of a knowledge base that `debrief init` made: by an account that is not
// root, with the package in DEBRIEF_PACKAGE and nothing else of Debrief.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { resolveConfig } from "@netlify/config";

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, "..", "..");
const archive = process.env.DEBRIEF_PACKAGE;
const scratch = fs.mkdtempSync(join(tmpdir(), "debrief-netlify-build-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// Root makes the folders and gives them away; anybody else builds as who they are.
const isRoot = process.getuid() === 0;
const nobody = 65534;
const asOrdinaryUser = isRoot ? ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"] : [];
const path = [dirname(process.execPath), "/usr/bin", "/bin"].join(":");
// What Netlify itself says in DEPLOY_PRIME_URL of the branch main of a project without a name.
const preview = "https://main--site-name.netlify.app";

let release;

before(() => {
  assert.ok(archive, "DEBRIEF_PACKAGE names no package; './run check-netlify' makes one");
  fs.chmodSync(scratch, 0o755);
  fs.copyFileSync(archive, join(scratch, basename(archive)));
  execFileSync("tar", ["-xzf", archive, "-C", scratch]);
  const sum = createHash("sha256").update(fs.readFileSync(archive)).digest("hex");
  release = {
    url: `file://${join(scratch, basename(archive))}`,
    sum,
    program: join(scratch, basename(archive, ".tar.gz"), "debrief"),
  };
  // No other Debrief can be what builds.
  assert.notEqual(spawnSync("sh", ["-c", "command -v debrief"], { env: { PATH: path } }).status, 0);
});

function finish(folder) {
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", folder]);
  if (isRoot) execFileSync("chown", ["-R", `${nobody}:${nobody}`, folder]);
  return folder;
}

// This repository as Netlify has it, with the release filled in that netlify.toml leaves open.
function thisRepository(name, named = release) {
  const folder = join(scratch, name);
  fs.mkdirSync(folder);
  fs.copyFileSync(join(project, "run"), join(folder, "run"));
  const content = join(project, "content");
  fs.cpSync(content, join(folder, "content"), { recursive: true, filter: (file) => !file.startsWith(join(content, "site")) });
  const toml = fs.readFileSync(join(project, "netlify.toml"), "utf8");
  const filled = toml
    .replace('DEBRIEF_ARCHIVE_URL = ""', `DEBRIEF_ARCHIVE_URL = "${named.url}"`)
    .replace('DEBRIEF_ARCHIVE_SHA256 = ""', `DEBRIEF_ARCHIVE_SHA256 = "${named.sum}"`);
  fs.writeFileSync(join(folder, "netlify.toml"), filled);
  return { root: finish(folder), publish: join(folder, "build/site/public"), address: "https://status.harborline.example/" };
}

// A new knowledge base, all of its repository or a folder of it, with .ci/release filled in as its README.md asks.
function newKnowledgeBase(name, named = release, base = "") {
  const root = join(scratch, name);
  const folder = join(root, base);
  if (base) fs.mkdirSync(join(root, ".git"), { recursive: true });
  execFileSync(release.program, ["init", folder]);
  if (base) fs.rmSync(join(root, ".git"), { recursive: true });
  const file = join(folder, ".ci/release");
  const filled = fs
    .readFileSync(file, "utf8")
    .replace('DEBRIEF_ARCHIVE_URL=""', `DEBRIEF_ARCHIVE_URL="${named.url}"`)
    .replace('DEBRIEF_ARCHIVE_SHA256=""', `DEBRIEF_ARCHIVE_SHA256="${named.sum}"`);
  fs.writeFileSync(file, filled);
  return { root: finish(root), publish: join(folder, "site/public"), address: "https://status.example.com/", base };
}

function build({ root, base }, context) {
  const command = [
    ...asOrdinaryUser,
    process.execPath,
    join(here, "node_modules/@netlify/build/bin.js"),
    "--offline",
    ...["--repositoryRoot", root, "--cwd", root, "--context", context, "--branch", "main"],
    ...(base ? ["--defaultConfig", JSON.stringify({ build: { base } })] : []),
  ];
  const env = { PATH: path, HOME: root, LANG: "C.UTF-8" };
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { env, encoding: "utf8", cwd: root });
  return { status, said: stdout + stderr };
}

async function headers({ root, base }) {
  const defaultConfig = base ? { build: { base } } : {};
  const { config } = await resolveConfig({ repositoryRoot: root, cwd: root, context: "production", branch: "main", offline: true, defaultConfig });
  return config.headers;
}

const noindex = { for: "/*", values: { "X-Robots-Tag": "noindex" } };
const kinds = {
  "this repository": thisRepository,
  "a new knowledge base": newKnowledgeBase,
  "a new knowledge base in a folder of a repository": (name, named) => newKnowledgeBase(name, named, "docs/postmortems"),
};

for (const [what, make] of Object.entries(kinds)) {
  const name = what.replaceAll(" ", "-");
  describe(`Netlify's build of ${what}`, () => {
    it("publishes the public site alone, under its own address, as whoever builds", async () => {
      const site = make(`${name}-production`);
      const { status, said } = build(site, "production");
      assert.equal(status, 0, said);
      const map = fs.readFileSync(join(site.publish, "sitemap.xml"), "utf8");
      assert.match(map, new RegExp(`<loc>${site.address}`));
      assert.deepEqual(fs.readdirSync(join(site.publish, "..")).sort(), [".debrief-site", "public"]);
      assert.notEqual(fs.statSync(join(site.publish, "index.html")).uid, 0);
      const found = await headers(site);
      assert.ok(found.some(({ values }) => "Content-Security-Policy" in values));
      assert.ok(!found.some(({ values }) => "X-Robots-Tag" in values));
    });

    for (const context of ["deploy-preview", "branch-deploy"]) {
      it(`gives a ${context} its own address and keeps it out of search engines`, async () => {
        const site = make(`${name}-${context}`);
        const { status, said } = build(site, context);
        assert.equal(status, 0, said);
        const map = fs.readFileSync(join(site.publish, "sitemap.xml"), "utf8");
        assert.match(map, new RegExp(`<loc>${preview}/`));
        assert.ok(!map.includes(site.address));
        assert.deepEqual((await headers(site)).filter(({ values }) => "X-Robots-Tag" in values), [noindex]);
      });
    }

    it("publishes nothing until a release is named, and says what to do", () => {
      const site = make(`${name}-unnamed`, { url: "", sum: "" });
      const { status, said } = build(site, "production");
      assert.notEqual(status, 0);
      assert.match(said, /no release is named/);
      assert.equal(fs.existsSync(site.publish), false);
    });

    it("publishes nothing that another program built than the one that is named", () => {
      const site = make(`${name}-changed`, { url: release.url, sum: "0".repeat(64) });
      const { status, said } = build(site, "production");
      assert.notEqual(status, 0);
      assert.match(said, /is not the release/);
      assert.equal(fs.existsSync(site.publish), false);
    });
  });
}
