import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FilterBar } from './filter-bar'
import { conditionsOf } from './filter-words'

const query = { state: 'held', from: '2026-11-01T10:00', fromAt: 'x', zone: 'Asia/Seoul', sort: 'oldest', after: 'y' }
const filter = { state: 'held', from: new Date('2026-11-01T01:00Z') } as const
const html = (more: { folds?: boolean; wrong?: boolean } = {}) =>
  renderToStaticMarkup(
    <FilterBar path="/list" query={query} conditions={conditionsOf(filter)} {...more}>
      <select name="state" />
    </FilterBar>,
  )

test('each condition is a link to the list without it, in its order and from its first page', () => {
  const links = [...html().matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href = '', words = '']) => [
    href.replaceAll('&amp;', '&'),
    words.replaceAll(/<[^>]*>/g, ''),
  ])
  expect(links).toEqual([
    ['/list?from=2026-11-01T10%3A00&fromAt=x&zone=Asia%2FSeoul&sort=oldest', 'status Held, leave this out ×'],
    ['/list?state=held&zone=Asia%2FSeoul&sort=oldest', 'received from 2026-11-01 01:00 UTC, leave this out ×'],
    ['/list?zone=Asia%2FSeoul&sort=oldest', 'Clear all'],
  ])
})

test('controls fold where a list says so, and stand open when the address cannot be read', () => {
  expect(html()).toMatch(/^<form/)
  expect(html({ folds: true })).toMatch(/^<details class="filter"><summary class="button">Filter<\/summary><form/)
  expect(html({ folds: true, wrong: true })).toMatch(/^<details class="filter" open="">/)
})

test('a list that nothing narrows says nothing', () => {
  const page = renderToStaticMarkup(
    <FilterBar path="/list" query={{}} conditions={conditionsOf({})}>
      <select name="state" />
    </FilterBar>,
  )
  expect(page).not.toContain('<a ')
})
