import { foundations } from './app.ts';
import { deliveries } from './delivery/delivery.ts';

/** What `cdk` starts (cdk.json). */
const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region = 'eu-central-1' } = process.env;
const env = { region, ...(account ? { account } : {}) };
const { app } = foundations(env);
deliveries(app, env);
