import { pathParameters, type Route } from '@atlas/contract';
import { Controller, Delete, Get, HttpCode, Patch, Post, Put, Req, Res, type Type } from '@nestjs/common';
import type { Response } from 'express';
import type { Module } from '../module.ts';
import type { Callable } from '../operation.ts';
import { answer } from './endpoint.ts';
import type { AtlasRequest } from './request.ts';

const verbs = { GET: Get, POST: Post, PATCH: Patch, PUT: Put, DELETE: Delete };

/** Routes by the methods that answer them. */
const routes = new WeakMap<object, Route>();

/** The route that a method of a controller answers; nothing for what is written by hand. */
export const routeOf = (method: object): Route | undefined => routes.get(method);

/** `/parties/{id}` → `/parties/:id` */
const expressPath = (route: Route): string =>
  pathParameters(route.path).reduce((path, name) => path.replace(`{${name}}`, `:${name}`), route.path as string);

/**
 * The Nest controller of a module, generated from its manifest: one method for each operation, so that guards,
 * interceptors and filters stay Nest's own.
 */
export function controllerOf(module: Module): Type {
  class ModuleController {}
  const prototype = ModuleController.prototype as Record<string, unknown>;
  for (const operation of module.operations as readonly Callable[]) {
    const { route } = operation;
    const method = (request: AtlasRequest, response: Response) => answer(operation, request, response);
    routes.set(method, route);
    Object.defineProperty(prototype, route.name, { value: method, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, route.name) as PropertyDescriptor;
    verbs[route.method](expressPath(route))(prototype, route.name, descriptor);
    HttpCode(route.status ?? 200)(prototype, route.name, descriptor);
    Req()(prototype, route.name, 0);
    Res()(prototype, route.name, 1);
  }
  Object.defineProperty(ModuleController, 'name', { value: `${module.name}Controller` });
  Controller('v1')(ModuleController);
  return ModuleController;
}
