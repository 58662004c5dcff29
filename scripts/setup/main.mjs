import { explain } from './setup-error.mjs'

/**
 * Runs a command of ours and ends the process: with the number it gives, or with one sentence and 1.
 * @param {() => Promise<number>} command
 */
export async function main(command) {
  process.exitCode = await command().catch((error) => {
    console.error(`\n${explain(error)}`)
    return 1
  })
}
