"""Tries the simulator with clients that are not ours: the AWS CLI and boto3. Prints a line a check, then the count.

Usage: checks.py AWS-CLI, with AWS_ENDPOINT_URL and credentials in the environment.
"""
import json
import subprocess
import sys
import time

import boto3
from botocore.exceptions import ClientError, WaiterError

AWS_CLI = sys.argv[1]
CHECKS = []
NETWORK = {'awsvpcConfiguration': {'subnets': ['subnet-1'], 'securityGroups': ['sg-1'], 'assignPublicIp': 'DISABLED'}}
ROLE = 'arn:aws:iam::123456789012:role/deploy'
client = {name: boto3.client(name) for name in (
    'ecs', 'sts', 'iam', 'ecr', 'logs', 'ssm', 'secretsmanager', 'elbv2', 'cloudwatch', 'application-autoscaling')}
ecs = client['ecs']


def check(name):
    def add(function):
        CHECKS.append((name, function))
        return function
    return add


def definition(family, tag):
    logs = {'awslogs-group': '/ecs/app', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': family}
    container = {
        'name': 'app', 'image': f'123456789012.dkr.ecr.us-east-1.amazonaws.com/app:{tag}', 'essential': True,
        'portMappings': [{'containerPort': 8080}],
        'logConfiguration': {'logDriver': 'awslogs', 'options': logs},
    }
    return {
        'family': family, 'cpu': '256', 'memory': '512', 'networkMode': 'awsvpc',
        'requiresCompatibilities': ['FARGATE'], 'executionRoleArn': ROLE, 'containerDefinitions': [container],
    }


def aws(*arguments):
    done = subprocess.run([AWS_CLI, *arguments, '--output', 'json'], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr.strip()
    return json.loads(done.stdout) if done.stdout.strip() else None


def service(name, cluster='boto'):
    return ecs.describe_services(cluster=cluster, services=[name])['services'][0]


def soon(what, question, seconds=60):
    """Asks until the answer is yes; simulated minutes are real seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f'not seen in {seconds} s: {what}')


def stable(name):
    ecs.get_waiter('services_stable').wait(
        cluster='boto', services=[name], WaiterConfig={'Delay': 1, 'MaxAttempts': 60})


def refused(error, call, **arguments):
    try:
        call(**arguments)
    except error as caught:
        return caught.response['Error']['Message']
    raise AssertionError(f'not refused with {error.__name__}')


@check('aws ecs create-cluster')
def _():
    assert aws('ecs', 'create-cluster', '--cluster-name', 'cli')['cluster']['status'] == 'ACTIVE'


@check('aws ecs register-task-definition')
def _():
    registered = aws('ecs', 'register-task-definition', '--cli-input-json', json.dumps(definition('cli', 'v1')))
    assert registered['taskDefinition']['taskDefinitionArn'].endswith('task-definition/cli:1')


@check('aws ecs create-service and wait services-stable')
def _():
    created = aws(
        'ecs', 'create-service', '--cluster', 'cli', '--service-name', 'web', '--task-definition', 'cli',
        '--desired-count', '2', '--launch-type', 'FARGATE', '--network-configuration', json.dumps(NETWORK))
    assert created['service']['deployments'][0]['rolloutState'] == 'IN_PROGRESS'
    aws('ecs', 'wait', 'services-stable', '--cluster', 'cli', '--services', 'web')


@check('aws ecs list-services, describe-services')
def _():
    arns = aws('ecs', 'list-services', '--cluster', 'cli')['serviceArns']
    assert [arn.rsplit('/', 1)[1] for arn in arns] == ['web']
    described = aws('ecs', 'describe-services', '--cluster', 'cli', '--services', 'web')['services'][0]
    assert described['runningCount'] == 2, described


@check('aws ecs update-service')
def _():
    updated = aws('ecs', 'update-service', '--cluster', 'cli', '--service', 'web', '--force-new-deployment')
    assert len(updated['service']['deployments']) == 2, updated


@check('aws cloudwatch, iam, elbv2')
def _():
    assert aws('cloudwatch', 'describe-alarms')['MetricAlarms'] == []
    role = aws('iam', 'get-role', '--role-name', 'deploy')['Role']
    assert role['AssumeRolePolicyDocument']['Statement'][0]['Effect'] == 'Allow', role
    assert aws('elbv2', 'describe-target-groups')['TargetGroups'][0]['Port'] == 8080


@check('boto3 creates a cluster and task definitions with tags')
def _():
    ecs.create_cluster(clusterName='boto')
    registered = ecs.register_task_definition(**definition('app', 'v1'), tags=[{'key': 'team', 'value': 'shop'}])
    assert registered['tags'] == [{'key': 'team', 'value': 'shop'}], registered
    assert registered['taskDefinition']['registeredAt'].tzinfo is not None


@check('boto3 creates a service behind a target group and waits for it')
def _():
    group = client['elbv2'].describe_target_groups(Names=['web'])['TargetGroups'][0]['TargetGroupArn']
    ecs.create_service(
        cluster='boto', serviceName='api', taskDefinition='app', desiredCount=2, launchType='FARGATE',
        networkConfiguration=NETWORK, tags=[{'key': 'env', 'value': 'test'}],
        loadBalancers=[{'targetGroupArn': group, 'containerName': 'app', 'containerPort': 8080}],
        deploymentConfiguration={'deploymentCircuitBreaker': {'enable': True, 'rollback': True}})
    stable('api')
    attributes = client['elbv2'].describe_target_group_attributes(TargetGroupArn=group)['Attributes']
    assert {'Key': 'deregistration_delay.timeout_seconds', 'Value': '10'} in attributes, attributes
    health = client['elbv2'].describe_target_health(TargetGroupArn=group)['TargetHealthDescriptions']
    assert [entry['TargetHealth']['State'] for entry in health] == ['healthy'] * 2, health


@check('boto3 tags, untags and lists tags')
def _():
    arn = service('api')['serviceArn']
    ecs.tag_resource(resourceArn=arn, tags=[{'key': 'more', 'value': '1'}])
    ecs.untag_resource(resourceArn=arn, tagKeys=['env'])
    assert ecs.list_tags_for_resource(resourceArn=arn)['tags'] == [{'key': 'more', 'value': '1'}]


@check('boto3 updates a service and finds its deployment')
def _():
    ecs.register_task_definition(**definition('app', 'v1'))
    ecs.update_service(cluster='boto', service='api', taskDefinition='app:2')
    stable('api')
    briefs = soon('a service deployment', lambda: ecs.list_service_deployments(
        cluster='boto', service='api')['serviceDeployments'])
    arn = briefs[0]['serviceDeploymentArn']
    soon('SUCCESSFUL', lambda: ecs.describe_service_deployments(
        serviceDeploymentArns=[arn])['serviceDeployments'][0]['status'] == 'SUCCESSFUL')


@check('boto3 paginates services, tasks, task definitions')
def _():
    for number in range(12):
        ecs.create_service(
            cluster='boto', serviceName=f'idle-{number}', taskDefinition='app', desiredCount=0,
            launchType='FARGATE', networkConfiguration=NETWORK)
    pages = list(ecs.get_paginator('list_services').paginate(cluster='boto', PaginationConfig={'PageSize': 5}))
    assert [len(page['serviceArns']) for page in pages] == [5, 5, 3], pages
    tasks = ecs.get_paginator('list_tasks').paginate(cluster='boto', serviceName='api').build_full_result()
    assert len(tasks['taskArns']) == 2, tasks
    definitions = ecs.get_paginator('list_task_definitions').paginate(familyPrefix='app', sort='DESC')
    assert [arn.rsplit(':', 1)[1] for arn in definitions.build_full_result()['taskDefinitionArns']] == ['2', '1']


@check('boto3 describes tasks and reads their logs')
def _():
    arns = ecs.list_tasks(cluster='boto', serviceName='api')['taskArns']
    task = ecs.describe_tasks(cluster='boto', tasks=arns)['tasks'][0]
    assert task['lastStatus'] == 'RUNNING' and task['containers'][0]['name'] == 'app', task
    stream = f"app/app/{task['taskArn'].rsplit('/', 1)[1]}"
    events = client['logs'].get_log_events(logGroupName='/ecs/app', logStreamName=stream, startFromHead=True)['events']
    assert [event['message'] for event in events] == ['listening'], events


def job():
    one_off = definition('job', 'v1')
    proxy = {'name': 'proxy', 'image': 'proxy:1', 'essential': True, 'stopTimeout': 5}
    one_off['containerDefinitions'].append(proxy)
    return one_off


@check('boto3 runs a task once a token, waits for it and pages through its log')
def _():
    ecs.register_task_definition(**job(), tags=[{'key': 'team', 'value': 'shop'}])
    asked = {'cluster': 'boto', 'taskDefinition': 'job', 'launchType': 'FARGATE', 'networkConfiguration': NETWORK,
             'clientToken': 'peer-1', 'propagateTags': 'TASK_DEFINITION'}
    arns = [ecs.run_task(**asked)['tasks'][0]['taskArn'] for _ in range(2)]
    assert arns[0] == arns[1], arns
    ecs.get_waiter('tasks_stopped').wait(cluster='boto', tasks=arns[:1], WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
    task = ecs.describe_tasks(cluster='boto', tasks=arns[:1], include=['TAGS'])['tasks'][0]
    assert task['stopCode'] == 'EssentialContainerExited', task
    assert {one['name']: one['exitCode'] for one in task['containers']} == {'app': 3, 'proxy': 137}, task
    assert task['tags'] == [{'key': 'team', 'value': 'shop'}], task['tags']
    stream = {'logGroupName': '/ecs/app', 'logStreamName': f"job/app/{arns[0].rsplit('/', 1)[1]}", 'limit': 2}
    first = client['logs'].get_log_events(**stream, startFromHead=True)
    rest = client['logs'].get_log_events(**stream, nextToken=first['nextForwardToken'])
    last = client['logs'].get_log_events(**stream, nextToken=rest['nextForwardToken'])
    told = [[event['message'] for event in page['events']] for page in (first, rest, last)]
    assert told == [['first', 'second'], ['third'], []], told
    assert last['nextForwardToken'] == rest['nextForwardToken']


@check('aws ecs run-task, stop-task')
def _():
    started = aws('ecs', 'run-task', '--cluster', 'cli', '--task-definition', 'cli', '--launch-type', 'FARGATE',
                  '--network-configuration', json.dumps(NETWORK))
    arn = started['tasks'][0]['taskArn']
    aws('ecs', 'wait', 'tasks-running', '--cluster', 'cli', '--tasks', arn)
    stopped = aws('ecs', 'stop-task', '--cluster', 'cli', '--task', arn, '--reason', 'enough')['task']
    assert stopped['stoppedReason'] == 'enough', stopped
    aws('ecs', 'wait', 'tasks-stopped', '--cluster', 'cli', '--tasks', arn)
    ended = aws('ecs', 'describe-tasks', '--cluster', 'cli', '--tasks', arn)['tasks'][0]
    assert ended['containers'][0]['exitCode'] == 143, ended


@check('boto3 catches errors by their class')
def _():
    errors = ecs.exceptions
    refused(errors.ClusterNotFoundException, ecs.list_services, cluster='nope')
    refused(errors.ServiceNotFoundException, ecs.update_service, cluster='boto', service='nope')
    refused(errors.ClientException, ecs.describe_task_definition, taskDefinition='nope')
    refused(errors.InvalidParameterException, ecs.create_service, cluster='boto', serviceName='x', desiredCount=1)
    assert ecs.describe_services(cluster='boto', services=['nope'])['failures'][0]['reason'] == 'MISSING'


@check('boto3 waiter fails for a service that is not there')
def _():
    refused_by = None
    try:
        ecs.get_waiter('services_stable').wait(cluster='boto', services=['nope'])
    except WaiterError as error:
        refused_by = error.last_response['failures'][0]['reason']
    assert refused_by == 'MISSING', refused_by


@check('boto3 sees the circuit breaker roll a broken deployment back')
def _():
    before = service('api')['taskDefinition']
    ecs.register_task_definition(**definition('app', 'broken'))
    ecs.update_service(cluster='boto', service='api', taskDefinition='app:3')
    arn = soon('the service deployment', lambda: service('api').get('currentServiceDeployment'))

    def rolled_back():
        found = ecs.describe_service_deployments(serviceDeploymentArns=[arn])['serviceDeployments'][0]
        return found if found['status'] == 'ROLLBACK_SUCCESSFUL' else None

    deployment = soon('ROLLBACK_SUCCESSFUL', rolled_back, 120)
    breaker = deployment['deploymentCircuitBreaker']
    assert breaker['failureCount'] >= breaker['threshold'] >= 3, breaker
    assert breaker['status'] in ('TRIGGERED', 'MONITORING_COMPLETE'), breaker
    assert service('api')['taskDefinition'] == before
    stopped = ecs.list_tasks(cluster='boto', serviceName='api', desiredStatus='STOPPED')['taskArns']
    tasks = ecs.describe_tasks(cluster='boto', tasks=stopped)['tasks']
    assert any(task['stopCode'] == 'EssentialContainerExited' for task in tasks), tasks


@check('boto3 stops a service deployment')
def _():
    stable('api')
    before = service('api')['taskDefinition']
    ecs.register_task_definition(**definition('app', 'v1'))
    ecs.update_service(cluster='boto', service='api', taskDefinition='app:4')
    arn = soon('the service deployment', lambda: next((
        brief['serviceDeploymentArn']
        for brief in ecs.list_service_deployments(cluster='boto', service='api')['serviceDeployments']
        if brief['status'] in ('PENDING', 'IN_PROGRESS')), None))
    ecs.stop_service_deployment(serviceDeploymentArn=arn, stopType='ROLLBACK')
    soon('ROLLBACK_SUCCESSFUL', lambda: ecs.describe_service_deployments(
        serviceDeploymentArns=[arn])['serviceDeployments'][0]['status'] == 'ROLLBACK_SUCCESSFUL')
    assert service('api')['taskDefinition'] == before


@check('boto3 runs a task to its end')
def _():
    started = ecs.run_task(
        cluster='boto', taskDefinition='app:3', launchType='FARGATE', networkConfiguration=NETWORK)['tasks'][0]
    ecs.get_waiter('tasks_stopped').wait(
        cluster='boto', tasks=[started['taskArn']], WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
    task = ecs.describe_tasks(cluster='boto', tasks=[started['taskArn']])['tasks'][0]
    assert task['containers'][0]['exitCode'] == 1, task


@check('boto3 deletes a service and waits until it is inactive')
def _():
    ecs.delete_service(cluster='boto', service='api', force=True)
    ecs.get_waiter('services_inactive').wait(
        cluster='boto', services=['api'], WaiterConfig={'Delay': 1, 'MaxAttempts': 60})


@check('boto3 ssm, secretsmanager')
def _():
    found = client['ssm'].get_parameters(Names=['/app/password', '/nope'], WithDecryption=True)
    assert [entry['Value'] for entry in found['Parameters']] == ['hunter22'], found
    assert found['InvalidParameters'] == ['/nope'], found
    refused(client['ssm'].exceptions.ParameterNotFound, client['ssm'].get_parameter, Name='/nope')
    secrets = client['secretsmanager']
    whole = secrets.describe_secret(SecretId='app/key')['ARN']
    assert json.loads(secrets.get_secret_value(SecretId=whole)['SecretString']) == {'key': 'value'}
    refused(secrets.exceptions.ResourceNotFoundException, secrets.get_secret_value, SecretId='nope')


@check('boto3 sts assumes a role')
def _():
    assert client['sts'].get_caller_identity()['Account'] == '123456789012'
    session = client['sts'].assume_role(RoleArn=ROLE, RoleSessionName='peer')['Credentials']
    assumed = boto3.client(
        'sts', aws_access_key_id=session['AccessKeyId'], aws_secret_access_key=session['SecretAccessKey'],
        aws_session_token=session['SessionToken'])
    assert assumed.get_caller_identity()['Arn'].endswith(':assumed-role/deploy/peer')
    nobody = 'arn:aws:iam::123456789012:role/nobody'
    refused(ClientError, client['sts'].assume_role, RoleArn=nobody, RoleSessionName='peer')


@check('boto3 ecr, logs')
def _():
    ecr = client['ecr']
    details = ecr.get_paginator('describe_images').paginate(repositoryName='app').build_full_result()['imageDetails']
    assert details[0]['imageTags'] == ['v1'], details
    missing = [{'imageTag': 'nope'}]
    refused(ecr.exceptions.ImageNotFoundException, ecr.describe_images, repositoryName='app', imageIds=missing)
    refused(ecr.exceptions.RepositoryNotFoundException, ecr.describe_images, repositoryName='nope')
    logs = client['logs']
    refused(logs.exceptions.ResourceAlreadyExistsException, logs.create_log_group, logGroupName='/ecs/app')
    lines = logs.filter_log_events(logGroupName='/ecs/app', filterPattern='"cannot start"')['events']
    assert {line['message'] for line in lines} == {'cannot start'}, lines


@check('boto3 application-autoscaling merges suspensions')
def _():
    scaling = client['application-autoscaling']
    target = {'ServiceNamespace': 'ecs', 'ResourceId': 'service/boto/idle-1',
              'ScalableDimension': 'ecs:service:DesiredCount'}
    refused(scaling.exceptions.ValidationException, scaling.register_scalable_target, **target)
    scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=3)
    scaling.register_scalable_target(**target, SuspendedState={'DynamicScalingInSuspended': True})
    scaling.register_scalable_target(**target, SuspendedState={'ScheduledScalingSuspended': True})
    found = scaling.describe_scalable_targets(ServiceNamespace='ecs')['ScalableTargets'][0]
    assert (found['MinCapacity'], found['MaxCapacity']) == (1, 3), found
    assert found['SuspendedState'] == {
        'DynamicScalingInSuspended': True, 'DynamicScalingOutSuspended': False, 'ScheduledScalingSuspended': True}


@check('boto3 application-autoscaling pages through targets and policies')
def _():
    scaling = client['application-autoscaling']
    for name in ('one', 'two'):
        target = {'ServiceNamespace': 'ecs', 'ResourceId': f'service/paged/{name}',
                  'ScalableDimension': 'ecs:service:DesiredCount'}
        missing = scaling.exceptions.ObjectNotFoundException
        tracking = {'TargetValue': 50.0, 'PredefinedMetricSpecification': {
            'PredefinedMetricType': 'ECSServiceAverageCPUUtilization'}}
        policy = {'PolicyName': 'cpu', 'PolicyType': 'TargetTrackingScaling',
                  'TargetTrackingScalingPolicyConfiguration': tracking}
        refused(missing, scaling.put_scaling_policy, **target, **policy)
        scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=3)
        scaling.put_scaling_policy(**target, **policy)
    ids = [f'service/paged/{name}' for name in ('one', 'two')]
    pages = scaling.get_paginator('describe_scalable_targets').paginate(
        ServiceNamespace='ecs', ResourceIds=ids, PaginationConfig={'PageSize': 1})
    assert [page['ScalableTargets'][0]['ResourceId'] for page in pages if page['ScalableTargets']] == ids
    policies = scaling.describe_scaling_policies(ServiceNamespace='ecs', ResourceId=ids[1])['ScalingPolicies']
    assert [(one['PolicyName'], one['PolicyType']) for one in policies] == [('cpu', 'TargetTrackingScaling')], policies


@check('aws application-autoscaling')
def _():
    # The line that a failed deploy tells to put auto scaling back.
    target = ['--service-namespace', 'ecs', '--scalable-dimension', 'ecs:service:DesiredCount',
              '--resource-id', 'service/cli/web']
    suspended = {'DynamicScalingInSuspended': False, 'DynamicScalingOutSuspended': True,
                 'ScheduledScalingSuspended': False}
    aws('application-autoscaling', 'register-scalable-target', *target, '--min-capacity', '1', '--max-capacity', '4',
        '--suspended-state', json.dumps(suspended))
    found = aws('application-autoscaling', 'describe-scalable-targets', '--service-namespace', 'ecs',
                '--resource-ids', 'service/cli/web')['ScalableTargets']
    assert [(one['MinCapacity'], one['MaxCapacity'], one['SuspendedState']) for one in found] == [(1, 4, suspended)]


def main():
    failed = 0
    for name, run in CHECKS:
        try:
            run()
            print(f'ok      {name}', flush=True)
        except Exception as error:  # a check may end in any way; the others still count
            failed += 1
            print(f'FAILED  {name}: {type(error).__name__}: {error}', flush=True)
    print(f'{len(CHECKS) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
