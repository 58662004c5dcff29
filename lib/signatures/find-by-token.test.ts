import { expect, it, vi } from 'vitest'
import { pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { newToken } from '@/lib/vault/token'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { confirm } from './confirm'
import { findByToken } from './find-by-token'

useDatabase()

const now = new Date('2026-11-28T12:00:00Z')

it('finds for everybody who comes at once their own, in one statement, and nothing under made-up tokens', async () => {
  const id = await aPetition('together')
  await Promise.all(['a', 'b', 'c'].map((name) => signAs('together', `${name}@example.org`, now)))
  const [first, ...others] = (await openedSignatures(id)).map(({ token, email }) => ({ token, email }))
  await confirm(first?.token ?? '', now)
  const query = vi.spyOn(pool(), 'query')
  const found = await Promise.all(
    [first, ...others, { token: newToken() }, { token: 'cut short' }].map((link) =>
      findByToken(link?.token ?? '', now),
    ),
  )
  expect(query).toHaveBeenCalledTimes(1)
  query.mockRestore()
  expect(found[0]).toMatchObject({ spent: false, state: 'confirmed', form: null })
  expect(found.slice(1, 3)).toMatchObject(others.map(({ email }) => ({ state: 'pending', form: { own: { email } } })))
  expect(found.slice(3)).toEqual([null, null])
})

it('knows the petition’s number that includes a counted signature, at the moment it is counted', async () => {
  const id = await aPetition('counted-with')
  await signAs('counted-with', 'a@example.org', now)
  const token = (await openedSignatures(id))[0]?.token ?? ''
  await confirm(token, now)
  expect(await findByToken(token, now)).toMatchObject({ state: 'confirmed', count: 0 })
  await append(now)
  expect(await findByToken(token, now)).toMatchObject({ state: 'counted', count: 1 })
})
