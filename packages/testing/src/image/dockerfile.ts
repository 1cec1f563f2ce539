import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What a container of the worker's image is, by its Dockerfile. */
export type Image = {
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Folders of this checkout, once it is built, and where they stand in the image. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly user: { readonly uid: number; readonly gid: number };
  readonly volumes: readonly string[];
  readonly stopSignal: NodeJS.Signals;
  readonly health: readonly string[];
  readonly command: readonly string[];
};

export const dockerfile = readFileSync(join(root, 'functions', 'worker', 'Dockerfile'), 'utf8');

const parsed = DockerfileParser.parse(dockerfile);
const lastFrom = parsed.getFROMs().at(-1)?.getRange().start.line ?? 0;
const isFinal = (instruction: Instruction) => instruction.getRange().start.line > lastFrom;

const argumentsOf = (keyword: string, final: boolean): string[] =>
  parsed
    .getInstructions()
    .filter((each) => each.getKeyword() === keyword && isFinal(each) === final)
    .map((each) => each.getArgumentsContent() ?? '');

function only(keyword: string, final = true): string {
  const [first, ...more] = argumentsOf(keyword, final);
  if (first === undefined || more.length > 0) throw new Error(`the Dockerfile should say ${keyword} once`);
  return first;
}

/** The form that no shell comes between: the program itself gets the signals. */
const command = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

/** A folder of the stage that builds, in this checkout. */
function inCheckout(path: string): string {
  return join(root, posix.relative(only('WORKDIR', false), path));
}

/** What the stage that builds runs. */
export const buildCommands = (): string[] => argumentsOf('RUN', false);

/** Reads the final stage of functions/worker/Dockerfile. */
export function workerImage(): Image {
  const workdir = only('WORKDIR');
  const [uid = 0, gid = 0] = only('USER').split(':').map(Number);
  return {
    workdir,
    environment: Object.fromEntries(
      only('ENV')
        .split(/\s+/)
        .map((pair) => pair.split('=') as [string, string]),
    ),
    copies: argumentsOf('COPY', true).map((text) => {
      const [from = '', to = ''] = text.split(/\s+/).filter((word) => !word.startsWith('--'));
      return { from: inCheckout(from), to: posix.join(workdir, to) };
    }),
    user: { uid, gid },
    volumes: argumentsOf('VOLUME', true),
    stopSignal: only('STOPSIGNAL') as NodeJS.Signals,
    health: command(only('HEALTHCHECK')),
    command: command(only('CMD')),
  };
}
