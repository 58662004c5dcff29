import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { buildIfStale } = await import('./setup/build-if-stale.mjs')
const { keysOf } = await import('./setup/keys.mjs')
const { dataDir } = await import('./setup/root.mjs')

await main(async () => {
  await installIfStale()
  const key =
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? (await keysOf(dataDir)).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  await buildIfStale({ actionsKey: key ?? '', force: true })
  return 0
})
