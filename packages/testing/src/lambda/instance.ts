import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { spawnTethered, stopChild } from '../services/child.ts';

/** A function as it is deployed: a folder with its bundle, and its settings. */
export type FunctionSpec = {
  readonly name: string;
  readonly folder: string;
  /** `file.export` */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  /** Hears what the function writes to its log. */
  readonly onSaid?: (text: string) => void;
};

/** The answer to an invocation, or how it failed. */
export type Invocation = { readonly ok: true; readonly payload: unknown } | { readonly ok: false; readonly error: string };

type Waiting = { readonly id: string; readonly settle: (outcome: Invocation) => void };

/** An instance of a function: one process, frozen between invocations, that gets one event at a time. */
export class Instance {
  readonly #server: Server;
  readonly #child: ChildProcess;
  /** The request for the next event, once the process has made it; null when the process has ended. */
  #asking = Promise.withResolvers<ServerResponse | null>();
  #current: Waiting | null = null;
  /** Events that wait for the process to ask. */
  #expected = 0;
  #dead: string | null = null;
  readonly #spec: FunctionSpec;
  #said = '';

  private constructor(spec: FunctionSpec, server: Server, port: number) {
    this.#spec = spec;
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
    this.#child = spawnTethered(process.execPath, [join(import.meta.dirname, 'runtime.mjs')], 'SIGKILL', {
      cwd: spec.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        TZ: ':UTC',
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: spec.name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
        AWS_REGION: 'eu-central-1',
        LAMBDA_TASK_ROOT: spec.folder,
        _HANDLER: spec.handler,
        ...spec.environment,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#said += chunk;
        spec.onSaid?.(String(chunk));
      });
    this.#child.once('exit', (code, signal) => this.#died(signal ?? `code ${code}`));
  }

  static async start(spec: FunctionSpec): Promise<Instance> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Instance(spec, server, (server.address() as AddressInfo).port);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isDead(): boolean {
    return this.#dead !== null;
  }

  /** What the function wrote to its log. */
  get said(): string {
    return this.#said;
  }

  #died(how: string): void {
    this.#dead = how;
    this.#settle({ ok: false, error: `Runtime exited: ${how}` });
    this.#asking.resolve(null);
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #settle(outcome: Invocation): void {
    const waiting = this.#current;
    this.#current = null;
    waiting?.settle(outcome);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path.endsWith('/invocation/next')) {
      // AWS freezes the process as soon as it asks for more and there is none.
      if (this.#expected === 0) this.#child.kill('SIGSTOP');
      this.#asking.resolve(response);
      return;
    }
    const body = await text(request);
    response.writeHead(202, { 'content-length': 0 }).end();
    if (path.endsWith('/init/error')) this.#said += body;
    else this.#settle(path.endsWith('/response') ? { ok: true, payload: JSON.parse(body) } : { ok: false, error: body });
  }

  /** Resolves when the function has initialised and asks for its first event, or has failed to. */
  async ready(): Promise<void> {
    await this.#asking.promise;
  }

  /** Sends an event to an instance that has nothing else to do. */
  async invoke(event: unknown): Promise<Invocation> {
    this.#expected += 1;
    const idle = await this.#asking.promise;
    this.#expected -= 1;
    if (!idle || this.#dead !== null) return { ok: false, error: `Runtime exited: ${this.#dead}` };
    this.#asking = Promise.withResolvers();
    const id = randomUUID();
    const body = JSON.stringify(event);
    const outcome = new Promise<Invocation>((settle) => {
      this.#current = { id, settle };
    });
    this.#child.kill('SIGCONT');
    idle.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(Date.now() + this.#spec.timeoutMs),
    });
    idle.end(body);
    const timer = setTimeout(() => {
      // A function that takes too long loses its instance.
      this.#settle({ ok: false, error: `Task timed out after ${this.#spec.timeoutMs / 1000} seconds` });
      void this.kill();
    }, this.#spec.timeoutMs);
    return outcome.finally(() => clearTimeout(timer));
  }

  /** Ends the process without notice, as AWS may at any time. */
  async kill(): Promise<void> {
    this.#child.kill('SIGCONT');
    await stopChild(this.#child, 'SIGKILL');
  }
}
