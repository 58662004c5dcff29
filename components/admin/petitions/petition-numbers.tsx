import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { t } from '../words'

interface Props {
  found: PetitionForAdmin
  /** How the count has moved. */
  recent: { today: number; week: number }
  /** The role may see the signatures. */
  links: boolean
}

/** How many have signed, and how that grows. */
export function PetitionNumbers({ found: { petition, net }, recent, links }: Props) {
  const count = net.toLocaleString('en')
  return (
    <dl>
      <dt>{t('common.count')}</dt>
      <dd>{links ? <a href={`/admin/signatures?petition=${petition.id}`}>{count}</a> : count}</dd>
      <dt>{t('common.goal')}</dt>
      <dd>{petition.goal.toLocaleString('en')}</dd>
      <dt>{t('petitions.today')}</dt>
      <dd>{signed(recent.today)}</dd>
      <dt>{t('petitions.lastSevenDays')}</dt>
      <dd>{signed(recent.week)}</dd>
    </dl>
  )
}

function signed(net: number): string {
  return net.toLocaleString('en', { signDisplay: 'exceptZero' })
}
