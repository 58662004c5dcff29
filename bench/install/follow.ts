import type { Shell } from './shell'

export interface Ran {
  command: string
  said: string
  /** In seconds: by the clock, and of the processors. */
  took: number
  worked: number
}

export interface Typed {
  /** The repository that is cloned, in place of the `…` of the guide. */
  source: string
  /** The values written into the file that `nano` opens, as the shell reads it in double quotes. */
  values: Record<string, string>
}

/**
 * A command of a guide as somebody types it: with the address that it leaves out, and values for what it says to fill
 * in.
 */
function asTyped(command: string, { source, values }: Typed): string {
  const [, file] = /^nano (\S+)$/.exec(command) ?? []
  return file ? fillIn(file, values) : command.replace('git clone …', `git clone ${source}`)
}

/** Sets values in a file of settings, at its end. */
function fillIn(file: string, values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `sed -i '/^${name}=/d' ${file} && echo "${name}=${value}" >> ${file}`)
    .join(' && ')
}

/**
 * Runs the commands of a guide one after the other.
 * @throws if one of them fails; but `production-check` does, where it finds something
 */
export async function follow(shell: Shell, commands: string[], typed: Typed): Promise<Ran[]> {
  const ran: Ran[] = []
  for (const command of commands) {
    const { code, ...result } = await shell.run(asTyped(command, typed))
    console.log(`${command}\n  ${result.took.toFixed(0)} s`)
    if (code !== 0 && !command.endsWith('production-check.js'))
      throw new Error(`${command}\nended with ${code}\n${result.said.slice(-2_000)}`)
    ran.push({ command, ...result })
  }
  return ran
}
