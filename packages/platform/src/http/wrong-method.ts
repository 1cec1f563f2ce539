import { AtlasError } from '@atlas/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { Application, Request, Response } from 'express';

/** As much of Express's router as is looked at here. */
type Layer = {
  match(path: string): boolean;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
};

const methodsIn = (layers: readonly Layer[], path: string): string[] =>
  layers.flatMap((layer) => {
    if (!layer.route) return layer.handle.stack ? methodsIn(layer.handle.stack, path) : [];
    return layer.match(path) ? Object.keys(layer.route.methods) : [];
  });

function allowedAt({ router }: Application, path: string): string[] {
  const methods = new Set(methodsIn((router as unknown as { readonly stack: readonly Layer[] }).stack, path));
  if (methods.has('get')) methods.add('head');
  return [...methods].map((method) => method.toUpperCase()).sort();
}

/** An address that answers another method is said to be there; one that answers none is not. */
export function wrongMethodFilter(express: Application, problems: ExceptionFilter): ExceptionFilter {
  class WrongMethodFilter implements ExceptionFilter {
    catch(error: NotFoundException, host: ArgumentsHost): void {
      const { method, path } = host.switchToHttp().getRequest<Request>();
      const allowed = allowedAt(express, path);
      if (allowed.length > 0) host.switchToHttp().getResponse<Response>().setHeader('Allow', allowed.join(', '));
      const message = `${method} is not answered here: ${allowed.join(', ')} would be.`;
      problems.catch(allowed.length > 0 ? new AtlasError('method_not_allowed', message) : error, host);
    }
  }
  Catch(NotFoundException)(WrongMethodFilter);
  return new WrongMethodFilter();
}
