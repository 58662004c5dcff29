import { readdir, readFile } from 'node:fs/promises'
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

/** The selectors of the rules that declare something, in all style sheets of the admin area. */
async function rulesWith(declaration: string): Promise<string[]> {
  const folder = join(root, 'app/admin')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.css'))
  const css = (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n')
  const rules = [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)]
  return rules.filter(([, , body]) => body?.includes(declaration)).map(([, selector = '']) => selector.trim())
}

// The bar on a phone and the bars of a chart once shared a class: one of the latter lay over the former.
test('what stays in its place while a page scrolls is named with its element, or by a class of the frame alone', async () => {
  expect((await rulesWith('position: fixed')).toSorted()).toEqual(['.side', '.skip:focus', 'nav.bar'])
})

// Nobody hears it, and a status that is struck through reads as one that no longer holds.
test('only what a text lost is struck through', async () => {
  expect(await rulesWith('line-through')).toEqual(['del'])
})
