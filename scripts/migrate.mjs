import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { migrate } = await import('./setup/migrate.mjs')

await main(() => migrate(process.argv.slice(2)))
