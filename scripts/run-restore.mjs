import './setup/check-node.mjs'

const { existsSync } = await import('node:fs')
const { join } = await import('node:path')
const { main } = await import('./setup/main.mjs')
const { generateIfStale } = await import('./setup/generate-if-stale.mjs')
const { installIfStale } = await import('./setup/install-if-stale.mjs')
const { keysOf } = await import('./setup/keys.mjs')
const { dataDir } = await import('./setup/root.mjs')
const { SetupError } = await import('./setup/setup-error.mjs')
const { readDotEnv, siteEnv, wantedPort } = await import('./setup/site-env.mjs')
const { runSource } = await import('./setup/start-process.mjs')
const { untilStopped } = await import('./setup/until-stopped.mjs')

// npm run restore | drill:restore: with the keys of the site, and without its database, which may be gone.
await main(async () => {
  const stopped = untilStopped()
  readDotEnv()
  if (!process.env.SEAL_PRIVATE_KEY && !existsSync(join(dataDir, 'keys.env'))) {
    throw new SetupError('The keys are missing. Put your copy of keys.env back in .data, then restore.')
  }
  await installIfStale()
  await generateIfStale()
  const keys = existsSync(join(dataDir, 'keys.env')) ? await keysOf(dataDir) : {}
  const env = siteEnv({ keys, databaseUrl: process.env.DATABASE_URL ?? '', port: wantedPort() })
  return runSource(process.argv.slice(2), { ...env, CALLED_FROM: process.env.INIT_CWD ?? process.cwd() }, stopped)
})
