import type { OpenNextConfig } from '@opennextjs/aws/types/open-next.js';

/**
 * The web app as one Lambda function and a folder of assets. No page is kept: each is written for its reader, so there is
 * no cache to deploy, nothing to revalidate, and no image is resized.
 */
const config = {
  default: {
    // Answers are whole: they are small, CloudFront compresses them, and who is told an error is told its status.
    override: {
      wrapper: 'aws-lambda',
      converter: 'aws-apigw-v2',
      incrementalCache: 'dummy',
      tagCache: 'dummy',
      queue: 'dummy',
    },
  },
  // Nothing to install: sharp would be fetched for images that there are none of.
  imageOptimization: { loader: 'dummy', install: false as never },
  dangerous: { disableIncrementalCache: true, disableTagCache: true },
  // scripts/site.ts has built the app, once for all.
  buildCommand: 'exit 0',
} satisfies OpenNextConfig;

export default config;
