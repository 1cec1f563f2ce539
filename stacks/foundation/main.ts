import { foundations } from './app.ts';

/** What `cdk` starts (cdk.json). */
const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region = 'eu-central-1' } = process.env;
foundations({ region, ...(account ? { account } : {}) });
