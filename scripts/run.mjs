import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { runProgram } = await import('./setup/run-program.mjs')

// npm run worker | recount | bench: runs a program from source, with the keys and the database of this folder.
await main(() => runProgram(process.argv.slice(2)))
