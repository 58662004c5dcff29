import { generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, expect, test } from 'vitest'
import { formatNamesTo, parseNamesTo } from './names/names-to'
import { readDeliveryOrder } from './order'

let [first, second, quantum] = ['', '', '']
beforeAll(async () => {
  first = await identityToRecipient(await generateIdentity())
  second = await identityToRecipient(await generateIdentity())
  quantum = await identityToRecipient(await generateHybridIdentity())
})

const read = (...lines: string[]) =>
  readDeliveryOrder({ day: '2026-03-05', addressees: lines.join('\r\n'), why: 'handing over' })

test('each line is an office; one that gets names has its key at the end', () => {
  const result = read(` The Council  ${first} `, '', 'Mission of Age1land', `Bureau\t${second}`)
  if (!result.ok) throw new Error(result.reason)
  const { addressees, namesTo } = result.order
  expect(addressees).toEqual(['The Council', 'Mission of Age1land', 'Bureau'])
  expect(namesTo).toEqual([
    { addressee: 'The Council', key: first },
    { addressee: 'Bureau', key: second },
  ])
  expect(parseNamesTo(formatNamesTo(namesTo))).toEqual(namesTo)
  expect(read('The Council')).toMatchObject({ ok: true, order: { namesTo: [] } })
  expect(read(`The Council ${quantum}`)).toMatchObject({ ok: true, order: { namesTo: [{ key: quantum }] } })
})

test.each([
  ['a key that cannot be read', () => [`The Council ${first.slice(0, -1)}`]],
  ['a key of two', () => [`The Council ${first}`, `Bureau ${first}`]],
  ['an office twice', () => [`The Council ${first}`, `The Council ${second}`]],
  ['a secret key in place of a public one', () => [`The Council AGE-SECRET-KEY-1${'Q'.repeat(58)}`]],
  ['a key in capitals', () => [`The Council ${first.toUpperCase()}`]],
  ['a key in brackets', () => [`The Council (${first})`]],
  ['a key without a space before it', () => [`The Council:${first}`]],
  ['a weaker key beside a stronger', () => [`The Council ${first}`, `Bureau ${quantum}`]],
])('refuses %s', (_, lines) => {
  expect(read(...lines())).toEqual({ ok: false, reason: 'recipients' })
})

test('refuses a key without an office, and no office', () => {
  expect(read(first)).toMatchObject({ ok: false })
  expect(read('')).toEqual({ ok: false, reason: 'addressees' })
})
