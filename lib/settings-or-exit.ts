import { type Env, env } from './env'

/** The settings of this process; one that cannot be used ends it with a sentence about each, and no stack trace. */
export function settingsOrExit(): Env {
  try {
    return env()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
