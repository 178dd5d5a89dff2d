import { describe, expect, it } from '@jest/globals'
import { TerraformState } from '../../../src/config/plugins/terraform-state.ts'
import type { JsonObject } from '../../../src/model/json.ts'

const instance = (attributes: JsonObject, more: JsonObject = {}) => ({ ...more, attributes })
const resource = (type: string, name: string, instances: readonly JsonObject[], more: JsonObject = {}) => ({
  mode: 'managed',
  type,
  name,
  instances,
  ...more,
})
const state = new TerraformState({
  version: 4,
  outputs: {
    name: { value: 'shop', type: 'string' },
    vpc: { value: { id: 'vpc-1', 'zone-a': [1, 2.5, true] }, type: ['object', {}] },
    'with-hyphen': { value: 3, type: 'number' },
    nothing: { value: null, type: 'string' },
    password: { value: 'n3w-s3cret', type: 'string', sensitive: true },
  },
  resources: [
    resource('aws_vpc', 'main', [instance({ id: 'vpc-1', tags: { Name: 'main', 'a b': 'spaced', 'a-b': 'hyphen' } })]),
    resource('aws_vpc', 'main-2', [instance({ id: 'vpc-2' })]),
    resource('aws_subnet', 'p', [
      instance({ id: 'subnet-a' }, { index_key: 'az-a' }),
      instance({ id: 'subnet-b' }, { index_key: 'az-b' }),
      instance({ id: 'old' }, { index_key: 'az-b', deposed: '00000001' }),
    ]),
    resource('aws_subnet', 'n', [
      instance({ id: 'subnet-1', ids: ['x', 'y'] }, { index_key: 1 }),
      instance({ id: 'subnet-0', ids: [] }, { index_key: 0 }),
    ]),
    resource('aws_x', 'y', [instance({ z: 'data' })], { mode: 'data' }),
    resource('aws_x', 'y', [instance({ z: 'in module' })], { module: 'module.m' }),
    resource('aws_x', 'y', [instance({ z: 'data in module' })], { module: 'module.m["k"].module.n[0]', mode: 'data' }),
    resource(
      'terraform_remote_state',
      'net',
      [instance({ outputs: { value: { 'private-subnets': ['s-1', 's-2'], vpc: 'v' }, type: ['object', {}] } })],
      { mode: 'data' },
    ),
    resource('aws_db_instance', 'db', [
      instance(
        { address: 'db.internal', password: 'hunter2222' },
        { sensitive_attributes: [[{ type: 'get_attr', value: 'password' }]] },
      ),
    ]),
  ],
})

describe('an address of a state', () => {
  it.each([
    ['output.name', 'shop'],
    ['output.vpc', { id: 'vpc-1', 'zone-a': [1, 2.5, true] }],
    ['output.vpc.id', 'vpc-1'],
    ['output.vpc.zone-a[1]', 2.5],
    ['output.vpc.zone-a[-1]', true],
    ['output.vpc["zone-a"][0]', 1],
    ['output.with-hyphen', 3],
    ['aws_vpc.main.id', 'vpc-1'],
    ['aws_vpc.main-2.id', 'vpc-2'],
    ['aws_vpc.main.tags.Name', 'main'],
    ['aws_vpc.main.tags["a b"]', 'spaced'],
    ['aws_vpc.main.tags.["a b"]', 'spaced'],
    ['aws_vpc.main.tags."a b"', 'spaced'],
    ['aws_vpc.main.tags.a-b', 'hyphen'],
    ['aws_vpc.main', { id: 'vpc-1', tags: { Name: 'main', 'a b': 'spaced', 'a-b': 'hyphen' } }],
    ['aws_subnet.p["az-a"].id', 'subnet-a'],
    ['aws_subnet.p["az-b"].id', 'subnet-b'],
    ['aws_subnet.p', { 'az-a': { id: 'subnet-a' }, 'az-b': { id: 'subnet-b' } }],
    ['aws_subnet.n[0].id', 'subnet-0'],
    ['aws_subnet.n[1].ids[1]', 'y'],
    [
      'aws_subnet.n',
      [
        { id: 'subnet-0', ids: [] },
        { id: 'subnet-1', ids: ['x', 'y'] },
      ],
    ],
    ['data.aws_x.y.z', 'data'],
    ['module.m.aws_x.y.z', 'in module'],
    ['module.m["k"].module.n[0].data.aws_x.y.z', 'data in module'],
    ['data.terraform_remote_state.net.outputs.vpc', 'v'],
    ['data.terraform_remote_state.net.outputs.private-subnets', ['s-1', 's-2']],
    ['data.terraform_remote_state.net.outputs.private-subnets[1]', 's-2'],
  ])('%s', (address, value) => {
    expect(state.lookUp(address).value).toEqual(value)
  })

  it.each([
    ['output.none', 'output.none is not found in tfstate'],
    ['output.nothing', 'output.nothing is not found in tfstate'],
    ['output.nothing.below', 'output.nothing.below is not found in tfstate'],
    ['output.vpc.toString', 'output.vpc.toString is not found in tfstate'],
    ['output.__proto__', 'output.__proto__ is not found in tfstate'],
    ['', ' is not found in tfstate'],
    ['aws_subnet.px.id', 'aws_subnet.px.id is not found in tfstate'],
    ['aws_subnet.p["zz"].id', 'aws_subnet.p["zz"].id is not found in tfstate'],
    ['aws_subnet.n[7].id', 'aws_subnet.n[7].id is not found in tfstate'],
    ["aws_subnet.p['az-a'].id", "failed to lookup aws_subnet.p['az-a'].id in tfstate: cannot read ['az-a'].id"],
    ['output.name.x', 'failed to lookup output.name.x in tfstate: expected an object for .x, got a string'],
    ['output.vpc[0]', 'failed to lookup output.vpc[0] in tfstate: expected a list for [0], got an object'],
    ['aws_subnet.n.id', 'failed to lookup aws_subnet.n.id in tfstate: expected an object for .id, got a list'],
    ['output.vpc | keys', 'output.vpc | keys is not found in tfstate'],
    ['output.vpc.id | length', 'failed to lookup output.vpc.id | length in tfstate: cannot read  | length'],
  ])('%s is refused', (address, message) => {
    expect(() => state.lookUp(address)).toThrow(message)
  })

  it('of an instance whose key is neither a number nor a text', () => {
    const instances = [instance({ id: 'x' }, { index_key: { toString: 0 } })]
    const odd = new TerraformState({ resources: [resource('aws_x', 'odd', instances)] })
    expect(odd.lookUp('aws_x.odd').value).toEqual({ '{"toString":0}': { id: 'x' } })
  })

  it('that is misspelt is answered with the nearest one', () => {
    expect(() => state.lookUp('output.nmae')).toThrow(expect.objectContaining({ hint: 'did you mean "output.name"?' }))
  })

  it.each([
    ['output.password', ['n3w-s3cret']],
    ['output.name', []],
    ['aws_db_instance.db.address', ['hunter2222']],
  ])('%s tells what is sensitive', (address, sensitive) => {
    expect(state.lookUp(address).sensitive).toEqual(sensitive)
  })
})
