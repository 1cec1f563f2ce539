import { assert } from '@atlas/kernel';
import express, { type RequestHandler, type Router } from 'express';

export type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

export type RouteGroups = {
  /** Answers by the first route of the group that fits. Its `stack` is what a router of Express would have there. */
  readonly handler: RequestHandler & { readonly stack: readonly { readonly handle: Router }[] };
  add(verb: Verb, path: string, handler: RequestHandler): void;
};

/** `/v1/invoices/:id` → `/v1/invoices`: the words that all routes of a group begin with, in the case that Express compares in. */
function groupOf(path: string): string {
  const end = path.indexOf('/', path.indexOf('/', 1) + 1);
  return (end < 0 ? path : path.slice(0, end)).toLowerCase();
}

/** Routes by the resource that they are about. Express tries all routes one after the other, and Atlas has hundreds. */
export function routeGroups(): RouteGroups {
  const groups = new Map<string, Router>();
  const stack: { handle: Router }[] = [];
  const opened = (name: string): Router => {
    const group = express.Router();
    groups.set(name, group);
    stack.push({ handle: group });
    return group;
  };
  const handler: RequestHandler = (request, response, next) => {
    const group = groups.get(groupOf(request.path));
    // A router answers OPTIONS by itself when it has routes there: here it is a method like any other that nobody answers.
    if (group && request.method !== 'OPTIONS') group(request, response, next);
    else next();
  };
  return {
    handler: Object.assign(handler, { stack }),
    add: (verb, path, answer) => {
      const name = groupOf(path);
      assert(/^\/[\w-]+\/[\w-]+$/.test(name), `a route begins with two words, which ${path} does not`);
      (groups.get(name) ?? opened(name))[verb](path, answer);
    },
  };
}
