import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { FloodTable } from '@/components/admin/flood-table'
import { listFloods } from '@/lib/floods/list-floods'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { ask } from '../../bulk/actions'

export const metadata: Metadata = { title: 'Suspicious activity' }

const HOUR = 3_600_000
const windows = [
  { name: '1', hours: 1, words: 'Last hour' },
  { name: '24', hours: 24, words: 'Last 24 hours' },
  { name: '168', hours: 168, words: 'Last 7 days' },
] as const

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const { hours } = await searchParams
  const chosen = windows.find(({ name }) => name === hours) ?? windows[1]
  const floods = await listFloods(staff, new Date(Date.now() - chosen.hours * HOUR))
  return (
    <>
      <h1>Suspicious activity</h1>
      <nav aria-label="Period" className="row">
        {windows.map(({ name, words }) => (
          <a key={name} href={`?hours=${name}`} aria-current={name === chosen.name ? 'page' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <p>
        Many signatures with something in common: one small mail domain, one hour of a busy network, one member link, or
        an hour far above the usual. It can be a school as well as an attack. Hold and Remove count the signatures
        first; more than {SOLO_QUOTA} in 24 hours, and flagged ones, need a second person.
      </p>
      {floods.length === 0 ? (
        <p className="empty">Nothing unusual in this period.</p>
      ) : (
        <FloodTable floods={floods} ask={ask} />
      )}
    </>
  )
})
