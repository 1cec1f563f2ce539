import { logRetention, roleOfFunction } from './function.ts';

type Permissions = { actions: string[]; resources: string[] }[];

/** Nothing is kept at the edge that would have to be thrown away: no distribution may be touched for that. */
const withoutInvalidation = (permissions: unknown): $util.Output<Permissions> =>
  $util
    .output(permissions as $util.Input<Permissions>)
    .apply((all) => all.filter(({ actions }) => !actions.includes('cloudfront:CreateInvalidation')));

/** The web app, on the site. It asks the API as everybody does: at the site's own address. */
export function deployWeb(site: sst.aws.Router, release: $util.Input<string>): void {
  new sst.aws.Nextjs('Web', {
    path: 'web',
    buildCommand: 'npm run build:open-next',
    router: { instance: site },
    environment: { API_URL: site.url, RELEASE: release },
    server: { architecture: 'arm64', runtime: 'nodejs24.x', memory: '1024 MB' },
    transform: {
      server: (args) => {
        args.logging = { format: 'json', retention: logRetention() };
        args.permissions = withoutInvalidation(args.permissions);
        args.transform = { role: roleOfFunction() };
      },
    },
  });
}
