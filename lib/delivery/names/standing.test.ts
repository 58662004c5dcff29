import { expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import * as reading from '@/lib/exports/read-rows'
import { namesIn, useNamedDeliveries } from '@/test/named-delivery'
import { useDatabase } from '@/test/use-database'
import { findPack } from '../find-pack'
import { makePacks } from '../make-packs'
import { fetchNames } from './fetch-names'
import * as making from './names-file'

useDatabase()

const now = new Date('2026-03-04T12:00:00Z')
const { who, signed, counted, agreed, withdrawOne, pageOf, opened, fetched } = useNamedDeliveries(now)

test('names beside a pack leave out who withdrew before; who did while they were being made keeps them from being handed over, not the pack from being made', async () => {
  const id = await signed('withdrawn')
  const delivery = await agreed(id)
  await withdrawOne(id, 'Ada Lovelace')
  const make = making.namesFile
  const slow = vi.spyOn(making, 'namesFile').mockImplementationOnce(async (...given) => {
    const file = await make(...given)
    await withdrawOne(id, 'Bea Beispiel')
    return file
  })
  expect(await makePacks(now)).toBe(1)
  slow.mockRestore()
  expect(await findPack(delivery, null)).not.toBeNull()
  expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
  const again = await agreed(id)
  await counted()
  await makePacks(now)
  expect(namesIn(await opened(await fetched(again)))).toEqual(new Set(['Eve ""Q"" Example', '김○○']))
})

test('names beside a pack are not handed over once somebody in them withdrew or chose otherwise, and are while others do', async () => {
  const id = await signed('left')
  const delivery = await agreed(id)
  await makePacks(now)
  await withdrawOne(id, 'Hidden Person')
  await fetched(delivery)
  await withdrawOne(id, 'Ada Lovelace')
  expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
  const again = await agreed(id)
  await counted()
  await makePacks(now)
  expect(namesIn(await opened(await fetched(again)))).toEqual(new Set(['B. B.', 'Eve ""Q"" Example', '김○○']))
  await pool().query(`UPDATE signature SET display = 'hidden' WHERE display = 'initials'`)
  expect(await fetchNames(who.second, again, now)).toEqual({ ok: false, reason: 'names_changed' })
})

test('names beside a pack are handed over although somebody saves their page, comes or asks for updates; not once a name is another', async () => {
  const id = await signed('saved')
  const delivery = await agreed(id)
  await makePacks(now)
  const page = await pageOf('saved', 'Ada Lovelace')
  await page.save({})
  await fetched(delivery)
  await page.save({ updates: 'on' })
  await fetched(delivery)
  // Hidden when the file was made.
  const hidden = await pageOf('saved', 'Hidden Person')
  await hidden.save({ display: 'initials' })
  await fetched(delivery)
  // The initials are the same, and more is not in the file.
  const initials = await pageOf('saved', 'Bea Beispiel')
  await initials.save({ name: 'Berta Beispiel', display: 'initials' })
  await fetched(delivery)
  // The same letters in another case are another name, and a newcomer does not make up for it.
  await page.save({ name: 'ada lovelace' })
  expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
  await page.save({ updates: 'on' })
  await fetched(delivery)
  await page.save({ display: 'initials' })
  expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
})

test('names beside a pack are made although somebody chooses meanwhile that their name is shown', async () => {
  const id = await signed('comes')
  const delivery = await agreed(id)
  const read = reading.readRows
  vi.spyOn(reading, 'readRows').mockImplementationOnce(async function* (file) {
    await pool().query(`UPDATE signature SET display = 'full' WHERE petition_id = $1`, [id])
    yield* read(file)
  })
  expect(await makePacks(now)).toBe(1)
  vi.restoreAllMocks()
  const text = await opened(await fetched(delivery))
  expect(text).toMatch(/, 5 signatures, /)
  expect(namesIn(text)).toContain('Hidden Person')
})
