// The language server for YAML over its standard streams, as editors speak to it (Language Server Protocol).
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// Started for the folder with its settings, as in settings.json: {"yaml.schemas": {…}}.
export async function languageServer(folder, settings) {
  const yaml = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key.replace("yaml.", ""), value]));
  const configuration = { yaml: { ...yaml, validate: true, completion: true, hover: true, schemaStore: { enable: false } } };
  const server = spawn(process.execPath, [join(here, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]);
  const answers = new Map();
  const published = new Map(); // address: its diagnostics, or who waits for them
  let last = 0;

  const send = (message) => {
    const bytes = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`);
    server.stdin.write(bytes);
  };
  const receive = (message) => {
    if (message.method === "workspace/configuration") {
      send({ id: message.id, result: message.params.items.map(({ section }) => configuration[section] ?? null) });
    } else if (message.method && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else if (message.method === "textDocument/publishDiagnostics") {
      published.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined) {
      answers.get(message.id)(message.result);
      answers.delete(message.id);
    }
  };
  let buffer = Buffer.alloc(0);
  server.stdout.on("data", (bytes) => {
    buffer = Buffer.concat([buffer, bytes]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:[^\r]+\r\n)*\r\n/.exec(buffer.toString("latin1"));
      if (!head || buffer.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const message = JSON.parse(buffer.subarray(head[0].length, end));
      buffer = buffer.subarray(end);
      receive(message);
    }
  });
  const request = (method, params) =>
    new Promise((answer) => {
      answers.set(++last, answer);
      send({ id: last, method, params });
    });
  const notify = (method, params) => send({ method, params });
  const folderAddress = pathToFileURL(folder).href;

  await request("initialize", {
    processId: process.pid,
    rootUri: folderAddress,
    workspaceFolders: [{ uri: folderAddress, name: "kb" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: {} } },
  });
  notify("initialized", {});

  const open = (path, text) => {
    const uri = pathToFileURL(join(folder, path)).href;
    const diagnostics = new Promise((answer) => published.set(uri, answer));
    notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { uri, diagnostics };
  };
  return {
    // What is wrong with the text, as "line: message".
    async check(path, text) {
      const found = await open(path, text).diagnostics;
      return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    },
    // What is offered where "|" stands, each with what is said of it.
    async complete(path, text) {
      const [before, after] = text.split("|");
      const { uri, diagnostics } = open(path, before + after);
      await diagnostics;
      const lines = before.split("\n");
      const position = { line: lines.length - 1, character: lines.at(-1).length };
      const { items } = await request("textDocument/completion", { textDocument: { uri }, position });
      return items.map(({ label, documentation }) => [label, documentation?.value ?? documentation ?? ""]);
    },
    stop: () => server.kill(),
  };
}
