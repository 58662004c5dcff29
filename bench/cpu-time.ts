import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of /proc a second: 100 on every Linux that Node runs on (man 5 proc, `sysconf(_SC_CLK_TCK)`). */
const TICKS = 100

/** Processor time, in seconds, of a process and its running descendants. Only on Linux; null elsewhere. */
export function cpuSeconds(...roots: number[]): number | null {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => read(Number(name)))
    const within = new Set(roots)
    for (let grew = true; grew; ) {
      const more = all.filter(({ pid, parent }) => within.has(parent) && !within.has(pid))
      for (const { pid } of more) within.add(pid)
      grew = more.length > 0
    }
    return all.filter(({ pid }) => within.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS
  } catch {
    return null
  }
}

function read(pid: number): { pid: number; parent: number; ticks: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // Its own and that of children it has waited for, so that a connection that ended is included.
    const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0)
    return [{ pid, parent: Number(fields[1]), ticks }]
  } catch {
    // It has ended meanwhile.
    return []
  }
}
