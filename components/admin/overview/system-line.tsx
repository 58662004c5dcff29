import type { MailHealth } from '@/lib/overview/find-mail-health'
import type { Problem } from '@/lib/overview/find-problems'
import type { SystemStatus } from '@/lib/overview/find-system-status'
import { age } from '../age'
import { t } from '../words'

interface Props {
  problems: Problem[]
  machine: SystemStatus
  health: MailHealth
}

/** Whether anything is wrong: one line where all is well, else what it means for people and what to do. */
export function SystemLine({ problems, machine, health }: Props) {
  if (problems.length === 0) {
    return (
      <p className="system">
        <span className="pill good">{t('overview.allSystemsNormal')}</span>{' '}
        {[
          t('overview.workerNow', { age: machine.workerAge ?? 0 }),
          t('overview.emailsWaiting', { waiting: health.waiting }),
        ].join(' · ')}{' '}
        · <a href="/admin/status">{t('overview.details')}</a>
      </p>
    )
  }
  return (
    <section className="notice wrong" aria-label={t('overview.problems')}>
      {problems.map((problem) => (
        <p key={problem.kind}>{sentence(problem)}</p>
      ))}
      <p>
        <a href="/admin/status">{t('overview.systemStatus')}</a>
      </p>
    </section>
  )
}

function sentence(problem: Problem): string {
  switch (problem.kind) {
    case 'worker_silent':
      return problem.silentFor === null
        ? t('overview.noWorkerHasEver')
        : t('overview.workerSilent', { age: age(problem.silentFor) })
    case 'mail_late':
      return t('overview.mailLate', { age: age(problem.lateBy), waiting: problem.waiting })
    case 'mail_failed':
      return t('overview.mailFailed', { failed: problem.failed })
  }
}
