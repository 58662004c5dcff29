import { expect, it, vi } from 'vitest'
import { pool } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { isThere } from './is-there'

useDatabase()

it('looks up slugs together, in one statement, and no other path', async () => {
  await aPetition('real')
  const query = vi.spyOn(pool(), 'query')
  const paths = [
    '/en/petitions/real',
    '/ko/petitions/real/sign',
    '/embed/ko/petitions/real',
    '/embed/ko/petitions/made-up',
    ...Array.from({ length: 40 }, (_, i) => `/en/members/m${i}`),
  ]
  expect(await Promise.all(paths.map(isThere))).toEqual(paths.map((path) => path.includes('real')))
  expect(query).toHaveBeenCalledTimes(1)
  query.mockClear()
  const others = ['/en', '/en/petitions', '/en/members/find', '/en/members/members.csv', '/en/activities/feed.atom']
  expect(await Promise.all([...others, '/en/petitions/real'].map(isThere))).toEqual([...others, ''].map(() => true))
  expect(await Promise.all(['/en/petitions/%72eal', '/en/letters/A', '/en/petitions/-'].map(isThere))).toEqual([
    false,
    false,
    false,
  ])
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()
})

it('leaves it to the page where the database does not answer', async () => {
  const query = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('away') as never)
  expect(await isThere('/en/petitions/not-looked-up')).toBe(true)
  query.mockRestore()
})
