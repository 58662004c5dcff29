import { canUndo } from '@/lib/bulk-actions/create-bulk-action'
import type { BulkActionDetail, BulkActionView } from '@/lib/bulk-actions/find-bulk-action'
import { ruleFields } from '@/lib/bulk-actions/rule'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { entered } from './entered'
import { Live, RUNNING, WAITING } from './live'
import { Time } from './time'
import { t, tOf } from './words'

type Action = (form: FormData) => Promise<void>

interface Props {
  act: BulkActionDetail
  staff: Staff
  actions: Record<'runBulkAction' | 'approve' | 'stop' | 'undo' | 'change', Action>
  /** Set if its signatures were ticked in a list: the list, and the draft with the selection. */
  selection?: { list: string; draft: string }
}

/** The state of a bulk action, and the viewer's actions on it. */
export function BulkDecision({ act, staff, actions, selection }: Props) {
  const hidden = (
    <>
      <input type="hidden" name="id" value={act.id} />
      <input type="hidden" name="expectedTotal" value={act.total} />
      {selection && <input type="hidden" name="selection" value={selection.draft} />}
    </>
  )
  const asks = may(staff.role, 'bulk.ask')
  const own = act.askedById === staff.id
  const { total } = act
  return (
    <>
      <Live state={`${act.stage} ${hasNotBegun(act)}`} every={everyOf(act, own)}>
        <Stage act={act} own={own} />
      </Live>
      <div className="row">
        {act.stage === 'ready' && own && asks && act.total > 0 && (
          <form action={actions.runBulkAction}>
            {hidden}
            <button type="submit" className={act.verb === 'remove' ? 'danger' : 'main'}>
              {act.takesTwo ? tOf('bulkAsk', act.verb, { total }) : tOf('bulkRun', act.verb, { total })}
            </button>
          </form>
        )}
        {act.stage === 'waiting' && act.approval && !own && may(staff.role, 'bulk.approve') && (
          <form action={actions.approve}>
            {hidden}
            <input type="hidden" name="approval" value={act.approval} />
            <button type="submit" className={act.verb === 'remove' ? 'danger' : 'main'}>
              {tOf('bulkApprove', act.verb, { total })}
            </button>
          </form>
        )}
        {['counting', 'ready', 'waiting', 'running'].includes(act.stage) && asks && (
          <form action={actions.stop}>
            {hidden}
            <button type="submit">{hasNotBegun(act) ? t('common.undo') : t('common.stop')}</button>
          </form>
        )}
        {asks && canBeChanged(act) && (
          <form action={actions.change}>
            {hidden}
            <button type="submit">{t('bulk.changeRule')}…</button>
          </form>
        )}
        {selection && act.changed === 0 && !['waiting', 'running'].includes(act.stage) && (
          <a href={`/admin/signatures?${selection.list}${selection.list && '&'}draft=${selection.draft}#list`}>
            {t('bulk.backToSelection')}
          </a>
        )}
        {asks && canUndo(act) && (
          <form action={actions.undo}>
            {hidden}
            <button type="submit">{t('bulk.undoForUpTo', { changed: act.changed })}</button>
            <span className="hint">{tOf('bulkHint', act.verb)}</span>
          </form>
        )}
      </div>
    </>
  )
}

/** How often to refresh: it runs by itself, or waits for somebody else. */
function everyOf({ stage }: BulkActionDetail, own: boolean) {
  if (stage === 'counting' || stage === 'running') return RUNNING
  return stage === 'waiting' && own ? WAITING : null
}

function Stage({ act, own }: { act: BulkActionDetail; own: boolean }) {
  const { total, startsAt } = act
  const done = act.changed + act.skipped
  switch (act.stage) {
    case 'counting':
      return <p role="status">{t('bulk.counting', { total })}</p>
    case 'ready':
      return (
        <p role="status">
          {[
            t('bulk.counted'),
            act.counted > 0 && t('bulk.stayCounted', { counted: act.counted }),
            act.doubtful && t('bulk.flaggedNeedsTwo'),
            act.takesTwo && !act.doubtful && t('bulk.quotaNeedsTwo', { limit: SOLO_QUOTA }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )
    case 'waiting':
      return (
        <p role="status">
          {own
            ? t('bulk.awaitingASecondPerson')
            : t.rich('bulk.requestsYourApprovalFor', { askedBy: entered(act.askedBy) })}
        </p>
      )
    case 'running':
      if (startsAt && hasNotBegun(act)) {
        return <p role="status">{t.rich('bulk.begins', { time: () => <Time at={startsAt} zone /> })}</p>
      }
      return (
        <p role="status">
          {t('bulk.inProgress')} <progress value={done} max={total} aria-label={t('bulk.progress')} />{' '}
          {t('bulk.doneOf', { done, total })}
        </p>
      )
    case 'done':
      return <p role="status">{t('bulk.done')}</p>
    case 'cancelled':
      return (
        <p role="status">{act.changed === 0 ? t('bulk.stoppedNothingWasChanged') : t('bulk.stoppedChangesMadeSo')}</p>
      )
    default:
      return <p role="status">{t('common.expiredNobodyApprovedIt')}</p>
  }
}

/** The rule can be edited: nothing was changed by it, or will be without another decision. */
function canBeChanged({ stage, changed, undoes, rule }: BulkActionView): boolean {
  return !['waiting', 'running'].includes(stage) && changed === 0 && !undoes && ruleFields(rule) !== null
}

/** It is running but has changed nothing yet: its minute has not passed. */
function hasNotBegun({ stage, startsAt, changed, skipped }: BulkActionView): boolean {
  return stage === 'running' && startsAt !== null && changed + skipped === 0
}
