import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readlinkSync } from 'node:fs'

interface Ran {
  code: number
  /** The output, of stdout and stderr. */
  said: string
  /** In seconds, by the clock. */
  took: number
  /** In seconds, of the processors: what it took when other programs had them meanwhile. */
  worked: number
}

export interface Shell {
  run: (command: string) => Promise<Ran>
  end: () => Promise<void>
  /** Ends it, whatever it does. */
  kill: () => void
}

const settings: Record<string, string> = {
  HOME: '/root',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
  // Nobody is there to be asked.
  DEBIAN_FRONTEND: 'noninteractive',
}

/**
 * A shell of the root account in another machine, which keeps its folder and variables from one command to the next.
 * @param pid a process in whose namespaces it shall be
 * @throws Error if that is (still) a process of this machine: the commands delete databases
 */
export function openShell(pid: number): Shell {
  if (namespaceOf(pid) === namespaceOf('self')) throw new Error(`process ${pid} is of this machine`)
  const into = ['-t', String(pid), '-m', '-u', '-i', '-n', '-p', 'bash', '--noprofile', '--norc']
  const child = spawn('nsenter', into, { env: settings as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'ignore'] })
  let text = ''
  let heard = () => {}
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    heard()
  })
  child.once('exit', () => heard())
  child.stdin.write('exec 2>&1; cd\n')

  const said = async (command: string): Promise<{ text: string; code: number }> => {
    const end = randomUUID()
    text = ''
    child.stdin.write(`{ ${command}\n} < /dev/null\nprintf '\\n${end} %s\\n' $?\n`)
    for (;;) {
      const [before, after] = text.split(`\n${end} `)
      if (after?.endsWith('\n')) return { text: before ?? '', code: Number(after) }
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the shell ended: ${text.slice(-500)}`)
      await new Promise<void>((resolve) => {
        heard = resolve
      })
    }
  }
  const processorTime = async () => {
    const [, children = ''] = (await said('times')).text.trim().split('\n')
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0)
  }

  return {
    run: async (command) => {
      const before = await processorTime()
      const began = performance.now()
      const { text, code } = await said(command)
      const took = (performance.now() - began) / 1_000
      return { code, said: text, took, worked: (await processorTime()) - before }
    },
    end: async () => {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
    kill: () => child.kill('SIGKILL'),
  }
}

function namespaceOf(pid: number | 'self'): string {
  return readlinkSync(`/proc/${pid}/ns/mnt`)
}
