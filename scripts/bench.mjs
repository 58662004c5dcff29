import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { buildIfStale } = await import('./setup/build-if-stale.mjs')
const { actionsKey } = await import('./setup/keys.mjs')
const { runInherited: runVisibly } = await import('./testing/run-inherited.mjs')

// npm run bench | bench:attack | bench:oracle
await main(async () => {
  await installIfStale()
  await buildIfStale({ actionsKey: await actionsKey() })
  return runVisibly(['node_modules/tsx/dist/cli.mjs', ...process.argv.slice(2)])
})
