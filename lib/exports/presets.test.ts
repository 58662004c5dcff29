import { expect, test } from 'vitest'
import { isPersonal } from './columns'
import { isPersonalPreset, presetAt, presetFields, presetNames } from './presets'
import { orderIn } from './reviewed-order'
import type { SavedRecipient } from './saved-recipients'
import { startingFields } from './starting-fields'

const now = new Date('2026-11-29T12:00:00Z')
const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const petition = {
  id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  slug: 'one',
  title: 'One',
  language: 'en',
  isOpen: false,
}
const other = { ...petition, id: '6f9619ff-8b86-4011-b42d-00c04fc964fe', slug: 'other' }
const reader: SavedRecipient = { id: '', name: 'A body', key, addedBy: '', addedAt: now, files: 0, lastAt: null }

test.each(presetNames.filter((name) => name !== 'custom'))(
  '%s: fills in a form that is right with a purpose alone, where there is one petition and one reader',
  (name) => {
    const fields = { ...startingFields(name, [petition], [reader]), reason: 'for the Council' }
    const read = orderIn(fields, now)
    expect(read).toMatchObject({ ok: true, order: { recipient: isPersonalPreset(name) ? key : null } })
    expect(read.ok && read.order.columns.some(isPersonal)).toBe(isPersonalPreset(name))
  },
)

test('numbers only show nobody; addresses come without names', () => {
  expect(isPersonalPreset('statistics')).toBe(false)
  expect(presetFields('statistics').column).not.toContain('reference')
  expect(presetFields('subscribers').column).toBe('language email')
  expect([presetAt('delivery'), presetAt('constructor'), presetAt(undefined)]).toEqual(['delivery', null, null])
})

test('the petition is chosen where there is no doubt which, and the reader where one alone is saved', () => {
  expect(startingFields(null, [petition, other], [])).toEqual({})
  expect(startingFields(null, [petition, { ...other, isOpen: true }], [])).toEqual({ petition: other.id })
  expect(startingFields('delivery', [], [reader, { ...reader, key: 'age1' }])).not.toHaveProperty('saved')
  expect(startingFields('statistics', [], [reader])).not.toHaveProperty('saved')
})
