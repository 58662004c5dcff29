import './setup/check-node.mjs'

const { join } = await import('node:path')
const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { root } = await import('./setup/root.mjs')
const { startProcess } = await import('./setup/start-process.mjs')
const { untilStopped } = await import('./setup/until-stopped.mjs')

// npm run check-ledger | witness | mirror: programs for strangers, with no key and no database of the site.
await main(async () => {
  const stopped = untilStopped()
  await installIfStale()
  const [program = '', ...args] = process.argv.slice(2)
  const { ended, stop } = startProcess([join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, program), ...args], {
    env: { ...process.env, CALLED_FROM: process.env.INIT_CWD ?? process.cwd() },
  })
  stopped.addEventListener('abort', () => void stop())
  return await ended
})
