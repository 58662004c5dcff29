import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')

await main(async () => {
  await installIfStale()
  const { runChecks } = await import('./checks/run-checks.mjs')
  const { passed, failed } = await runChecks()
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
