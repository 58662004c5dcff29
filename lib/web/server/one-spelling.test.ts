import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { checkTarget } from './check-target'
import { oneSpelling } from './one-spelling'

it('is the same page under one address', () => {
  expect(oneSpelling('/en/petitions/real')).toBe('/en/petitions/real')
  expect(oneSpelling('/%65n/petitions/re%61l%2dx')).toBe('/en/petitions/real-x')
  expect(oneSpelling('/en/%e3%81%82%20%25')).toBe('/en/%E3%81%82%20%25')
  const paths = fc.webPath().map((path) => `/en${path.replaceAll(/\/+/g, '/')}`)
  fc.assert(
    fc.property(paths, (path) => {
      const once = oneSpelling(path)
      expect(oneSpelling(once)).toBe(once)
      if (typeof checkTarget(path) === 'number') return
      expect(decodeURIComponent(once)).toBe(decodeURIComponent(path))
      expect(typeof checkTarget(once)).toBe('object')
    }),
  )
})

it('leads whoever reads another spelling there, and does not make the page for it', async () => {
  const { url, asked } = await openTestServer()
  const answer = await fetch(`${url}/en/petitions/%72eal?via=%6d`, { redirect: 'manual' })
  expect(answer.status).toBe(308)
  expect(answer.headers.get('location')).toBe('/en/petitions/real?via=%6d')
  expect(asked).toEqual([])
})
