import { Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import type { Network } from './network.ts';
import type { Size, Tier } from './tier.ts';

export type DatabaseProps = { readonly tier: Tier; readonly size: Size; readonly network: Network; readonly key: IKey };

/**
 * Roles of PostgreSQL that the proxy signs in as (prisma/sql/roles.sql). The relay listens on a connection of its own, past
 * the proxy, with tokens; migrations are the administrator's, who takes on the owner.
 */
const roles = ['app', 'auth'] as const;

const exportedLogs = ['postgresql', 'upgrade'];

/** Statements slower than this are written to the log. */
const slowMs = 500;

/**
 * PostgreSQL 17 behind RDS Proxy. Programs sign in to the proxy with tokens of IAM; the proxy signs in to PostgreSQL with
 * the passwords of the roles, which no program ever sees and which change every month.
 */
export class Database extends Construct {
  readonly instance: rds.DatabaseInstance;
  readonly proxy: rds.DatabaseProxy;
  readonly administrator: secrets.ISecret;
  readonly roleSecrets: Readonly<Record<(typeof roles)[number], secrets.Secret>>;

  constructor(scope: Construct, id: string, { tier, size, network, key }: DatabaseProps) {
    super(scope, id);
    this.instance = this.#openInstance({ tier, size, network, key });
    // Before the instance writes to them: it would make groups that keep everything forever.
    for (const name of exportedLogs)
      this.instance.node.defaultChild?.node.addDependency(
        new logs.LogGroup(this, `Log-${name}`, {
          logGroupName: `/aws/rds/instance/atlas-${tier}/${name}`,
          encryptionKey: key,
          retention: size.logDays,
        }),
      );
    this.instance.addRotationSingleUser({
      automaticallyAfter: Duration.days(30),
      vpcSubnets: network.appSubnets,
      securityGroup: network.app,
    });
    accept(this, {
      RDS11: 'The port of PostgreSQL is no secret: only the app reaches it.',
      ...(size.keep
        ? {}
        : {
            RDS3: 'Previews may wait for a restart.',
            RDS10: 'Previews hold nothing but demo data.',
          }),
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole]':
        'The policy that RDS asks for to report what the machine does.',
    });
    this.administrator = this.instance.secret as secrets.ISecret;
    this.roleSecrets = Object.fromEntries(
      roles.map((role) => [role, this.#roleSecret({ tier, network, key }, role)]),
    ) as Database['roleSecrets'];
    this.proxy = this.instance.addProxy('Proxy', {
      dbProxyName: `atlas-${tier}`,
      vpc: network.vpc,
      vpcSubnets: network.dataSubnets,
      securityGroups: [network.database],
      secrets: Object.values(this.roleSecrets),
      iamAuth: true,
      requireTLS: true,
      // A stage's database is named in its URL; a connection of the pool is lent for a transaction.
      idleClientTimeout: Duration.minutes(10),
      // Whoever waits for longer is told to come back (503), before API Gateway gives up on them.
      borrowTimeout: Duration.seconds(5),
      maxConnectionsPercent: 80,
      maxIdleConnectionsPercent: 20,
    });
  }

  #openInstance({ tier, size, network, key }: DatabaseProps): rds.DatabaseInstance {
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 });
    return new rds.DatabaseInstance(this, 'Instance', {
      engine,
      vpc: network.vpc,
      vpcSubnets: network.dataSubnets,
      securityGroups: [network.database],
      instanceType: new ec2.InstanceType(size.database.instance),
      allocatedStorage: size.database.gigabytes,
      maxAllocatedStorage: size.database.gigabytes * 5,
      storageType: rds.StorageType.GP3,
      storageEncrypted: true,
      storageEncryptionKey: key,
      multiAz: size.database.standby,
      databaseName: 'postgres',
      credentials: rds.Credentials.fromGeneratedSecret('atlas_administrator', { encryptionKey: key }),
      iamAuthentication: true,
      backupRetention: Duration.days(size.database.backupDays),
      copyTagsToSnapshot: true,
      deletionProtection: size.keep,
      removalPolicy: size.keep ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT,
      instanceIdentifier: `atlas-${tier}`,
      autoMinorVersionUpgrade: true,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
      monitoringInterval: Duration.seconds(60),
      cloudwatchLogsExports: exportedLogs,
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: `Atlas ${tier}`,
        parameters: {
          'rds.force_ssl': '1',
          log_min_duration_statement: String(slowMs),
          // A statement in the log without the values it was sent: they are people's.
          log_parameter_max_length: '0',
          log_parameter_max_length_on_error: '0',
          idle_in_transaction_session_timeout: '60000',
          shared_preload_libraries: 'pg_stat_statements',
        },
      }),
    });
  }

  /** The password of a role. Its rotation waits for the first month: the role exists after the first migration. */
  #roleSecret({ tier, network, key }: Omit<DatabaseProps, 'size'>, role: string): secrets.Secret {
    const secret = new secrets.Secret(this, `Role-${role}`, {
      secretName: `/atlas/${tier}/database/${role}`,
      description: `Password of atlas_${role}`,
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({
          engine: 'postgres',
          username: `atlas_${role}`,
          host: Token.asString(this.instance.dbInstanceEndpointAddress),
          port: 5432,
        }),
        generateStringKey: 'password',
        excludePunctuation: true,
        passwordLength: 40,
      },
    });
    secret.addRotationSchedule('Rotation', {
      hostedRotation: secrets.HostedRotation.postgreSqlSingleUser({
        // From where both the server and Secrets Manager are reached.
        vpc: network.vpc,
        vpcSubnets: network.appSubnets,
        securityGroups: [network.app],
      }),
      automaticallyAfter: Duration.days(30),
      rotateImmediatelyOnUpdate: false,
    });
    return secret;
  }
}
