import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '@/scripts/setup/root.mjs'

test('numbers stand at the end of their cell, in the head of a table and below it', async () => {
  const css = (await readFile(join(root, 'app/admin/admin.css'), 'utf8')).replaceAll(/\/\*.*?\*\//gs, '')
  const rules = [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(',').map((one) => one.trim()),
    body,
  }))
  for (const cell of ['td.number', 'th.number']) {
    const bodies = rules.filter(({ selectors }) => selectors.includes(cell)).map(({ body }) => body)
    expect([cell, bodies.join('')]).toEqual([cell, expect.stringContaining('text-align: end')])
  }
})

test('dark is the same whether its reader or their browser asks for it', async () => {
  const css = await readFile(join(root, 'app/admin/colours.css'), 'utf8')
  const coloursOf = (selector: string) =>
    (css.split(`${selector} {`)[1] ?? '').split('}')[0]?.match(/--[\w-]+: #[0-9a-f]+/g) ?? []
  const chosen = coloursOf(':root[data-theme="dark"]')
  expect(chosen.length).toBe(coloursOf(':root').length)
  expect(coloursOf(':root:not([data-theme])')).toEqual(chosen)
})
