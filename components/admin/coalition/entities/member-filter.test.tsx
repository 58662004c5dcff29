import { expect, test } from 'vitest'
import type { Listed } from '@/lib/coalition/entities/find-editable'
import type { MemberRow } from '@/lib/coalition/entities/member'
import { narrowMembers } from './member-filter'

const row = (name: string, more: Partial<MemberRow>): Listed<MemberRow> => ({
  id: name,
  title: name,
  values: {},
  row: { name, kind: 'organization', country: null, leftOn: null, search: name.toLowerCase(), ...more } as MemberRow,
})
const rows = [
  row('Éveil Asie', { country: 'FR', search: 'eveil asie 각성' }),
  row('Echo', { kind: 'individual', country: 'KR', leftOn: new Date('2020-01-01') }),
  row('“Asia” Watch', {}),
]
const left = (query: Record<string, string | string[]>) => narrowMembers(rows, query).map(({ id }) => id)

test('members are narrowed by words in any order and language, letter, type, country and membership', () => {
  expect(left({})).toHaveLength(3)
  expect(left({ text: 'Asie  éveil' })).toEqual(['Éveil Asie'])
  expect(left({ text: '각성' })).toEqual(['Éveil Asie'])
  expect(left({ letter: 'E' })).toEqual(['Éveil Asie', 'Echo'])
  expect(left({ letter: 'A' })).toEqual(['“Asia” Watch'])
  expect(left({ kind: 'individual' })).toEqual(['Echo'])
  expect(left({ country: 'none' })).toEqual(['“Asia” Watch'])
  expect(left({ stays: 'left' })).toEqual(['Echo'])
  expect(left({ stays: 'member', country: 'FR' })).toEqual(['Éveil Asie'])
  expect(left({ text: ['a', 'b'], country: 'nowhere' })).toEqual([])
})
