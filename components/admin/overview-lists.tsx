import type { Overview } from '@/lib/staff/find-overview'

/** Seconds after which a worker that says nothing is taken for dead. */
const LIVELY = 60

/** What waits for a person, and how the machine does. Every number leads to its rows. */
export function OverviewLists({ overview, links }: { overview: Overview; links: boolean }) {
  const { held, appeals, actsWaiting, applications, toCount, workerAge } = overview
  const number = (value: number, href: string) =>
    links ? <a href={href}>{value.toLocaleString('en')}</a> : value.toLocaleString('en')
  const alive = workerAge !== null && workerAge < LIVELY
  return (
    <>
      <h2>Needs a decision</h2>
      <dl>
        <dt>Signatures held</dt>
        <dd>{number(held, '/admin/signatures?state=held')}</dd>
        <dt>of held and removed, asked to look again</dt>
        <dd>{appeals.toLocaleString('en')}</dd>
        <dt>Acts that wait for a second person</dt>
        <dd>{number(actsWaiting, '/admin/bulk')}</dd>
        <dt>Applications to join</dt>
        <dd>{applications.toLocaleString('en')}</dd>
      </dl>
      <h2>The machine</h2>
      <dl>
        <dt>Worker</dt>
        <dd>
          <span className={`tag ${alive ? '' : 'held'}`}>{alive ? 'at work' : 'NOT at work'}</span>{' '}
          {workerAge === null ? 'was never heard' : `heard ${workerAge} s ago`}
        </dd>
        <dt>Confirmed, not counted yet</dt>
        <dd>{number(toCount, '/admin/signatures?state=confirmed')}</dd>
      </dl>
    </>
  )
}
