import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { stopCommands } = await import('./setup/run-command.mjs')
const { untilStopped } = await import('./setup/until-stopped.mjs')

// npm run e2e, or npm run e2e -- e2e/share.spec.ts
await main(async () => {
  untilStopped().addEventListener('abort', stopCommands)
  await installIfStale()
  const { runE2e } = await import('../test/run-e2e.mjs')
  const { passed, failed } = await runE2e(process.argv.slice(2))
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
