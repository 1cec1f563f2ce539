import 'reflect-metadata';
import { modules } from '@atlas/modules';
import { contextOf, goodStanding, openDatabase, openLog, openStorage, readConfig, systemActor } from '@atlas/platform';
import { type AtlasRequest, controllerOf, errorCatalogueOf, problemFilter, requestLog } from '@atlas/platform/http';
import { type CanActivate, type ExecutionContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { jsonBody } from '../../../functions/api/src/json-body.ts';
import { limits, serverLimits } from '../../../functions/api/src/limits.ts';
import { requestLine } from '../../../functions/api/src/request-line.ts';
import { BoundedExpress } from '../../../functions/api/src/server.ts';

/**
 * The operations of the API for one tenant, to anybody who asks: no session, no permission, no rate limit. It exists to
 * measure what those cost, and nowhere but in this bench.
 */
const config = readConfig(process.env);
const log = openLog('api', config.LOG_LEVEL);
const storage = openStorage(config);
const tenantId = process.env.BARE_TENANT ?? '';
const db = openDatabase({
  url: config.DATABASE_APP_URL,
  poolSize: config.DATABASE_POOL_SIZE,
  preparedStatements: config.DATABASE_PREPARED_STATEMENTS,
});

class Anybody implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const request = host.switchToHttp().getRequest<AtlasRequest>();
    request.ctx = contextOf({ db, storage, tenantId, actor: systemActor, requestId: request.requestId });
    request.standing = goodStanding;
    return true;
  }
}

const health: RequestHandler = (request, response, next) => {
  if (request.path === '/health') response.json({ status: 'ok' });
  else next();
};

class BareModule {}
Module({ controllers: modules.map(controllerOf) })(BareModule);
const app = await NestFactory.create<NestExpressApplication>(BareModule, new BoundedExpress(serverLimits(config)), {
  bodyParser: false,
  logger: ['error', 'warn'],
});
app.disable('x-powered-by');
app.disable('etag');
app.set('query parser', 'simple');
app.use(requestLog(log), requestLine, health, jsonBody(limits.jsonBytes));
app.useGlobalGuards(new Anybody());
app.useGlobalFilters(problemFilter(errorCatalogueOf(modules), log));
await app.init();
await app.listen(config.API_PORT, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
