import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What AWS runs in an instance of a function: loads the handler and asks the Runtime API (version 2018-06-01) for one
 * invocation after the other. AWS's own is JavaScript with a native client, and hardly felt: this one has no types to be
 * taken off at each start, the leanest client of Node, and does not import it, because that loads all of undici.
 */
const { Agent, request } = process.getBuiltinModule('node:http');
const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const [file, name] = (process.env._HANDLER ?? '').split('.');

/**
 * Asks the Runtime API for something, or tells it.
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @returns {Promise<{ headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function exchange(method, path, body = '') {
  const { promise, resolve, reject } = Promise.withResolvers();
  const headers = { 'content-length': Buffer.byteLength(body) };
  const asked = request({ agent, hostname, port, method, path: `/2018-06-01/runtime/${path}`, headers }, (answer) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (chunk) => {
      text += chunk;
    });
    answer.once('end', () => resolve({ headers: answer.headers, body: text }));
  });
  asked.once('error', reject);
  asked.end(body);
  return promise;
}

/** @param {unknown} error */
const describe = (error) => {
  const { name: errorType, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ errorType, errorMessage: message, trace: stack?.split('\n') ?? [] });
};

async function load() {
  try {
    const module = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT ?? '', `${file}.mjs`)).href);
    const handler = module[name];
    if (typeof handler !== 'function') throw new Error(`${file} has no ${name}`);
    return handler;
  } catch (error) {
    await exchange('POST', 'init/error', describe(error));
    process.exit(1);
  }
}

/** @param {(event: unknown, context: unknown) => Promise<unknown>} handler */
async function serve(handler) {
  const { headers, body } = await exchange('GET', 'invocation/next');
  const id = String(headers['lambda-runtime-aws-request-id']);
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const context = {
    awsRequestId: id,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  const answer = await handler(JSON.parse(body), context).then(
    (result) => ({ to: 'response', body: JSON.stringify(result) }),
    (error) => ({ to: 'error', body: describe(error) }),
  );
  await exchange('POST', `invocation/${id}/${answer.to}`, answer.body);
}

const handler = await load();
for (;;) await serve(handler);
