import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './setup/root.mjs'
import { runtimePackages } from './setup/runtime-packages.mjs'

// Run while the image is built (Containerfile): leaves of node_modules what the built site loads.
const modules = join(root, 'node_modules')
// npm's record stays whole: commands would install again what it does not name (setup/install-if-stale.mjs).
const kept = (await runtimePackages(root)).add(join(modules, '.package-lock.json'))
for (const name of await readdir(modules)) {
  const inside = name.startsWith('@') ? await readdir(join(modules, name)) : ['']
  for (const part of inside) {
    const path = join(modules, name, part)
    if (!kept.has(path)) await rm(path, { recursive: true, force: true })
  }
}
