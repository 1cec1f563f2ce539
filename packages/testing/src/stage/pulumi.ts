import { createRequire } from 'node:module';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Where SST's platform is unpacked (`scripts/stage-platform.ts`). */
export const platform = join(root, '.sst', 'platform');

/** Packages as the platform has them: programs of a stage have to meet the same Pulumi. */
export const requireOfPlatform = createRequire(join(platform, 'package.json'));

/** A request to Pulumi's engine to register a resource; only what is read here. */
export type RegisterRequest = { getType(): string; getName(): string; getDependenciesList(): string[] };

export type MockResource = { readonly type: string; readonly name: string; readonly inputs: Record<string, unknown> };
export type MockCall = { readonly token: string; readonly inputs: Record<string, unknown> };

export type Mocks = {
  newResource(resource: MockResource): { readonly id: string; readonly state: Record<string, unknown> };
  call(call: MockCall): Record<string, unknown>;
};

type Monitor = {
  registerResource(request: RegisterRequest, answer: (error: unknown, response?: { getUrn(): string }) => void): Promise<void>;
};

/** Of Pulumi's runtime, what an evaluation needs. */
export type Pulumi = {
  readonly runtime: {
    setMocks(mocks: Mocks, project: string, stack: string, preview: boolean): Promise<void>;
    getMonitor(): Monitor;
    disconnect(): Promise<void>;
    runInPulumiStack(program: () => unknown): Promise<Record<string, unknown> | undefined>;
  };
};
