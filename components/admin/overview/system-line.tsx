import { Fragment, type ReactNode } from 'react'
import type { LineName, StatusLine } from '@/lib/overview/status/status-line'
import { Pill } from '../pill'
import { lineWords } from '../status/line-words'
import { Time } from '../time'
import { t } from '../words'

interface Props {
  lines: StatusLine[]
  /** Links to the status page; false if the lines follow below. */
  link?: boolean
}

/** Summarises the status page: one line if all is well, otherwise the consequences and what to do. */
export function SystemLine({ lines, link = true }: Props) {
  const wrong = lines.filter(({ state }) => state === 'attention')
  if (wrong.length === 0) {
    return (
      <p className="system">
        <Pill tone="good">{t('overview.allSystemsNormal')}</Pill>{' '}
        {factsOf(lines).map(([name, fact], i) => (
          <Fragment key={name}>
            {i > 0 && ' · '}
            {fact}
          </Fragment>
        ))}
        {link && (
          <>
            {' · '}
            <a href="/admin/status">{t('overview.details')}</a>
          </>
        )}
      </p>
    )
  }
  return (
    <section className="notice wrong" aria-label={t('overview.problems')}>
      {wrong.map((line) => {
        const { said, todo } = lineWords(line)
        return (
          <p key={line.name}>
            <strong>{t(`statusLine.${line.name}`)}</strong> · {said}
            {todo && (
              <>
                <br />
                {todo}
              </>
            )}
          </p>
        )
      })}
      {link && (
        <p>
          <a href="/admin/status">{t('overview.systemStatus')}</a>
        </p>
      )}
    </section>
  )
}

/** Facts worth showing if all is well; only reported ones. */
function factsOf(lines: StatusLine[]): [name: string, fact: ReactNode][] {
  const line = (name: LineName) => lines.find((one) => one.name === name)
  const { waiting, more } = line('mailQueue')?.values ?? {}
  const [failed, recount] = [line('mailFailed'), line('recount')]
  const countedAt = recount?.state === 'good' && recount.values.at
  const unset = lines.filter(({ state }) => state === 'unset').length
  return Object.entries({
    worker: t('overview.workerNow', { age: Number(line('worker')?.values.seconds ?? 0) }),
    queue: t('overview.emailsWaiting', { waiting: Number(waiting ?? 0), more: String(more === 'true') }),
    failed: failed?.state === 'good' && t('overview.emailsFailed', { failed: 0 }),
    counted: countedAt instanceof Date && t.rich('overview.countVerified', { at: () => <Time at={countedAt} /> }),
    unset: unset > 0 && t('overview.unsetThings', { number: unset }),
  }).filter(([, fact]) => fact !== false)
}
