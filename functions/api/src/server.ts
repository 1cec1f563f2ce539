import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { assert } from '@atlas/kernel';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { limits, type ServerLimits } from './limits.ts';
import { dismiss, type EarlyRefusal, refusalText } from './refusal.ts';
import { type RouteGroups, routeGroups, type Verb } from './route-groups.ts';

/** What Node's parser and clocks refuse, by their code; everything else it refuses is no HTTP. */
const parserRefusals: Readonly<Record<string, EarlyRefusal>> = {
  HPE_HEADER_OVERFLOW: ['headers_too_large', `The header is larger than ${limits.headerBytes / 1024} KB.`],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['payload_too_large', 'The body carries too much beside itself.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request_timeout', 'The request took too long to arrive.'],
};
const malformed: EarlyRefusal = ['malformed_request', 'This is not an HTTP/1.1 request that can be read in one way only.'];
const full: EarlyRefusal = ['unavailable', 'Too many connections are open. Nothing was read; try again in a moment.'];

/** Hands connections to HTTP up to a number. Beyond it, a connection is told to come back and not a byte of it is read. */
function boundConnections(server: Server, most: number): void {
  const listeners = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  let open = 0;
  server.on('connection', (socket: Socket) => {
    if (open >= most) {
      dismiss(socket, refusalText(full));
      return;
    }
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    for (const listener of listeners) listener.call(server, socket);
  });
  server.maxConnections = most + limits.leaving;
}

/** What is being answered on each connection, oldest first, and since when. Clients may send several requests ahead. */
type Answers = ReadonlyMap<Socket, ReadonlyMap<ServerResponse, number>>;

function answersOf(server: Server): Answers {
  const answers = new Map<Socket, Map<ServerResponse, number>>();
  const firstOn = (socket: Socket): Map<ServerResponse, number> => {
    const open = new Map<ServerResponse, number>();
    answers.set(socket, open);
    socket.once('close', () => answers.delete(socket));
    return open;
  };
  server.on('request', ({ socket }, response) => {
    const open = answers.get(socket) ?? firstOn(socket);
    open.set(response, performance.now());
    response.once('close', () => open.delete(response));
  });
  return answers;
}

/** Says what is wrong with what a connection sent, unless that would end up in the middle of an answer. */
function explainRefusals(server: Server, answers: Answers): void {
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    const midway = [...(answers.get(socket)?.keys() ?? [])].some(({ headersSent }) => headersSent);
    if (error.code === 'ECONNRESET' || midway) socket.destroy();
    else if (socket.writable) dismiss(socket, refusalText(parserRefusals[error.code ?? ''] ?? malformed));
  });
  server.on('connect', (_request, socket) => dismiss(socket as Socket, refusalText(['not_found', 'This is no proxy.'])));
}

/** Ends every exchange that does not end by itself: Node's own clocks do not see someone who reads a byte a second. */
function boundExchanges(server: Server, answers: Answers, mostMs: number): void {
  const clock = setInterval(() => {
    const tooOld = performance.now() - mostMs;
    for (const [socket, open] of answers) if ([...open.values()].some((since) => since < tooOld)) socket.destroy();
  }, limits.clockMs).unref();
  server.once('close', () => clearInterval(clock));
}

/** Node's HTTP server with a limit on everything, and problem documents for those who cross one. */
function boundedServer(handler: RequestListener, { connections, headersMs, requestMs }: ServerLimits): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.clockMs,
      // Node's own refusal of a missing Host has no body: see request-line.ts.
      requireHostHeader: false,
    },
    handler,
  );
  server.timeout = limits.idleMs;
  // Node would refuse an expectation that it does not know without a body; whoever sends one may as well be served.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  boundConnections(server, connections);
  const answers = answersOf(server);
  explainRefusals(server, answers);
  boundExchanges(server, answers, 2 * requestMs);
  return server;
}

/** What Nest hands over: of its two forms the one with a path. */
type Routed = [path: unknown, handler?: RequestHandler];

/** Express as Nest knows it, on a server with limits and with its routes in groups. */
export class BoundedExpress extends ExpressAdapter {
  readonly #limits: ServerLimits;
  #groups: RouteGroups | null = null;

  constructor(serverLimits: ServerLimits) {
    super();
    this.#limits = serverLimits;
  }

  /** The groups stand where Nest registers its first route: behind what was told to stand before. */
  #route(verb: Verb, [path, handler]: Routed): void {
    assert(typeof path === 'string' && handler, 'a route has a path');
    if (!this.#groups) {
      this.#groups = routeGroups();
      this.use(this.#groups.handler);
    }
    this.#groups.add(verb, path, handler);
  }

  override get = (...route: Routed) => this.#route('get', route);
  override post = (...route: Routed) => this.#route('post', route);
  override patch = (...route: Routed) => this.#route('patch', route);
  override put = (...route: Routed) => this.#route('put', route);
  override delete = (...route: Routed) => this.#route('delete', route);

  override initHttpServer(): void {
    this.httpServer = boundedServer(this.getInstance(), this.#limits);
  }

  override listen(port: number | string, ...rest: [hostOrCallback?: string | (() => void), callback?: () => void]): Server {
    const host = rest.find((each) => typeof each === 'string');
    const callback = rest.find((each) => typeof each === 'function');
    return this.httpServer.listen({ port: Number(port), host, backlog: limits.waiting }, callback);
  }
}
