import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Size } from './tier.ts';

export type NetworkProps = { readonly size: Size; readonly key: IKey };

/** Services of AWS that the app reaches without the internet. S3 has a gateway, which costs nothing. */
const services = {
  Ssm: ec2.InterfaceVpcEndpointAwsService.SSM,
  Secrets: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  Ecr: ec2.InterfaceVpcEndpointAwsService.ECR,
  EcrDocker: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
  Logs: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
};

/**
 * Three layers of subnets: `public` for gateways to the internet, `app` for functions and tasks, `data` for what has no way
 * out at all. Only `app` reaches `data`, on the ports of PostgreSQL and Valkey.
 */
export class Network extends Construct {
  readonly vpc: ec2.Vpc;
  readonly app: ec2.SecurityGroup;
  readonly database: ec2.SecurityGroup;
  readonly cache: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, { size, key }: NetworkProps) {
    super(scope, id);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: size.zones,
      natGateways: size.natGateways,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    const flows = new logs.LogGroup(this, 'Flows', { encryptionKey: key, retention: size.logDays });
    this.vpc.addFlowLog('Flow', { destination: ec2.FlowLogDestination.toCloudWatchLogs(flows) });
    this.app = this.#group('App', 'Functions and tasks', true);
    this.database = this.#group('Database', 'PostgreSQL and its proxy', false);
    this.cache = this.#group('Cache', 'Valkey', false);
    this.database.addIngressRule(this.app, ec2.Port.tcp(5432), 'App');
    this.database.addIngressRule(this.database, ec2.Port.tcp(5432), 'Proxy');
    this.database.addEgressRule(this.database, ec2.Port.tcp(5432), 'Proxy');
    this.cache.addIngressRule(this.app, ec2.Port.tcp(6379), 'App');
    this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    const endpoints = this.#group('Endpoints', 'Services of AWS', false);
    endpoints.addIngressRule(this.app, ec2.Port.tcp(443), 'App');
    for (const [name, service] of Object.entries(services))
      this.vpc.addInterfaceEndpoint(name, { service, subnets: this.appSubnets, securityGroups: [endpoints], open: false });
  }

  get appSubnets(): ec2.SubnetSelection {
    return { subnetGroupName: 'app' };
  }

  get dataSubnets(): ec2.SubnetSelection {
    return { subnetGroupName: 'data' };
  }

  #group(id: string, description: string, allowAllOutbound: boolean): ec2.SecurityGroup {
    return new ec2.SecurityGroup(this, id, { vpc: this.vpc, description, allowAllOutbound });
  }
}
