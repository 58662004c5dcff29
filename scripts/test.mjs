import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { runEverything } = await import('../test/run-everything.mjs')

await main(runEverything)
