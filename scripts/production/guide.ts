import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * The commands that a guide gives below a heading, in order, as they stand.
 * @param guide its path
 * @param heading its text; none: what comes before the first
 * @param about leaves out blocks of commands that do not name this
 */
export async function commandsIn(guide: string, heading?: string, about = ''): Promise<string[]> {
  const text = await readFile(join(root, guide), 'utf8')
  const part = text.split(/^## /m).find((one, i) => (heading ? one.startsWith(`${heading}\n`) : i === 0))
  const commands = blocks(part ?? '')
    .filter((block) => block.includes(about))
    .flatMap(lines)
  if (commands.length === 0) throw new Error(`${guide} has no commands below "${heading ?? 'its title'}"`)
  return commands
}

/** The lines in a text's blocks of shell commands, without the comments behind them. */
export function shellCommands(markdown: string): string[] {
  return blocks(markdown).flatMap(lines)
}

function blocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block)
}

function lines(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.replace(/(^|\s+)# .*$/, ''))
    .filter((line) => line !== '')
}
