import { type ErrorCatalogue, generalErrors, pathParameters, type Route } from '@atlas/contract';
import type { Module } from '@atlas/platform';
import { type Finding, type House, isTest, whereIs } from './house.ts';

type Manifest = Pick<Module, 'name' | 'operations' | 'events' | 'errors'>;
type Told = (name: string, message: string) => void;

const threeWords = /^[a-z][a-z_]*\.[a-z][a-z_]*\.[a-z][a-z_]*$/;
const twoWords = /^[a-z][a-z_]*\.[a-z][a-z_]*$/;
/** Regular past tense, and the irregular verbs of business. */
const pastTense = /(ed|was_\w+|paid|sent|sold|bought|written_off|withdrawn|begun|drawn|built|met|lost|won)$/;
/** Resources of which a workspace has one. */
const singletons = new Set(['company']);

function operationNames({ name: module, operations }: Manifest, told: Told): void {
  for (const { route } of operations as readonly { route: Route }[]) {
    if (!threeWords.test(route.name)) told(route.name, 'an operation is called module.aggregate.verb');
    if (route.name.split('.')[0] !== module) told(route.name, `belongs to ${module} and does not begin with its name`);
    for (const parameter of pathParameters(route.path)) {
      if (!(parameter in route.input.shape)) told(route.name, `the path names {${parameter}}, which the input does not have`);
    }
    const [, first = '', second = ''] = route.path.split('/');
    // What belongs to the house stands below one name.
    const resource = route.house ? second : first;
    if (route.method === 'POST' && !resource.endsWith('s') && !singletons.has(resource))
      told(route.name, `POST ${route.path}: resources are plural nouns`);
  }
}

function eventNames({ name: module, events }: Manifest, told: Told): void {
  for (const { name } of events) {
    if (!threeWords.test(name)) told(name, 'an event is called module.aggregate.verbed');
    if (name.split('.')[0] !== module) told(name, `belongs to ${module} and does not begin with its name`);
    if (!pastTense.test(name)) told(name, 'an event is a fact in the past tense');
  }
}

function errorCodes({ name: module, errors, operations }: Manifest, catalogue: ErrorCatalogue, told: Told): void {
  for (const code of Object.keys(errors)) {
    if (!twoWords.test(code) || code.split('.')[0] !== module)
      told(code, `an error of ${module} is called ${module}.what_is_wrong`);
  }
  for (const { route } of operations as readonly { route: Route }[]) {
    for (const code of route.errors) if (!(code in catalogue)) told(code, `${route.name} names it, and no catalogue declares it`);
  }
}

function repeated(names: readonly string[], told: Told, message: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) told(name, message);
    seen.add(name);
  }
}

/** Codes that the program throws and no contract declares would become a 500. */
function thrownCodes({ sources }: House, catalogue: ErrorCatalogue): Finding[] {
  return sources
    .filter(({ path }) => path.startsWith('packages/') && !isTest(path) && !path.startsWith('packages/testing/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/new AtlasError\(\s*'([\w.]+)'/g)]
        .filter((match) => !((match[1] as string) in catalogue))
        .map((match) => ({
          file: path,
          line: text.slice(0, match.index).split('\n').length,
          message: `throws ${match[1]}, which no catalogue declares`,
        })),
    );
}

/**
 * One fact, one name: the operation is the permission and the audit action; its module's name comes first; events are in
 * the past tense; every error code is declared.
 */
export function oneName(house: House, modules: readonly Manifest[]): Finding[] {
  const findings: Finding[] = [];
  const told: Told = (name, message) => findings.push({ ...whereIs(house, name), message: `${name}: ${message}` });
  const catalogue: ErrorCatalogue = Object.assign({}, generalErrors, ...modules.map(({ errors }) => errors));
  for (const module of modules) {
    operationNames(module, told);
    eventNames(module, told);
    errorCodes(module, catalogue, told);
  }
  const routes = modules.flatMap(({ operations }) => operations.map(({ route }) => route as Route));
  repeated(
    modules.flatMap((module) => [
      ...module.operations.map(({ route }) => route.name as string),
      ...module.events.map(({ name }) => name),
    ]),
    told,
    'two things bear this name',
  );
  const place = (route: Route) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`;
  const owners = new Map(routes.map((route) => [place(route), route.name]));
  for (const route of routes) {
    const owner = owners.get(place(route));
    if (owner !== route.name) told(route.name, `${place(route)} belongs to ${owner} as well`);
  }
  return [...findings, ...thrownCodes(house, catalogue)];
}
