import { fileURLToPath } from 'node:url'

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** The folder of this clone's keys, database and outbox. */
export const dataDir = `${root}/.data`
