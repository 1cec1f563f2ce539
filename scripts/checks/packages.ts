import { type House, readJson } from './house.ts';

export type Workspace = {
  /** `packages/sales`, `functions/api`, `web` */
  readonly folder: string;
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
};

const namesIn = (record: unknown): string[] => Object.keys((record ?? {}) as Record<string, string>);

/** The workspaces of the house. */
export function workspacesOf(house: House): Workspace[] {
  const manifests = house.files.filter((file) => /^(packages\/[^/]+|functions\/[^/]+|web)\/package\.json$/.test(file));
  return manifests.map((file) => {
    const json = readJson(house, file) ?? {};
    return {
      folder: file.slice(0, -'/package.json'.length),
      name: String(json.name),
      exports: (json.exports ?? {}) as Record<string, string>,
      dependencies: [...namesIn(json.dependencies), ...namesIn(json.peerDependencies)],
      devDependencies: namesIn(json.devDependencies),
    };
  });
}

/** Packages that hold the house up and own no business. */
export const housePackages = new Set(['kernel', 'contract', 'platform', 'modules', 'sdk', 'ui', 'testing', 'docs']);

/** Every other package is a business module and has the one shape. */
export const businessModules = (house: House): Workspace[] =>
  workspacesOf(house).filter(
    ({ folder }) => folder.startsWith('packages/') && !housePackages.has(folder.slice('packages/'.length)),
  );
