import { ApiError, type Fields, type Operations } from '../call.ts'
import { needText, numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place, seconds } from './place.ts'

type Parameter = Place['scenario']['parameters'][number]

/** Systems Manager's parameter store: the scenario's parameters, each in version 1. */
export function createSsm(place: Place): Operations {
  const { parameters } = place.scenario

  /** Takes a name, `name:version` or an ARN; throws {@link ApiError} where nothing is found. */
  function find(reference: string): { parameter: Parameter; selector: string | undefined } {
    const [name = '', version] = bareName(place, reference).split(':')
    const parameter = parameters.find((candidate) => candidate.name === name)
    if (parameter === undefined) throw new ApiError('ParameterNotFound', '')
    if (version !== undefined && version !== '1') {
      const message = `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`
      throw new ApiError('ParameterVersionNotFound', message)
    }
    return { parameter, selector: version === undefined ? undefined : `:${version}` }
  }

  function read(reference: string, input: Fields): Fields {
    const { parameter, selector } = find(reference)
    return describeParameter(place, parameter, { decrypt: isTrue(input, 'WithDecryption'), selector })
  }

  return {
    GetParameter: (input) => ({ Parameter: read(needText(input, 'Name'), input) }),
    GetParameters(input) {
      const names = textsOf(input, 'Names') ?? []
      checkNames(names)
      const found = new Map(names.map((name) => [name, attempt(() => read(name, input))]))
      return {
        Parameters: [...found.values()].filter((parameter) => parameter !== undefined),
        InvalidParameters: names.filter((name) => found.get(name) === undefined),
      }
    },
    GetParametersByPath(input) {
      const path = needText(input, 'Path').replace(/\/?$/, '/')
      const below = parameters.filter(({ name }) => isBelow(name, path, isTrue(input, 'Recursive')))
      const { entries, next } = pageOf(below, textOf(input, 'NextToken'), numberOf(input, 'MaxResults') ?? 10)
      return {
        Parameters: entries.map(({ name }) => read(name, input)),
        ...(next === undefined ? {} : { NextToken: next }),
      }
    },
  }
}

function isTrue(input: Fields, name: string): boolean {
  return input[name] === true
}

function bareName(place: Place, reference: string): string {
  const prefix = arn(place, 'ssm', 'parameter/')
  if (!reference.startsWith(prefix)) return reference
  const rest = reference.slice(prefix.length)
  // A hierarchical name begins with the slash that the ARN swallowed, a plain one has none.
  return rest.includes('/') ? `/${rest}` : rest
}

function checkNames(names: readonly string[]): void {
  if (names.length <= 10) return
  const value = `Value '[${names.join(', ')}]' at 'names'`
  const rule = 'failed to satisfy constraint: Member must have length less than or equal to 10'
  throw new ApiError('ValidationException', `1 validation error detected: ${value} ${rule}`)
}

function attempt(read: () => Fields): Fields | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

function isBelow(name: string, path: string, recursive: boolean): boolean {
  return name.startsWith(path) && (recursive || !name.slice(path.length).includes('/'))
}

interface Reading {
  readonly decrypt: boolean
  readonly selector: string | undefined
}

function describeParameter(place: Place, parameter: Parameter, { decrypt, selector }: Reading): Fields {
  const hidden = parameter.type === 'SecureString' && !decrypt
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: hidden ? `AQICAHh${Buffer.from(parameter.name).toString('base64')}` : parameter.value,
    Version: 1,
    ...(selector === undefined ? {} : { Selector: selector }),
    LastModifiedDate: seconds(place.scenario.start - 86_400_000),
    ARN: arn(place, 'ssm', `parameter/${parameter.name.replace(/^\//, '')}`),
    DataType: 'text',
  }
}
