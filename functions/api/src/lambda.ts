import type { RequestListener } from 'node:http';
import { figureWriter, openLog, readConfig, untilConnected, watchedStageOf } from '@atlas/platform';
import { configure } from '@codegenie/serverless-express';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda';
import type { Express, Request, Response } from 'express';
import { createApp, openResources } from './app.ts';
import { isBinary } from './binary-answers.ts';

const config = readConfig(process.env);

/** Loaded once an instance, while AWS still lends it a whole processor; every invocation uses it again. */
const log = openLog('api', config.LOG_LEVEL, config);
const resources = openResources(config);
const nest = await createApp(config, log, resources);
// The first request, too, finds what Redis knows.
await untilConnected(resources.redis);
const express = nest.getHttpAdapter().getInstance() as Express;
const serve = configure({
  app: {
    handle: (request: Request, response: Response) => {
      // The event's body is still to be read from the stream, as it is from a socket.
      request.body = undefined;
      // In which trace AWS runs this invocation, and whether it records it: it knows better than what came with the request.
      const { _X_AMZN_TRACE_ID: invocation } = process.env;
      if (invocation) request.headers['x-amzn-trace-id'] = invocation;
      // A socket would tell that the answer has left. Who waits for that counts attempts to sign in, and writes the log.
      response.once('finish', () => response.emit('close'));
      express(request, response);
    },
  } as unknown as RequestListener,
  // What Express does not catch is a failure of the instance, which is to be seen as one.
  respondWithErrors: false,
  binarySettings: { isBinary },
});

// Whatever the level of the log is: operators watch it.
log.child({}, { level: 'info' }).info(
  {
    initMs: Math.round(performance.now()),
    ...figureWriter(watchedStageOf(config))('start', { ColdStarts: 1, InitMilliseconds: Math.round(performance.now()) }),
  },
  'ready',
);

/** The API as a Lambda function behind an HTTP API of API Gateway, payload format 2.0. */
export const handler = (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyResultV2> => {
  // Connections stay open between invocations: an answer does not wait for them to close.
  context.callbackWaitsForEmptyEventLoop = false;
  return serve(event, context, () => undefined) as Promise<APIGatewayProxyResultV2>;
};
