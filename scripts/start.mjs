import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { start } = await import('./setup/start-site.mjs')

await main(() => start({ dev: process.argv.includes('--dev') }))
