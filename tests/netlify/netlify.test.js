// What Netlify would do with netlify.toml, and what the build command in it does.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { resolveConfig } from "@netlify/config";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const scratch = fs.mkdtempSync(join(tmpdir(), "debrief-netlify-"));
after(() => fs.rmSync(scratch, { recursive: true }));

// A folder with the parts of the project that Netlify's build needs.
function checkout(name) {
  const folder = join(scratch, name);
  fs.mkdirSync(join(folder, "content"), { recursive: true });
  for (const file of ["run", "netlify.toml"]) fs.copyFileSync(join(project, file), join(folder, file));
  return folder;
}

describe("netlify.toml", () => {
  const resolve = async (context) => {
    const folder = checkout("toml");
    const { config } = await resolveConfig({ repositoryRoot: folder, cwd: folder, context, branch: "main", offline: true });
    return { ...config, publish: config.build.publish.slice(folder.length + 1) };
  };

  for (const context of ["production", "deploy-preview", "branch-deploy"]) {
    it(`publishes the public site alone in ${context}`, async () => {
      assert.equal((await resolve(context)).publish, "build/site/public");
    });
  }

  it("builds production under the address in debrief.yaml", async () => {
    assert.equal((await resolve("production")).build.command, "./run netlify-build");
  });

  it("builds previews under their own address", async () => {
    for (const context of ["deploy-preview", "branch-deploy"]) {
      assert.equal((await resolve(context)).build.command, './run netlify-build --preview "$DEPLOY_PRIME_URL"');
    }
  });

  it("sends security headers with every page", async () => {
    const [rule, ...others] = (await resolve("production")).headers;
    assert.equal(rule.for, "/*");
    assert.equal(rule.values["Strict-Transport-Security"], "max-age=31536000");
    // Written by the generator into _headers; said twice, they would be sent twice.
    assert.equal(rule.values["X-Content-Type-Options"], undefined);
    assert.equal(rule.values["Referrer-Policy"], undefined);
    assert.deepEqual(others, []);
  });

  it("leaves the published bytes as they are", async () => {
    assert.equal((await resolve("production")).build.processing.skip_processing, true);
  });
});

describe("./run netlify-build", () => {
  // The stand-in writes what it was asked into the page, and a _headers file as the program does.
  const program = `#!/bin/sh
[ -f "$(dirname "$0")/lib/libstandin.so" ] || exit 3
asked="$*"
while [ "$1" != --output ]; do shift; done
mkdir -p "$2/public"
echo "$asked" >"$2/public/index.html"
printf '/search/*\\n  Cache-Control: max-age=31536000, immutable\\n' >"$2/public/_headers"
`;
  const release = join(scratch, "debrief-0-linux-x86_64");
  fs.mkdirSync(join(release, "lib"), { recursive: true });
  fs.writeFileSync(join(release, "lib", "libstandin.so"), "");
  fs.writeFileSync(join(release, "debrief"), program, { mode: 0o755 });
  execFileSync("tar", ["-czf", `${release}.tar.gz`, "-C", scratch, "debrief-0-linux-x86_64"]);
  const named = {
    DEBRIEF_ARCHIVE_URL: `file://${release}.tar.gz`,
    DEBRIEF_ARCHIVE_SHA256: createHash("sha256").update(fs.readFileSync(`${release}.tar.gz`)).digest("hex"),
  };

  const build = (name, variables, ...options) => {
    const folder = checkout(name);
    const env = { PATH: process.env.PATH, ...variables };
    const { status, stderr } = spawnSync("./run", ["netlify-build", ...options], { cwd: folder, env, encoding: "utf8" });
    const read = (file) => fs.readFileSync(join(folder, "build/site/public", file), "utf8");
    return { status, stderr, read, site: join(folder, "build/site") };
  };

  // As Netlify reads the finished site: its _headers file and netlify.toml together.
  const noindexRules = async (name) => {
    const folder = join(scratch, name);
    const { config } = await resolveConfig({ repositoryRoot: folder, cwd: folder, context: "production", offline: true });
    return config.headers.filter(({ values }) => "X-Robots-Tag" in values);
  };

  it("builds the public view alone", async () => {
    const { status, stderr, read } = build("production", named);
    assert.equal(status, 0, stderr);
    assert.match(read("index.html"), /^--root content build --view public --output \S+\/build\/site$/m);
    assert.deepEqual(await noindexRules("production"), []);
  });

  it("gives a preview its address and keeps search engines away", async () => {
    const { status, stderr, read } = build("preview", named, "--preview", "https://deploy-preview-7--kb.example");
    assert.equal(status, 0, stderr);
    assert.match(read("index.html"), / --base-url https:\/\/deploy-preview-7--kb\.example\/$/m);
    assert.match(read("_headers"), /^\/search\/\*$/m);
    assert.deepEqual(await noindexRules("preview"), [{ for: "/*", values: { "X-Robots-Tag": "noindex" } }]);
  });

  const refusals = {
    "a release that is not named": [{ DEBRIEF_ARCHIVE_URL: "", DEBRIEF_ARCHIVE_SHA256: "" }, [], /no release is named/],
    "a release without a sum": [{ ...named, DEBRIEF_ARCHIVE_SHA256: "" }, [], /no release is named/],
    "a release with another sum": [{ ...named, DEBRIEF_ARCHIVE_SHA256: "0".repeat(64) }, [], /is not the release/],
    "a release that cannot be fetched": [{ ...named, DEBRIEF_ARCHIVE_URL: "file:///nowhere.tar.gz" }, [], /cannot fetch/],
    "an address without encryption": [{ ...named, DEBRIEF_ARCHIVE_URL: "http://127.0.0.1/x.tar.gz" }, [], /cannot fetch/],
    "a preview without an address": [named, ["--preview", ""], /address of the preview is empty/],
    "an unknown option": [named, ["--internal"], /usage/],
  };
  for (const [what, [variables, options, message]] of Object.entries(refusals)) {
    it(`refuses ${what}, and builds nothing`, () => {
      const { status, stderr, site } = build(what.replaceAll(" ", "-"), variables, ...options);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(fs.existsSync(site), false);
    });
  }
});
