// Programs that run beside a test, and are gone with it.
import { execFile, spawn, spawnSync } from 'node:child_process';
import net from 'node:net';
import os from 'node:os';
import { promisify } from 'node:util';

// Runs to the end; throws with its messages if it fails.
export function run(program, args, options = {}) {
  const ended = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (ended.error) throw new Error(`cannot start ${program}: ${ended.error.message}`);
  if (ended.status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

// The same for each list of arguments, on all cores; resolves to what they printed.
export async function run_all(program, lists) {
  const outs = [];
  let next = 0;
  const work = async () => {
    while (next < lists.length) {
      const index = next++;
      outs[index] = (await promisify(execFile)(program, lists[index], { maxBuffer: 1 << 28 })).stdout;
    }
  };
  await Promise.all(os.cpus().map(work));
  return outs;
}

// A program that serves until `stop()`. It is ready once `ready` fits what it printed so far; what fitted is `match`.
export async function start(program, args, ready, options = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  let ended = false;
  child.on('exit', () => (ended = true));
  const match = await new Promise((resolve, reject) => {
    const fail = (why) => {
      child.kill();
      reject(new Error(`${program} ${why}:\n${printed}`));
    };
    const timer = setTimeout(() => fail('did not get ready in three minutes'), 180000);
    const read = (text) => {
      printed += text;
      const found = ready.exec(printed);
      if (found) {
        clearTimeout(timer);
        resolve(found);
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', (error) => fail(`cannot be started (${error.message})`));
    child.on('exit', () => fail('ended by itself'));
  });
  const stop = () => new Promise((resolve) => {
    if (ended) return resolve();
    child.on('exit', resolve);
    child.kill('SIGTERM');
  });
  return { match, stop };
}

export async function free_port() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
