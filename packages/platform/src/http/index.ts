export { controllerOf } from './controller.ts';
export { carriesBody } from './endpoint.ts';
export { jsonWriterOf } from './json-writer.ts';
export { errorCatalogueOf, openApiOf } from './openapi.ts';
export { type Problem, problemFilter, problemOf } from './problem.ts';
export { type AtlasRequest, authenticate, type Gate } from './request.ts';
export { requestLog } from './request-log.ts';
