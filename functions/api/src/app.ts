import 'reflect-metadata';
import { modules } from '@atlas/modules';
import {
  type Auth,
  accessReader,
  addressSuppressor,
  type Config,
  type Database,
  during,
  housePermissionsOf,
  keyReader,
  type Log,
  mailRequester,
  openAuth,
  openAvatars,
  openDatabase,
  openRedis,
  openStorage,
  openTracer,
  type PrincipalReader,
  permissionsOf,
  policyOf,
  principalReader,
  type Redis,
  type Storage,
  spanTickets,
  trailIn,
  watchedStageOf,
} from '@atlas/platform';
import {
  type AtlasRequest,
  authenticate,
  controllerOf,
  errorCatalogueOf,
  type Gate,
  problemFilter,
  requestLog,
  routeOf,
  wrongMethodFilter,
} from '@atlas/platform/http';
import { type CanActivate, type ExecutionContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { attachmentContents } from './attachment-content.ts';
import { avatars } from './avatars.ts';
import { betterAuth } from './better-auth.ts';
import { brevoWebhook } from './brevo-webhook.ts';
import { callerSpans } from './caller-spans.ts';
import { documentation } from './documentation.ts';
import { openGates } from './gates.ts';
import { health } from './health.ts';
import { ImportErrorsController } from './import-errors.controller.ts';
import { jsonBody, onlyJson } from './json-body.ts';
import { limits, serverLimits } from './limits.ts';
import { me } from './me.ts';
import { requestLine } from './request-line.ts';
import { BoundedExpress } from './server.ts';
import { signInMethods } from './sign-in-methods.ts';
import { uploads } from './uploads.ts';

/** What the API works with for as long as its process lives. */
export type Resources = {
  readonly db: Database;
  readonly redis: Redis;
  readonly auth: Auth;
  readonly storage: Storage;
  close(): Promise<void>;
};

export function openResources(config: Config): Resources {
  const db = openDatabase({
    url: config.DATABASE_APP_URL,
    iam: config.DATABASE_IAM,
    poolSize: config.DATABASE_POOL_SIZE,
    preparedStatements: config.DATABASE_PREPARED_STATEMENTS,
  });
  const redis = openRedis(config.REDIS_URL, config.REDIS_PREFIX, { iam: config.REDIS_IAM });
  const storage = openStorage(config);
  const requestMail = config.BREVO_API_KEY === undefined ? null : mailRequester({ db, storage, secret: config.AUTH_SECRET });
  const auth = openAuth({ config, redis, requestMail, trail: trailIn({ db, storage }) });
  const close = async () => {
    await auth.close();
    await db.close();
    redis.disconnect();
  };
  return { db, redis, auth, storage, close };
}

class SessionGuard implements CanActivate {
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<AtlasRequest>();
    const route = routeOf(host.getHandler());
    if (route) request.operation = route.name;
    request.ctx = await during(request.span?.part('auth.authenticate'), () =>
      authenticate(this.#gate, request, route?.house === true),
    );
    return true;
  }
}

/** Whoever signs out or changes workspace is known as that from the next request on. */
const forgetting = (principals: PrincipalReader): RequestHandler => {
  return (request, response, next) => {
    if (request.method !== 'GET') response.once('finish', () => principals.forget(request.headers.cookie));
    next();
  };
};

/** The whole API as a Nest application, initialised and not listening: a server or a Lambda handler takes it from here. */
export async function createApp(
  config: Config,
  log: Log,
  { db, redis, auth, storage }: Resources,
): Promise<NestExpressApplication> {
  class ApiModule {}
  Module({ controllers: [...modules.map(controllerOf), ImportErrorsController, ...attachmentContents] })(ApiModule);
  const express = new BoundedExpress(serverLimits(config));
  const app = await NestFactory.create<NestExpressApplication>(ApiModule, express, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  const policy = policyOf(permissionsOf(modules));
  const housePolicy = policyOf(housePermissionsOf(modules));
  const principals = principalReader(auth, redis, config.AUTH_SECRET, accessReader({ redis, db, storage, people: auth.people }));
  const gates = openGates(config, redis, principals, auth);
  const tracer = await openTracer(config);
  const tickets = spanTickets(config.AUTH_SECRET);
  app.use(requestLog(log, watchedStageOf(config), tracer, tickets), ...gates.first, requestLine);
  app.use(health(db, redis));
  app.use('/api/auth', jsonBody(limits.authBytes), onlyJson, gates.auth, forgetting(principals), betterAuth(auth));
  app.use(documentation(modules));
  app.use(me({ principals, policy, housePolicy, administrators: auth.administrators, limits: gates.calls }));
  app.use(avatars(principals, openAvatars(config.GRAVATAR_URL, redis, auth.addressOf), gates.calls));
  app.use(signInMethods(config));
  app.use(uploads(storage, gates.calls));
  app.use(jsonBody(limits.jsonBytes));
  app.use(brevoWebhook(config, addressSuppressor({ db, storage, secret: config.AUTH_SECRET })));
  const gate: Gate = {
    db,
    storage,
    people: auth.people,
    principals,
    keys: keyReader(db, storage),
    policy,
    housePolicy,
    administrators: auth.administrators,
    trustedOrigins: gates.trustedOrigins,
    limits: gates.calls,
  };
  app.use(callerSpans({ gate, modules, tracer, tickets }));
  app.useGlobalGuards(new SessionGuard(gate));
  const problems = problemFilter(errorCatalogueOf(modules), log);
  app.useGlobalFilters(problems, wrongMethodFilter(app.getHttpAdapter().getInstance(), problems));
  return app.init();
}
