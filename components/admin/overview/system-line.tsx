import type { LineName, StatusLine } from '@/lib/overview/status/status-line'
import { Pill } from '../pill'
import { lineWords } from '../status/line-words'
import { t } from '../words'

interface Props {
  lines: StatusLine[]
  /** Where the lines themselves follow, it does not lead to them. */
  link?: boolean
}

/**
 * Whether anything is wrong, from the lines of the page of the system's status: one line where nothing is, else what it
 * means for people and what to do.
 */
export function SystemLine({ lines, link = true }: Props) {
  const wrong = lines.filter(({ state }) => state === 'attention')
  const unset = lines.filter(({ state }) => state === 'unset').length
  if (wrong.length === 0) {
    const valuesOf = (name: LineName) => lines.find((line) => line.name === name)?.values ?? {}
    const { waiting, more } = valuesOf('mailQueue')
    const facts = [
      t('overview.workerNow', { age: Number(valuesOf('worker').seconds ?? 0) }),
      t('overview.emailsWaiting', { waiting: Number(waiting ?? 0), more: String(more === 'true') }),
      ...(unset > 0 ? [t('overview.unsetThings', { number: unset })] : []),
    ]
    return (
      <p className="system">
        <Pill tone="good">{t('overview.allSystemsNormal')}</Pill> {facts.join(' · ')}
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
