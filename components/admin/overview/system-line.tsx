import type { MailHealth } from '@/lib/overview/find-mail-health'
import type { Problem } from '@/lib/overview/find-problems'
import type { SystemStatus } from '@/lib/overview/find-system-status'
import { age } from '../age'

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
        <span className="pill good">All systems normal</span> worker reported {machine.workerAge} s ago ·{' '}
        {health.waiting.toLocaleString('en')} emails waiting · <a href="/admin/status">details</a>
      </p>
    )
  }
  return (
    <section className="notice wrong" aria-label="Problems">
      {problems.map((problem) => (
        <p key={problem.kind}>{sentence(problem)}</p>
      ))}
      <p>
        <a href="/admin/status">System status</a>
      </p>
    </section>
  )
}

function sentence(problem: Problem): string {
  switch (problem.kind) {
    case 'worker_silent':
      return problem.silentFor === null
        ? 'No worker has ever reported. People can sign, but no email is sent and nothing is counted. Start the worker.'
        : `The worker has not reported for ${age(problem.silentFor)}. People can sign, but no email is sent and nothing is counted. Restart the worker.`
    case 'mail_late':
      return `Email is late by ${age(problem.lateBy)}; ${problem.waiting.toLocaleString('en')} waiting. Signers get their confirmation late. Check the email provider.`
    case 'mail_failed':
      return `${problem.failed.toLocaleString('en')} ${problem.failed === 1 ? 'email' : 'emails'} failed in the last two days. Check the email provider.`
  }
}
