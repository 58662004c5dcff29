import { explain } from './setup-error.mjs'

/**
 * Runs one of our commands and ends the process: with the command's exit code, or with a sentence and 1.
 * @param {() => Promise<number>} command
 */
export async function main(command) {
  process.exitCode = await command().catch((error) => {
    console.error(`\n${explain(error)}`)
    return 1
  })
}
