import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import type { RecentGrowth } from '@/lib/petitions/growth'
import { t } from '../words'

interface Props {
  found: PetitionForAdmin
  recent: RecentGrowth | undefined
  /** The role may see signatures. */
  links: boolean
}

/** A petition's count and its growth. */
export function PetitionNumbers({ found: { petition, net }, recent, links }: Props) {
  const count = net.toLocaleString('en')
  return (
    <dl>
      <dt>{t('common.count')}</dt>
      <dd>{links ? <a href={`/admin/signatures?petition=${petition.id}`}>{count}</a> : count}</dd>
      <dt>{t('common.goal')}</dt>
      <dd>
        {petition.goal.toLocaleString('en')} <GoalMeter net={net} goal={petition.goal} />
      </dd>
      <dt>{t('petitions.today')}</dt>
      <dd>{signed(recent?.today)}</dd>
      <dt>{t('petitions.lastSevenDays')}</dt>
      <dd>{signed(recent?.week)}</dd>
    </dl>
  )
}

/** The share of the goal as a bar, and in words for screen readers. */
function GoalMeter({ net, goal }: { net: number; goal: number }) {
  // A share just below the goal must not be rounded to 100 %.
  const share = `${Math.floor((net / goal) * 100).toLocaleString('en')}%`
  return (
    <span className="goal">
      <meter min={0} max={goal} value={Math.min(net, goal)} aria-hidden="true" />{' '}
      <span className="muted">{t('petitions.ofTheGoal', { share })}</span>
    </span>
  )
}

/** Formats a change of the count with its sign. */
export function signed(net = 0): string {
  return net.toLocaleString('en', { signDisplay: 'exceptZero' })
}
