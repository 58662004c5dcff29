import { MAX_HEARTBEAT_AGE } from '@/lib/overview/find-problems'
import type { SystemStatus } from '@/lib/overview/find-system-status'
import { t } from '../words'

/** How the machine does. */
export function MachineList({ machine, links }: { machine: SystemStatus; links: boolean }) {
  const { toCount, workerAge } = machine
  const alive = workerAge !== null && workerAge < MAX_HEARTBEAT_AGE
  return (
    <dl>
      <dt>{t('overview.worker')}</dt>
      <dd>
        <span className={`tag ${alive ? '' : 'held'}`}>{alive ? t('overview.running') : t('overview.notRunning')}</span>{' '}
        {workerAge === null ? t('overview.neverReported') : t('overview.lastReportSAgo', { workerAge })}
      </dd>
      <dt>{t('overview.confirmedNotCountedYet')}</dt>
      <dd>{links ? <a href="/admin/signatures?state=confirmed">{toCount.toLocaleString('en')}</a> : toCount}</dd>
    </dl>
  )
}
