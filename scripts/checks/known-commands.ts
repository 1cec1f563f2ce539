/** Programs of a system that documents may use without a word about them. */
export const everyday: ReadonlySet<string> = new Set(['cd', 'curl', 'export', 'git', 'jq', 'openssl', 'read', 'unset']);

/** Programs that npm installs under another name than their package's. */
export const packageOf: Readonly<Record<string, string>> = { cdk: 'aws-cdk' };

/** Words that follow a program with commands of its own, as their vendors list them. */
export const subcommands: Readonly<Record<string, ReadonlySet<string>>> = {
  // https://docs.aws.amazon.com/cdk/v2/guide/cli.html
  cdk: new Set(['bootstrap', 'deploy', 'destroy', 'diff', 'list', 'synth']),
  // https://cli.github.com/manual
  gh: new Set(['api', 'pr', 'release', 'run', 'variable', 'workflow']),
  // https://sst.dev/docs/reference/cli
  sst: new Set(['deploy', 'diff', 'install', 'refresh', 'remove', 'secret', 'unlock', 'version']),
};

/**
 * Operations of the AWS CLI that documents use, with the options they use of them. Written down from the reference at
 * https://docs.aws.amazon.com/cli/latest/reference/<service>/<operation>.html
 */
export const awsOperations: Readonly<Record<string, readonly string[]>> = {
  'application-autoscaling describe-scaling-activities': ['service-namespace', 'resource-id'],
  'cloudfront list-distributions': ['query', 'output'],
  'ec2 authorize-security-group-ingress': ['group-id', 'protocol', 'port', 'source-group'],
  'ecs list-clusters': ['query', 'output'],
  'ecs list-services': ['cluster', 'query', 'output'],
  'ecs update-service': ['cluster', 'service', 'force-new-deployment', 'desired-count'],
  'lambda get-function-concurrency': ['function-name'],
  'lambda invoke': ['function-name', 'payload', 'cli-binary-format'],
  'lambda list-functions': ['query', 'output'],
  'rds delete-db-instance': ['db-instance-identifier', 'skip-final-snapshot'],
  'rds describe-db-instances': ['db-instance-identifier', 'query', 'output'],
  'rds modify-db-instance': ['db-instance-identifier', 'db-instance-class', 'apply-immediately'],
  'rds restore-db-instance-to-point-in-time': [
    'source-db-instance-identifier',
    'target-db-instance-identifier',
    'restore-time',
    'db-instance-class',
    'db-subnet-group-name',
    'db-parameter-group-name',
    'vpc-security-group-ids',
    'no-multi-az',
    'no-publicly-accessible',
  ],
  'rds wait db-instance-available': ['db-instance-identifier'],
  's3api delete-object': ['bucket', 'key', 'version-id'],
  's3api list-object-versions': ['bucket', 'prefix', 'query', 'output'],
  'secretsmanager get-secret-value': ['secret-id', 'query', 'output'],
  'secretsmanager rotate-secret': ['secret-id'],
  'sns subscribe': ['topic-arn', 'protocol', 'notification-endpoint'],
  'ssm get-parameter': ['name', 'query', 'output'],
  'sts get-caller-identity': ['query', 'output'],
};
