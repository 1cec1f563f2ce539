import type { FoundationRef } from './foundation-ref.ts';
import { logRetention, roleOfFunction } from './function.ts';

type Permissions = { actions: string[]; resources: string[] }[];

/** Nothing is kept at the edge that would have to be thrown away: no distribution may be touched for that. */
const withoutInvalidation = (permissions: unknown): $util.Output<Permissions> =>
  $util
    .output(permissions as $util.Input<Permissions>)
    .apply((all) => all.filter(({ actions }) => !actions.includes('cloudfront:CreateInvalidation')));

/** Where browsers send files (packages/platform/src/storage/s3-incoming.ts): their pages may speak to nobody else. */
const bucketOrigin = ({ filesBucket }: FoundationRef) =>
  $interpolate`https://${filesBucket}.s3.${aws.getRegionOutput().region}.amazonaws.com`;

/** The web app, on the site. It asks the API as everybody does: at the site's own address. */
export function deployWeb(site: sst.aws.Router, foundation: FoundationRef, release: $util.Input<string>): void {
  new sst.aws.Nextjs('Web', {
    path: 'web',
    buildCommand: 'npm run build:open-next',
    router: { instance: site },
    environment: { API_URL: site.url, UPLOAD_ORIGIN: bucketOrigin(foundation), RELEASE: release },
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
