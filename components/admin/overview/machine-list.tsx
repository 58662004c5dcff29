import { MAX_HEARTBEAT_AGE } from '@/lib/overview/find-problems'
import type { SystemStatus } from '@/lib/overview/find-system-status'

/** How the machine does. */
export function MachineList({ machine, links }: { machine: SystemStatus; links: boolean }) {
  const { toCount, workerAge } = machine
  const alive = workerAge !== null && workerAge < MAX_HEARTBEAT_AGE
  return (
    <dl>
      <dt>Worker</dt>
      <dd>
        <span className={`tag ${alive ? '' : 'held'}`}>{alive ? 'running' : 'NOT running'}</span>{' '}
        {workerAge === null ? 'never reported' : `last report ${workerAge} s ago`}
      </dd>
      <dt>Confirmed, not counted yet</dt>
      <dd>{links ? <a href="/admin/signatures?state=confirmed">{toCount.toLocaleString('en')}</a> : toCount}</dd>
    </dl>
  )
}
