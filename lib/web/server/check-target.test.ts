import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTarget } from './check-target'

describe('checkTarget', () => {
  it.each([
    ['/', { path: '/', query: '' }],
    ['/en/petitions/a-b?via=x%20y', { path: '/en/petitions/a-b', query: 'via=x%20y' }],
    ['/en/%EA%B9%80', { path: '/en/%EA%B9%80', query: '' }],
    ['/_next/static/chunks/%5Blocale%5D.js', { path: '/_next/static/chunks/%5Blocale%5D.js', query: '' }],
    ['/en?next=//evil', { path: '/en', query: 'next=//evil' }],
  ])('accepts %s', (target, expected) => {
    expect(checkTarget(target)).toEqual(expected)
  })

  it.each([
    '',
    '*',
    'en',
    'http://evil.example/en',
    'evil.example:443',
    '//evil.example',
    '/en//x',
    '/\\evil.example',
    '/en/../admin',
    '/en/..',
    '/./en',
    '/en/%2e%2e/admin',
    '/en/%2E%2e',
    '/a%2fb',
    '/a%5Cb',
    '/en/%00',
    '/en/%0d%0aSet-Cookie:x',
    '/en/%7f',
    '/en/%E0%A4',
    '/en/%zz',
    '/en/%',
    '/en x',
    '/en\u0000',
    '/en\tx',
    '/ën',
    '/en#x',
    '/en?x#y',
    '/en?x y',
  ])('refuses %j', (target) => {
    expect(checkTarget(target)).toBe(400)
  })

  it('refuses what is longer than any of our URLs', () => {
    expect(checkTarget(`/${'a'.repeat(2048)}`)).toBe(414)
    expect(checkTarget(`/en?draft=${'a'.repeat(8192)}`)).toBe(414)
    expect(checkTarget(`/${'a'.repeat(2047)}?draft=${'a'.repeat(6000)}`)).not.toBe(414)
  })

  it('lets nothing through that another layer could read as a different path', () => {
    const pieces = fc.constantFrom(
      '/',
      '.',
      '..',
      '%',
      '2',
      'e',
      'f',
      '5',
      'C',
      '0',
      '\\',
      'a',
      '?',
      '#',
      ' ',
      '\n',
      '%2e',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const checked = checkTarget(`/${parts.join('')}`)
        if (typeof checked === 'number') return
        const decoded = decodeURIComponent(checked.path)
        expect(decoded.split('/').length).toBe(checked.path.split('/').length)
        expect(new URL(checked.path, 'http://site.example').href).toBe(`http://site.example${checked.path}`)
        expect(decoded).not.toMatch(/\\|\/\/|\/\.\.?(\/|$)|\p{Cc}/u)
      }),
      { numRuns: 5000 },
    )
  })
})
