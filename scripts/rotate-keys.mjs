import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { runProgram } = await import('./setup/run-program.mjs')
const { renewKeys } = await import('./setup/renew-keys.mjs')

// npm run rotate-keys: continues a rotation. npm run rotate-keys new: makes new keys first.
await main(async () => {
  if (process.argv[2] === 'new') await renewKeys()
  return runProgram(['scripts/rotate-keys.ts'])
})
