import { fileURLToPath } from 'node:url'

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where keys, database and outbox of this clone live. */
export const dataDir = `${root}/.data`
