import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What AWS runs in an instance of a function: loads the handler and asks the Runtime API (version 2018-06-01) for one
 * invocation after the other.
 */
const invocations = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const [file = '', name = ''] = (process.env._HANDLER ?? '').split('.');

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const describe = (error: unknown): string => {
  const { name: errorType, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ errorType, errorMessage: message, trace: stack?.split('\n') ?? [] });
};

async function load(): Promise<Handler> {
  try {
    const module = (await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT ?? '', `${file}.mjs`)).href)) as Record<
      string,
      Handler
    >;
    const handler = module[name];
    if (typeof handler !== 'function') throw new Error(`${file} has no ${name}`);
    return handler;
  } catch (error) {
    await fetch(`${invocations}/init/error`, { method: 'POST', body: describe(error) });
    process.exit(1);
  }
}

async function serve(handler: Handler): Promise<void> {
  const next = await fetch(`${invocations}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id') ?? '';
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = {
    awsRequestId: id,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  const answer = await handler(await next.json(), context).then(
    (result) => ({ to: 'response', body: JSON.stringify(result) }),
    (error: unknown) => ({ to: 'error', body: describe(error) }),
  );
  const told = await fetch(`${invocations}/invocation/${id}/${answer.to}`, { method: 'POST', body: answer.body });
  await told.arrayBuffer();
}

const handler = await load();
for (;;) await serve(handler);
