import './setup/check-node.mjs'

const { join } = await import('node:path')
const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { root } = await import('./setup/root.mjs')
const { runSource } = await import('./setup/start-process.mjs')
const { untilStopped } = await import('./setup/until-stopped.mjs')

// npm run check-ledger | witness | mirror, for anyone, without the site's keys and database; and the benches, most of
// them on the built site (--built).
await main(async () => {
  const stopped = untilStopped()
  await installIfStale()
  const built = process.argv[2] === '--built'
  const [program = '', ...args] = process.argv.slice(built ? 3 : 2)
  if (built) {
    const { buildIfStale } = await import('./setup/build-if-stale.mjs')
    const { actionsKey } = await import('./setup/keys.mjs')
    await buildIfStale({ actionsKey: await actionsKey() })
  }
  const env = { ...process.env, CALLED_FROM: process.env.INIT_CWD ?? process.cwd() }
  return runSource([join(root, program), ...args], env, stopped)
})
