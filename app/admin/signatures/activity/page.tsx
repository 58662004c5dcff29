import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { FloodTable } from '@/components/admin/flood-table'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { listFloods } from '@/lib/floods/list-floods'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { ask } from '../../bulk/actions'

const HOUR = 3_600_000
const windows = [
  { name: '1', hours: 1, words: 'activity.lastHour' },
  { name: '24', hours: 24, words: 'activity.lastDay' },
  { name: '168', hours: 168, words: 'activity.lastWeek' },
] as const

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const { hours } = await searchParams
  const chosen = windows.find(({ name }) => name === hours) ?? windows[1]
  const floods = await listFloods(staff, new Date(Date.now() - chosen.hours * HOUR))
  return (
    <>
      <PageHeading>{t('signatures.suspiciousActivity')}</PageHeading>
      <nav aria-label={t('signatures.period')} className="row">
        {windows.map(({ name, words }) => (
          <a key={name} href={`?hours=${name}`} aria-current={name === chosen.name ? 'page' : undefined}>
            {t(words)}
          </a>
        ))}
      </nav>
      <p>{t('signatures.manySignaturesWithSomething', { limit: SOLO_QUOTA })}</p>
      {floods.length === 0 ? (
        <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
          {t('signatures.nothingUnusualInThis')}
        </Empty>
      ) : (
        <FloodTable floods={floods} ask={ask} />
      )}
    </>
  )
})
