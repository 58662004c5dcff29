import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Staff } from '@/lib/staff/staff'
import { places } from './places'
import { SideNav } from './side-nav'

test('each key that goes to a place goes to one, and places of no role of a person have none', () => {
  const keys = places.flatMap((group) => group.places).flatMap(({ go }) => go ?? [])
  expect(keys.length).toBeGreaterThan(5)
  expect(new Set(keys).size).toBe(keys.length)
  const nav = (role: 'owner' | 'editor') =>
    renderToStaticMarkup(<SideNav staff={{ role } as Staff} at="/admin" waiting={{}} />)
  const keysOf = (html: string) => [...html.matchAll(/data-go="(\w)"/g)].map(([, key]) => String(key))
  expect(keysOf(nav('owner')).toSorted()).toEqual(keys.toSorted())
  expect(nav('owner')).toContain('<a href="/admin/review/held" data-go="r">Held signatures</a>')
  expect(keysOf(nav('editor'))).not.toContain('r')
  expect(keysOf(nav('editor'))).toContain('p')
})
