import type { ReactNode } from 'react'
import { codeName } from './code-name'

/** What a status means to its reader: nothing to do, under way, well, something to do, taken away or wrong. */
export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'wrong'

interface Props {
  /** Never the only sign: the words say it. */
  tone?: Tone
  children: ReactNode
}

/** A few words about a thing: its status, or what is the matter with it. */
export function Pill({ tone = 'plain', children }: Props) {
  return <span className={tone === 'plain' ? 'pill' : `pill ${tone}`}>{children}</span>
}

/** Those that are not plain. One code means one thing, whatever it is said of. */
const tones: Record<string, Tone> = {
  active: 'good',
  agreed: 'good',
  approved: 'good',
  confirmed: 'info',
  counted: 'good',
  counting: 'info',
  delivered: 'good',
  disabled: 'wrong',
  done: 'good',
  fetching: 'info',
  frozen: 'warn',
  held: 'warn',
  open: 'good',
  published: 'good',
  ready: 'warn',
  removed: 'wrong',
  running: 'info',
  scheduled: 'warn',
  sending: 'info',
  stopped: 'warn',
  to_download: 'good',
  to_review: 'warn',
  unpublished: 'warn',
  waiting: 'warn',
  won: 'good',
}

/** A status as its code says it. */
export function StatusPill({ code }: { code: string }) {
  return <Pill tone={tones[code] ?? 'plain'}>{codeName(code)}</Pill>
}
