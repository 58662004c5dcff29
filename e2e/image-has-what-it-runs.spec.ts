import { readdir, readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { root } from '@/scripts/setup/root.mjs'
import { runtimePackages } from '@/scripts/setup/runtime-packages.mjs'
import { expect, test } from './support/test'

test('the image keeps every package that a built program imports', async () => {
  const kept = [...(await runtimePackages(root))].map((path) => path.slice(root.length + '/node_modules/'.length))
  const names = (await readdir('dist')).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(names.map((name) => readFile(`dist/${name}`, 'utf8')))
  const imported = texts.flatMap((text) => [...text.matchAll(/^import (?:[^'"]* from )?["']([^"']+)["'];$/gm)])
  const packages = imported
    .map(([, from = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? '')
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name))
  expect(packages).toContain('pg')
  for (const name of packages) expect(kept).toContain(name)
})
