import type { PackProgress } from '@/lib/delivery/progress'
import { Time } from '../time'
import { t, tOf } from '../words'

/** A worker's progress with a pack, and failures. */
export function PackInMaking({ progress }: { progress: PackProgress | undefined }) {
  if (!progress) return <p>{t('petitions.packNotBegun')}</p>
  const { step, done, total, at, failures, failedAt, failedStep } = progress
  return (
    <>
      <p>
        {tOf('packStep', step, { done, total })}{' '}
        {total > 0 && <progress value={done} max={total} aria-label={t('common.progress')} />}
      </p>
      <p className="hint">{t.rich('petitions.packLastSign', { time: () => <Time at={at} zone /> })}</p>
      {failedAt && (
        <p className="notice wrong">
          {t.rich('petitions.packFailed', {
            failures,
            step: failedStep ?? '',
            time: () => <Time at={failedAt} zone />,
          })}
        </p>
      )}
    </>
  )
}

/** Maximum number of pages that are named; more are counted. */
const MAX_NAMED = 6

/** The pages of a finished pack that have no PDF. */
export function Unprinted({ progress }: { progress: PackProgress | undefined }) {
  const pages = progress?.unprinted ?? []
  if (pages.length === 0) return null
  return (
    <p className="hint">
      {t('petitions.packUnprinted', { pages: pages.length })}
      {pages.length <= MAX_NAMED && ` ${pages.join(', ')}`}
    </p>
  )
}
