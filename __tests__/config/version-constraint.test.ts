import { describe, expect, it } from '@jest/globals'
import { checkVersion } from '../../src/config/version-constraint.ts'

describe('checkVersion', () => {
  it.each([
    ['2.8.7', '>= 2.0.0, < 3', 'satisfied'],
    ['2.4.0', '~> 2.3.0', 'violated'],
    ['2.9.0-rc1', '>= 2.8.0', 'violated'],
    ['current', '>= 2.0.0', 'unknown'],
    ['2.8.7', '>= 1.7.10, < 2.0.0', 'violated'],
    ['2.8.7', '~> 2.3', 'satisfied'],
    ['2.8.7', '~> 2.8.0', 'satisfied'],
    ['3.0.0', '~> 2.3', 'violated'],
    ['2.8.7', '2.8.7', 'satisfied'],
    ['2.8.7', '= v2.8.7', 'satisfied'],
    ['2.8.7', '!= 2.8.7', 'violated'],
    ['2.8.0', '= 2.8', 'satisfied'],
    ['2.8.7', '>2', 'satisfied'],
    ['2.8.7', '<= 2.8.6', 'violated'],
    ['2.9.0-rc2', '>= 2.9.0-rc1', 'satisfied'],
    ['2.9.0-rc.10', '> 2.9.0-rc.9', 'satisfied'],
    ['2.8.7', '~> 2.8.0-rc1', 'violated'],
    ['2.8.7+build', '2.8.7', 'satisfied'],
    ['2.8.7', '', 'invalid'],
    ['2.8.7', '>= two', 'invalid'],
    ['2.8.7', '=> 2', 'invalid'],
    ['2.8.7', '>= 2.0.0,', 'invalid'],
  ])('%s against %j: %s', (version, constraints, expected) => {
    expect(checkVersion(version, constraints)).toBe(expected)
  })
})
