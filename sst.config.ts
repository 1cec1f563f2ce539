/// <reference path="./.sst/platform/config.d.ts" />

/** A stage of Atlas: its functions, its web app, its worker. What must survive is in stacks/foundation. */
export default $config({
  app({ stage }) {
    const production = stage === 'production';
    const tags = { application: 'atlas', stage, tier: production ? 'production' : 'preview' };
    return {
      name: 'atlas',
      home: 'aws',
      version: '4.17.1',
      protect: production,
      removal: production ? 'retain' : 'remove',
      providers: {
        aws: { region: 'eu-central-1', version: '7.20.0', defaultTags: { tags } },
        random: '4.16.6',
      },
    };
  },
  async run() {
    const { deployStage } = await import('./stacks/app/stage.ts');
    return deployStage();
  },
});
