import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatDuration, parseDuration } from '../../src/config/durations.ts'

describe('parseDuration', () => {
  it.each([
    ['5m10s', 310_000],
    ['1h', 3_600_000],
    ['1.5h', 5_400_000],
    ['300ms', 300],
    ['.5s', 500],
    ['1.s', 1000],
    ['-90s', -90_000],
    ['1us', 0.001],
    ['1µs', 0.001],
    ['0', 0],
    ['10m0s', 600_000],
    ['300', undefined],
    ['', undefined],
    ['s', undefined],
    ['1d', undefined],
    ['1 h', undefined],
    ['1.2.3s', undefined],
    ['9999999h', undefined],
  ])('%j is %j ms', (text, expected) => {
    expect(parseDuration(text)).toBe(expected)
  })

  it('answers at once, however long the text', () => {
    expect(parseDuration('1'.repeat(200_000))).toBeUndefined()
  })
})

describe('formatDuration', () => {
  it.each([
    [600_000, '10m0s'],
    [3_600_000, '1h0m0s'],
    [5_400_000, '1h30m0s'],
    [310_000, '5m10s'],
    [1500, '1.5s'],
    [300, '300ms'],
    [0.3, '300µs'],
    [0.0003, '300ns'],
    [0, '0s'],
    [-90_000, '-1m30s'],
  ])('%j ms is %j', (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected)
  })

  it('is read back as what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds))).toBeCloseTo(milliseconds, 3)
      }),
    )
  })
})
