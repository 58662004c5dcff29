import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { databaseRoles } = await import('./setup/database-roles.mjs')

await main(() => databaseRoles())
