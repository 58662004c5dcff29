import { expect, test } from 'vitest'
import { sorted } from './sorted'

const rows = [
  { name: 'Echo', many: 10, left: new Date('2020-01-01') },
  { name: 'éveil', many: 9, left: null },
  { name: 'Alpha', many: 9, left: new Date('2010-01-01') },
]
const by = (sort?: string | string[]) =>
  sorted(rows, {
    path: '/list',
    query: { sort, kind: 'person', page: '3' },
    columns: { name: ({ name }) => name, many: ({ many }) => many, left: ({ left }) => left },
  })
const names = (sort?: string) => by(sort).rows.map(({ name }) => name)

test('a list stands in its own order, or in that of a column, in both directions; what has no value stands last', () => {
  expect(names()).toEqual(['Echo', 'éveil', 'Alpha'])
  expect(names('name')).toEqual(['Alpha', 'Echo', 'éveil'])
  expect(names('-name')).toEqual(['éveil', 'Echo', 'Alpha'])
  // Equal ones stay as they stood.
  expect(names('many')).toEqual(['éveil', 'Alpha', 'Echo'])
  expect(names('-many')).toEqual(['Echo', 'éveil', 'Alpha'])
  expect(names('left')).toEqual(['Alpha', 'Echo', 'éveil'])
  expect(names('-left')).toEqual(['Echo', 'Alpha', 'éveil'])
})

test('a head leads to its order, pressed again to the other direction, with the filter and to the first page', () => {
  expect(by().head('name')).toEqual({ href: '/list?sort=name&kind=person', now: null })
  expect(by('name').head('name')).toEqual({ href: '/list?sort=-name&kind=person', now: 'ascending' })
  expect(by('-name').head('name')).toEqual({ href: '/list?sort=name&kind=person', now: 'descending' })
  expect(by('name').head('many', true)).toEqual({ href: '/list?sort=-many&kind=person', now: null })
})

test('a column that there is not is no order: nothing is listed', () => {
  for (const wrong of ['secret', '--name', ['name', 'many']]) expect(by(wrong)).toMatchObject({ wrong: true, rows: [] })
  expect(by('')).toMatchObject({ wrong: false, rows })
})
