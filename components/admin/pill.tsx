import type { ReactNode } from 'react'
import { codeName } from './code-name'

/** The meaning of a status: nothing to do, in progress, good, something to do, removed or wrong. */
export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'wrong'

interface Props {
  /** Never the only sign: the words say it as well. */
  tone?: Tone
  children: ReactNode
}

/** A few words about a thing: its status, or an issue. */
export function Pill({ tone = 'plain', children }: Props) {
  return <span className={tone === 'plain' ? 'pill' : `pill ${tone}`}>{children}</span>
}

/** Codes with a tone other than plain. A code has one tone everywhere. */
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

/** The pill of a status code. */
export function StatusPill({ code }: { code: string }) {
  return <Pill tone={tones[code] ?? 'plain'}>{codeName(code)}</Pill>
}
