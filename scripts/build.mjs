import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { buildIfStale } = await import('./setup/build-if-stale.mjs')
const { actionsKey } = await import('./setup/keys.mjs')

await main(async () => {
  await installIfStale()
  await buildIfStale({ actionsKey: await actionsKey(), force: true })
  return 0
})
