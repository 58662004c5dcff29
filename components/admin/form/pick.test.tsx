import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pick } from './pick'

const options = (many: number) => Array.from({ length: many }, (_, i): [string, string] => [`key-${i}`, `Report ${i}`])
const html = (many: number, chosen: string[]) =>
  renderToStaticMarkup(<Pick name="sources" options={options(many)} chosen={chosen} />)
const values = (page: string) => [...page.matchAll(/value="([\w-]+)"/g)].map(([, value]) => value)
const ticked = (page: string) => [...page.matchAll(/checked="" value="([\w-]+)"/g)].map(([, value]) => value)

test('a few choices are tick boxes in their order, without a search', () => {
  const page = html(8, ['key-5'])
  expect(values(page)).toEqual(options(8).map(([value]) => value))
  expect(ticked(page)).toEqual(['key-5'])
  expect(page).not.toMatch(/search|script/)
})

test('of more than eight the ticked ones stand first, each once, and there is a search that no form sends', () => {
  const page = html(12, ['key-7', 'key-3'])
  const all = options(12).map(([value]) => value)
  expect(values(page)).toEqual(['key-3', 'key-7', ...all.filter((value) => value !== 'key-3' && value !== 'key-7')])
  expect(ticked(page)).toEqual(['key-3', 'key-7'])
  const [search = ''] = page.match(/<input type="search"[^>]*>/) ?? []
  expect(search).not.toBe('')
  expect(search).not.toContain('name=')
  // Without scripts it would find nothing.
  expect(page).toMatch(/<p class="row" hidden=""><label>[^<]+<input type="search"/)
})
